//! Forenames and surnames of many countries, and the communes of France: names that are recognised, and of which nothing
//! else is known.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::FxHasher;

/// A list that is compiled in: one folded word a line. All that is made of it, when it is first asked, is where a word
/// would stand.
#[derive(Debug)]
pub struct Bearers {
    text: &'static str,
    /// By hash of a word, where its line begins, counted from one; the next free place is taken where two have one hash.
    places: LazyLock<Vec<u32>>,
}

/// Declares a list, by its name and file.
macro_rules! bearers {
    ($($(#[$doc:meta])* $name:ident $file:literal)*) => {
        $($(#[$doc])* pub static $name: Bearers =
            Bearers { text: include_str!($file), places: LazyLock::new(|| places(include_str!($file))) };)*
    };
}

bearers! {
    /// Surnames of many countries.
    SURNAMES "bearers/surnames.txt"
    /// Forenames of many countries, those without a known gender among them.
    FORENAMES "bearers/forenames.txt"
    /// Surnames of China, Korea and Vietnam, which come first in a full name.
    FAMILIES "bearers/families.txt"
    /// The communes of France.
    COMMUNES "bearers/communes.txt"
}

fn places(text: &str) -> Vec<u32> {
    let lines = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let mut places = vec![0; (2 * lines).next_power_of_two()];
    let mut start = 0;
    for line in text.as_bytes().split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let free = slots(line, places.len()).find(|slot| places[*slot] == 0);
        free.into_iter().for_each(|slot| places[slot] = start + 1);
        start += line.len() as u32 + 1;
    }
    places
}

/// The places where a word may stand, the likeliest first.
fn slots(word: &[u8], places: usize) -> impl Iterator<Item = usize> {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    let first = hasher.finish() as usize;
    (0..places).map(move |next| first.wrapping_add(next) & (places - 1))
}

impl Bearers {
    /// Whether the folded word is in the list.
    pub fn has(&self, folded: &str) -> bool {
        let stands = |place: u32| {
            let line = &self.text[place as usize - 1..];
            line.strip_prefix(folded).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
        };
        let (places, word) = (&*self.places, folded.as_bytes());
        let taken = slots(word, places.len()).map(|slot| places[slot]).take_while(|place| *place > 0);
        !word.is_empty() && taken.into_iter().any(stands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for list in [&SURNAMES, &FORENAMES, &FAMILIES, &COMMUNES] {
            assert!(list.text.lines().all(|line| !line.is_empty() && list.has(line)));
            assert!(!list.has("") && !list.has("xyzzy") && !list.has("\n"));
        }
        assert!(SURNAMES.has("dupont") && !SURNAMES.has("dupon"));
    }
}
