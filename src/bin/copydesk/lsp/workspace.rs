//! What is found in all drafts of the folders that are open: for editors that ask for it, and for reporters who do.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    DiagnosticSeverity, ExecuteCommandParams, LSPAny, MessageType, PreviousResultId, ProgressToken, Uri,
    WorkDoneProgressCancelParams, WorkspaceDiagnosticReport,
};

use super::commands::{draft_of, folders_of};
use super::folders::{drafts_in, path_of};
use super::pull::{self, Seen};
use super::server::Server;
use super::survey::Course;
use super::tasks;

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
struct Surveyed {
    seen: Vec<Seen>,
    troubles: Vec<String>,
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
            let surveyed = self.look_around(folders.clone(), Arc::default()).await;
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

    /// Reads the drafts in folders that are not open, off the threads that talk to the editor.
    async fn look_around(&self, folders: Vec<PathBuf>, course: Arc<Course>) -> Surveyed {
        let (survey, houses, abilities) =
            (self.survey.clone(), self.houses.clone(), self.abilities().clone());
        let open: HashSet<PathBuf> = self.documents.addresses().iter().filter_map(path_of).collect();
        let mut awaited = Awaited(Some(course.clone()));
        let work = move || {
            let (mut drafts, troubles) = drafts_in(&folders, &houses);
            drafts.retain(|(path, _)| !open.contains(path));
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
    async fn with_open(
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

    /// Reads all drafts in the folder that is named, or in all that are open, and has the editor show what is found.
    pub(super) async fn check_folder(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let folders = folders_of(draft_of(&params.arguments).as_ref(), &self.folders.all());
        if folders.is_empty() {
            return Err(Error::invalid_params("open a folder, or name one: {\"uri\": …}"));
        }
        let course = Arc::<Course>::default();
        let work = self.look_around(folders.clone(), course.clone());
        let surveyed = match self.token(params).await {
            Some(token) => {
                self.tasks.remember(token.clone(), course.clone());
                let surveyed = tasks::tell(&self.client, token.clone(), "Copydesk", &course, work).await;
                self.tasks.forget(&token);
                surveyed
            }
            None => work.await,
        };
        if course.is_stopped() {
            return Ok(Some(json!({ "stopped": true })));
        }
        for trouble in surveyed.troubles {
            self.client.log_message(MessageType::WARNING, trouble).await;
        }
        let counts = Counts::of(&self.with_open(surveyed.seen.clone(), &folders, &[]).await);
        self.pin(&folders, surveyed.seen).await;
        self.client.show_message(MessageType::INFO, counts.told(self.houses.messages().as_deref())).await;
        Ok(Some(json!({ "drafts": counts.drafts, "alarms": counts.alarms, "notes": counts.notes })))
    }

    /// Under which name the editor is told how far the work has come: its own, or one that it has agreed to.
    async fn token(&self, params: ExecuteCommandParams) -> Option<ProgressToken> {
        let given = params.work_done_progress_params.work_done_token;
        if given.is_some() || !self.abilities().shows_progress {
            return given;
        }
        let token = tasks::new_token();
        self.client.create_work_done_progress(token.clone()).await.ok().map(|()| token)
    }

    /// Has the editor show what is found in drafts that it has not opened. One that asks all the time will ask.
    async fn pin(&self, folders: &[PathBuf], seen: Vec<Seen>) {
        if self.folders.is_watched() {
            return self.folders.ring();
        }
        for (uri, diagnostics) in self.board.replace(folders, seen) {
            self.client.publish_diagnostics(uri, diagnostics, None).await;
        }
    }

    /// A draft was opened: what was sent of it before is now said by its worker, or asked for.
    pub(super) fn take_over(&self, uri: Uri) {
        let was_pinned = path_of(&uri).is_some_and(|path| self.board.give_up(&path));
        if was_pinned && self.abilities().pulls {
            let client = self.client.clone();
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

    /// The editor wants no more of what takes its time.
    pub(super) async fn stop_task(&self, params: WorkDoneProgressCancelParams) {
        self.tasks.stop(&params.token);
    }
}

/// What there is in folders.
#[derive(Clone, Debug, Default)]
struct Counts {
    drafts: usize,
    alarms: usize,
    notes: usize,
    /// The language of most drafts.
    language: Option<&'static str>,
}

impl Counts {
    fn of(seen: &[Seen]) -> Self {
        let severities = seen.iter().flat_map(|one| &one.diagnostics).filter_map(|one| one.severity);
        let (alarms, notes): (Vec<_>, Vec<_>) =
            severities.partition(|severity| *severity <= DiagnosticSeverity::WARNING);
        let count = |code: &str| seen.iter().filter(|one| one.language == Some(code)).count();
        let language = copydesk::languages().iter().copied().max_by_key(|code| count(code));
        Self { drafts: seen.len(), alarms: alarms.len(), notes: notes.len(), language }
    }

    /// In a sentence, in that language or in that of most drafts.
    fn told(&self, language: Option<&str>) -> String {
        let [drafts, alarms, notes] = [self.drafts, self.alarms, self.notes].map(|count| count.to_string());
        let values = [("drafts", drafts.as_str()), ("alarms", &alarms), ("notes", &notes)];
        copydesk::phrase(language.or(self.language).unwrap_or_default(), "action-folder", &values)
    }
}
