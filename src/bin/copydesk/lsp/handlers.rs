//! The protocol's messages, each handed to whom it concerns.

use std::sync::Arc;

use anyhow::anyhow;
use tokio::task::spawn_blocking;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight,
    DocumentHighlightParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams,
    GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams, InitializeResult,
    InitializedParams, InlayHint, InlayHintParams, LSPAny, Location, MessageType, PrepareRenameResponse,
    ReferenceParams, RenameParams, ServerInfo, TextDocumentPositionParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit,
};

use super::abilities::Abilities;
use super::actions::actions;
use super::asked::Asked;
use super::capabilities::capabilities;
use super::commands::{self, ABOUT, CHECK_FOLDER, FACTS};
use super::completion::completion;
use super::draft::Draft;
use super::houses;
use super::hover::hover_at;
use super::inlay::hints;
use super::lens::lenses;
use super::names;
use super::outline::outline;
use super::pull;
use super::server::Server;

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        // A second `initialize` is refused before it comes here.
        let _ = self.abilities.set(Arc::new(Abilities::of(&params.capabilities)));
        self.folders.open(&params.workspace_folders.unwrap_or_default());
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
        self.ask_settings();
        if self.abilities().watches_files {
            let (client, watch) = (self.client.clone(), houses::watch(self.abilities().pulls));
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
        }
        self.ask_settings();
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let draft = Draft::open(params.text_document, self.houses.of(&uri));
        self.tell_of_houses();
        if let Some(desk) = self.documents.open(uri.clone(), draft) {
            self.hire(uri.clone(), desk);
        }
        self.unpin(&uri);
        self.folders.ring();
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
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.documents.close(&params.text_document.uri);
        self.leave(&params.text_document.uri);
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let shown = self.documents.shown(&params.text_document.uri).await;
        Ok(pull::of_draft(shown.as_deref(), params.previous_result_id.as_deref()))
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let waits = params.partial_result_params.partial_result_token.is_some();
        Ok(self.all_findings(&params.previous_result_ids, waits).await.into())
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
        self.ask(uri, move |asked| Some(actions(asked, &params))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(params.text_document.uri, lenses).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        match params.command.as_str() {
            FACTS => return self.show_facts(commands::draft_of(&params.arguments)).await,
            ABOUT => return self.show_page(commands::check_of(&params.arguments)).await,
            CHECK_FOLDER => return self.check_folder(params).await,
            _ => {}
        }
        let folders = self.folders.all();
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
        self.folders.change(&params.event.added, &params.event.removed);
        self.ask_settings();
    }
}
