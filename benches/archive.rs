//! How long a newsroom waits: 200 short articles, read one after the other by one analyst, as `copydesk check` does.

#[path = "../tests/wire/mod.rs"]
mod wire;

use copydesk::{Analyst, Options};
use divan::Bencher;
use divan::counter::ItemsCount;
use wire::{TONGUES, Wire};

/// How many articles there are in the archive.
const ARTICLES: u64 = 200;

fn main() {
    divan::main();
}

/// Articles in all languages by turns.
fn archive() -> Vec<String> {
    let tongue = |seed: u64| TONGUES[seed as usize % TONGUES.len()];
    (0..ARTICLES).map(|seed| Wire::careful(tongue(seed), seed).article()).collect()
}

/// Each article is new to the analyst.
#[divan::bench]
fn check(bencher: Bencher) {
    let (articles, options) = (archive(), Options::default());
    bencher.counter(ItemsCount::new(ARTICLES)).bench_local(|| {
        let mut analyst = Analyst::default();
        articles.iter().map(|article| analyst.analyse(article, &options).findings.len()).sum::<usize>()
    });
}
