//! The protocol's messages, each handed to whom it concerns.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::anyhow;
use copydesk::Analyst;
use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability, CodeActionResponse,
    CodeLens, CodeLensOptions, CodeLensParams, CompletionOptions, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentHighlight, DocumentHighlightParams, DocumentSymbolParams,
    DocumentSymbolResponse, ExecuteCommandOptions, ExecuteCommandParams, GotoDefinitionParams,
    GotoDefinitionResponse, Hover, HoverParams, HoverProviderCapability, InitializeParams, InitializeResult,
    InitializedParams, InlayHint, InlayHintParams, LSPAny, Location, MessageType, OneOf,
    PrepareRenameResponse, ReferenceParams, RenameOptions, RenameParams, ServerCapabilities, ServerInfo,
    ShowDocumentParams, TextDocumentPositionParams, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri, WorkspaceEdit, WorkspaceFolder,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};
use tower_lsp::{Client, LanguageServer};

use super::abilities::Abilities;
use super::actions::quick_fixes;
use super::commands::{self, COMMANDS, FACTS};
use super::completion::completion;
use super::documents::{Desk, Documents};
use super::draft::Draft;
use super::end::End;
use super::houses::{self, Houses};
use super::hover::hover_at;
use super::inlay::hints;
use super::lens::lenses;
use super::names;
use super::outline::outline;
use super::settings;
use super::translate::Translator;
use super::worker::{Reading, Worker};
use crate::guard::guarded;

/// The server: the open documents, and what the editor said of itself.
#[derive(Debug)]
pub(crate) struct Server {
    client: Client,
    documents: Documents,
    abilities: OnceLock<Arc<Abilities>>,
    houses: Arc<Houses>,
    /// The folders that are open in the editor.
    folders: Mutex<Vec<PathBuf>>,
    end: Arc<End>,
}

impl Server {
    /// A server that talks to `client`, and tells `end` what it learns of it.
    pub(crate) fn new(client: Client, end: Arc<End>) -> Self {
        Self {
            client,
            documents: Documents::default(),
            abilities: OnceLock::new(),
            houses: Arc::default(),
            folders: Mutex::default(),
            end,
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

    /// The answer to a question about the latest text of a draft, made off the threads that talk to the editor; nothing
    /// where the draft is unknown, or the library panicked.
    async fn ask<T: Send + 'static>(
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
    async fn show_facts(&self, draft: Option<Uri>) -> Result<Option<LSPAny>> {
        let write = |asked: Asked| commands::fact_sheet(asked.reading, asked.uri).ok();
        let draft = draft.ok_or_else(|| Error::invalid_params("name a draft: {\"uri\": …}"))?;
        let Some(sheet) = self.ask(draft, write).await? else {
            return Err(Error::invalid_params(
                "the draft is not open, or no file can be written for its sheet",
            ));
        };
        match Uri::from_file_path(&sheet).filter(|_| self.abilities().shows_documents) {
            Some(uri) => {
                let show =
                    ShowDocumentParams { uri, external: Some(true), take_focus: Some(true), selection: None };
                let client = self.client.clone();
                tokio::spawn(async move { client.show_document(show).await });
            }
            None => self.client.show_message(MessageType::INFO, sheet.display()).await,
        }
        Ok(None)
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
        let folders = paths(&params.workspace_folders.unwrap_or_default());
        *self.folders.lock().unwrap_or_else(PoisonError::into_inner) = folders;
        if let Some(editor) = params.process_id {
            tokio::spawn(self.end.clone().watch(editor));
        }
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
        // The editor is still busy with itself: time to get ready for its first draft.
        spawn_blocking(copydesk::warm_up);
        if self.abilities().watches_files {
            let (client, watch) = (self.client.clone(), houses::watch());
            // A client that refuses has said that it could; then saving a draft has to do.
            tokio::spawn(async move { client.register_capability(vec![watch]).await });
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.end.announce();
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
        self.ask(text_document.uri, move |asked| hover_at(asked, position)).await
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
        self.ask(uri, move |asked| Some(quick_fixes(asked, &params))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(params.text_document.uri, lenses).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        if params.command == FACTS {
            return self.show_facts(commands::draft_of(&params.arguments)).await;
        }
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let work = move || commands::execute(&params.command, params.arguments, &folders);
        let outcome = spawn_blocking(work).await.unwrap_or_else(|_| Err(anyhow!("copydesk broke")));
        if let Err(error) = outcome {
            let message = format!("Copydesk: {error:#}");
            self.client.show_message(MessageType::ERROR, &message).await;
            return Err(Error { message: message.into(), ..Error::internal_error() });
        }
        self.furnish();
        Ok(None)
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = paths(&params.event.removed);
        folders.retain(|folder| !gone.contains(folder));
        folders.extend(paths(&params.event.added));
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

/// The folders that the editor names, as paths.
fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|folder| Some(folder.uri.to_file_path()?.into_owned())).collect()
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
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
        inlay_hint_provider: Some(OneOf::Left(true)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        rename_provider: Some(rename_provider(abilities)),
        completion_provider: Some(CompletionOptions::default()),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: COMMANDS.map(str::to_owned).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            ..WorkspaceServerCapabilities::default()
        }),
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
