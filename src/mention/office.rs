//! Offices beside people: `la ministre de la Défense X`, `X, sénateur`.

use super::{Name, Reader, Stem};
use crate::span::Span;
use crate::token::Token;

/// Tokens before a name in which an office without complements is looked for.
const BEFORE: usize = 12;
/// Tokens on both sides in which a change is spoken of.
const NEAR: usize = 8;

/// An office, as it stands beside a person.
#[derive(Clone, Debug)]
pub struct Office {
    /// Number of the person's name in the paragraph.
    pub name: usize,
    /// Where it stands, with its complements.
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: usize,
    /// The offices of which a person holds one at a time: `house`.
    pub group: &'static str,
    /// Which of them: `senator`.
    pub kind: &'static str,
    /// What it is for: `Défense`.
    pub scope: Vec<Stem>,
    /// Whether its sentence speaks of a change: `ancien`, `nommé`, `then`.
    pub changes: bool,
}

/// The offices of a paragraph, in the order of the names.
pub(super) fn read(reader: &Reader, names: &[Name]) -> Vec<Office> {
    let people = names.iter().enumerate().filter(|(_, name)| name.words.last().is_some());
    people.filter_map(|(index, name)| office(reader, index, name)).collect()
}

fn office(reader: &Reader, index: usize, name: &Name) -> Option<Office> {
    let first = reader.tokens.partition_point(|token| token.span.start < name.span.start);
    let (from, end) = match name.role {
        // `Vice-` may stand before what was read as a title.
        Some(role) => (at(reader, role.start).saturating_sub(2), at(reader, role.end)),
        None => (first.saturating_sub(BEFORE), first),
    };
    let (sentence_first, sentence_end) = reader.sentence_range(name.sentence);
    let class = reader.language.classes.office;
    let mut found = (from.max(sentence_first)..end)
        .filter_map(|at| Some((at, reader.language.lexicon.longest(class, &reader.tokens, at)?)));
    let (start, (close, value)) =
        found.find(|(_, (close, _))| name.role.is_some() || leads(reader, *close, first))?;
    let (group, kind) = value.text()?.split_once(':')?;
    let near = sentence_first.max(start.saturating_sub(NEAR))..sentence_end.min(first + NEAR);
    let change = |at: usize| reader.language.is(reader.language.classes.office_change, &reader.tokens, at);
    Some(Office {
        name: index,
        span: reader.span(start, trimmed(reader, end).max(close)),
        sentence: name.sentence,
        group,
        kind,
        scope: scope(reader, close, end),
        changes: reader.quoted[start] || near.into_iter().any(|at| change(at).is_some()),
    })
}

/// Whether between office and name stands nothing but what the office is for, and perhaps a comma.
fn leads(reader: &Reader, close: usize, first: usize) -> bool {
    let between = &reader.tokens[close..trimmed(reader, first).max(close)];
    let small = |token: &Token| is_small(reader, token);
    between.iter().all(Token::is_word) && between.first().is_none_or(small)
}

/// The token behind the last one before `end` that is no comma.
fn trimmed(reader: &Reader, end: usize) -> usize {
    end - usize::from(end > 0 && reader.tokens[end - 1].is_mark(','))
}

/// Articles, particles and the like.
fn is_small(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    [classes.particle, classes.article, classes.stop].iter().any(|class| reader.language.has(*class, token))
}

/// The words behind the office that say what it is for.
fn scope(reader: &Reader, from: usize, end: usize) -> Vec<Stem> {
    let carries = |at: &usize| reader.tokens[*at].is_word() && !is_small(reader, &reader.tokens[*at]);
    (from..end.max(from)).filter(carries).map(|at| Stem::of(reader.written(at))).collect()
}

/// The first token that does not begin before the offset.
fn at(reader: &Reader, offset: u32) -> usize {
    reader.tokens.partition_point(|token| token.span.start < offset)
}
