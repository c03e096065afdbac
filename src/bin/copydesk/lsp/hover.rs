//! Cards as hovers.

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use super::abilities::Abilities;
use super::reading::Reading;

/// The card over what stands at a position.
pub(crate) fn hover_at(reading: &Reading, position: Position, abilities: &Abilities) -> Option<Hover> {
    let translator = reading.draft.translator(abilities.encoding);
    let card = reading.analysis.card_at(&reading.draft.text, translator.offset(position))?;
    // Cards are made to read well as they are, so editors that show no Markdown get the same text, marks and all.
    let kind = if abilities.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let contents = HoverContents::Markup(MarkupContent { kind, value: card.markdown });
    Some(Hover { contents, range: Some(translator.range(card.span)) })
}
