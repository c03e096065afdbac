//! Sentences and quotations of a paragraph.

use crate::language::Language;
use crate::token::{Case, Token};

/// Cuts tokens into sentences: for each, the index just behind its last token.
pub fn sentences(tokens: &[Token], language: &Language) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut at, mut start) = (0, 0);
    while at < tokens.len() {
        let end = end_of_sentence(tokens, at, language);
        at = end.unwrap_or(at + 1);
        if end.is_some() || at - start == LONGEST || at == tokens.len() {
            ends.push(at);
            start = at;
        }
    }
    ends
}

/// Longest sentence, in tokens. What goes on without a full stop is a list or table; it is cut, so that the words around
/// a figure stay few.
const LONGEST: usize = 200;

/// Where the sentence ends that the mark at `at` closes, if it closes one.
fn end_of_sentence(tokens: &[Token], at: usize, language: &Language) -> Option<usize> {
    let closes = ['.', '!', '?', '…'].iter().any(|mark| tokens[at].is_mark(*mark));
    if !closes || (tokens[at].is_mark('.') && abbreviates(tokens, at, language)) {
        return None;
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|t| {
        ['.', '!', '?', '…', '"', '»', '”', ')', '’'].iter().any(|m| t.is_mark(*m))
            && !opens_quote(tokens, end)
    }) {
        end += 1;
    }
    let next = tokens.get(end);
    let opens = next.is_none_or(|t| t.spaced && (!t.is_word() || t.is_capitalised()));
    opens.then_some(end)
}

/// A straight quotation mark with a space before it opens the next sentence.
fn opens_quote(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_mark('"') && tokens[at].spaced && tokens.get(at + 1).is_some_and(|t| !t.spaced)
}

/// Whether the full stop at `at` belongs to `M.`, `Dec.`, `U.S.` or an initial, and closes no sentence beside.
fn abbreviates(tokens: &[Token], at: usize, language: &Language) -> bool {
    let Some(word) = at.checked_sub(1).map(|i| &tokens[i]).filter(|t| t.is_word() && !tokens[at].spaced)
    else {
        return false;
    };
    let acronym = at >= 3 && tokens[at - 2].is_mark('.') && !word.spaced;
    // "10 p.m. Wednesday" goes on.
    let opener = |next: &Token| {
        next.spaced
            && next.is_capitalised()
            && language.has(language.classes.not_a_name, next)
            && !language.has(language.classes.weekday, next)
    };
    if acronym && tokens.get(at + 1).is_some_and(opener) {
        return false;
    }
    word.case == Case::Initial || language.has(language.classes.abbreviation, word)
}

/// For each token, whether it stands inside quotation marks.
pub fn quoted(tokens: &[Token]) -> Vec<bool> {
    let (mut depth, mut straight) = (0u32, false);
    tokens
        .iter()
        .map(|token| {
            if ['«', '“', '„'].iter().any(|mark| token.is_mark(*mark)) {
                depth += 1;
            } else if ['»', '”'].iter().any(|mark| token.is_mark(*mark)) {
                depth = depth.saturating_sub(1);
            } else if token.is_mark('"') {
                straight = !straight;
            }
            depth > 0 || straight
        })
        .collect()
}

/// The quotations of a paragraph: for each, the index of its first token behind the opening mark, and the index behind its
/// last. One that is not closed goes on to the end: many papers close only the last paragraph of a long quotation.
pub fn quotations(quoted: &[bool], tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, inside) in quoted.iter().chain(&[false]).enumerate() {
        match (open, inside) {
            (None, true) => open = Some(at + 1),
            (Some(first), false) => {
                // Where another quotation follows at once, the mark between them belongs to neither.
                found.push((first, at));
                open = None;
            }
            _ => {}
        }
    }
    found.retain(|(first, end)| first < end && *end <= tokens.len());
    found
}
