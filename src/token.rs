//! The lexer: words, numbers and punctuation of one paragraph, each word with its number in the lexicon.
//!
//! It knows no language. What differs between languages (elisions, clitics, digit grouping) comes in as
//! [`Habits`], and what a word means is looked up by whoever owns the lexicon.

mod number;

pub use number::Figure;

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;

use crate::span::Span;

/// Number of a word in a lexicon; [`WordId::UNKNOWN`] for a word that no language file lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// The number of every word that the lexicon does not list.
    pub const UNKNOWN: WordId = WordId(0);
}

/// What kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Letters, with an elision's apostrophe (`l'`) where there is one.
    Word,
    /// A number in digits, or, once numerals are folded, in words.
    Number(Figure),
    /// One other character.
    Mark(char),
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital at its head.
    Lower,
    /// A capital at its head and a small letter somewhere.
    Title,
    /// Capitals alone, two or more.
    Upper,
    /// One capital letter alone.
    Initial,
}

/// A word, number or mark of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// Where it stands in its paragraph.
    pub span: Span,
    /// What kind it is.
    pub kind: Kind,
    /// Its number in the lexicon, for words and marks.
    pub word: WordId,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space (or the start of the paragraph) stands before it.
    pub spaced: bool,
}

impl Token {
    /// Whether it is a word.
    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether it is the mark `c`.
    #[inline]
    pub fn is_mark(&self, c: char) -> bool {
        matches!(self.kind, Kind::Mark(mark) if mark == c)
    }

    /// Whether it is a word that begins with a capital letter.
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        self.is_word() && self.case != Case::Lower
    }

    /// The number, if it is one.
    #[inline]
    pub fn figure(&self) -> Option<Figure> {
        match self.kind {
            Kind::Number(figure) => Some(figure),
            _ => None,
        }
    }
}

/// The marks inside numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Characters that part groups of three digits.
    pub group: Vec<char>,
    /// Characters that stand before decimals.
    pub decimal: Vec<char>,
}

/// What the lexer has to know of a language.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    /// The marks inside its numbers.
    pub marks: Marks,
    /// What may stand before an apostrophe as a word of its own (`l`, `d`, `qu`).
    pub elisions: FxHashSet<String>,
    /// What may stand behind an apostrophe as a word of its own (`s`, `t`, `ll`).
    pub clitics: FxHashSet<String>,
}

/// Cuts a paragraph into tokens. `look_up` gives the lexicon's number of a word in small letters.
pub fn tokens(text: &str, habits: &Habits, look_up: &dyn Fn(&str) -> WordId) -> Vec<Token> {
    tokens_with(text, habits, &habits.marks, look_up)
}

/// The same with other marks inside numbers than the language's.
pub fn tokens_with(
    text: &str,
    habits: &Habits,
    marks: &Marks,
    look_up: &dyn Fn(&str) -> WordId,
) -> Vec<Token> {
    let out = Vec::with_capacity(text.len() / 5);
    let mut lexer = Lexer { text, habits, marks, look_up, out, at: 0, lower: String::new() };
    while lexer.at < text.len() {
        lexer.step();
    }
    lexer.out
}

/// Whether the character is an apostrophe, straight or typographic.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

