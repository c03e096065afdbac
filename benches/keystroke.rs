//! How long a writer waits: opening a draft of 20,000 words, one more keystroke in it, and putting it together anew.

#[path = "../tests/wire/mod.rs"]
mod wire;

use copydesk::{Analyst, Options, analyse};
use divan::Bencher;
use wire::{TONGUES, Tongue, Wire};

fn main() {
    divan::main();
}

/// A book's chapter rather than an article: what is quick here is quick everywhere.
fn long_draft(tongue: &'static Tongue) -> String {
    Wire::careful(tongue, 1).draft(20_000)
}

/// Reading a draft that was never read before.
#[divan::bench(args = TONGUES)]
fn cold(bencher: Bencher, tongue: &'static Tongue) {
    let (draft, options) = (long_draft(tongue), Options::default());
    bencher.bench(|| analyse(&draft, &options));
}

/// A keystroke in the middle: one paragraph is new.
#[divan::bench(args = TONGUES)]
fn keystroke_in_the_middle(bencher: Bencher, tongue: &'static Tongue) {
    let draft = long_draft(tongue);
    let left = &draft.as_bytes()[..draft.len() / 2];
    let middle = left.iter().rposition(|&byte| byte == b' ').expect("a draft has words");
    type_at(bencher, &draft, middle);
}

/// A keystroke in the headline, which every other place may be compared with.
#[divan::bench(args = TONGUES)]
fn keystroke_in_the_headline(bencher: Bencher, tongue: &'static Tongue) {
    let draft = long_draft(tongue);
    let end = draft.find('\n').expect("a draft has a headline");
    type_at(bencher, &draft, end);
}

/// Two paragraphs change places, by turns: all of them are remembered, and the draft is put together anew.
#[divan::bench(args = TONGUES)]
fn article_stage(bencher: Bencher, tongue: &'static Tongue) {
    let draft = long_draft(tongue);
    let mut paragraphs: Vec<&str> = draft.split("\n\n").collect();
    let middle = paragraphs.len() / 2;
    paragraphs.swap(middle, middle + 1);
    let (mut drafts, options) = ([draft.clone(), paragraphs.join("\n\n")], Options::default());
    let mut analyst = Analyst::default();
    analyst.analyse(&drafts[0], &options);
    bencher.bench_local(|| {
        drafts.swap(0, 1);
        analyst.analyse(&drafts[0], &options)
    });
}

/// Measures what an analyst that knows the draft needs for one word more, never the same text twice.
fn type_at(bencher: Bencher, draft: &str, place: usize) {
    let (mut analyst, options) = (Analyst::default(), Options::default());
    analyst.analyse(draft, &options);
    let mut count = 0;
    let next_text = || {
        count += 1;
        format!("{} {}{}", &draft[..place], word(count), &draft[place..])
    };
    bencher.with_inputs(next_text).bench_local_refs(|text| analyst.analyse(text, &options));
}

/// The word of that number, in a numeral system of letters.
fn word(number: u32) -> String {
    (0..6).map(|place| char::from(b'a' + (number / 26_u32.pow(place) % 26) as u8)).collect()
}
