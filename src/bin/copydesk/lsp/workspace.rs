//! What is found in all drafts of the folders that are open: for editors that ask for it, and for reporters who do.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tower_lsp::ls_types::{PreviousResultId, Uri, WorkspaceDiagnosticReport};

use super::folders::{drafts_in, path_of};
use super::pull::{self, Seen};
use super::server::Server;
use super::survey::Course;
use crate::house::House;

/// How long a question about all drafts waits for something to change, where the editor does not tell of changes to files.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// How long an editor may take to ask about a draft that it has closed.
const LAST_QUESTION: Duration = Duration::from_millis(300);

/// Stops a survey whose end nobody waits for any more.
struct Awaited(Option<Arc<Course>>);

impl Drop for Awaited {
    fn drop(&mut self) {
        if let Some(course) = &self.0 {
            course.stop();
        }
    }
}

/// What was seen in folders, and what went wrong.
#[derive(Debug, Default)]
pub(super) struct Surveyed {
    /// Each draft.
    pub(super) seen: Vec<Seen>,
    /// In a sentence each.
    pub(super) troubles: Vec<String>,
}

impl Server {
    /// The findings in all drafts, but those that the editor `has`.
    ///
    /// Editors that ask all the time let the answer wait until there is something new to say. Of several such questions
    /// only the latest waits.
    pub(super) async fn all_findings(
        &self,
        has: &[PreviousResultId],
        waits: bool,
    ) -> WorkspaceDiagnosticReport {
        let mut bell = self.folders.listen(waits);
        let mine = bell.borrow_and_update().questions;
        loop {
            let folders = self.folders.all();
            let surveyed = self.look_around(folders.clone(), House::lists_all, Arc::default()).await;
            // What a check of the folder has sent of them would be shown twice.
            surveyed.seen.iter().for_each(|one| self.unpin(&one.uri));
            let mut seen = self.with_open(surveyed.seen, &folders, has).await;
            self.closed.rename(&mut seen, &self.documents.addresses());
            let report = pull::of_all(seen, has);
            if !waits || pull::is_news(&report) {
                return report;
            }
            let patience = if self.abilities().watches_files { Duration::MAX } else { LOOK_AGAIN };
            let _ = tokio::time::timeout(patience, bell.changed()).await;
            if bell.borrow_and_update().questions != mine {
                return WorkspaceDiagnosticReport::default();
            }
        }
    }

    /// Reads those drafts in folders that are not open and whose house has it so, off the threads that talk to the editor.
    pub(super) async fn look_around(
        &self,
        folders: Vec<PathBuf>,
        wanted: fn(&House) -> bool,
        course: Arc<Course>,
    ) -> Surveyed {
        let (survey, houses, abilities) =
            (self.survey.clone(), self.houses.clone(), self.abilities().clone());
        let open: HashSet<PathBuf> = self.documents.addresses().iter().filter_map(path_of).collect();
        let mut awaited = Awaited(Some(course.clone()));
        let work = move || {
            let (mut drafts, troubles) = drafts_in(&folders, &houses);
            drafts.retain(|(path, house)| !open.contains(path) && wanted(house));
            let troubles = troubles.iter().map(|trouble| format!("{trouble:#}")).collect();
            let mut surveyed = Surveyed { troubles, seen: Vec::with_capacity(drafts.len()) };
            for one in survey.of(&drafts, &abilities, &course) {
                match one {
                    Ok(seen) => surveyed.seen.push(seen),
                    Err(trouble) => surveyed.troubles.push(format!("{trouble:#}")),
                }
            }
            surveyed
        };
        let surveyed = spawn_blocking(work).await.unwrap_or_default();
        awaited.0 = None;
        self.tell_of_houses();
        surveyed
    }

    /// Adds what is to be seen of drafts that are open: those in the folders, and those that the editor asks about.
    pub(super) async fn with_open(
        &self,
        mut seen: Vec<Seen>,
        folders: &[PathBuf],
        has: &[PreviousResultId],
    ) -> Vec<Seen> {
        for uri in self.documents.addresses() {
            let path = path_of(&uri);
            let is_inside = path.is_some_and(|path| folders.iter().any(|folder| path.starts_with(folder)));
            if !is_inside && !has.iter().any(|one| one.uri == uri) {
                continue;
            }
            if let Some(shown) = self.documents.shown(&uri).await {
                seen.push(Seen::of_open(uri, &shown));
            }
        }
        seen
    }

    /// What was sent of a draft unasked is from now on asked for, or said by its worker.
    pub(super) fn unpin(&self, uri: &Uri) {
        let was_pinned = path_of(uri).is_some_and(|path| self.board.give_up(&path));
        if was_pinned && self.abilities().pulls {
            let (client, uri) = (self.client.clone(), uri.clone());
            tokio::spawn(async move { client.publish_diagnostics(uri, Vec::new(), None).await });
        }
    }

    /// A draft was closed: who waits for findings in all drafts hears of those on disk. A little later, for an editor asks about the
    /// draft itself once more, and goes by that for as long as it has no answer.
    pub(super) fn leave(&self, draft: &Uri) {
        self.closed.add(draft);
        let folders = self.folders.clone();
        tokio::spawn(async move {
            tokio::time::sleep(LAST_QUESTION).await;
            folders.ring();
        });
    }
}
