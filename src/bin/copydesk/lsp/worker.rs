//! One worker a document: reads the latest draft, and is the only one who publishes its diagnostics.

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
use super::typing::speaks_of;

/// A draft and what was understood of it.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The draft.
    pub(crate) draft: Arc<Draft>,
    /// What was understood of it.
    pub(crate) analysis: Analysis,
}

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
    /// What the editor shows.
    pub(crate) shown: Vec<Diagnostic>,
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
        let Some((reading, diagnostics)) = self.analyse(draft.clone()).await else {
            return self.give_up(draft).await;
        };
        let reading = Arc::new(reading);
        self.desk.reading.send_replace(Some(reading.clone()));
        if self.is_superseded() {
            return;
        }
        let (at_once, all) = self.held_back(&reading, diagnostics);
        self.publish(at_once, draft.version).await;
        if let Some(all) = all
            && self.pauses(draft.house().pause()).await
        {
            self.publish(all, draft.version).await;
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
        let is_new = |diagnostic: &Diagnostic| {
            !self
                .shown
                .iter()
                .any(|shown| shown.code == diagnostic.code && shown.message == diagnostic.message)
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

    /// Shows these diagnostics and no others.
    async fn publish(&mut self, diagnostics: Vec<Diagnostic>, version: i32) {
        self.shown.clone_from(&diagnostics);
        self.client.publish_diagnostics(self.uri.clone(), diagnostics, Some(version)).await;
    }

    /// Reads a draft on a thread that may take its time; `None` where the library panicked.
    ///
    /// The analyst goes along and comes back, so that one that panicked half-way is never used again.
    async fn analyse(&mut self, draft: Arc<Draft>) -> Option<(Reading, Vec<Diagnostic>)> {
        let (uri, abilities) = (self.uri.clone(), self.abilities.clone());
        let mut analyst = std::mem::take(&mut self.analyst);
        let work = spawn_blocking(move || {
            let reading = Reading { analysis: draft.read(&mut analyst), draft };
            let diagnostics = diagnostics(&reading, &uri, &abilities);
            (reading, diagnostics, analyst)
        });
        let (reading, diagnostics, analyst) = work.await.ok()?;
        self.analyst = analyst;
        Some((reading, diagnostics))
    }

    /// Leaves the diagnostics as they are, and answers those who wait for this draft that nothing is known of it.
    async fn give_up(&mut self, draft: Arc<Draft>) {
        let message = format!("copydesk broke on version {} of {}", draft.version, self.uri.as_str());
        self.desk.reading.send_replace(Some(Arc::new(Reading { draft, analysis: Analysis::default() })));
        self.client.log_message(MessageType::ERROR, message).await;
    }

    /// Takes the findings off the screen and forgets the document.
    async fn close(&mut self) {
        self.shown.clear();
        self.client.publish_diagnostics(self.uri.clone(), Vec::new(), None).await;
        self.analyst = Analyst::default();
        self.documents.forget(&self.uri);
    }

    /// Whether there is a newer draft. Its diagnostics will come, and these would only flicker.
    fn is_superseded(&self) -> bool {
        self.desk.draft.has_changed().unwrap_or(true)
    }
}
