//! `copydesk check --watch`: reports again on what was saved.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebouncedEvent, Debouncer, new_debouncer};

use crate::arguments::{CheckArguments, Input};
use crate::checked::{Wanted, complain, read_all};
use crate::files;
use crate::outcome::Outcome;
use crate::report;

/// How long a folder must be quiet before its drafts are read: editors save in several steps.
const QUIET: Duration = Duration::from_millis(300);

/// Reports on all drafts, then on each again whenever it changes, until the program is stopped.
pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome> {
    let paths = &arguments.input.paths;
    if let Some(path) = paths.iter().find(|path| !path.exists()) {
        bail!("{}: nothing of that name can be watched; name drafts or directories", path.display());
    }
    let (send, events) = channel();
    let mut watcher = new_debouncer(QUIET, send).context("cannot watch for changes")?;
    paths.iter().try_for_each(|path| watch(&mut watcher, path))?;
    let mut seen = Seen::default();
    files::find(paths).iter().flatten().for_each(|draft| {
        seen.is_new(draft);
    });
    report(arguments, paths)?;
    for event in events {
        match event {
            Ok(events) => report(arguments, &changed(&arguments.input, &events, &mut seen))?,
            Err(error) => {
                complain(&format!("cannot watch for changes: {error}"));
            }
        }
    }
    Ok(Outcome::Quiet)
}

/// Watches a directory with all that is in it, or the directory of a file: many editors save by putting a new file in the
/// place of the old one.
fn watch(watcher: &mut Debouncer<RecommendedWatcher>, path: &Path) -> Result<()> {
    let parent = || path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (place, mode) = if path.is_dir() {
        (path, RecursiveMode::Recursive)
    } else {
        (parent(), RecursiveMode::NonRecursive)
    };
    watcher.watcher().watch(place, mode).with_context(|| format!("cannot watch {}", place.display()))
}

/// The drafts as they were when they were last reported on. A system that tells of reading too would otherwise have us report
/// for ever: each report reads the drafts.
#[derive(Debug, Default)]
struct Seen {
    stamps: HashMap<PathBuf, Option<(SystemTime, u64)>>,
}

impl Seen {
    /// Whether a draft is another than when this was last asked.
    fn is_new(&mut self, draft: &Path) -> bool {
        let stamp = draft.metadata().ok().and_then(|file| Some((file.modified().ok()?, file.len())));
        self.stamps.insert(draft.to_owned(), stamp) != Some(stamp)
    }
}

/// The drafts among what changed.
fn changed(input: &Input, events: &[DebouncedEvent], seen: &mut Seen) -> Vec<PathBuf> {
    let places: HashSet<PathBuf> = events.iter().filter_map(|event| event.path.canonicalize().ok()).collect();
    let drafts = files::find(&input.paths).into_iter().flatten();
    let touched = drafts.filter(|draft| draft.canonicalize().is_ok_and(|place| places.contains(&place)));
    touched.filter(|draft| seen.is_new(draft)).collect()
}

/// Prints the report on some drafts.
fn report(arguments: &CheckArguments, paths: &[PathBuf]) -> Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let (checked, _) = read_all(paths, &arguments.input.about, Wanted::Findings);
    report::write(arguments.format, &checked)
}
