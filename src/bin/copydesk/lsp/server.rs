//! The server: what the parts share that answer the editor.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use copydesk::{Analyst, Check};
use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ConfigurationItem, LSPAny, MessageType, ShowDocumentParams, Uri};

use super::abilities::Abilities;
use super::asked::Asked;
use super::board::Board;
use super::closed::Closed;
use super::commands;
use super::documents::{Desk, Documents};
use super::end::End;
use super::folders::{Folders, address};
use super::houses::Houses;
use super::settings;
use super::survey::Survey;
use super::tasks::Tasks;
use super::worker::Worker;
use crate::guard::guarded;
use crate::manual;

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
        let worker = Worker {
            uri,
            client,
            abilities,
            documents,
            desk,
            analyst: Analyst::default(),
        };
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

    /// Has the editor open the fact sheet of a draft; one that opens no documents is told where it is.
    pub(super) async fn show_facts(&self, draft: Option<Uri>) -> Result<Option<LSPAny>> {
        let write = |asked: Asked| commands::fact_sheet(asked.reading, asked.uri).ok();
        let draft = draft.ok_or_else(|| Error::invalid_params("name a draft: {\"uri\": …}"))?;
        let Some(sheet) = self.ask(draft, write).await? else {
            return Err(Error::invalid_params(
                "the draft is not open, or no file can be written for its sheet",
            ));
        };
        if !self.show_file(&sheet, true) {
            self.client.show_message(MessageType::INFO, sheet.display()).await;
        }
        Ok(None)
    }

    /// Has the editor open the page about a check; one that opens no documents is told what it says first.
    pub(super) async fn show_page(&self, check: Option<&'static Check>) -> Result<Option<LSPAny>> {
        let check = check.ok_or_else(|| Error::invalid_params("name a check: {\"check\": …}"))?;
        let shows = self.abilities().shows_documents;
        let page = if shows { spawn_blocking(|| commands::page_of(check).ok()).await } else { Ok(None) };
        if !page.ok().flatten().is_some_and(|page| self.show_file(&page, false)) {
            let text = format!("{}: {}", check.name, manual::summary(check));
            self.client.show_message(MessageType::INFO, text).await;
        }
        Ok(None)
    }

    /// Has the editor open a file, or have it opened outside, as a page for the browser; says whether it can.
    fn show_file(&self, file: &Path, outside: bool) -> bool {
        let uri = Uri::from_file_path(file).filter(|_| self.abilities().shows_documents);
        let Some(uri) = uri else { return false };
        let show = ShowDocumentParams { uri, external: Some(outside), take_focus: Some(true), selection: None };
        let client = self.client.clone();
        tokio::spawn(async move { client.show_document(show).await });
        true
    }

    /// Has the editor ask anew for what stands beside the text: nothing was edited, so it would not.
    pub(super) fn refresh_hints(&self) {
        if self.abilities().refreshes_hints {
            let client = self.client.clone();
            tokio::spawn(async move { client.inlay_hint_refresh().await });
        }
    }

    /// Takes the editor's settings over, and says in its log what is wrong with them.
    pub(super) fn configure(&self, value: &Value) {
        let (above, complaints) = settings::parse(value);
        self.houses.set_above(above);
        self.furnish();
        self.log(complaints);
    }

    /// Asks the editor what it has set for each folder, where it can tell; what it has set for all of them holds meanwhile.
    pub(super) fn ask_settings(&self) {
        let folders = self.folders.all();
        if !self.abilities().tells_settings || folders.is_empty() {
            return;
        }
        let item = |folder: &PathBuf| ConfigurationItem {
            scope_uri: address(folder),
            section: Some(settings::SECTION.to_owned()),
        };
        let (server, items) = (self.clone(), folders.iter().map(item).collect());
        tokio::spawn(async move {
            let Ok(told) = server.client.configuration(items).await else { return };
            let told = folders.into_iter().zip(told).filter(|(_, value)| value.is_object());
            let (houses, complaints): (Vec<_>, Vec<_>) = told
                .map(|(folder, value)| (folder, settings::parse(&value)))
                .map(|(folder, (house, complaints))| ((folder, house), complaints))
                .unzip();
            server.houses.set_above_in(houses);
            server.furnish();
            server.log(complaints.into_iter().flatten().collect());
        });
    }

    /// Says in the editor's log what is wrong with settings, the same thing once.
    fn log(&self, mut complaints: Vec<String>) {
        complaints.sort();
        complaints.dedup();
        let client = self.client.clone();
        tokio::spawn(async move {
            for complaint in complaints {
                client.log_message(MessageType::WARNING, complaint).await;
            }
        });
    }

    /// Reads every draft anew with what holds for it now.
    pub(super) fn furnish(&self) {
        self.documents.change_all(|uri, draft| {
            let house = self.houses.of(uri);
            if *draft.house() != house {
                draft.configure(house);
            }
        });
        self.tell_of_houses();
        self.folders.ring();
    }

    /// Shows what is wrong with files of the house, and takes off the screen what was put right.
    pub(super) fn tell_of_houses(&self) {
        for (uri, diagnostics) in self.houses.news(self.abilities().encoding) {
            let client = self.client.clone();
            tokio::spawn(async move { client.publish_diagnostics(uri, diagnostics, None).await });
        }
    }
}
