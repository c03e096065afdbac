//! Ways to have a finding not shown: this one as it stands, its check in this draft, its check in this house. And what to read of
//! its check.

use copydesk::Finding;
use serde_json::{Value, json};
use tower_lsp::ls_types::{CodeAction, CodeActionKind, Command, Range, TextEdit};

use super::asked::Asked;
use super::commands::{ABOUT, ACCEPT, NEVER};
use super::diagnostics::diagnostic;
use super::edits::edited;
use crate::house::{Accepted, switching_off};

/// The ways for one finding, the narrowest first.
pub(crate) fn switches(finding: &Finding, asked: Asked<'_>) -> Vec<CodeAction> {
    let on_disk = asked.uri.to_file_path().is_some();
    let accept = on_disk.then(|| accept(finding, asked));
    let never = on_disk.then(|| never(finding, asked));
    accept.into_iter().chain([not_in_this_draft(finding, asked)]).chain(never).collect()
}

/// This finding as it stands: for two places, they differ on purpose.
fn accept(finding: &Finding, asked: Asked<'_>) -> CodeAction {
    let name = if finding.related.is_empty() { "action-accept-alone" } else { "action-accept" };
    let accepted = Accepted::of(finding, &asked.reading.draft.text);
    let argument = json!({ "uri": asked.uri, "accepted": accepted });
    action(finding, asked, name, Some((ACCEPT, argument)))
}

/// Its check, in this draft.
fn not_in_this_draft(finding: &Finding, asked: Asked<'_>) -> CodeAction {
    let draft = &asked.reading.draft;
    let (at, text) = switching_off(&draft.text, finding.check, draft.format());
    let place = asked.translator().position(at);
    let edit = TextEdit::new(Range::new(place, place), text);
    let edit = edited(vec![edit], asked.reading, asked.uri, asked.abilities);
    CodeAction { edit: Some(edit), ..action(finding, asked, "action-draft", None) }
}

/// Its check, wherever the house's file holds.
fn never(finding: &Finding, asked: Asked<'_>) -> CodeAction {
    let argument = json!({ "uri": asked.uri, "check": finding.check });
    action(finding, asked, "action-house", Some((NEVER, argument)))
}

/// The page about its check.
pub(crate) fn about(finding: &Finding, asked: Asked<'_>) -> CodeAction {
    action(finding, asked, "action-about", Some((ABOUT, json!({ "check": finding.check }))))
}

/// An entry of the menu, titled in the language of the messages.
fn action(finding: &Finding, asked: Asked<'_>, name: &str, command: Option<(&str, Value)>) -> CodeAction {
    let title = asked.reading.analysis.phrase(name, &[("check", finding.check)]);
    let command = command.map(|(command, argument)| Command {
        title: title.clone(),
        command: command.to_owned(),
        arguments: Some(vec![argument]),
    });
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(finding, asked.reading, asked.uri, asked.abilities)]),
        command,
        ..CodeAction::default()
    }
}
