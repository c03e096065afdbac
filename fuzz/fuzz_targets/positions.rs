//! Places in a text to positions and back, in what every editor counts.
#![no_main]
#![allow(dead_code, reason = "the program uses more of these files")]

#[path = "../../src/bin/copydesk/lines.rs"]
mod lines;
#[path = "../../src/bin/copydesk/lsp/translate.rs"]
mod translate;

use copydesk::Span;
use libfuzzer_sys::fuzz_target;
use lines::Lines;
use tower_lsp::ls_types::{Position, Range};
use translate::{Encoding, Translator};

fuzz_target!(|bytes: &[u8]| {
    let Some((numbers, rest)) = bytes.split_at_checked(16) else { return };
    let number = |at: usize| u32::from_le_bytes([numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]]);
    let text = String::from_utf8_lossy(rest);
    let lines = Lines::of(&text);
    for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
        let translator = Translator { text: &text, lines: &lines, encoding };
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in places.filter(|at| !is_inside_line_end(&text, *at)) {
            let position = translator.position(at);
            assert_eq!(translator.offset(position), at, "{text:?} {encoding:?} {position:?}");
        }
        for shift in [0, 3, 16] {
            let [start, end] = [0, 8].map(|at| Position::new(number(at) >> shift, number(at + 4) >> shift));
            let span: Span = translator.span(Range::new(start, end));
            assert!(text.get(std::ops::Range::from(span)).is_some(), "{text:?} {span:?}");
        }
    }
});

/// No editor can put its cursor between `\r` and `\n`.
fn is_inside_line_end(text: &str, at: usize) -> bool {
    text[..at].ends_with('\r') && text[at..].starts_with('\n')
}
