//! Tells the language of a draft.

use whatlang::{Detector, Lang};

use super::Language;

/// Bytes of a draft that are looked at: enough to be sure, and always the same cost.
const SAMPLE: usize = 3000;

/// The language of a text, if it is one that can be read. Languages that cannot are told apart, not mistaken.
pub fn detect(text: &str) -> Option<&'static Language> {
    let known = CODES.iter().map(|(lang, _)| *lang).collect();
    let found = Detector::with_allowlist(known).detect_lang(sample(text))?;
    CODES.iter().find(|(lang, _)| *lang == found).and_then(|(_, code)| Language::of(code))
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
