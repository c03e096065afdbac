//! Cards as hovers.

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::asked::Asked;

/// The card over what stands at a position.
pub(crate) fn hover_at(asked: Asked, position: Position) -> Option<Hover> {
    let translator = asked.translator();
    let card = asked.reading.analysis.card_at(translator.text, translator.offset(position))?;
    // Cards are made to read well as they are, so editors that show no Markdown get the same text, marks and all, but for links.
    let (kind, draft) = match asked.abilities.markdown {
        true => (MarkupKind::Markdown, Some(asked.uri.as_str())),
        false => (MarkupKind::PlainText, None),
    };
    let contents = HoverContents::Markup(MarkupContent { kind, value: card.addressed(draft) });
    Some(Hover { contents, range: Some(translator.range(card.span)) })
}
