//! What the menu offers: fixes of findings, ways to have them not shown, their pages; and all sure fixes at once.

use copydesk::{Finding, Fix, Span};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, TextEdit, WorkspaceEdit,
};

use super::asked::Asked;
use super::diagnostics::diagnostic;
use super::edits::{edited, text_edits};
use super::sure::sure_edits;
use super::switches::{about, switches};

/// The kind of the action that makes all sure fixes.
pub(crate) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.copydesk");

/// What the menu offers for the range that was asked about.
pub(crate) fn actions(asked: Asked<'_>, wanted: &CodeActionParams) -> CodeActionResponse {
    let mut actions = Vec::new();
    if wants(wanted, &CodeActionKind::QUICKFIX).unwrap_or(true) {
        actions.extend(quick_fixes(asked, asked.translator().span(wanted.range)));
    }
    // It changes the whole draft, so that nobody meets it who has not asked for it.
    if wants(wanted, &FIX_ALL).unwrap_or(false) {
        actions.extend(fix_all(asked));
    }
    actions.into_iter().map(Into::into).collect()
}

/// Whether a kind is among those that were asked for, if any were. A kind stands for those below it, `""` for all.
fn wants(wanted: &CodeActionParams, kind: &CodeActionKind) -> Option<bool> {
    let holds = |above: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(above.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || above.as_str().is_empty())
    };
    wanted.context.only.as_ref().map(|kinds| kinds.iter().any(holds))
}

/// The fixes of the findings in a place, below them the ways to switch these findings off, and their pages.
fn quick_fixes(asked: Asked<'_>, span: Span) -> Vec<CodeAction> {
    let findings = &asked.reading.analysis.findings;
    let here = findings.iter().filter(|finding| meet(finding.span, span)).collect::<Vec<_>>();
    let fixes = here.iter().flat_map(|finding| fixes(finding, asked));
    let switches = here.iter().flat_map(|finding| switches(finding, asked));
    fixes.chain(switches).chain(here.iter().map(|finding| about(finding, asked))).collect()
}

/// All sure fixes of the draft in one; none where there are none.
fn fix_all(asked: Asked<'_>) -> Option<CodeAction> {
    let edits = sure_edits(&asked.reading.analysis.findings);
    if edits.is_empty() {
        return None;
    }
    let translator = asked.translator();
    let edits =
        edits.iter().map(|edit| TextEdit::new(translator.range(edit.span), edit.text.clone())).collect();
    Some(CodeAction {
        title: asked.reading.analysis.phrase("action-fix-all", &[]),
        kind: Some(FIX_ALL),
        edit: Some(edited(edits, asked.reading, asked.uri, asked.abilities)),
        ..CodeAction::default()
    })
}

/// Whether two spans share a byte or touch; a cursor just behind a word still means the word.
fn meet(left: Span, right: Span) -> bool {
    left.start <= right.end && right.start <= left.end
}

/// The fixes of one finding; the first is the one that "fix this" means.
fn fixes(finding: &Finding, asked: Asked<'_>) -> Vec<CodeAction> {
    let actions = finding.fixes.iter().enumerate().map(|(rank, fix)| CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(finding, asked.reading, asked.uri, asked.abilities)]),
        edit: Some(workspace_edit(fix, asked)),
        is_preferred: Some(rank == 0),
        ..CodeAction::default()
    });
    actions.collect()
}

/// A fix as an edit.
fn workspace_edit(fix: &Fix, asked: Asked<'_>) -> WorkspaceEdit {
    edited(text_edits(fix, asked.translator()), asked.reading, asked.uri, asked.abilities)
}
