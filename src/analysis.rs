//! The boundary of the library: what goes in, what comes out, all of it plain data.

mod analyst;
mod bearers;
mod completion;
mod facts;
mod mentions;
mod rename;
mod study;

pub use analyst::{Analyst, analyse, warm_up};
pub use bearers::Bearer;
pub use completion::Completion;
pub use facts::{Fact, FactKind, FactSheet};
pub use rename::Refusal;
pub use study::{Compared, StudiedClaim, Study};

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use crate::article::Article;
use crate::card::{Card, Hint};
pub use crate::document::Format;
use crate::knowledge::Newsroom;
use crate::language::Language;
use crate::span::Span;

/// What to know of a draft that its text does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options {
    /// The language, as a code of [`languages`]; `None` lets the draft speak for itself.
    pub language: Option<String>,
    /// The language of messages, cards and hints, as a code of [`languages`]; `None` for that of the draft. What a fix writes is
    /// in the language of the draft all the same.
    pub messages: Option<String>,
    /// The day of publication, used where the draft itself gives none.
    pub date: Option<NaiveDate>,
    /// The name of the file, which may hold the day of publication (`2020-12-17-titre.md`).
    pub file_name: Option<String>,
    /// How the text is marked up.
    pub format: Format,
    /// Names of checks to run that are off unless asked for.
    pub also: Vec<String>,
    /// What the newsroom knows itself.
    pub newsroom: Arc<Newsroom>,
}

/// Codes of the languages that can be read, such as `fr`.
pub fn languages() -> &'static [&'static str] {
    static CODES: LazyLock<Vec<&str>> = LazyLock::new(|| Language::codes().collect());
    &CODES
}

/// A phrase of the program in a language, where no draft is spoken of; in English where the language is none that can be read.
/// `values` fill its `{slots}`.
pub fn phrase(language: &str, name: &str, values: &[(&str, &str)]) -> String {
    let spoken = Language::of(language).or_else(|| Language::of("en"));
    spoken.map(|language| language.messages.text(name, values)).unwrap_or_default()
}

/// All that was understood of a draft.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Code of the language that the draft was read in; `None` where no known language was recognised.
    pub language: Option<&'static str>,
    /// The day from which the draft speaks.
    pub anchor: Option<Anchor>,
    /// What the desk would ask about, in the order of the text.
    pub findings: Vec<Finding>,
    article: Option<Article>,
}

impl Analysis {
    /// Every date, figure and name that was recognised, in the order of the text.
    pub fn mentions(&self) -> Vec<Mention> {
        self.article.as_ref().map(mentions::all).unwrap_or_default()
    }

    /// The same without what mentions and cards are made from, which of many drafts fills the memory.
    #[must_use]
    pub fn findings_only(self) -> Self {
        Self { article: None, ..self }
    }

    /// The figures and the pairs that were compared, for `tools/figures`.
    #[doc(hidden)]
    pub fn study(&self) -> Study {
        self.article.as_ref().map(study::of).unwrap_or_default()
    }

    /// Where the first line of the text stands, behind the front matter, in bytes; `None` where the draft was not read.
    pub fn start(&self) -> Option<usize> {
        self.article.as_ref()?.paragraphs.iter().map(|placed| placed.start).min()
    }

    /// A phrase of the program in the language of the messages, such as the title of an action; empty where the draft was not
    /// read. `values` fill its `{slots}`.
    pub fn phrase(&self, name: &str, values: &[(&str, &str)]) -> String {
        self.article.as_ref().map(|article| article.voice.messages.text(name, values)).unwrap_or_default()
    }

    /// The card over what stands at `offset` (in bytes) of `text`, the text that was analysed.
    pub fn card_at(&self, text: &str, offset: usize) -> Option<Card> {
        crate::card::at(self.article.as_ref()?, text, offset)
    }

    /// When the weekdays and relative dates are that do not say so themselves, in the order of the text.
    pub fn date_hints(&self) -> Vec<Hint> {
        self.article.as_ref().map(crate::card::date::hints).unwrap_or_default()
    }
}

/// The day (or month) from which a draft speaks, and where that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// ISO 8601, as far as known: `2020-12-17` or `2020-12`.
    pub value: String,
    /// Where the draft says so; `None` for a date that came from [`Options`].
    pub span: Option<Span>,
}

/// How much a finding matters. Errors and warnings are alarms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be true.
    Error,
    /// Two places that cannot both be true as written.
    Warning,
    /// Worth a look, with the reason.
    Information,
    /// Style and completeness.
    Hint,
}

impl Severity {
    /// Whether it asks for a change, rather than for a look.
    pub fn is_alarm(self) -> bool {
        self <= Severity::Warning
    }

    /// Its name in reports: `error`, `warning`, `information`, `hint`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information => "information",
            Severity::Hint => "hint",
        }
    }
}

/// One thing that the desk would ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable name of the check, such as `weekday-mismatch`.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where to underline.
    pub span: Span,
    /// What is wrong, in one plain sentence in the language of the messages.
    pub message: String,
    /// The other places that it speaks of.
    pub related: Vec<Related>,
    /// Ways to put it right, the likeliest first.
    pub fixes: Vec<Fix>,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub message: String,
}

/// One way to put a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a menu entry.
    pub title: String,
    /// The changes, which never overlap.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

/// A date, figure or name, where it stands and how it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// How it was read.
    pub reading: Reading,
}

/// How a mention was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A date, time, duration or set, as in TIMEX3 (ISO-TimeML).
    Date {
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        kind: &'static str,
        /// The TIMEX3 value, such as `2020-12-17` or `P2Y`; empty where it could not be placed.
        value: String,
    },
    /// A figure.
    Quantity {
        /// The number as written, scale included.
        value: f64,
        /// The least value that the wording allows.
        min: f64,
        /// The greatest value that the wording allows; infinite for an open one.
        max: f64,
        /// Unit: `%`, `EUR`, `km`, `year` …
        unit: Option<String>,
        /// The words that make it inexact, such as `environ`.
        hedge: Option<String>,
        /// The noun phrase counted.
        thing: Option<String>,
        /// Where the number stands, unless letters are glued to its end, as in `180ml`.
        number: Option<Span>,
    },
    /// A name.
    Name {
        /// `PER`, `LOC` or `ORG`.
        kind: &'static str,
        /// Number of its bearer within this draft: equal for all mentions of one bearer.
        entity: usize,
        /// The fullest form of the name in this draft.
        canonical: String,
    },
}
