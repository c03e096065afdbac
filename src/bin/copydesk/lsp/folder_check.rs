//! The check of a folder, for reporters who ask for it: how far it has come, and what was found.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    DiagnosticSeverity, ExecuteCommandParams, LSPAny, MessageType, ProgressToken,
    WorkDoneProgressCancelParams,
};

use super::commands::{draft_of, folders_of};
use super::pull::Seen;
use super::server::Server;
use super::survey::Course;
use super::tasks;

impl Server {
    /// Reads all drafts in the folder that is named, or in all that are open, and has the editor show what is found.
    pub(super) async fn check_folder(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let folders = folders_of(draft_of(&params.arguments).as_ref(), &self.folders.all());
        if folders.is_empty() {
            return Err(Error::invalid_params("open a folder, or name one: {\"uri\": …}"));
        }
        let course = Arc::<Course>::default();
        let work = self.look_around(folders.clone(), |_| true, course.clone());
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

    /// Has the editor show what is found in drafts that it has not opened. One that asks all the time will ask, but for those
    /// that it is not told of then.
    async fn pin(&self, folders: &[PathBuf], mut seen: Vec<Seen>) {
        if self.folders.is_watched() {
            self.folders.ring();
            seen.retain(|one| !one.listed);
        }
        for (uri, diagnostics) in self.board.replace(folders, seen) {
            self.client.publish_diagnostics(uri, diagnostics, None).await;
        }
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
