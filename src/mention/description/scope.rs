//! What stands around an office: its article, and the words that say what it is for.

use super::{Article, Head};
use crate::knowledge::{Gender, fold, places};
use crate::language::Head as Order;
use crate::mention::{Reader, Stem};

/// Words between the article and the office.
const BEFORE: usize = 4;
/// Tokens behind the office in which is told what it is for.
const BEHIND: usize = 8;

/// The article before an office, and the words between the two.
pub(super) fn before(reader: &Reader, head: &Head) -> (Article, Vec<Stem>) {
    let at = article(reader, head);
    let words: Vec<Stem> = (at..head.first).map(|at| reader.stem(at)).collect();
    // `l'ancien ministre`: where nouns come first, what stands before one says which of several.
    let other = !words.is_empty() && reader.language.head == Order::First;
    let article = match at.checked_sub(1).map(|at| sort(reader, at)) {
        Some(Article::One(_)) if other => Article::Other,
        Some(article) => article,
        None => Article::None,
    };
    (article, words)
}

/// The token behind the article of an office, or behind whatever ends the words before it.
pub(super) fn article(reader: &Reader, head: &Head) -> usize {
    let (sentence, _) = reader.sentence_range(reader.sentence(head.first));
    let from = sentence.max(head.first.saturating_sub(BEFORE));
    let word = |at: &usize| reader.tokens[*at].is_word() && matches!(sort(reader, *at), Article::None);
    let classes = &reader.language.classes;
    let is = |at: &usize, class| reader.language.has(class, &reader.tokens[*at]);
    let stop = |at: &usize| is(at, classes.stop) || is(at, classes.not_the_one);
    let words = (from..head.first).rev().take_while(|at| word(at) && !stop(at)).count();
    head.first - words
}

/// What sort of article stands at a token.
fn sort(reader: &Reader, at: usize) -> Article {
    let classes = &reader.language.classes;
    let token = &reader.tokens[at];
    match reader.language.lexicon.longest(classes.the_one, &reader.tokens, at) {
        Some((_, value)) => Article::One(match value.text() {
            Some("male") => Some(Gender::Masculine),
            Some("female") => Some(Gender::Feminine),
            _ => None,
        }),
        None if [classes.article, classes.owner, classes.another]
            .iter()
            .any(|class| reader.language.has(*class, token)) =>
        {
            Article::Other
        }
        None => Article::None,
    }
}

/// Whether the words before tell who holds the office, or that somebody does not: `est le ministre`. So many tokens before
/// what the office is for they stand.
pub(super) fn is_told_of(reader: &Reader, head: &Head, before: usize) -> bool {
    let before = article(reader, head).checked_sub(before);
    before.is_some_and(|at| reader.language.has(reader.language.classes.not_the_one, &reader.tokens[at]))
}

/// Where an office ends with what it is for, and the words that say so: `américain`, `de la Défense`. Where a person is
/// named, it ends before.
pub(super) fn behind(reader: &Reader, from: usize, named: &dyn Fn(usize) -> bool) -> (usize, Vec<Stem>) {
    let limit = reader.sentence_range(reader.sentence(from - 1)).1.min(from + BEHIND);
    let limit = (from..limit).find(|at| named(*at)).unwrap_or(limit);
    let adjectives = (from..limit).take_while(|at| is_adjective(reader, *at)).count();
    let end = complement(reader, from + adjectives, limit);
    let carries = |at: &usize| !is_small(reader, *at) && reader.tokens[*at].is_word();
    (end, (from..end).filter(carries).map(|at| reader.stem(at)).collect())
}

/// The end of `de la Défense nationale`, if one begins at `from`.
fn complement(reader: &Reader, from: usize, limit: usize) -> usize {
    let classes = &reader.language.classes;
    let first = (from + 1..limit).find(|at| !is_small(reader, *at));
    let Some(first) = first.filter(|at| reader.tokens[*at].is_word()) else { return from };
    let portfolio =
        first <= from + 2 && reader.language.is(classes.portfolio, &reader.tokens, first).is_some();
    if !portfolio && !reader.language.has(classes.office_for, &reader.tokens[from]) {
        return from;
    }
    let more = |at: &usize| {
        reader.tokens[*at].is_word()
            && (is_small(reader, *at) || is_adjective(reader, *at) || reader.tokens[*at].is_capitalised())
    };
    let end = (first + 1..limit).take_while(more).last().map_or(first + 1, |last| last + 1);
    // What is small opens something else if nothing follows it.
    end - (first + 1..end).rev().take_while(|at| is_small(reader, *at)).count()
}

/// Articles, particles and the like.
fn is_small(reader: &Reader, at: usize) -> bool {
    let classes = &reader.language.classes;
    [classes.particle, classes.article, classes.name_of]
        .iter()
        .any(|class| reader.language.has(*class, &reader.tokens[at]))
}

/// Whether it says which of several: `américain`, `sortant`, or what ends as such a word does.
fn is_adjective(reader: &Reader, at: usize) -> bool {
    let token = &reader.tokens[at];
    let folded = || fold(reader.written(at));
    let listed = || reader.language.has(reader.language.classes.role_adjective, token);
    let ends =
        || reader.language.adjective.iter().any(|ending| reader.written(at).ends_with(ending.as_str()));
    token.is_word() && !is_small(reader, at) && (listed() || ends() || !places::demonym(&folded()).is_empty())
}
