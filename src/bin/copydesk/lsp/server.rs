//! The server: what the parts share that answer the editor.

use std::sync::{Arc, OnceLock};

use copydesk::Analyst;
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{MessageType, Uri};

use super::abilities::Abilities;
use super::asked::Asked;
use super::board::Board;
use super::closed::Closed;
use super::documents::{Desk, Documents};
use super::end::End;
use super::folders::Folders;
use super::houses::Houses;
use super::survey::Survey;
use super::tasks::Tasks;
use super::worker::Worker;
use crate::guard::guarded;

/// The server: the open documents, and what the editor said of itself. Its copies are one and the same.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(super) client: Client,
    pub(super) documents: Documents,
    pub(super) abilities: Arc<OnceLock<Arc<Abilities>>>,
    pub(super) houses: Arc<Houses>,
    /// The folders that are open in the editor.
    pub(super) folders: Arc<Folders>,
    /// What was found in drafts that are not open.
    pub(super) survey: Arc<Survey>,
    /// Which drafts were open.
    pub(super) closed: Arc<Closed>,
    /// What was sent of them unasked.
    pub(super) board: Arc<Board>,
    /// What takes its time, and can be stopped.
    pub(super) tasks: Arc<Tasks>,
    pub(super) end: Arc<End>,
}

impl Server {
    /// A server that talks to `client`, and tells `end` what it learns of it.
    pub(crate) fn new(client: Client, end: Arc<End>) -> Self {
        Self {
            client,
            documents: Documents::default(),
            abilities: Arc::default(),
            houses: Arc::default(),
            folders: Arc::default(),
            survey: Arc::default(),
            closed: Arc::default(),
            board: Arc::default(),
            tasks: Arc::default(),
            end,
        }
    }

    /// What the editor can do.
    pub(super) fn abilities(&self) -> &Arc<Abilities> {
        self.abilities.get_or_init(Arc::default)
    }

    /// Starts the worker of a document.
    pub(super) fn hire(&self, uri: Uri, desk: Desk) {
        let (client, abilities) = (self.client.clone(), self.abilities().clone());
        let documents = self.documents.clone();
        let worker = Worker { uri, client, abilities, documents, desk, analyst: Analyst::default() };
        tokio::spawn(worker.run());
    }

    /// The answer to a question about the latest text of a draft, made off the threads that talk to the editor; nothing
    /// where the draft is unknown, or the library panicked.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        uri: Uri,
        work: impl FnOnce(Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let reading = self.documents.reading(&uri).await;
        let abilities = self.abilities().clone();
        let answer = move || work(Asked { reading: &*reading?, uri: &uri, abilities: &abilities });
        match spawn_blocking(|| guarded(answer)).await {
            Ok(Err(fault)) if fault.is_news() => self.client.show_message(MessageType::ERROR, fault).await,
            Ok(Ok(answer)) => return Ok(answer),
            _ => {}
        }
        Ok(None)
    }

    /// Has the editor ask anew for what stands beside the text: nothing was edited, so it would not.
    pub(super) fn refresh_hints(&self) {
        if self.abilities().refreshes_hints {
            let client = self.client.clone();
            tokio::spawn(async move { client.inlay_hint_refresh().await });
        }
    }
}
