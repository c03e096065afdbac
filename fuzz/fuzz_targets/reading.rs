//! One paragraph, put together from what makes readers of dates, figures and names go different ways.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../../tests/sound/mod.rs"]
mod sound;

use copydesk::{Format, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = fragments::text(rest, fragments::WORDS).replace('\n', " ");
    let options = fragments::options(*first, Format::Plain);
    sound::assert_sound(&text, &analyse(&text, &options));
});
