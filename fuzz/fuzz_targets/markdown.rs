//! Drafts in Markdown, front matter and plain lines, well formed or not.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../../tests/sound/mod.rs"]
mod sound;

use copydesk::{Format, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = fragments::text(rest, fragments::ALL);
    sound::assert_sound(&text, &analyse(&text, &fragments::options(*first, Format::Markdown)));
});
