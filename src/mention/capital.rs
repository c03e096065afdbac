//! Capitalised words, each with what stands beside it: where slips of the pen in names are looked for.
//!
//! Recognising names comes to its own answers on whole names; a slip may be just what keeps a name from being recognised.
//! So this takes every capitalised word as it stands.

use super::Reader;
use super::name::role;
use super::word::Word;
use crate::knowledge::forenames::Gender;
use crate::pattern::Value;
use crate::span::Span;
use crate::token::{Case, Token};

/// A capitalised word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capital {
    /// Where it stands.
    pub span: Span,
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// As it is compared: small letters without accents.
    pub folded: Box<str>,
    /// Whether a dictionary or table knows it.
    pub known: bool,
    /// Whether it is an ordinary word or an adjective of a place, and no name.
    pub ordinary: bool,
    /// Whether a place of that name is known.
    pub place: bool,
    /// Whether it only ever stands before names: a title, or a word that opens sentences. An article with a capital in
    /// mid-sentence is part of the name: `Le Soir`.
    pub listed: bool,
    /// Whether it is a particle or an article: `De`, `Van`, `The`.
    pub particle: bool,
    /// The capitalised word of the same name before it, as an index into the paragraph's; small particles may part them.
    pub before: Option<usize>,
    /// Whether a hyphen joins it to that one: `Colfer-Williams`.
    pub hyphened: bool,
    /// Whether a title such as `M.` or `le président` stands before it.
    pub titled: bool,
    /// The gender that this title tells, if it tells one: `Mme` is feminine.
    pub gender: Option<Gender>,
    /// Whether its sentence speaks of how names are spelt.
    pub explained: bool,
}

/// Every capitalised word of a paragraph, those all in capitals left out.
pub(super) fn read(reader: &Reader) -> Vec<Capital> {
    let mut out: Vec<Capital> = Vec::new();
    // The token of the last one, and whether it can be the first part of a name that this one ends.
    let mut last: Option<usize> = None;
    for (at, token) in reader.tokens.iter().enumerate() {
        if !token.is_capitalised() || token.case == Case::Upper || is_dated(reader, token) {
            continue;
        }
        let before = last.filter(|last| joins(reader, *last, at)).map(|_| out.len() - 1);
        let before = before.filter(|before| !out[*before].listed);
        out.extend(reader.known(at).map(|word| capital(reader, at, word, before)));
        last = Some(at);
    }
    explain(reader, &mut out);
    out
}

fn capital(reader: &Reader, at: usize, word: &Word, before: Option<usize>) -> Capital {
    let token = &reader.tokens[at];
    let classes = &reader.language.classes;
    let word = &word.joined;
    let article = reader.language.has(classes.article, token);
    let particle = article || reader.language.has(classes.particle, token);
    let title = title(reader, at);
    let listed = reader.language.has(classes.not_a_name, token) || reader.language.has(classes.title, token);
    Capital {
        span: token.span,
        sentence: reader.sentence(at),
        known: word.known,
        ordinary: !word.forename && !word.place && (listed || word.adjective || word.ordinary),
        place: word.place,
        particle,
        listed: if particle { article && opens(reader, at) } else { listed },
        hyphened: before.is_some() && is_hyphened(reader, at),
        before,
        titled: title.is_some(),
        gender: title.and_then(|title| role::gender(&title)),
        explained: false,
        folded: word.folded.clone(),
    }
}

/// Whether it has its capital for opening a sentence or quotation.
fn opens(reader: &Reader, at: usize) -> bool {
    let (first, _) = reader.sentence_range(reader.sentence(at));
    let word = reader.tokens[first..at].iter().rposition(|token| token.is_word() || token.figure().is_some());
    word.is_none_or(|word| first + word + 1 < at)
}

/// Whether a hyphen stands directly before.
fn is_hyphened(reader: &Reader, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &reader.tokens[before]);
    before.is_some_and(|mark| mark.is_mark('-') && !mark.spaced) && !reader.tokens[at].spaced
}

/// Whether only small particles, a hyphen or the full stop of an initial part the two.
fn joins(reader: &Reader, first: usize, at: usize) -> bool {
    let between = &reader.tokens[first + 1..at];
    let particle = |token: &Token| reader.language.has(reader.language.classes.particle, token);
    let stop = |token: &Token| token.is_mark('.') && reader.tokens[first].case == Case::Initial;
    let hyphen = |token: &Token| token.is_mark('-') && !token.spaced;
    at <= first + 4
        && reader.sentence(first) == reader.sentence(at)
        && between.iter().all(|token| particle(token) || stop(token) || hyphen(token))
}

fn is_dated(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    reader.language.has(classes.month, token) || reader.language.has(classes.weekday, token)
}

/// What the lexicon says of the title before the token, if one stands there; particles of the name may part them.
fn title(reader: &Reader, at: usize) -> Option<Value> {
    let language = reader.language;
    let particle = |at: &usize| language.has(language.classes.particle, &reader.tokens[*at]);
    let particles = (0..at).rev().take_while(particle).count();
    let before = (at - particles).checked_sub(1)?;
    let stop = reader.tokens[before].is_mark('.') && !reader.tokens[before].spaced;
    let before = before.checked_sub(usize::from(stop))?;
    let mut titles = language.lexicon.read(language.classes.title, &reader.tokens, before);
    titles.find(|(end, _)| *end == before + 1).map(|(_, title)| title)
}

/// Marks those whose sentence speaks of spelling.
fn explain(reader: &Reader, capitals: &mut [Capital]) {
    let class = reader.language.classes.spelling;
    let speaks = |at: &usize| reader.language.is(class, &reader.tokens, *at).is_some();
    for at in (0..reader.tokens.len()).filter(speaks) {
        let sentence = reader.sentence(at);
        capitals.iter_mut().filter(|one| one.sentence == sentence).for_each(|one| one.explained = true);
    }
}
