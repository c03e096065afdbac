//! Drafts that were read, with what was understood of them: what the commands about drafts share.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use copydesk::{Analysis, Finding, analyse};
use rayon::prelude::*;

use crate::arguments::About;
use crate::files::{self, Draft};
use crate::guard::guarded;
use crate::outcome::Outcome;
use crate::progress::Progress;

/// A draft and what was understood of it.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The draft.
    pub(crate) draft: Draft,
    /// What was understood of it.
    pub(crate) analysis: Analysis,
}

/// How much of an analysis is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The findings alone: of a large archive no more would fit into the memory.
    Findings,
    /// Mentions and cards as well.
    Everything,
}

/// All findings in all drafts.
pub(crate) fn findings(checked: &[Checked]) -> impl Iterator<Item = &Finding> {
    checked.iter().flat_map(|one| &one.analysis.findings)
}

/// Whether one of the findings is an error or a warning.
pub(crate) fn alarms(checked: &[Checked]) -> Outcome {
    Outcome::of(findings(checked).any(|finding| finding.severity.is_alarm()))
}

/// Reads every draft that the paths name, several at once, in their order; says on standard error which could not be
/// read, and goes on.
pub(crate) fn read_all(paths: &[PathBuf], about: &About, wanted: Wanted) -> (Vec<Checked>, Outcome) {
    let found = files::find(paths);
    let progress = Progress::over(found.len());
    let read: Vec<Result<Checked>> = found
        .into_par_iter()
        .map(|path| {
            let one = path.and_then(|path| files::read(&path)).and_then(|draft| read(draft, about, wanted));
            progress.step();
            one
        })
        .collect();
    progress.end();
    part(read)
}

/// Those that were read; the others are told of.
fn part(read: Vec<Result<Checked>>) -> (Vec<Checked>, Outcome) {
    let mut checked = Vec::with_capacity(read.len());
    let mut outcome = Outcome::Quiet;
    for one in read {
        match one {
            Ok(one) => {
                warn_if_unread(&one);
                checked.push(one);
            }
            Err(error) => {
                complain(&format!("{error:#}"));
                outcome = Outcome::Failed;
            }
        }
    }
    (checked, outcome)
}

/// Analyses one draft.
pub(crate) fn read(draft: Draft, about: &About, wanted: Wanted) -> Result<Checked> {
    let options = about.options(draft.file_name.clone(), draft.format);
    let analysis = guarded(|| analyse(&draft.text, &options)).with_context(|| draft.name.clone())?;
    let analysis = if wanted == Wanted::Findings { analysis.findings_only() } else { analysis };
    Ok(Checked { draft, analysis })
}

/// A draft in no known language was not read: "nothing found" alone would be false comfort.
pub(crate) fn warn_if_unread(one: &Checked) {
    if one.analysis.language.is_none() && !one.draft.text.trim().is_empty() {
        let (name, languages) = (&one.draft.name, copydesk::languages().join(" or "));
        let warning = "not read, for its language was not recognised; say which it is with --language";
        complain(&format!("{name}: {warning} {languages}"));
    }
}

/// Says something on standard error.
pub(crate) fn complain(what: &str) {
    // If standard error is closed there is nobody to tell.
    let _ = writeln!(anstream::stderr(), "copydesk: {what}");
}
