//! The noun phrase that a figure counts.

use crate::language::Head;
use crate::mention::{Reader, Stem};
use crate::span::Span;
use crate::token::Token;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The noun and the adjective behind it.
    pub span: Span,
    /// The noun.
    pub head: Span,
    /// Its stem, by which figures are grouped.
    pub stem: Stem,
    /// Whether it is one of several fates of which each person has but one: dead, wounded, missing.
    pub fate: bool,
}

/// Words looked at for the noun.
const REACH: usize = 4;

/// The noun phrase that begins at token `at`, behind a number.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Thing> {
    let head = match reader.language.head {
        Head::First => first_noun(reader, at),
        Head::Plural => first_plural(reader, at),
    }?;
    let head_span = reader.tokens[head].span;
    let end = if agrees(reader, head + 1) { head + 2 } else { head + 1 };
    let of = reader.language.has(reader.language.classes.fraction_of, &reader.tokens[at]);
    let open = if reader.language.head == Head::Plural { at + usize::from(of && at < head) } else { head };
    let fate = reader.language.has(reader.language.classes.fate, &reader.tokens[head]);
    Some(Thing {
        span: reader.span(open, end),
        head: head_span,
        stem: Stem::of(head_span.of(reader.text)),
        fate,
    })
}

/// The words of the noun phrase, up to the first mark or word that cannot belong to it.
fn phrase<'r>(reader: &'r Reader, at: usize) -> impl Iterator<Item = (usize, &'r Token)> + 'r {
    let classes = &reader.language.classes;
    let belongs = move |token: &Token| token.is_word() && !reader.language.has(classes.no_noun, token);
    let end_of_sentence = reader.sentence_range(reader.sentence(at.min(reader.tokens.len() - 1))).1;
    let close = end_of_sentence.min(at + REACH).min(reader.tokens.len());
    (at..close).map(|i| (i, &reader.tokens[i])).take_while(move |(_, token)| belongs(token))
}

/// French: the first word that is no adjective of those that stand before the noun.
fn first_noun(reader: &Reader, at: usize) -> Option<usize> {
    let classes = &reader.language.classes;
    let found = phrase(reader, at).find(|(_, token)| !reader.language.has(classes.fronted, token));
    // "Les 14 autres bénéficient": a plural verb.
    let verb = |at: usize, token: &Token| at > 0 && !token.is_capitalised() && is_plural_verb(reader, at);
    found.filter(|(at, token)| is_countable(reader, token) && !verb(*at, token)).map(|(i, _)| i)
}

/// Whether the word behind a number and `autres` is a verb in the plural, which no noun in the plural ends like.
fn is_plural_verb(reader: &Reader, at: usize) -> bool {
    let behind_adjective = reader.language.has(reader.language.classes.fronted, &reader.tokens[at - 1]);
    behind_adjective && VERB.iter().any(|end| reader.written(at).ends_with(end))
}

/// What French verbs in the plural end in: `bénéficient`, `seront`.
const VERB: [&str; 2] = ["ent", "ont"];

/// English: the first word that looks like a plural.
fn first_plural(reader: &Reader, at: usize) -> Option<usize> {
    let plural = |token: &Token| {
        let word = token.span.of(reader.text).to_lowercase();
        let ending = word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        ending || reader.language.has(reader.language.classes.plural, token)
    };
    let found = phrase(reader, at).find(|(_, token)| plural(token));
    // "The 12 injured passengers" are passengers, "12 injured" are not.
    let fate = |at: usize| reader.language.has(reader.language.classes.fate, &reader.tokens[at]);
    let behind =
        || phrase(reader, at).find(|(i, token)| found.is_some_and(|(at, _)| *i == at + 1) && plural(token));
    let noun = found.filter(|(at, _)| fate(*at)).and_then(|_| behind());
    noun.or(found).filter(|(_, token)| is_countable(reader, token)).map(|(i, _)| i)
}

fn is_countable(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    let long = token.span.len() > 2;
    long && !reader.language.has(classes.uncounted, token) && !reader.language.has(classes.stop, token)
}

/// Whether a plural adjective stands there, as behind a French noun.
fn agrees(reader: &Reader, at: usize) -> bool {
    let Some(token) = reader.tokens.get(at).filter(|t| t.is_word() && !t.is_capitalised()) else {
        return false;
    };
    let word = token.span.of(reader.text);
    let classes = &reader.language.classes;
    let open = reader.language.has(classes.stop, token) || reader.language.has(classes.no_noun, token);
    reader.language.head == Head::First && !open && word.len() > 3 && word.ends_with(['s', 'x'])
}
