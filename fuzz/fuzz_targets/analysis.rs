//! Any text at all, in any setting.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../../tests/sound/mod.rs"]
mod sound;

use copydesk::{Format, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let format = if first & 1 == 0 { Format::Markdown } else { Format::Plain };
    sound::assert_sound(&text, &analyse(&text, &fragments::options(first >> 1, format)));
});
