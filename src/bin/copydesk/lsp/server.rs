//! The protocol's messages, each handed to whom it concerns.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use copydesk::Analyst;
use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability, CodeActionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, Hover, HoverParams, HoverProviderCapability, InitializeParams,
    InitializeResult, MessageType, ServerCapabilities, ServerInfo, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions,
};
use tower_lsp::{Client, LanguageServer};

use super::abilities::Abilities;
use super::actions::quick_fixes;
use super::documents::{Desk, Documents};
use super::draft::Draft;
use super::hover::hover_at;
use super::settings::Settings;
use super::worker::Worker;

/// The server: the open documents, and what the editor said of itself.
#[derive(Debug)]
pub(crate) struct Server {
    client: Client,
    documents: Documents,
    abilities: OnceLock<Arc<Abilities>>,
    settings: RwLock<Settings>,
    shut_down: Arc<AtomicBool>,
}

impl Server {
    /// A server that talks to `client`, and sets `shut_down` when it was asked to.
    pub(crate) fn new(client: Client, shut_down: Arc<AtomicBool>) -> Self {
        Self {
            client,
            documents: Documents::default(),
            abilities: OnceLock::new(),
            settings: RwLock::default(),
            shut_down,
        }
    }

    /// What the editor can do.
    fn abilities(&self) -> &Arc<Abilities> {
        self.abilities.get_or_init(Arc::default)
    }

    /// Starts the worker of a document.
    fn hire(&self, uri: tower_lsp::ls_types::Uri, desk: Desk) {
        let (client, abilities) = (self.client.clone(), self.abilities().clone());
        let documents = self.documents.clone();
        let worker = Worker { uri, client, abilities, documents, desk, analyst: Analyst::default() };
        tokio::spawn(worker.run());
    }

    /// Takes settings over, and says in the editor's log what is wrong with them.
    fn configure(&self, value: &Value) {
        let (settings, complaints) = Settings::parse(value);
        self.documents.change_all(|draft| draft.configure(&settings));
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = settings;
        for complaint in complaints {
            let client = self.client.clone();
            tokio::spawn(async move { client.log_message(MessageType::WARNING, complaint).await });
        }
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        // A second `initialize` is refused before it comes here.
        let _ = self.abilities.set(Arc::new(Abilities::of(&params.capabilities)));
        self.configure(&params.initialization_options.unwrap_or_default());
        Ok(InitializeResult {
            capabilities: capabilities(self.abilities()),
            server_info: Some(ServerInfo {
                name: "copydesk".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        })
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut_down.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        // Editors that expect to be asked for their settings send `null`, which says nothing.
        if !params.settings.is_null() {
            self.configure(&params.settings);
        }
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let settings = self.settings.read().unwrap_or_else(PoisonError::into_inner);
        let draft = Draft::open(params.text_document, &settings);
        if let Some(desk) = self.documents.open(uri.clone(), draft) {
            self.hire(uri, desk);
        }
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let (document, encoding) = (params.text_document, self.abilities().encoding);
        let edit = |draft: &mut Draft| draft.edit(document.version, params.content_changes, encoding);
        self.documents.change(&document.uri, edit);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.documents.close(&params.text_document.uri);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let place = params.text_document_position_params;
        let reading = self.documents.reading(&place.text_document.uri).await;
        let abilities = self.abilities().clone();
        Ok(aside(move || hover_at(&*reading?, place.position, &abilities)).await)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let reading = self.documents.reading(&params.text_document.uri).await;
        let abilities = self.abilities().clone();
        Ok(aside(move || Some(quick_fixes(&*reading?, &params, &abilities))).await)
    }
}

/// What `work` gives, done off the threads that talk to the editor; nothing where the library panicked.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Option<T> {
    spawn_blocking(work).await.ok().flatten()
}

/// What this server can do.
fn capabilities(abilities: &Abilities) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(abilities.encoding.name()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}
