//! What the editor at the other end can do.

use tower_lsp::ls_types::{
    ClientCapabilities, HoverClientCapabilities, MarkupKind, PublishDiagnosticsClientCapabilities,
};

use super::translate::Encoding;

/// What the editor said that it can do, as far as it matters here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Abilities {
    /// What positions count.
    pub(crate) encoding: Encoding,
    /// It shows the other places that a diagnostic speaks of.
    pub(crate) related: bool,
    /// It gives back what a diagnostic carries.
    pub(crate) data: bool,
    /// It links a diagnostic to its page.
    pub(crate) code_description: bool,
    /// It checks the version of the text before it applies a fix.
    pub(crate) versioned_edits: bool,
    /// It shows Markdown on hover.
    pub(crate) markdown: bool,
    /// It asks anew for what it shows beside the text, when told to.
    pub(crate) refreshes_hints: bool,
    /// It takes an outline whose entries have more than a name and a place.
    pub(crate) symbol_tree: bool,
    /// It asks what will be renamed before it renames.
    pub(crate) prepare_rename: bool,
    /// It tells of changes to files, when asked to.
    pub(crate) watches_files: bool,
    /// It asks for findings itself, and asks again when told to: then none are sent to it unasked.
    pub(crate) pulls: bool,
    /// It tells what is set for a folder.
    pub(crate) tells_settings: bool,
    /// It shows how far work has come.
    pub(crate) shows_progress: bool,
    /// It opens a document when asked to.
    pub(crate) shows_documents: bool,
}

impl Abilities {
    /// Reads them from what the editor sent; an editor that says nothing can do nothing.
    pub(crate) fn of(client: &ClientCapabilities) -> Self {
        let text = client.text_document.as_ref();
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref());
        let said = |ability: fn(&PublishDiagnosticsClientCapabilities) -> Option<bool>| {
            diagnostics.and_then(ability).unwrap_or(false)
        };
        Self {
            encoding: encoding(client),
            related: said(|diagnostics| diagnostics.related_information),
            data: said(|diagnostics| diagnostics.data_support),
            code_description: said(|diagnostics| diagnostics.code_description_support),
            versioned_edits: versioned_edits(client),
            markdown: hover.is_some_and(shows_markdown),
            refreshes_hints: refreshes_hints(client),
            symbol_tree: text
                .and_then(|text| text.document_symbol.as_ref())
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                .unwrap_or(false),
            prepare_rename: text
                .and_then(|text| text.rename.as_ref())
                .and_then(|rename| rename.prepare_support)
                .unwrap_or(false),
            watches_files: watches_files(client),
            pulls: pulls(client),
            tells_settings: client
                .workspace
                .as_ref()
                .and_then(|workspace| workspace.configuration)
                .unwrap_or(false),
            shows_progress: client
                .window
                .as_ref()
                .and_then(|window| window.work_done_progress)
                .unwrap_or(false),
            shows_documents: client
                .window
                .as_ref()
                .and_then(|window| window.show_document.as_ref())
                .is_some_and(|show| show.support),
        }
    }
}

/// The first encoding on the editor's list that is known; UTF-16, which every editor speaks, if there is no list.
fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    offered.into_iter().flatten().find_map(Encoding::of).unwrap_or_default()
}

/// Whether a fix can say which version of the text it is for.
fn versioned_edits(client: &ClientCapabilities) -> bool {
    let edits = client.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
    edits.and_then(|edits| edits.document_changes).unwrap_or(false)
}

/// Whether the editor may be told to ask anew for hints.
fn refreshes_hints(client: &ClientCapabilities) -> bool {
    let hints = client.workspace.as_ref().and_then(|workspace| workspace.inlay_hint.as_ref());
    hints.and_then(|hints| hints.refresh_support).unwrap_or(false)
}

/// Whether the editor can be asked to tell of changes to files.
fn watches_files(client: &ClientCapabilities) -> bool {
    let files = client.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
    files.and_then(|files| files.dynamic_registration).unwrap_or(false)
}

/// Whether the editor asks for findings. One that cannot be told to ask again would never hear of what waited for a pause,
/// so findings are sent to it as of old.
fn pulls(client: &ClientCapabilities) -> bool {
    let asks = client.text_document.as_ref().is_some_and(|text| text.diagnostic.is_some());
    let diagnostics = client.workspace.as_ref().and_then(|workspace| workspace.diagnostics.as_ref());
    asks && diagnostics.and_then(|diagnostics| diagnostics.refresh_support).unwrap_or(false)
}

/// Whether a hover may be Markdown.
fn shows_markdown(hover: &HoverClientCapabilities) -> bool {
    hover.content_format.as_ref().is_some_and(|formats| formats.contains(&MarkupKind::Markdown))
}
