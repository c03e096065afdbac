//! What the tables of knowledge say of a capitalised word, whatever stands around it.
//!
//! News repeats its words. So each thread remembers those that it looked up last: the dozen tables are asked once for a
//! name, not every time it stands in a paragraph of an archive.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::knowledge::bearers::{COMMUNES, FORENAMES, SURNAMES};
use crate::knowledge::{self, fold, forenames, organisations, people, places, words};

/// A capitalised word.
#[derive(Debug)]
pub(super) struct Word {
    /// As it is compared: small letters without accents. One with an apostrophe inside has two parts.
    pub(super) folded: Box<str>,
    /// The same with its parts together.
    pub(super) joined: Joined,
    /// Words of the longest known name that begins with it.
    pub(super) most: usize,
    /// What it names if it stands alone.
    pub(super) named: Option<Known>,
    /// Whether it is an adjective of a place or a name of its inhabitants.
    pub(super) demonym: bool,
    /// Whether it is a forename whose gender is known.
    pub(super) forename: bool,
    /// Whether the longer list of forenames has it.
    pub(super) maybe_forename: bool,
    /// Whether it is a surname.
    pub(super) surname: bool,
    /// Whether it is a commune of France.
    pub(super) commune: bool,
    /// Whether a dictionary of the language has it in small letters, and whether with a capital.
    pub(super) dictionary: (bool, bool),
}

/// A capitalised word without the gap that an apostrophe leaves: `obrien`.
#[derive(Debug)]
pub(super) struct Joined {
    /// As it is compared.
    pub(super) folded: Box<str>,
    /// Whether a dictionary or table knows it.
    pub(super) known: bool,
    /// Whether a place of that name is known.
    pub(super) place: bool,
    /// Whether it is a forename whose gender is known.
    pub(super) forename: bool,
    /// Whether it is an adjective of a place, and no place itself.
    pub(super) adjective: bool,
    /// Whether it is an ordinary word of the language, and no name too.
    pub(super) ordinary: bool,
}

/// What a known name names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// A place: whether its name is an ordinary word too, and whether it is a country.
    Place { word: bool, country: bool },
    /// A person.
    Person,
    /// An organisation.
    Organisation,
}

/// What the tables know under a name: folded, and as it stands in a text in that language.
pub(super) fn named(folded: &str, written: &str, language: &str) -> Option<Known> {
    match places::likeliest_named(folded, written, language) {
        Some(place) => Some(Known::Place { word: place.word, country: place.kind == places::Kind::Country }),
        None if !people::find(folded).is_empty() => Some(Known::Person),
        None => organisations::is_name(folded, written).then_some(Known::Organisation),
    }
}

/// Words of each language that a thread remembers, at least; twice as many at most.
const MOST: usize = 4096;

thread_local! {
    /// By language, the words that were looked up last.
    static SEEN: RefCell<FxHashMap<&'static str, Seen>> = RefCell::default();
}

/// The words that were looked up last. When there are many, those that nobody asked for meanwhile are forgotten.
#[derive(Debug, Default)]
struct Seen {
    young: FxHashMap<Box<str>, Rc<Word>>,
    old: FxHashMap<Box<str>, Rc<Word>>,
}

/// What is known of a capitalised word, as it stands in a text in that language.
pub(super) fn look_up(written: &str, language: &'static str) -> Rc<Word> {
    SEEN.with_borrow_mut(|seen| seen.entry(language).or_default().look_up(written, language))
}

impl Seen {
    fn look_up(&mut self, written: &str, language: &str) -> Rc<Word> {
        if let Some(word) = self.young.get(written) {
            return word.clone();
        }
        if self.young.len() >= MOST {
            self.old = std::mem::take(&mut self.young);
        }
        let known = self.old.remove_entry(written);
        let (written, word) =
            known.unwrap_or_else(|| (written.into(), Rc::new(Word::new(written, language))));
        self.young.insert(written, word.clone());
        word
    }
}

impl Word {
    fn new(written: &str, language: &str) -> Self {
        let folded = fold(written);
        Self {
            joined: Joined::new(folded.replace(' ', ""), language),
            most: knowledge::most_words(folded.split(' ').next().unwrap_or(&folded)),
            named: named(&folded, written, language),
            demonym: !places::demonym(&folded).is_empty(),
            forename: forenames::gender(&folded).is_some(),
            maybe_forename: FORENAMES.has(&folded),
            surname: SURNAMES.has(&folded),
            commune: COMMUNES.has(&folded),
            dictionary: words::entry(&folded).small_or_capital(language),
            folded: folded.into(),
        }
    }
}

impl Joined {
    fn new(folded: String, language: &str) -> Self {
        let forename = forenames::gender(&folded).is_some();
        let place = !places::find(&folded).is_empty();
        let adjective = !place && !places::demonym(&folded).is_empty();
        let is_name = forename || place || adjective || people::bears(&folded);
        let entry = words::entry(&folded);
        Self {
            known: is_name || entry.is_known() || is_plural(&folded),
            ordinary: entry.is_ordinary(language),
            place,
            forename,
            adjective,
            folded: folded.into(),
        }
    }
}

/// `les deux Corées`.
fn is_plural(folded: &str) -> bool {
    folded.strip_suffix('s').is_some_and(|singular| !places::find(singular).is_empty())
}
