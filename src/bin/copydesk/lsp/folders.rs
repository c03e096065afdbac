//! The folders that are open in the editor, and the drafts in them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Error;
use tokio::sync::watch;
use tower_lsp::ls_types::{Uri, WorkspaceFolder};

use super::houses::Houses;
use crate::find;
use crate::house::House;
use crate::kind::{self, Kind};

/// The folders, and a bell that rings when something in them may have changed.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    open: Mutex<Vec<PathBuf>>,
    bell: watch::Sender<Bell>,
    watched: AtomicBool,
}

/// What a waiting question listens for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bell {
    /// How often something may have changed.
    changes: u64,
    /// The number of the latest question about all drafts.
    pub(crate) questions: u64,
}

/// A draft in a folder, with what holds for it.
pub(crate) type Found = (PathBuf, House);

impl Folders {
    /// Takes over which folders are open.
    pub(crate) fn open(&self, folders: &[WorkspaceFolder]) {
        self.lock().extend(paths(folders));
    }

    /// Takes over which folders were opened and closed.
    pub(crate) fn change(&self, opened: &[WorkspaceFolder], closed: &[WorkspaceFolder]) {
        let closed = paths(closed);
        self.lock().retain(|folder| !closed.contains(folder));
        self.open(opened);
        self.ring();
    }

    /// The folders.
    pub(crate) fn all(&self) -> Vec<PathBuf> {
        self.lock().clone()
    }

    /// Wakes those who wait: something may have changed.
    pub(crate) fn ring(&self) {
        self.bell.send_modify(|bell| bell.changes += 1);
    }

    /// Listens for changes, as the latest to ask about all drafts: who asked before is woken, and sees by the number of
    /// questions that it is no longer awaited. Who `waits` for an answer will ask again and again.
    pub(crate) fn listen(&self, waits: bool) -> watch::Receiver<Bell> {
        self.watched.fetch_or(waits, Ordering::Relaxed);
        self.bell.send_modify(|bell| bell.questions += 1);
        self.bell.subscribe()
    }

    /// Whether the editor asks about all drafts again and again.
    pub(crate) fn is_watched(&self) -> bool {
        self.watched.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folders that the editor names, as paths.
fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|folder| path_of(&folder.uri)).collect()
}

/// The drafts in folders that an editor can show, each once, and what went wrong. Ignore files are honoured; files of word
/// processors, which no editor shows as they are read, are left out.
pub(crate) fn drafts_in(folders: &[PathBuf], houses: &Houses) -> (Vec<Found>, Vec<Error>) {
    let (mut paths, mut troubles) = (Vec::new(), Vec::new());
    for found in folders.iter().flat_map(|folder| find::below(folder)) {
        match found {
            Ok(path) if matches!(kind::of(&path), Kind::Text(_)) => paths.push(path),
            Ok(_) => {}
            Err(error) => troubles.push(error),
        }
    }
    paths.sort();
    paths.dedup();
    let mut by_folder = HashMap::new();
    let with_house = |path: PathBuf| {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let house: &House = by_folder.entry(folder).or_insert_with(|| houses.of_file(&path));
        (path, house.clone())
    };
    let found = paths.into_iter().map(with_house).collect();
    (found, troubles)
}

/// The file at an address.
pub(crate) fn path_of(uri: &Uri) -> Option<PathBuf> {
    Some(uri.to_file_path()?.into_owned())
}

/// The address of a file.
pub(crate) fn address(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}
