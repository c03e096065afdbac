//! Hover cards: what the draft says of a person or place, then what is known.

use crate::span::Span;

/// A card over one mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The mention that the card was asked for.
    pub span: Span,
    /// The fullest form of the name.
    pub title: String,
    /// The whole card as Markdown, in the language of the draft.
    pub markdown: String,
}
