//! One worker a document: reads the latest draft, and is the only one who says what is to be seen of it.

use std::sync::Arc;
use std::time::Duration;

use copydesk::{Analysis, Analyst};
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::ls_types::{Diagnostic, MessageType, Uri};

use super::abilities::Abilities;
use super::diagnostics::diagnostics;
use super::documents::{Desk, Documents};
use super::draft::Draft;
use super::reading::Reading;
use super::shown::Shown;
use super::typing::speaks_of;
use crate::guard::{self, Fault};

/// Reads one document for as long as it is open.
#[derive(Debug)]
pub(crate) struct Worker {
    /// The document.
    pub(crate) uri: Uri,
    /// Where to publish.
    pub(crate) client: Client,
    /// What the client can do.
    pub(crate) abilities: Arc<Abilities>,
    /// Where the document is forgotten once it is closed.
    pub(crate) documents: Documents,
    /// The drafts and where the readings go.
    pub(crate) desk: Desk,
    /// Remembers the paragraphs that did not change.
    pub(crate) analyst: Analyst,
}

impl Worker {
    /// Reads draft after draft, until the document is forgotten.
    pub(crate) async fn run(mut self) {
        loop {
            let latest = self.desk.draft.borrow_and_update().clone();
            match latest {
                Some(draft) => self.read(draft).await,
                None => self.close().await,
            }
            if self.desk.draft.changed().await.is_err() {
                return;
            }
        }
    }

    /// Reads a draft and publishes what was found, unless the text has changed meanwhile. What speaks of the word that is
    /// being typed waits until the reporter pauses.
    async fn read(&mut self, draft: Arc<Draft>) {
        let (reading, diagnostics) = match self.analyse(draft.clone()).await {
            Ok(read) => read,
            Err(fault) => return self.give_up(draft, fault).await,
        };
        let reading = Arc::new(reading);
        self.desk.reading.send_replace(Some(reading.clone()));
        if self.is_superseded() {
            return;
        }
        let (at_once, all) = self.held_back(&reading, diagnostics);
        self.show(Shown::of(&reading, at_once)).await;
        if let Some(all) = all
            && self.pauses(draft.house().pause()).await
        {
            self.show(Shown::of(&reading, all)).await;
        }
    }

    /// What to show at once; and all of it, where some of it has to wait. What is shown already stays.
    fn held_back(
        &self,
        reading: &Reading,
        diagnostics: Vec<Diagnostic>,
    ) -> (Vec<Diagnostic>, Option<Vec<Diagnostic>>) {
        let patient = !reading.draft.house().pause().is_zero();
        let Some(word) = reading.draft.typed.filter(|_| patient) else { return (diagnostics, None) };
        let shown = self.desk.shown.borrow().clone();
        let shown = shown.iter().flat_map(|shown| &shown.diagnostics);
        let is_new = |diagnostic: &Diagnostic| {
            !shown.clone().any(|shown| shown.code == diagnostic.code && shown.message == diagnostic.message)
        };
        let both = reading.analysis.findings.iter().zip(&diagnostics);
        let waits = both
            .map(|(finding, diagnostic)| speaks_of(finding, word) && is_new(diagnostic))
            .collect::<Vec<_>>();
        if !waits.contains(&true) {
            return (diagnostics, None);
        }
        let at_once = diagnostics.iter().zip(waits).filter(|(_, waits)| !waits);
        (at_once.map(|(diagnostic, _)| diagnostic.clone()).collect(), Some(diagnostics))
    }

    /// Waits for as long as the house wants, and says whether nothing was typed meanwhile.
    async fn pauses(&mut self, pause: Duration) -> bool {
        let mut later = self.desk.draft.clone();
        // Both a change and the end of the document mean that this text is past.
        tokio::time::timeout(pause, later.changed()).await.is_err()
    }

    /// Has the editor show these diagnostics and no others: sends them, or leaves them for when it asks.
    ///
    /// An editor asks when it has edited. Where more is to be seen, or less, of a text that it knows, it has to be told to.
    async fn show(&mut self, shown: Shown) {
        let shown = Arc::new(shown);
        let before = self.desk.shown.send_replace(Some(shown.clone()));
        if !self.abilities.pulls {
            let diagnostics = shown.diagnostics.clone();
            return self.client.publish_diagnostics(self.uri.clone(), diagnostics, Some(shown.version)).await;
        }
        if before.is_some_and(|before| before.version == shown.version && before.id() != shown.id()) {
            let client = self.client.clone();
            tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
        }
    }

    /// Reads a draft on a thread that may take its time; the fault where the library panicked.
    ///
    /// The analyst goes along and comes back, so that one that panicked half-way is never used again.
    async fn analyse(&mut self, draft: Arc<Draft>) -> Result<(Reading, Vec<Diagnostic>), Option<Fault>> {
        let (uri, abilities) = (self.uri.clone(), self.abilities.clone());
        let mut analyst = std::mem::take(&mut self.analyst);
        let work = move || {
            guard::rehearse(&draft.text);
            let reading = Reading { analysis: draft.read(&mut analyst), draft };
            let diagnostics = diagnostics(&reading, &uri, &abilities);
            (reading, diagnostics, analyst)
        };
        // A thread that was never started is no fault that anybody could report.
        let done = spawn_blocking(|| guard::guarded(work)).await.map_err(|_| None)?;
        let (reading, diagnostics, analyst) = done.map_err(Some)?;
        self.analyst = analyst;
        Ok((reading, diagnostics))
    }

    /// Leaves the diagnostics as they are, and answers those who wait for this draft that nothing is known of it. The
    /// writer is told once of each fault, and never with words of the draft.
    async fn give_up(&mut self, draft: Arc<Draft>, fault: Option<Fault>) {
        let message = format!("copydesk broke on version {} of {}", draft.version, self.uri.as_str());
        let before = self.desk.shown.borrow().clone();
        let stays = before.map(|before| before.diagnostics.clone()).unwrap_or_default();
        let reading = Reading { draft, analysis: Analysis::default() };
        self.desk.shown.send_replace(Some(Arc::new(Shown::of(&reading, stays))));
        self.desk.reading.send_replace(Some(Arc::new(reading)));
        if let Some(fault) = fault.filter(Fault::is_news) {
            self.client.log_message(MessageType::ERROR, message).await;
            self.client.show_message(MessageType::ERROR, fault).await;
        }
    }

    /// Takes the findings off the screen and forgets the document.
    async fn close(&mut self) {
        self.desk.shown.send_replace(None);
        // An editor that asks for findings knows itself that it shows none of a draft that it has closed.
        if !self.abilities.pulls {
            self.client.publish_diagnostics(self.uri.clone(), Vec::new(), None).await;
        }
        self.analyst = Analyst::default();
        self.documents.forget(&self.uri);
    }

    /// Whether there is a newer draft. Its diagnostics will come, and these would only flicker.
    fn is_superseded(&self) -> bool {
        self.desk.draft.has_changed().unwrap_or(true)
    }
}
