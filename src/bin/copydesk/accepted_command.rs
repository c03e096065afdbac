//! `copydesk accepted`: what somebody has accepted as it stands, and whether it still stands anywhere.

use std::collections::HashSet;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use copydesk::analyse;

use crate::arguments::{About, AcceptedArguments};
use crate::files;
use crate::guard::guarded;
use crate::house::{ACCEPTED_FILE, Accepted, Houses, read, write_whole};
use crate::outcome::Outcome;

/// Lists what is accepted in a folder and those above it, or takes out what stands in no draft any more.
pub(crate) fn run(arguments: &AcceptedArguments) -> Result<Outcome> {
    let folder = std::path::absolute(&arguments.folder)?;
    let files = folder.ancestors().map(|folder| folder.join(ACCEPTED_FILE)).filter(|file| file.is_file());
    let mut outcome = Outcome::Quiet;
    for file in files {
        let kept = read(&file).with_context(|| file.display().to_string())?.unwrap_or_default();
        for complaint in kept.complaints() {
            outcome = Outcome::Failed;
            eprintln!("copydesk: {complaint}");
        }
        if arguments.prune && kept.problems.is_empty() {
            prune(&file, kept.accepted)?;
        } else {
            list(&file, &kept.accepted)?;
        }
    }
    Ok(outcome)
}

/// Prints a file's name, and what is accepted in it.
fn list(file: &Path, accepted: &[Accepted]) -> Result<()> {
    let mut out = stdout().lock();
    writeln!(out, "{}", file.display())?;
    for one in accepted {
        writeln!(out, "  {}", one.check)?;
        for place in &one.places {
            writeln!(out, "    {} | {}", place.words, place.sentence)?;
        }
    }
    Ok(())
}

/// Keeps what still stands in a draft below the folder that the file holds for.
fn prune(file: &Path, accepted: Vec<Accepted>) -> Result<()> {
    let folder = file.parent().and_then(Path::parent).unwrap_or(Path::new("."));
    let standing = standing_in(folder)?;
    let (kept, gone): (Vec<_>, Vec<_>) = accepted.into_iter().partition(|one| standing.contains(one));
    let lines = kept.iter().map(|one| Ok(serde_json::to_string(one)? + "\n")).collect::<Result<String>>()?;
    if !gone.is_empty() {
        write_whole(file, &lines).with_context(|| format!("cannot write {}", file.display()))?;
    }
    writeln!(stdout(), "{}: {} kept, {} taken out", file.display(), kept.len(), gone.len())?;
    Ok(())
}

/// Everything that the desk would ask about in the drafts of a folder, as it would be accepted.
///
/// A draft that cannot be read ends it: what is accepted there must not be lost.
fn standing_in(folder: &Path) -> Result<HashSet<Accepted>> {
    let mut standing = HashSet::new();
    let (mut houses, about) = (Houses::default(), About::default());
    for path in files::find(&[PathBuf::from(folder)]) {
        let draft = files::read(&path?)?;
        let mut options = about.options(draft.file_name.clone(), draft.format);
        houses.of(Path::new(&draft.name), &about).fill(&mut options);
        let analysis = guarded(|| analyse(&draft.text, &options)).with_context(|| draft.name.clone())?;
        standing.extend(analysis.findings.iter().map(|finding| Accepted::of(finding, &draft.text)));
    }
    Ok(standing)
}
