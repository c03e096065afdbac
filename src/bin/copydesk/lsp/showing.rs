//! Pages that the editor is asked to open: fact sheets, and the manual.

use std::path::Path;

use copydesk::Check;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{LSPAny, MessageType, ShowDocumentParams, Uri};

use super::asked::Asked;
use super::commands;
use super::server::Server;
use crate::manual;

impl Server {
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
        let show =
            ShowDocumentParams { uri, external: Some(outside), take_focus: Some(true), selection: None };
        let client = self.client.clone();
        tokio::spawn(async move { client.show_document(show).await });
        true
    }
}