struct Lexer<'a> {
    text: &'a str,
    habits: &'a Habits,
    marks: &'a Marks,
    look_up: &'a dyn Fn(&str) -> WordId,
    out: Vec<Token>,
    at: usize,
    lower: String,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let c = self.text[self.at..].chars().next().expect("the loop stops at the end");
        if c == ' ' {
            self.at += 1;
        } else if c.is_alphabetic() {
            self.word();
        } else if c.is_ascii_digit() {
            self.number();
        } else if c.is_whitespace() || is_invisible(c) {
            self.at += c.len_utf8();
        } else if let Some(figure) = number::vulgar(c) {
            self.push(self.at + c.len_utf8(), Kind::Number(figure));
        } else if let Some((end, figure)) = self.decimals_alone() {
            self.push(end, Kind::Number(figure));
        } else {
            self.push(self.at + c.len_utf8(), Kind::Mark(c));
        }
    }

    fn push(&mut self, end: usize, kind: Kind) {
        let spaced = self.text[..self.at].chars().next_back().is_none_or(char::is_whitespace);
        let written = &self.text[self.at..end];
        let word = if matches!(kind, Kind::Number(_)) { WordId::UNKNOWN } else { self.identify(written) };
        let case = if kind == Kind::Word { case(written) } else { Case::Lower };
        self.out.push(Token { span: Span::new(self.at, end), kind, word, case, spaced });
        self.at = end;
    }

    /// `.08`, if nothing is glued to its head.
    fn decimals_alone(&self) -> Option<(usize, Figure)> {
        let before = self.text[..self.at].chars().next_back();
        let open = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '-' | '−'));
        number::without_whole(self.text, self.at, self.marks).filter(|_| open)
    }

    fn identify(&mut self, written: &str) -> WordId {
        self.lower.clear();
        if written.is_ascii() {
            self.lower.push_str(written);
            self.lower.make_ascii_lowercase();
            return (self.look_up)(&self.lower);
        }
        let composed: Cow<str> = if written.contains(is_loose) {
            written.nfc().filter(|c| !is_invisible(*c)).collect::<String>().into()
        } else {
            written.into()
        };
        for c in composed.chars() {
            match c {
                _ if is_apostrophe(c) => self.lower.push('\''),
                _ if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                _ => self.lower.extend(c.to_lowercase()),
            }
        }
        (self.look_up)(&self.lower)
    }

    fn word(&mut self) {
        let end = letters_end(self.text, self.at);
        match self.text[end..].chars().next() {
            Some(c) if is_apostrophe(c) => self.word_at_apostrophe(end, end + c.len_utf8()),
            Some('2' | '3') if self.is_power(end + 1) => self.push(end + 1, Kind::Word),
            _ => self.push(end, Kind::Word),
        }
    }

    /// `km2`: a word that the lexicon lists with its digit.
    fn is_power(&mut self, end: usize) -> bool {
        let cut = self.text[end..].chars().next().is_some_and(char::is_alphanumeric);
        !cut && self.identify(&self.text[self.at..end]) != WordId::UNKNOWN
    }

    /// `l'an` is two words, `Trump's` is two words, `O'Brien` is one.
    fn word_at_apostrophe(&mut self, end: usize, behind: usize) {
        let tail = letters_end(self.text, behind);
        if self.habits.elisions.contains(&self.text[self.at..end].to_lowercase()) {
            self.push(behind, Kind::Word);
        } else if self.habits.clitics.contains(&self.text[behind..tail].to_lowercase()) {
            self.push(end, Kind::Word);
            self.push(tail, Kind::Word);
        } else if tail > behind {
            self.push(tail, Kind::Word);
        } else {
            self.push(end, Kind::Word);
        }
    }

    fn number(&mut self) {
        let start = self.at;
        for (end, figure) in number::chain(self.text, start, self.marks) {
            if !self.text.as_bytes()[self.at].is_ascii_digit() {
                let mark =
                    self.text[self.at..].chars().next().expect("a chain holds a mark between its numbers");
                self.push(self.at + mark.len_utf8(), Kind::Mark(mark));
            }
            self.push(end, Kind::Number(figure));
        }
    }
}

/// Zero-width characters, soft hyphens and marks of order: nobody sees them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// A mark to be put on the letter before it, or a character that nobody sees.
fn is_loose(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

fn letters_end(text: &str, from: usize) -> usize {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}');
    let plain = text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let from = from + plain;
    text[from..].find(|c| !is_letter(c)).map_or(text.len(), |n| from + n)
}

fn case(word: &str) -> Case {
    // Most words begin with a plain small letter.
    if word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return Case::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let capital = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    match (capital, rest.peek().is_some()) {
        (false, _) => Case::Lower,
        (true, false) => Case::Initial,
        (true, true) if rest.all(char::is_uppercase) => Case::Upper,
        (true, true) => Case::Title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> Habits {
        Habits {
            marks: Marks { group: vec!['.', ' ', '\u{a0}', '\u{202f}', '\''], decimal: vec![','] },
            elisions: ["l", "d"].map(String::from).into_iter().collect(),
            clitics: ["s"].map(String::from).into_iter().collect(),
        }
    }

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, &french(), &|_| WordId::UNKNOWN).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn an_elision_is_a_word_and_an_irish_name_is_one() {
        assert_eq!(cut("l’an d'O'Brien, Trump's"), ["l’", "an", "d'", "O'Brien", ",", "Trump", "'s"]);
    }

    #[test]
    fn a_number_with_its_groups_is_one_token_and_a_date_is_not() {
        assert_eq!(
            cut("2.500 1\u{202f}234,5 17.12.2020 3-2"),
            ["2.500", "1\u{202f}234,5", "17", ".", "12", ".", "2020", "3", "-", "2"]
        );
    }

    #[test]
    fn letters_behind_digits_are_a_word() {
        assert_eq!(cut("14h30 1er 5%"), ["14", "h", "30", "1", "er", "5", "%"]);
    }
}
