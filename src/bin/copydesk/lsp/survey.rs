//! Drafts that are not open: read from disk, several at once, and again only when they or what holds for them has changed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use copydesk::Analyst;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::abilities::Abilities;
use super::diagnostics::diagnostics;
use super::draft::Draft;
use super::folders::{Found, address};
use super::pull::Seen;
use super::reading::Reading;
use super::shown::id_of;
use crate::files;
use crate::guard::{guarded, rehearse};
use crate::house::House;

/// What was found in drafts, as they were when they were read.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    known: Mutex<HashMap<PathBuf, Known>>,
}

/// One draft, as it was.
#[derive(Debug)]
struct Known {
    stamp: Option<(SystemTime, u64)>,
    house: House,
    seen: Seen,
}

/// How far a survey has come, and whether it is still wanted.
#[derive(Debug, Default)]
pub(crate) struct Course {
    all: AtomicUsize,
    done: AtomicUsize,
    stopped: AtomicBool,
}

impl Course {
    /// Leaves the drafts unread that are not read yet.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether somebody did.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How many drafts were looked at, and how many there are.
    pub(crate) fn place(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }
}

/// The largest file, in bytes, that is read without being opened: a folder may hold data that only look like drafts.
const LARGEST: u64 = 4 * 1024 * 1024;

/// All cores but one: that one is for who writes meanwhile. `None` where the system gives no threads.
static READERS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let cores = available_parallelism().map_or(1, |cores| cores.get());
    ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).build().ok()
});

impl Survey {
    /// What is found in each draft, in their order; what cannot be read is an error in its place. What was stopped has none.
    pub(crate) fn of(&self, drafts: &[Found], abilities: &Abilities, course: &Course) -> Vec<Result<Seen>> {
        course.all.store(drafts.len(), Ordering::Relaxed);
        let one = |(path, house): &Found| {
            let seen = (!course.is_stopped()).then(|| self.look_at(path, house, abilities));
            course.done.fetch_add(1, Ordering::Relaxed);
            seen
        };
        match &*READERS {
            Some(readers) => readers.install(|| drafts.par_iter().filter_map(one).collect()),
            None => drafts.iter().filter_map(one).collect(),
        }
    }

    /// What is found in one draft; it is read only if it is another than when it was last looked at.
    fn look_at(&self, path: &Path, house: &House, abilities: &Abilities) -> Result<Seen> {
        let stamp = fs::metadata(path).and_then(|file| Ok((file.modified()?, file.len()))).ok();
        if let Some(seen) = self.known(path, stamp, house) {
            return Ok(seen);
        }
        if stamp.is_some_and(|(_, length)| length > LARGEST) {
            bail!("{}: left out, for no draft is as large as that; open it to have it read", path.display());
        }
        let seen = read(path, house, abilities)?;
        let known = Known { stamp, house: house.clone(), seen: seen.clone() };
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), known);
        Ok(seen)
    }

    fn known(&self, path: &Path, stamp: Option<(SystemTime, u64)>, house: &House) -> Option<Seen> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known.get(path)?;
        (stamp.is_some() && known.stamp == stamp && known.house == *house).then(|| known.seen.clone())
    }
}

/// Reads one draft.
fn read(path: &Path, house: &House, abilities: &Abilities) -> Result<Seen> {
    let name = || path.display().to_string();
    let uri = address(path).with_context(name)?;
    let draft = Arc::new(Draft::on_disk(files::read(path)?, house.clone()));
    let work = || {
        rehearse(&draft.text);
        let reading = Reading { analysis: draft.read(&mut Analyst::default()), draft: draft.clone() };
        (diagnostics(&reading, &uri, abilities), reading.analysis.language)
    };
    let (diagnostics, language) = guarded(work).with_context(name)?;
    let (id, listed) = (id_of(&diagnostics), house.lists_all());
    Ok(Seen { uri, version: None, id, diagnostics, language, listed })
}
