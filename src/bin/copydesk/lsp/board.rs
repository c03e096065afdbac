//! What was sent to an editor of drafts that it has not opened, so that it can be taken off the screen again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tower_lsp::ls_types::{Diagnostic, Uri};

use super::folders::{address, path_of};
use super::pull::Seen;

/// The drafts of which something was sent.
#[derive(Debug, Default)]
pub(crate) struct Board {
    pinned: Mutex<HashSet<PathBuf>>,
}

impl Board {
    /// What to send so that the editor shows this and nothing else of the drafts in these folders.
    pub(crate) fn replace(&self, folders: &[PathBuf], seen: Vec<Seen>) -> Vec<(Uri, Vec<Diagnostic>)> {
        let mut pinned = self.lock();
        let mut out = Vec::new();
        let mut now = HashSet::new();
        for one in seen.into_iter().filter(|one| !one.diagnostics.is_empty()) {
            now.extend(path_of(&one.uri));
            out.push((one.uri, one.diagnostics));
        }
        let is_old =
            |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder)) && !now.contains(path);
        let old = pinned.extract_if(is_old).filter_map(|path| Some((address(&path)?, Vec::new())));
        out.extend(old);
        pinned.extend(now);
        out
    }

    /// Whether something was sent of a draft, which from now on is somebody else's to show.
    pub(crate) fn give_up(&self, draft: &Path) -> bool {
        self.lock().remove(draft)
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.pinned.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
