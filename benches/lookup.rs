//! What it takes to look a name up in the tables that are compiled in, known or not.

use copydesk::knowledge::bearers::{COMMUNES, FORENAMES, SURNAMES};
use copydesk::knowledge::{fold, most_words, organisations, people, places, words};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Known in some table or other, and in none.
const NAMES: [&str; 12] = [
    "Paris",
    "États-Unis",
    "Jean",
    "Dupont",
    "Namur",
    "O'Brien",
    "Saint-Denis",
    "Europe",
    "OTAN",
    "Xyzzy",
    "Quelque",
    "Zürich",
];

fn main() {
    divan::main();
}

/// The form in which names are compared.
#[divan::bench]
fn folding(bencher: Bencher) {
    let fold_all = || NAMES.map(fold);
    bencher.counter(ItemsCount::new(NAMES.len())).bench(fold_all);
}

/// Places, people and organisations, as a reader asks for them.
#[divan::bench]
fn who_and_where(bencher: Bencher) {
    look_up(bencher, |name| {
        most_words(name)
            + places::find(name).len()
            + people::find(name).len()
            + organisations::find(name).len()
    });
}

/// Forenames, surnames and communes, of which nothing but the name is known.
#[divan::bench]
fn bearers(bencher: Bencher) {
    look_up(bencher, |name| [&FORENAMES, &SURNAMES, &COMMUNES].iter().filter(|list| list.has(name)).count());
}

/// Whether a dictionary knows the word.
#[divan::bench]
fn dictionary(bencher: Bencher) {
    look_up(bencher, |name| usize::from(words::known(name)));
}

fn look_up(bencher: Bencher, look_up: impl Fn(&str) -> usize + Sync) {
    let names = NAMES.map(fold);
    bencher
        .counter(ItemsCount::new(NAMES.len()))
        .bench(|| names.iter().map(|name| look_up(name)).sum::<usize>());
}
