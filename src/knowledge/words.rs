//! Which spellings a dictionary knows: evidence that a name is no slip of the pen.
//!
//! All forms of all words of a French and two English dictionaries are packed into one automaton, which is searched where
//! it lies in the program: nothing is unpacked, nothing read at start. `tools/knowledge/words.sh` builds it.

use std::sync::LazyLock;

use fst::Map;

static WORDS: LazyLock<Map<&[u8]>> =
    LazyLock::new(|| Map::new(&include_bytes!("words.fst")[..]).expect("a test reads the automaton"));

/// In small letters in that language; the bit above it is that of words with a capital.
const LOWER: [(&str, u64); 2] = [("fr", 1), ("en", 4)];

/// What the dictionaries say of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(Option<u64>);

/// What the dictionaries say of a folded word.
pub fn entry(folded: &str) -> Entry {
    Entry(WORDS.get(folded))
}

impl Entry {
    /// Whether the word, or a form of it, stands in a dictionary of any language here.
    pub fn is_known(self) -> bool {
        self.0.is_some()
    }

    /// Whether it is an ordinary word of that language and no name too: `président` is, `Brown` is not.
    pub fn is_ordinary(self, language: &str) -> bool {
        self.small_or_capital(language) == (true, false)
    }

    /// Whether it is a word in small letters of that language, and whether it is one with a capital: `brown` is both.
    pub fn small_or_capital(self, language: &str) -> (bool, bool) {
        let lower = LOWER.iter().find(|(code, _)| *code == language).map_or(0, |(_, bit)| *bit);
        let bits = self.0.unwrap_or_default();
        (bits & lower != 0, bits & (lower << 1) != 0)
    }
}

/// Whether the folded word, or a form of it, stands in a dictionary of any language here.
pub fn known(folded: &str) -> bool {
    entry(folded).is_known()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_words_and_names_are_known_and_slips_are_not() {
        for word in
            ["president", "presidentes", "chantaient", "americans", "texans", "walked", "colour", "color"]
        {
            assert!(known(word), "{word}");
        }
        for slip in ["presiednt", "amercians", "xyzzy", ""] {
            assert!(!known(slip), "{slip}");
        }
    }

    #[test]
    fn a_name_is_no_ordinary_word_even_where_it_is_one_too() {
        let ordinary = |word, language| entry(word).is_ordinary(language);
        assert!(ordinary("president", "fr") && ordinary("president", "en"));
        assert!(!ordinary("brown", "en") && !ordinary("paris", "fr"));
        assert!(!ordinary("president", "nl"));
    }
}
