//! Names while they are typed.

use copydesk::Completion;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit, Position,
    TextEdit,
};

use super::asked::Asked;
use super::translate::Translator;

/// The names that may be meant at a position. The list is never whole: it changes with the next letter.
pub(crate) fn completion(asked: Asked, position: Position) -> CompletionResponse {
    let translator = asked.translator();
    let found = asked.reading.analysis.completions(translator.text, translator.offset(position));
    let items = found.into_iter().enumerate().map(|(rank, one)| item(one, rank, translator)).collect();
    CompletionResponse::List(CompletionList { is_incomplete: true, items })
}

fn item(one: Completion, rank: usize, translator: Translator<'_>) -> CompletionItem {
    let kind = match one.kind {
        "PER" => CompletionItemKind::VALUE,
        "LOC" => CompletionItemKind::MODULE,
        _ => CompletionItemKind::STRUCT,
    };
    CompletionItem {
        kind: Some(kind),
        detail: one.of,
        // Editors sort by the alphabet unless they are told otherwise; names of the draft come first.
        sort_text: Some(format!("{rank:03}")),
        filter_text: Some(translator.text[std::ops::Range::from(one.replaces)].to_owned()),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
            translator.range(one.replaces),
            one.name.clone(),
        ))),
        label: one.name,
        ..CompletionItem::default()
    }
}
