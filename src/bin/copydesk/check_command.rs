//! `copydesk check`: reads drafts and reports on them.

use anyhow::Result;

use crate::arguments::CheckArguments;
use crate::checked::{Wanted, alarms, read_all};
use crate::jsonl::{self, Question};
use crate::outcome::Outcome;
use crate::report;
use crate::watch;

/// Reports on the drafts, or answers records.
pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome> {
    if arguments.input.jsonl {
        return jsonl::run(Question::Findings, &arguments.input);
    }
    if arguments.watch {
        return watch::run(arguments);
    }
    let (checked, outcome) = read_all(&arguments.input.paths, &arguments.input.about, Wanted::Findings);
    report::write(arguments.format, &checked)?;
    Ok(outcome.max(alarms(&checked)))
}
