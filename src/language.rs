//! What a language file says: every word to be recognised, every pattern, every message.
//!
//! A file is read once, when a draft in its language is first seen, and lives as long as the program.

mod detect;
mod load;
mod messages;

pub use detect::detect;
pub use messages::Messages;

use std::sync::LazyLock;

use crate::pattern::{ClassId, Lexicon, Match, RuleSet};
use crate::token::{Habits, Token};

/// A language that drafts can be read in.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code, such as `fr`.
    pub code: &'static str,
    /// How it writes numbers and apostrophes.
    pub habits: Habits,
    /// Its words and their classes.
    pub lexicon: Lexicon,
    /// What it says to the user.
    pub messages: Messages,
    /// The classes that the readers ask for by name.
    pub classes: Classes,
    /// Patterns of dates.
    pub dates: RuleSet,
    /// Patterns of figures.
    pub quantities: RuleSet,
    /// Words that put a figure beside another one, or say when, where or how it holds.
    pub cues: RuleSet,
    /// Patterns of datelines and of web furniture that dates a draft.
    pub datelines: RuleSet,
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The classes that the readers ask for by name; a language file must have them all.
        #[derive(Clone, Copy, Debug)]
        pub struct Classes { $($(#[$doc])* pub $name: ClassId,)* }

        impl Classes {
            const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            fn new(id: impl Fn(&str) -> ClassId) -> Self {
                Self { $($name: id(stringify!($name)),)* }
            }
        }
    };
}

classes! {
    /// Words before a full stop that ends no sentence.
    abbreviation,
    /// Words that number something but are no number of things: `article`, `page`.
    label,
    /// Number words: `deux`, `cent`.
    numeral,
    /// Words that stand between number words: `et`.
    numeral_joint,
    /// Words that multiply: `million`.
    scale,
    /// `demi`, as in `un million et demi`.
    half,
    /// What makes a number a rank: `e`, `ème`.
    ordinal_suffix,
    /// Words that say nothing of what is counted.
    stop,
    /// Adjectives that stand before the noun.
    fronted,
    /// Articles and the like that refer back: `les`, `ces`.
    definite,
    /// Words that end a clause.
    clause,
    /// Titles before a name.
    title,


    /// Words inside a name: `de`, `van`.
    particle,
    /// Words that open the name of an organisation.
    organisation,
    /// Capitalised words that are no names.
    not_a_name,
    /// Words of time: what stands near them has a date of its own.
    time_word,
    /// Words of markets and results.
    market,
    /// Prepositions that stand before a place.
    locative,


    /// Months.
    month,
    /// Days of the week.
    weekday,
}

impl Language {
    /// The language of that code, if it can be read.
    pub fn of(code: &str) -> Option<&'static Language> {
        Self::all().iter().find(|language| language.code == code).map(|language| &**language)
    }

    /// Every language that can be read.
    pub fn all() -> &'static [&'static LazyLock<Language>] {
        static FR: LazyLock<Language> = LazyLock::new(|| load::load("fr", include_str!("language/fr.toml")));
        static EN: LazyLock<Language> = LazyLock::new(|| load::load("en", include_str!("language/en.toml")));
        static ALL: [&LazyLock<Language>; 2] = [&FR, &EN];
        &ALL
    }

    /// Whether a member of the class stands at token `at`, and where it ends.
    pub fn is(&self, class: ClassId, tokens: &[Token], at: usize) -> Option<usize> {
        self.lexicon.longest(class, tokens, at).map(|(end, _)| end)
    }

    /// Whether the word of this token is in the class, read alone.
    pub fn has(&self, class: ClassId, token: &Token) -> bool {
        self.lexicon.longest(class, std::slice::from_ref(token), 0).is_some()
    }

    /// The longest match of the rules at token `at`.
    pub fn longest<'a>(&self, rules: &'a RuleSet, tokens: &[Token], at: usize) -> Option<Match<'a>> {
        rules.longest(&self.lexicon, tokens, at)
    }
}
