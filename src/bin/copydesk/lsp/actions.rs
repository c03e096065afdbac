//! Fixes as quick fixes.

use copydesk::{Finding, Fix, Span};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::abilities::Abilities;
use super::diagnostics::{diagnostic, text_edits};
use super::server::Asked;
use super::switches::switches;
use super::worker::Reading;

/// The fixes of the findings in the range that was asked about, and below them the ways to switch these findings off.
pub(crate) fn quick_fixes(asked: Asked<'_>, wanted: &CodeActionParams) -> CodeActionResponse {
    if !wants_quick_fixes(wanted) {
        return Vec::new();
    }
    let span = asked.translator().span(wanted.range);
    let findings = &asked.reading.analysis.findings;
    let here = findings.iter().filter(|finding| meet(finding.span, span)).collect::<Vec<_>>();
    let fixes = here.iter().flat_map(|finding| fixes(finding, asked.reading, asked.uri, asked.abilities));
    fixes.chain(here.iter().flat_map(|finding| switches(finding, asked))).map(Into::into).collect()
}

/// Whether quick fixes are among the kinds that were asked for. A kind stands for those below it, `""` for all.
fn wants_quick_fixes(wanted: &CodeActionParams) -> bool {
    let kinds = wanted.context.only.as_ref();
    kinds.is_none_or(|kinds| {
        kinds.contains(&CodeActionKind::QUICKFIX) || kinds.contains(&CodeActionKind::EMPTY)
    })
}

/// Whether two spans share a byte or touch; a cursor just behind a word still means the word.
fn meet(left: Span, right: Span) -> bool {
    left.start <= right.end && right.start <= left.end
}

/// The fixes of one finding; the first is the one that "fix this" means.
fn fixes(finding: &Finding, reading: &Reading, uri: &Uri, abilities: &Abilities) -> Vec<CodeAction> {
    let actions = finding.fixes.iter().enumerate().map(|(rank, fix)| CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(finding, reading, uri, abilities)]),
        edit: Some(workspace_edit(fix, reading, uri, abilities)),
        is_preferred: Some(rank == 0),
        ..CodeAction::default()
    });
    actions.collect()
}

/// A fix as an edit.
fn workspace_edit(fix: &Fix, reading: &Reading, uri: &Uri, abilities: &Abilities) -> WorkspaceEdit {
    edited(text_edits(fix, reading.draft.translator(abilities.encoding)), reading, uri, abilities)
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
