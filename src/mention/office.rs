//! Offices beside people: `la ministre de la Défense X`, `X, sénateur`.

use super::name::Sort;
use super::{Name, Reader, Stem, relation};
use crate::span::Span;
use crate::token::Token;

/// Tokens before a name in which an office without complements is looked for.
const BEFORE: usize = 12;
/// Tokens on both sides in which a change is spoken of.
const NEAR: usize = 8;
/// Tokens behind an office or its holder in which the time of an office is told.
const DIRECTLY: usize = 2;
/// Longest office behind a name, in tokens.
const BEHIND: usize = 10;

/// An office, as it stands beside a person.
#[derive(Clone, Debug)]
pub struct Office {
    /// Number of the person's name in the paragraph.
    pub name: usize,
    /// Where it stands, with its complements.
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: usize,
    /// The sets of offices of which a person holds one at a time, and which of them it is: `house`, `senator`.
    pub posts: Vec<(&'static str, &'static str)>,
    /// What it is for: `Défense`.
    pub scope: Vec<Stem>,
    /// Whether its sentence speaks of a change: `ancien`, `nommé`, `then`.
    pub changes: bool,
}

/// The offices of a paragraph, in the order of the names.
pub(super) fn read(reader: &Reader, names: &[Name]) -> Vec<Office> {
    let people = names.iter().enumerate().filter(|(_, name)| is_person(name));
    people.flat_map(|(index, name)| Beside { reader, index, name }.offices()).collect()
}

/// Whether the name may be that of a person.
fn is_person(name: &Name) -> bool {
    matches!(name.sort, Sort::Person | Sort::Unknown) && !name.words.is_empty()
}

/// A name, and what stands on both sides of it.
struct Beside<'a, 'r> {
    reader: &'a Reader<'r>,
    index: usize,
    name: &'a Name,
}

impl Beside<'_, '_> {
    /// The office before the name, and the one between commas behind it.
    fn offices(&self) -> impl Iterator<Item = Office> + use<> {
        let reader = self.reader;
        let [first, behind] = [self.name.span.start, self.name.span.end].map(|offset| at(reader, offset));
        let titled = self.name.role.map(|role| (at(reader, role.start), at(reader, role.end)));
        let titled = titled.filter(|(start, _)| *start < first);
        // `Vice-` may stand before what was read as a title.
        let (from, end) = titled
            .map_or((first.saturating_sub(BEFORE), first), |(start, end)| (start.saturating_sub(2), end));
        let (sentence, _) = reader.sentence_range(self.name.sentence);
        let mut before = (from.max(sentence)..end).filter_map(|at| self.named(at));
        let before =
            before.find(|(_, close, _)| *close <= end && self.is_held(*close, first, titled.is_some()));
        let before = before.map(|found| self.office(found, end));
        before.into_iter().chain(self.behind(behind))
    }

    /// Whether the office that ends at token `close` is that of the name, and not of somebody who speaks of it.
    fn is_held(&self, close: usize, first: usize, titled: bool) -> bool {
        let reader = self.reader;
        let parts = |at: usize| {
            relation::is_and(reader, at).is_some()
                || reader.language.has(reader.language.classes.speech, &reader.tokens[at])
        };
        (titled || leads(reader, close, first)) && !(close..trimmed(reader, first).max(close)).any(parts)
    }

    /// `, the mayor of Lille,`: up to the mark behind it.
    fn behind(&self, end: usize) -> Option<Office> {
        let reader = self.reader;
        let comma = reader.tokens.get(end).is_some_and(|token| token.is_mark(','));
        let article = |at: &usize| {
            reader.tokens.get(*at).is_some_and(|t| reader.language.has(reader.language.classes.article, t))
        };
        let first = end + 1 + usize::from(article(&(end + 1)));
        let found = self.named(first).filter(|_| comma)?;
        let limit = reader.sentence_range(self.name.sentence).1;
        let mut words = found.1..limit.min(found.1 + BEHIND);
        let close = words.find(|at| !reader.tokens[*at].is_word() && !reader.tokens[*at].is_mark('-'))?;
        let next = &reader.tokens[found.1];
        let small = close == found.1 || is_small(reader, next) && !next.is_capitalised();
        small.then(|| self.office(found, close))
    }

    /// The office that is named at token `at`, and where it ends.
    fn named(&self, at: usize) -> Option<(usize, usize, &'static str)> {
        let class = self.reader.language.classes.office;
        let (close, value) = self.reader.language.lexicon.longest(class, &self.reader.tokens, at)?;
        Some((at, close, value.text()?))
    }

    /// The office with its complements, up to token `end`.
    fn office(&self, (start, close, posts): (usize, usize, &'static str), end: usize) -> Office {
        let reader = self.reader;
        Office {
            name: self.index,
            span: reader.span(start, trimmed(reader, end).max(close)),
            sentence: self.name.sentence,
            posts: posts.split(' ').filter_map(|post| post.split_once(':')).collect(),
            scope: scope(reader, close, end),
            changes: self.changes(start, end),
        }
    }

    /// Whether words near say that the office changes hands, or somebody is quoted.
    fn changes(&self, start: usize, close: usize) -> bool {
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let (first, end) = reader.sentence_range(self.name.sentence);
        let behind = at(reader, self.name.span.end);
        let near = first.max(start.saturating_sub(NEAR))..end.min(behind.max(start) + NEAR);
        let is = |class, at: usize| reader.language.is(class, &reader.tokens, at).is_some();
        let until = [behind, close].into_iter().flat_map(|at| at..end.min(at + DIRECTLY));
        reader.quoted[start]
            || near.into_iter().any(|at| is(classes.office_change, at))
            || until.into_iter().any(|at| is(classes.office_until, at))
    }
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
    (from..end.max(from)).filter(carries).map(|at| reader.stem(at)).collect()
}

/// The first token that does not begin before the offset.
fn at(reader: &Reader, offset: u32) -> usize {
    reader.tokens.partition_point(|token| token.span.start < offset)
}
