//! Changes to a draft, as editors take them.

use copydesk::Fix;
use tower_lsp::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::abilities::Abilities;
use super::reading::Reading;
use super::translate::Translator;

/// The edits of a fix.
pub(crate) fn text_edits(fix: &Fix, translator: Translator<'_>) -> Vec<TextEdit> {
    fix.edits.iter().map(|edit| TextEdit::new(translator.range(edit.span), edit.text.clone())).collect()
}

/// Edits of a draft, bound to the version of its text if the editor can check that.
pub(crate) fn edited(
    edits: Vec<TextEdit>,
    reading: &Reading,
    uri: &Uri,
    abilities: &Abilities,
) -> WorkspaceEdit {
    if abilities.versioned_edits {
        versioned(edits, reading.draft.version, uri)
    } else {
        WorkspaceEdit { changes: Some([(uri.clone(), edits)].into()), ..WorkspaceEdit::default() }
    }
}

/// Edits that the editor refuses if its text is no longer of that version.
fn versioned(edits: Vec<TextEdit>, version: i32, uri: &Uri) -> WorkspaceEdit {
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: Some(version) };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}
