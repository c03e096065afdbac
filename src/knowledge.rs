//! What Copydesk knows without asking anyone: places, people, organisations and forenames.
//!
//! All of it is read from tables beside this file, which are compiled in; no file is opened at run time. A table is
//! parsed the first time that someone asks for it. Where each fact comes from is told in `docs/knowledge.md`.
//!
//! Names are compared as [`fold()`] leaves them. A name marked `=` in its table (`=US`, `=UN`, `=WHO`) is a word in
//! small letters, so it is found only as written: ask with `find_written` where the text is at hand.

pub mod bearers;
mod customs;
mod fold;
pub mod forenames;
pub mod gazetteer;
mod index;
mod list;
pub mod listing;
pub mod newsroom;
pub mod organisations;
pub mod people;
pub mod places;
pub mod register;
pub mod table;
pub mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use customs::Customs;
pub use fold::{fold, fold_onto};
pub use forenames::Gender;
pub use list::List;
pub use newsroom::Newsroom;
pub use organisations::Organisation;
pub use people::{Office, Person};
pub use places::Place;

/// A thing said in French and in English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Localised<T> {
    /// In French.
    pub fr: T,
    /// In English.
    pub en: T,
}

impl<T> Localised<T> {
    /// The one for the language with this code; English where the language is another.
    pub fn get(&self, language: &str) -> &T {
        if language == "fr" { &self.fr } else { &self.en }
    }

    /// Both, French first.
    pub fn both(&self) -> [&T; 2] {
        [&self.fr, &self.en]
    }
}

/// How many words (as parted by spaces after [`fold()`]) the longest known name has that starts with this folded word:
/// 0 where no place, person or organisation does.
///
/// A reader that walks over words asks this first, then tries that many words, one fewer, and so on.
pub fn most_words(first: &str) -> usize {
    static MOST: LazyLock<FxHashMap<Cow<str>, usize>> = LazyLock::new(count_words);
    MOST.get(first).copied().unwrap_or(0)
}

fn count_words() -> FxHashMap<Cow<'static, str>, usize> {
    let mut most = FxHashMap::with_capacity_and_hasher(places::all().len(), Default::default());
    for name in places::keys().chain(people::keys()).chain(organisations::keys()) {
        let first = name.split(' ').next().unwrap_or(name);
        let written = first.bytes().any(|byte| byte.is_ascii_uppercase());
        let first = if written { Cow::Owned(first.to_lowercase()) } else { Cow::Borrowed(first) };
        let longest = most.entry(first).or_default();
        *longest = name.split(' ').count().max(*longest);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_announced_by_its_first_word() {
        assert!(most_words("etats") >= 4, "États-Unis d'Amérique");
        assert!(most_words("mark") >= 2, "Mark Milley");
        assert!(most_words("us") >= 1, "US");
        assert_eq!(most_words("xyzzy"), 0);
    }
}
