//! Words are data: none that is recognised or shown stands in Rust.

use crate::source::Source;
use crate::{assert_none, tree};

/// Literals that may stand where they do: a file, and the literal as it is written. Each line needs a reason.
const ALLOWED: &[(&str, &str)] = &[];

/// Words that give a language away. `may`, `march` and `mars` are left out: prose for programmers needs them.
const WORDS: &[&str] = &[
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "janvier",
    "fevrier",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

#[test]
fn no_word_of_a_language_stands_in_rust() {
    assert_none(
        tree::sources().iter().flat_map(faults).collect(),
        "Words to be recognised or shown belong in src/language/. If a literal is neither, add it to ALLOWED in \
         tests/tidy/words.rs with the reason.",
    );
}

/// The literals of a file that hold words.
fn faults(source: &Source) -> Vec<String> {
    let strings = source.strings().into_iter();
    let wrong = strings.filter(|string| speaks(&string.what) && !is_allowed(&source.path, &string.what));
    wrong.map(|string| format!("{}: {}", source.at(string.line), string.what)).collect()
}

/// Whether a literal holds a word with an accent, or one of [`WORDS`]. A single letter is no word: alphabets are code.
fn speaks(literal: &str) -> bool {
    if literal.starts_with('\'') {
        return false;
    }
    let accented = literal.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let words = literal.split(|c: char| !c.is_alphabetic());
    accented || words.map(str::to_lowercase).any(|word| WORDS.contains(&word.as_str()))
}

fn is_allowed(file: &str, literal: &str) -> bool {
    ALLOWED.contains(&(file, literal))
}

#[test]
fn words_are_seen_and_letters_are_not() {
    for literal in ["\"été\"", "r\"(lundi|mardi)\"", "\"on Friday\""] {
        assert!(speaks(literal), "{literal}");
    }
    for literal in ["\"may\"", "\"juinx\"", "'é'", "\"« »\"", "\"weekday-mismatch\""] {
        assert!(!speaks(literal), "{literal}");
    }
}
