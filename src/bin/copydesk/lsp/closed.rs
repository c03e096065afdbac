//! The drafts that were open and are closed. An editor that asks for findings goes on showing what it last had of them until it
//! is told what there is on disk, even where that is what it was told before the draft was opened.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tower_lsp::ls_types::Uri;

use super::pull::{Seen, key};

/// How often each draft was closed.
#[derive(Debug, Default)]
pub(crate) struct Closed {
    times: Mutex<HashMap<String, (Uri, usize)>>,
}

impl Closed {
    /// A draft was closed.
    pub(crate) fn add(&self, draft: &Uri) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        times.entry(key(draft)).or_insert_with(|| (draft.clone(), 0)).1 += 1;
    }

    /// Gives what is seen of drafts that were closed names that it did not have before; of those that are in none of the
    /// folders, and not `open` again, nothing is seen.
    pub(crate) fn rename(&self, seen: &mut Vec<Seen>, open: &[Uri]) {
        let times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        if times.is_empty() {
            return;
        }
        let mut left = times.clone();
        open.iter().for_each(|uri| drop(left.remove(&key(uri))));
        for one in &mut *seen {
            if let Some((_, times)) = left.remove(&key(&one.uri)) {
                one.id = format!("{times}.{}", one.id);
            }
        }
        seen.extend(left.into_values().map(|(uri, times)| Seen::nothing(uri, format!("closed-{times}"))));
    }
}
