//! Titles and roles beside a name: `le général`, `la ministre de la Défense`, `, chef d'état-major américain,`.

use crate::knowledge::{Gender, fold, places};
use crate::mention::Reader;
use crate::pattern::Value;
use crate::span::Span;
use crate::token::Case;

/// Tokens before a name in which its title is looked for.
const BEFORE: usize = 9;
/// Longest role behind a name, in tokens.
const BEHIND: usize = 12;

/// A title before a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title {
    first: usize,
    end: usize,
    value: Value,
}

/// The title that belongs to the name at token `first`.
pub(super) fn before(reader: &Reader, first: usize) -> Option<Title> {
    let (from, _) = reader.sentence_range(reader.sentence(first));
    let near = from.max(first.saturating_sub(BEFORE))..first;
    near.into_iter().find_map(|at| {
        let (close, value) =
            reader.language.lexicon.longest(reader.language.classes.title, &reader.tokens, at)?;
        let close = close
            + usize::from(close < first && reader.tokens[close].is_mark('.') && !reader.tokens[close].spaced);
        let long = close > at + 2;
        (close <= first && leads_to(reader, close, first, long)).then_some(Title {
            first: opening(reader, from, at),
            end: first,
            value,
        })
    })
}

/// Where a title begins with what stands before it and changes it: `ancien`, `former`, `then-`, `Afghan`.
fn opening(reader: &Reader, from: usize, title: usize) -> usize {
    let change = |at: usize| reader.language.has(reader.language.classes.office_change, &reader.tokens[at]);
    let before = |at: &usize| change(*at) || is_adjective(reader, *at);
    let words = (from..title).rev().take_while(before).count();
    // A hyphen alone opens nothing.
    (title - words..title).find(|at| reader.tokens[*at].is_word()).unwrap_or(title)
}

/// Whether what stands between title and name can belong to the title: adjectives, then `de la Défense`; behind those, or a
/// title that holds them itself, a comma may stand.
fn leads_to(reader: &Reader, from: usize, first: usize, long: bool) -> bool {
    let comma = first > from && (long || first > from + 2) && reader.tokens[first - 1].is_mark(',');
    let first = if comma { first - 1 } else { first };
    let adjectives = (from..first).take_while(|at| is_adjective(reader, *at)).count();
    let at = from + adjectives;
    at == first || complements(reader, at, first)
}

fn is_adjective(reader: &Reader, at: usize) -> bool {
    let token = &reader.tokens[at];
    let demonym = || token.is_word() && !places::demonym(&fold(reader.written(at))).is_empty();
    // `la députée PS Anne Colot`
    let party = token.is_word() && token.case == Case::Upper && token.span.len() > 1;
    let listed = reader.language.has(reader.language.classes.role_adjective, token);
    token.is_mark('-') || listed || party || demonym()
}

/// `de la Défense`, `of the European Commission`: a particle, then words without verbs or marks.
fn complements(reader: &Reader, at: usize, first: usize) -> bool {
    let classes = &reader.language.classes;
    let is = |at: usize, class| reader.language.has(class, &reader.tokens[at]);
    let opens = is(at, classes.particle);
    let word = |at: usize| {
        let token = &reader.tokens[at];
        let open = is(at, classes.particle) || is(at, classes.article);
        open || token.is_capitalised() || token.is_mark('-') || is_adjective(reader, at)
    };
    // The last word is capitalised or a noun, and the name begins behind it: `président de France Macron` is not written.
    let adjoins = first > at + 1 && !is(first - 1, classes.particle) && !is(first - 1, classes.article);
    opens && adjoins && (at..first).all(word)
}

/// The role of a person as written: before the name, or between commas behind it.
pub(super) fn of(reader: &Reader, before: Option<Title>, end: usize) -> Option<Span> {
    behind(reader, end).or_else(|| {
        let title = before.filter(|title| title.value.text() == Some("role"))?;
        let comma = reader.tokens[title.end - 1].is_mark(',');
        Some(reader.span(title.first, title.end - usize::from(comma)))
    })
}

fn behind(reader: &Reader, end: usize) -> Option<Span> {
    let tokens = &reader.tokens;
    let comma = tokens.get(end).is_some_and(|t| t.is_mark(','));
    let article =
        tokens.get(end + 1).is_some_and(|t| reader.language.has(reader.language.classes.article, t));
    let first = end + 1 + usize::from(article);
    if !comma || first >= tokens.len() {
        return None;
    }
    let (_, value) = reader.language.lexicon.longest(reader.language.classes.title, tokens, first)?;
    let sentence_end = reader.sentence_range(reader.sentence(end)).1;
    let limit = sentence_end.min(first + BEHIND);
    let close = (first..limit).find(|at| !tokens[*at].is_word() && !tokens[*at].is_mark('-'))?;
    (value.text() == Some("role") && close > first).then(|| reader.span(first, close))
}

impl Title {
    /// The gender that it tells.
    pub(super) fn gender(self) -> Option<Gender> {
        gender(&self.value)
    }
}

/// The gender that a title tells: `Mme` is feminine.
pub(in crate::mention) fn gender(title: &Value) -> Option<Gender> {
    match title.text()? {
        "male" => Some(Gender::Masculine),
        "female" => Some(Gender::Feminine),
        _ => None,
    }
}
