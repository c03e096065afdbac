//! Patterns over tokens: `{weekday}? ,? le? {day} {month} {year}?`.
//!
//! A language file writes what it recognises in this notation:
//!
//! | written | matches |
//! |---|---|
//! | `il y a` | these words; a capital letter in the pattern asks for one in the text |
//! | `{month}` | a word or phrase of the class `month`, kept under that name; `{month:from}` keeps it as `from` |
//! | `{number}` `{day}` `{year}` … | a number, see [`Builtin`] |
//! | `x?` | `x` or nothing |
//! | `(a b \| c)` | one of the alternatives |
//! | `~x` | `x` with no space before it |
//! | `{end}` | the end of the paragraph |
//! | `\(` `\)` `\|` `\?` | the marks themselves |
//!
//! A pattern is compiled to a small program and run with backtracking; patterns are short, so that costs nothing.

mod compile;
mod lexicon;
mod rules;
mod second;

pub use compile::{Program, compile};
pub use lexicon::{ClassId, ClassSet, Lexicon, LexiconBuilder, Value};
pub use rules::{Match, Rule, RuleSet};

use crate::token::{Kind, Token, WordId};

/// What a capture is called in its pattern.
pub type Name = &'static str;

/// A class of tokens known without a word list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// Any number: `{number}`.
    Number,
    /// A whole number in digits or words, without groups or scale: `{integer}`.
    Integer,
    /// A whole number from 0 to 99 of at most two digits: `{day}`. It may be impossible, or that could not be told.
    Day,
    /// A number of one or two digits, 1 to 12: `{monthnumber}`.
    Month,
    /// A number from 1 to 99 in words: `{dayword}`.
    DayWord,
    /// A number of four digits, 1000 to 2999: `{year}`.
    Year,
    /// A number of two digits: `{twodigits}`.
    TwoDigits,
    /// A word with a capital: `{capitalised}`.
    Capitalised,
    /// Any word: `{word}`.
    Word,
}

impl Builtin {
    /// The class of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "number" => Self::Number,
            "integer" => Self::Integer,
            "day" => Self::Day,
            "dayword" => Self::DayWord,
            "monthnumber" => Self::Month,
            "year" => Self::Year,
            "twodigits" => Self::TwoDigits,
            "capitalised" => Self::Capitalised,
            "word" => Self::Word,
            _ => return None,
        })
    }

    /// Whether only numbers belong to it.
    pub fn is_number(self) -> bool {
        !matches!(self, Self::Capitalised | Self::Word)
    }

    /// What the token is worth as one of this class, if it is one.
    fn read(self, token: &Token) -> Option<Value> {
        let Kind::Number(figure) = token.kind else {
            let fits = token.is_word()
                && (self == Self::Word || self == Self::Capitalised && token.is_capitalised());
            return fits.then_some(Value::None);
        };
        let whole = figure.plain().filter(|_| !figure.scaled);
        let fits = match self {
            Self::Number => true,
            Self::Integer => whole.is_some(),
            Self::Day => figure.digits > 0 && figure.digits <= 2 && whole.is_some(),
            Self::Month => {
                figure.digits > 0 && figure.digits <= 2 && whole.is_some_and(|n| (1..=12).contains(&n))
            }
            Self::DayWord => figure.digits == 0 && whole.is_some_and(|n| (1..100).contains(&n)),
            Self::Year => figure.digits == 4 && whole.is_some_and(|n| (1000..3000).contains(&n)),
            Self::TwoDigits => figure.digits == 2 && whole.is_some(),
            Self::Capitalised | Self::Word => false,
        };
        fits.then_some(Value::Number(figure.value))
    }
}

/// One step of a compiled pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// This very word or mark; with a capital where `capital` says so.
    Literal {
        /// Its number in the lexicon.
        word: WordId,
        /// Whether it must be capitalised.
        capital: bool,
    },
    /// A word or phrase of a class.
    Class(ClassId, Name),
    /// A token of a class known without a list.
    Builtin(Builtin, Name),
    /// The next token must follow without a space.
    Glued,
    /// No token follows.
    End,
    /// Try the first way, then the second.
    Split(usize, usize),
    /// Go on there.
    Jump(usize),
}

/// A part of a match that has a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capture {
    /// Its name in the pattern.
    pub name: Name,
    /// What it is worth.
    pub value: Value,
    /// Index of its first token.
    pub first: usize,
    /// Index just behind its last token.
    pub end: usize,
}

/// Runs the program at token `at`; the index behind the last token matched, with its captures in `captures`.
pub fn run(
    program: &Program,
    lexicon: &Lexicon,
    tokens: &[Token],
    at: usize,
    captures: &mut Vec<Capture>,
) -> Option<usize> {
    Machine { steps: &program.steps, lexicon, tokens }.go(0, at, false, captures)
}

struct Machine<'a> {
    steps: &'a [Step],
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
}

impl Machine<'_> {
    fn go(&self, step: usize, at: usize, glued: bool, captures: &mut Vec<Capture>) -> Option<usize> {
        let Some(what) = self.steps.get(step) else { return Some(at) };
        match *what {
            Step::Jump(to) => return self.go(to, at, glued, captures),
            Step::Glued => return self.go(step + 1, at, true, captures),
            Step::End if at == self.tokens.len() => return self.go(step + 1, at, glued, captures),
            Step::Split(first, second) => {
                let kept = captures.len();
                return self.go(first, at, glued, captures).or_else(|| {
                    captures.truncate(kept);
                    self.go(second, at, glued, captures)
                });
            }
            _ => {}
        }
        let token = self.tokens.get(at).filter(|token| !(glued && token.spaced))?;
        match *what {
            Step::Literal { word, capital } => {
                let fits = token.word == word && (!capital || token.is_capitalised());
                if fits { self.go(step + 1, at + 1, false, captures) } else { None }
            }
            Step::Builtin(class, name) => {
                let value = class.read(token)?;
                self.capture(step, Capture { name, value, first: at, end: at + 1 }, captures)
            }
            Step::Class(class, name) => self.lexicon.read(class, self.tokens, at).find_map(|(end, value)| {
                self.capture(step, Capture { name, value, first: at, end }, captures)
            }),
            _ => None,
        }
    }

    fn capture(&self, step: usize, capture: Capture, captures: &mut Vec<Capture>) -> Option<usize> {
        let kept = captures.len();
        captures.push(capture);
        let end = self.go(step + 1, capture.end, false, captures);
        if end.is_none() {
            captures.truncate(kept);
        }
        end
    }
}

/// Collects the indices of the steps behind `at` that can be the first to consume a token; whether a match may end first.
fn openings(steps: &[Step], at: usize, out: &mut Vec<usize>) -> bool {
    match steps.get(at) {
        Some(Step::Jump(to)) => openings(steps, *to, out),
        Some(Step::Glued | Step::End) => openings(steps, at + 1, out),
        Some(Step::Split(first, second)) => openings(steps, *first, out) | openings(steps, *second, out),
        Some(_) => {
            out.push(at);
            false
        }
        None => true,
    }
}
