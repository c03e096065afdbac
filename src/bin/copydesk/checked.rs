//! Drafts that were read, with what was understood of them: what the commands about drafts share.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use copydesk::{Analysis, Finding, analyse};
use rayon::prelude::*;

use crate::arguments::About;
use crate::files::{self, Draft};
use crate::guard::guarded;
use crate::house::{House, Houses};
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
    let mut houses = Houses::default();
    let found: Vec<Result<(PathBuf, House)>> = files::find(paths)
        .into_iter()
        .map(|path| path.map(|path| (houses.of(&path, about), path)).map(|(house, path)| (path, house)))
        .collect();
    let progress = Progress::over(found.len());
    let read: Vec<Result<Checked>> = found
        .into_par_iter()
        .map(|found| {
            let one = found.and_then(|(path, house)| read(files::read(&path)?, about, &house, wanted));
            progress.step();
            one
        })
        .collect();
    progress.end();
    let (checked, outcome) = part(read);
    (checked, houses.complaints().iter().map(|complaint| complain(complaint)).fold(outcome, Outcome::max))
}

/// Reads one draft, with what its house says.
pub(crate) fn read_one(path: &Path, about: &About) -> Result<Checked> {
    let mut houses = Houses::default();
    let house = houses.of(path, about);
    houses.complaints().iter().for_each(|complaint| {
        complain(complaint);
    });
    let one = read(files::read(path)?, about, &house, Wanted::Everything)?;
    warn_if_unread(&one);
    Ok(one)
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
            Err(error) => outcome = complain(&format!("{error:#}")),
        }
    }
    (checked, outcome)
}

/// Analyses one draft, and keeps the findings that its house wants to see.
fn read(draft: Draft, about: &About, house: &House, wanted: Wanted) -> Result<Checked> {
    let mut options = about.options(draft.file_name.clone(), draft.format);
    house.fill(&mut options);
    let mut analysis = guarded(|| analyse(&draft.text, &options)).with_context(|| draft.name.clone())?;
    analysis.findings = house.judge(analysis.findings, &draft.text);
    let analysis = if wanted == Wanted::Findings { analysis.findings_only() } else { analysis };
    Ok(Checked { draft, analysis })
}

/// A draft in no known language was not read: "nothing found" alone would be false comfort.
fn warn_if_unread(one: &Checked) {
    if one.analysis.language.is_none() && !one.draft.text.trim().is_empty() {
        let (name, languages) = (&one.draft.name, copydesk::languages().join(" or "));
        let warning = "not read, for its language was not recognised; say which it is with --language";
        complain(&format!("{name}: {warning} {languages}"));
    }
}

/// Says what could not be done. If standard error is closed there is nobody to tell.
pub(crate) fn complain(complaint: &str) -> Outcome {
    let _ = writeln!(anstream::stderr(), "copydesk: {complaint}");
    Outcome::Failed
}
