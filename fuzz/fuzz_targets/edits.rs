//! Edits of a draft: whatever an analyst read before, it answers as one that sees the text for the first time.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;

use copydesk::{Analyst, Format, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let options = fragments::options(*first, Format::Markdown);
    let (mut analyst, mut text) = (Analyst::default(), String::new());
    // Each piece is put in at a place, and as many characters as another number says are taken out behind it.
    for piece in rest.chunks(12).take(24) {
        let [at, gone, new @ ..] = piece else { break };
        let place = boundary(&text, usize::from(*at) * text.len() / 255);
        let end = text[place..].char_indices().nth(usize::from(gone % 16)).map_or(text.len(), |(n, _)| place + n);
        text.replace_range(place..end, &fragments::text(new, fragments::ALL));
        let (found, wanted) = (analyst.analyse(&text, &options), analyse(&text, &options));
        assert_eq!(found.findings, wanted.findings, "{text:?}");
        assert_eq!(found.mentions(), wanted.mentions(), "{text:?}");
        assert_eq!((found.language, found.anchor), (wanted.language, wanted.anchor), "{text:?}");
    }
});

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
