//! Hover cards: what the draft says of a person or place, then what is known; when a date is, and why; how a figure was read.

pub(crate) mod date;
pub(crate) mod figure;
mod known;
mod markdown;
mod open;

use crate::article::{Article, At, Entity};
use crate::span::Span;
pub use date::Hint;

/// A card over one mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The mention that the card was asked for.
    pub span: Span,
    /// The fullest form of the name, or the words of the date or figure.
    pub title: String,
    /// The whole card as Markdown, in the language of the messages.
    pub markdown: String,
}

/// The card over what stands at `offset` of `text`, the text that the article was read from.
pub(crate) fn at(article: &Article, text: &str, offset: usize) -> Option<Card> {
    let of_thing = || {
        of_listed(article, offset)
            .or_else(|| date::at(article, text, offset).or_else(|| figure::at(article, text, offset)))
    };
    of_name(article, text, offset).or_else(of_thing)
}

fn of_name(article: &Article, text: &str, offset: usize) -> Option<Card> {
    let (at, span) = mention_at(article, offset)?;
    let Some(entity) = article.entities.of(at) else { return open::at(article, text, at, span) };
    let title = title(article, entity);
    let markdown = markdown::write(article, text, entity, &title);
    Some(Card { span, title, markdown })
}

/// A name that only the newsroom's own files know.
fn of_listed(article: &Article, offset: usize) -> Option<Card> {
    let behind = article.paragraphs.partition_point(|placed| placed.start <= offset);
    let paragraph = behind.checked_sub(1)?;
    let read = &article.paragraphs[paragraph].paragraph;
    let listed = read.listed.iter().map(|listed| (listed.span, &listed.folded));
    let registered = read.registered.iter().map(|(span, folded)| (*span, folded));
    let mut names = listed.chain(registered);
    let (span, folded) = names.find(|(span, _)| article.place(paragraph, *span).touches(offset))?;
    let known = known::listed(article, folded)?;
    let title = article.written(paragraph, span).to_owned();
    let markdown = markdown::write_listed(&title, known, article);
    Some(Card { span: article.place(paragraph, span), title, markdown })
}

/// The name at `offset`, and its place in the draft.
pub(crate) fn mention_at(article: &Article, offset: usize) -> Option<(At, Span)> {
    let behind = article.paragraphs.partition_point(|placed| placed.start <= offset);
    let paragraph = behind.checked_sub(1)?;
    let names = article.paragraphs[paragraph].paragraph.names.iter().enumerate();
    let mut found = names.map(|(i, name)| ((paragraph, i), article.place(paragraph, name.span)));
    found.find(|(_, span)| span.touches(offset))
}

/// The role of somebody as the draft first gives it; empty where it gives none.
pub(crate) fn role(article: &Article, entity: &Entity) -> String {
    let span = entity.role.and_then(|at| Some((at.0, article.name(at).role?)));
    let words = span.map_or("", |(paragraph, span)| article.written(paragraph, span));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fullest form of the name that the draft gives.
pub(crate) fn title(article: &Article, entity: &Entity) -> String {
    let (paragraph, index) = entity.fullest;
    let span = article.paragraphs[paragraph].paragraph.names[index].span;
    article.written(paragraph, span).split_whitespace().collect::<Vec<_>>().join(" ")
}
