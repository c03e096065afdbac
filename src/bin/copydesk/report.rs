//! What `copydesk check` prints.

mod github;
mod human;
mod sarif;

use anyhow::Result;
use serde_json::json;

use crate::arguments::ReportFormat;
use crate::checked::Checked;
use crate::print;
use crate::records::{DraftRecord, Label};

/// Prints the report on all drafts.
pub(crate) fn write(format: ReportFormat, checked: &[Checked]) -> Result<()> {
    match format {
        ReportFormat::Human => human::write(checked),
        ReportFormat::Json => write_json(checked),
        ReportFormat::Jsonl => records(checked).try_for_each(|record| print::json_line(&record)),
        ReportFormat::Sarif => sarif::write(checked),
        ReportFormat::Github => github::write(checked),
    }
}

/// Prints one JSON object.
fn write_json(checked: &[Checked]) -> Result<()> {
    print::json(&json!({ "documents": records(checked).collect::<Vec<_>>() }))
}

/// What was found in each draft.
fn records(checked: &[Checked]) -> impl Iterator<Item = DraftRecord<'_>> {
    checked.iter().map(|one| {
        let record = DraftRecord::of_findings(Label::Path(&one.draft.name), &one.analysis);
        if one.draft.is_extracted() { record.with_paragraphs(&one.draft.text) } else { record }
    })
}
