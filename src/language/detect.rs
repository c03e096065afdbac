//! Tells the language of a draft.

use whatlang::{Detector, Lang};

use super::Language;

/// Bytes of a draft that are looked at: enough to be sure, and always the same cost.
const SAMPLE: usize = 3000;

/// The language of a text, if it is one that can be read. Languages that cannot are told apart, not mistaken.
pub fn detect(text: &str) -> Option<&'static Language> {
    let known = vec![Lang::Fra, Lang::Eng, Lang::Nld, Lang::Deu, Lang::Spa, Lang::Ita, Lang::Por];
    let found = Detector::with_allowlist(known).detect_lang(sample(text))?;
    match found {
        Lang::Fra => Language::of("fr"),
        Lang::Eng => Language::of("en"),
        _ => None,
    }
}

/// The head of a text, cut at a character.
pub fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
