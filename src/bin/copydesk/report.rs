//! What `copydesk check` prints.

mod github;
mod human;
mod sarif;

use anyhow::Result;
use serde_json::json;

use crate::arguments::ReportFormat;
use crate::check_command::{Checked, print_json};
use crate::records::{DraftRecord, Label};

/// Prints the report on all drafts.
pub(crate) fn write(format: ReportFormat, checked: &[Checked]) -> Result<()> {
    match format {
        ReportFormat::Human => human::write(checked),
        ReportFormat::Json => write_json(checked),
        ReportFormat::Sarif => sarif::write(checked),
        ReportFormat::Github => github::write(checked),
    }
}

/// Prints one JSON object.
fn write_json(checked: &[Checked]) -> Result<()> {
    let records: Vec<_> = checked
        .iter()
        .map(|one| DraftRecord::of_findings(Label::Path(&one.draft.name), &one.analysis))
        .collect();
    print_json(&json!({ "documents": records }))
}
