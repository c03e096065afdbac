//! Tells the language of a draft.

use whatlang::{Detector, Lang};

use super::Language;
use crate::token::tokens;

/// Bytes of a draft that are looked at: enough to be sure, and always the same cost.
pub const SAMPLE: usize = 1500;

/// The language of a text, if it is one that can be read. Languages that cannot are told apart, not mistaken.
pub fn detect(text: &str) -> Option<&'static Language> {
    let text = sample(text);
    let known = CODES.iter().map(|(lang, _)| *lang).collect();
    let found = Detector::with_allowlist(known).detect(text);
    let short = text.len() < SHORT && found.as_ref().is_none_or(|found| !found.is_reliable());
    let by_letters =
        || CODES.iter().find(|(lang, _)| Some(*lang) == found.as_ref().map(|found| found.lang()));
    let by_words = short.then(|| by_words(text)).flatten();
    by_words.or_else(|| by_letters().and_then(|(_, code)| Language::of(code)))
}

/// Bytes below which a text has too few letters to be told by them.
const SHORT: usize = 200;

/// The language of which a short text has most of its small words, months and weekdays, if one is ahead.
fn by_words(text: &str) -> Option<&'static Language> {
    let count = |language: &Language| {
        let classes = [language.classes.stop, language.classes.month, language.classes.weekday];
        let tokens = tokens(text, &language.habits, &|word| language.lexicon.id(word));
        tokens.iter().filter(|token| classes.iter().any(|class| language.has(*class, token))).count()
    };
    let mut counts: Vec<_> = Language::codes().filter_map(Language::of).map(|l| (count(l), l)).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, language), (next, _), ..] if most > next => Some(language),
        _ => None,
    }
}

/// The languages that are told apart, and the codes of those that may be read.
const CODES: [(Lang, &str); 7] = [
    (Lang::Fra, "fr"),
    (Lang::Eng, "en"),
    (Lang::Nld, "nl"),
    (Lang::Deu, "de"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
];

/// The head of a text, cut at a character.
pub fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
