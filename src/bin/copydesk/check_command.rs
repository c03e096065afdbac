//! `copydesk check`: reads drafts and reports on them.

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::{Analysis, Finding, analyse};

use crate::arguments::{CheckArguments, Input};
use crate::files::{self, Draft};
use crate::guard::guarded;
use crate::house::Houses;
use crate::jsonl::{self, Question};
use crate::outcome::Outcome;
use crate::report;

/// A draft and what was understood of it.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The draft.
    pub(crate) draft: Draft,
    /// What was understood of it.
    pub(crate) analysis: Analysis,
}

/// Reports on the drafts, or answers records.
pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome> {
    if arguments.input.jsonl {
        return jsonl::run(Question::Findings, &arguments.input);
    }
    let (checked, outcome) = read_all(&arguments.input);
    report::write(arguments.format, &checked)?;
    Ok(outcome.max(Outcome::of(findings(&checked).any(|finding| finding.severity.is_alarm()))))
}

/// All findings in all drafts.
pub(crate) fn findings(checked: &[Checked]) -> impl Iterator<Item = &Finding> {
    checked.iter().flat_map(|one| &one.analysis.findings)
}

/// Reads every draft; says on standard error which could not be read, and goes on.
pub(crate) fn read_all(input: &Input) -> (Vec<Checked>, Outcome) {
    let mut checked = Vec::new();
    let mut houses = Houses::default();
    let mut outcome = Outcome::Quiet;
    for draft in files::read_all(&input.paths) {
        match draft.and_then(|draft| read(draft, input, &mut houses)) {
            Ok(one) => {
                warn_if_unread(&one);
                checked.push(one);
            }
            Err(error) => outcome = complain(&format!("{error:#}")),
        }
    }
    for complaint in houses.complaints() {
        outcome = complain(complaint);
    }
    (checked, outcome)
}

/// Says what could not be done. If standard error is closed there is nobody to tell.
fn complain(complaint: &str) -> Outcome {
    let _ = writeln!(anstream::stderr(), "copydesk: {complaint}");
    Outcome::Failed
}

/// Analyses one draft, and keeps the findings that its house wants to see.
fn read(draft: Draft, input: &Input, houses: &mut Houses) -> Result<Checked> {
    let mut options = input.about.options(draft.file_name.clone(), draft.format);
    let house = houses.of(Path::new(&draft.name), &input.about);
    house.fill(&mut options);
    let mut analysis = guarded(|| analyse(&draft.text, &options)).with_context(|| draft.name.clone())?;
    analysis.findings = house.judge(analysis.findings);
    Ok(Checked { draft, analysis })
}

/// A draft in no known language was not read: "nothing found" alone would be false comfort.
fn warn_if_unread(one: &Checked) {
    if one.analysis.language.is_none() && !one.draft.text.trim().is_empty() {
        let (name, languages) = (&one.draft.name, copydesk::languages().join(" or "));
        let warning = "not read, for its language was not recognised; say which it is with --language";
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(anstream::stderr(), "copydesk: {name}: {warning} {languages}");
    }
}

/// Prints a JSON value on lines of its own.
pub(crate) fn print_json(value: &impl serde::Serialize) -> Result<()> {
    writeln!(stdout(), "{}", serde_json::to_string_pretty(value)?)?;
    Ok(())
}
