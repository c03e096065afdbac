//! The protocol's messages, each handed to whom it concerns.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use copydesk::Analyst;
use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability, CodeActionResponse,
    CompletionOptions, CompletionParams, CompletionResponse, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentHighlight, DocumentHighlightParams,
    DocumentSymbolParams, DocumentSymbolResponse, GotoDefinitionParams, GotoDefinitionResponse, Hover,
    HoverParams, HoverProviderCapability, InitializeParams, InitializeResult, InitializedParams, InlayHint,
    InlayHintParams, Location, MessageType, OneOf, PrepareRenameResponse, ReferenceParams, RenameOptions,
    RenameParams, ServerCapabilities, ServerInfo, TextDocumentPositionParams, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri, WorkspaceEdit,
};
use tower_lsp::{Client, LanguageServer};

use super::abilities::Abilities;
use super::actions::quick_fixes;
use super::completion::completion;
use super::documents::{Desk, Documents};
use super::draft::Draft;
use super::houses::{self, Houses};
use super::hover::hover_at;
use super::inlay::hints;
use super::names;
use super::outline::outline;
use super::settings;
use super::translate::Translator;
use super::worker::{Reading, Worker};

/// The server: the open documents, and what the editor said of itself.
#[derive(Debug)]
pub(crate) struct Server {
    client: Client,
    documents: Documents,
    abilities: OnceLock<Arc<Abilities>>,
    houses: Arc<Houses>,
    shut_down: Arc<AtomicBool>,
}

impl Server {
    /// A server that talks to `client`, and sets `shut_down` when it was asked to.
    pub(crate) fn new(client: Client, shut_down: Arc<AtomicBool>) -> Self {
        Self {
            client,
            documents: Documents::default(),
            abilities: OnceLock::new(),
            houses: Arc::default(),
            shut_down,
        }
    }

    /// What the editor can do.
    fn abilities(&self) -> &Arc<Abilities> {
        self.abilities.get_or_init(Arc::default)
    }

    /// Starts the worker of a document.
    fn hire(&self, uri: Uri, desk: Desk) {
        let (client, abilities) = (self.client.clone(), self.abilities().clone());
        let documents = self.documents.clone();
        let worker = Worker {
            uri,
            client,
            abilities,
            documents,
            desk,
            analyst: Analyst::default(),
            shown: Vec::new(),
        };
        tokio::spawn(worker.run());
    }

    /// The answer to a question about the latest text of a draft; nothing where the draft is unknown.
    async fn ask<T: Send + 'static>(
        &self,
        uri: Uri,
        work: impl FnOnce(Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let reading = self.documents.reading(&uri).await;
        let abilities = self.abilities().clone();
        let answer = move || work(Asked { reading: &*reading?, uri: &uri, abilities: &abilities });
        Ok(aside(answer).await)
    }

    /// Has the editor ask anew for what stands beside the text: nothing was edited, so it would not.
    fn refresh_hints(&self) {
        if self.abilities().refreshes_hints {
            let client = self.client.clone();
            tokio::spawn(async move { client.inlay_hint_refresh().await });
        }
    }

    /// Takes the editor's settings over, and says in its log what is wrong with them.
    fn configure(&self, value: &Value) {
        let (above, complaints) = settings::parse(value);
        self.houses.set_above(above);
        self.furnish();
        for complaint in complaints {
            let client = self.client.clone();
            tokio::spawn(async move { client.log_message(MessageType::WARNING, complaint).await });
        }
    }

    /// Reads every draft anew with what holds for it now.
    fn furnish(&self) {
        self.documents.change_all(|uri, draft| {
            let house = self.houses.of(uri);
            if *draft.house() != house {
                draft.configure(house);
            }
        });
        self.tell_of_houses();
    }

    /// Shows what is wrong with files of the house, and takes off the screen what was put right.
    fn tell_of_houses(&self) {
        for (uri, diagnostics) in self.houses.news(self.abilities().encoding) {
            let client = self.client.clone();
            tokio::spawn(async move { client.publish_diagnostics(uri, diagnostics, None).await });
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

    async fn initialized(&self, _: InitializedParams) {
        if self.abilities().watches_files {
            let (client, watch) = (self.client.clone(), houses::watch());
            // A client that refuses has said that it could; then saving a draft has to do.
            tokio::spawn(async move { client.register_capability(vec![watch]).await });
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut_down.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        // Editors that expect to be asked for their settings send `null`, which says nothing.
        if !params.settings.is_null() {
            self.configure(&params.settings);
            self.refresh_hints();
        }
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let draft = Draft::open(params.text_document, self.houses.of(&uri));
        self.tell_of_houses();
        if let Some(desk) = self.documents.open(uri.clone(), draft) {
            self.hire(uri, desk);
        }
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let (document, encoding) = (params.text_document, self.abilities().encoding);
        let edit = |draft: &mut Draft| draft.edit(document.version, params.content_changes, encoding);
        self.documents.change(&document.uri, edit);
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        // An editor that watches no files for us at least says that something was saved.
        self.furnish();
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        self.furnish();
        self.refresh_hints();
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.documents.close(&params.text_document.uri);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(text_document.uri, move |asked| hover_at(asked.reading, position, asked.abilities)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(text_document.uri, move |asked| names::definition(asked, position)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let first = params.context.include_declaration;
        self.ask(text_document.uri, move |asked| names::references(asked, position, first)).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.ask(text_document.uri, move |asked| names::highlights(asked, position)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let TextDocumentPositionParams { text_document, position } = params;
        let work = move |asked: Asked| Some(names::prepare_rename(asked, position));
        self.ask(text_document.uri, work).await?.transpose()
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let work = move |asked: Asked| Some(names::rename(asked, position, &params.new_name));
        self.ask(text_document.uri, work).await?.transpose()
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(params.text_document.uri, |asked| Some(outline(asked))).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        self.ask(text_document.uri, move |asked| Some(completion(asked, position))).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let hints = move |asked: Asked| {
            asked.reading.draft.house().date_hints.unwrap_or(false).then(|| hints(asked, params.range))
        };
        self.ask(params.text_document.uri, hints).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri.clone();
        self.ask(uri, move |asked| Some(quick_fixes(asked.reading, &params, asked.abilities))).await
    }
}

/// What a question is about: the reading of the latest text, where it stands, and who asks.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The reading.
    pub(crate) reading: &'a Reading,
    /// The address of the draft.
    pub(crate) uri: &'a Uri,
    /// What the editor can do.
    pub(crate) abilities: &'a Abilities,
}

impl Asked<'_> {
    /// Translates places in the draft.
    pub(crate) fn translator(&self) -> Translator<'_> {
        self.reading.draft.translator(self.abilities.encoding)
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
            save: Some(TextDocumentSyncSaveOptions::Supported(true)),
            ..TextDocumentSyncOptions::default()
        })),
        inlay_hint_provider: Some(OneOf::Left(true)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        rename_provider: Some(rename_provider(abilities)),
        completion_provider: Some(CompletionOptions::default()),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}

/// An editor that cannot ask beforehand what will be renamed must not hear of it.
fn rename_provider(abilities: &Abilities) -> OneOf<bool, RenameOptions> {
    let options =
        RenameOptions { prepare_provider: Some(true), work_done_progress_options: Default::default() };
    if abilities.prepare_rename { OneOf::Right(options) } else { OneOf::Left(true) }
}
