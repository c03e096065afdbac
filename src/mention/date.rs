//! Dates as written: nothing is placed in time here.

mod beside;
mod calendar;
mod clock;
mod form;
mod tense;

use crate::pattern::Match;
use crate::span::Span;

use super::Reader;

/// A date, time, duration or set, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// Its first token and the one behind its last, within the paragraph.
    pub tokens: (usize, usize),
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// What is written.
    pub form: Form,
    /// The span that it opens with the date behind it, as "du … au …" does.
    pub range: Option<Span>,
    /// Whether nothing but a comma, a bracket or a word such as `en` parts it from the date before.
    pub apposed: bool,
    /// The part of the day, as TIMEX3 writes it: `MO`, `NI`.
    pub part: Option<&'static str>,
    /// The day of a time: `hier` of `hier à 10 h`.
    pub on: Option<Box<Form>>,
    /// Whether its clause looks back or ahead.
    pub tense: Tense,
}

/// Whether the clause of a date looks back or ahead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// Nothing says so.
    #[default]
    Unsaid,
    /// "said", "a annoncé".
    Past,
    /// "will", "aura".
    Future,
}

/// What is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Day, month, year, or some of them, with or without the weekday.
    Calendar(Calendar),
    /// A weekday alone.
    Weekday {
        /// Monday is 1.
        weekday: u32,
        /// -1 for the last one, 1 for the next one, 0 where that is not said.
        shift: i64,
    },
    /// Counted from the day of writing: `hier`, `l'an dernier`.
    Relative {
        /// What is counted.
        unit: String,
        /// How many, negative for the past.
        shift: i64,
    },
    /// `il y a deux ans`.
    Ago {
        /// How many; a round word or hedge makes it no exact count.
        count: f64,
        /// Whether the words around it make it inexact.
        hedged: bool,
        /// What is counted.
        unit: String,
    },
    /// Counted from another date of the text: `la veille`, `deux jours plus tard`.
    Anaphoric {
        /// What is counted.
        unit: String,
        /// How many, negative for earlier.
        shift: i64,
    },
    /// `quatre jours`.
    Duration {
        /// How many.
        count: f64,
        /// What is counted.
        unit: String,
    },
    /// `plusieurs jours`.
    Vague {
        /// What is counted.
        unit: String,
    },
    /// `tous les lundis`.
    Set {
        /// What comes again.
        unit: String,
        /// Each how manyeth: 2 for "every other".
        count: f64,
        /// The weekday that comes again.
        weekday: Option<u32>,
    },
    /// `désormais`, `recently`.
    Reference {
        /// As TIMEX3 writes it: `PRESENT_REF`.
        value: String,
    },
    /// A quarter, half or season: `the third quarter`, `l'été 2019`.
    Period {
        /// As TIMEX3 writes it: `Q3`, `SU`.
        name: String,
        /// Its year, where it is written.
        year: Option<i32>,
        /// -1 for the last one, 1 for the next one, where that is said.
        shift: Option<i64>,
    },
    /// The one that the text speaks of: `the quarter`, `the year-earlier quarter`.
    Definite {
        /// What it is.
        unit: String,
        /// So many years away from it.
        years: i64,
    },
    /// A decade or century.
    Era {
        /// As TIMEX3 writes it: `198`, `19`.
        value: String,
    },
    /// `14h30`.
    Time {
        /// 0 to 24, if it is possible at all.
        hour: u32,
        /// 0 to 59, if it is possible at all.
        minute: u32,
    },
}

/// Day, month, year, or some of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Monday is 1.
    pub weekday: Option<Part>,
    /// As written, possible or not.
    pub day: Option<Part>,
    /// January is 1.
    pub month: Option<Part>,
    /// Four digits.
    pub year: Option<Part>,
    /// `START`, `MID` or `END`.
    pub modifier: Option<&'static str>,
    /// -1 for the last such day or month, 1 for the next one, where that is said.
    pub shift: Option<i64>,
    /// How many years from the one of the draft, where that is said: `June last year`.
    pub years: Option<i64>,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is worth.
    pub value: i32,
    /// Where it stands; for a part lent by the next date of a list or range, where it stands there.
    pub span: Span,
    /// Whether the next or former date lent it.
    pub lent: bool,
}

/// All dates of a paragraph.
pub(super) fn read(reader: &Reader) -> Vec<Date> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let found = reader.language.longest(&reader.language.dates, &reader.tokens, at);
        let Some(found) = found.filter(|found| !beside::is_misread(reader, found)) else {
            at += 1;
            continue;
        };
        let read = dates(reader, &found);
        // A pattern that looks beyond its date leaves what it saw there to the next one.
        let looks_on = found.settings.contains_key("alone") || found.get("behind").is_some();
        let end = read.last().filter(|_| looks_on).map_or(found.end, |date| date.tokens.1);
        at = end.max(at + 1);
        out.extend(read);
    }
    let mut out = clock::join(reader, out);
    for at in 1..out.len() {
        out[at].apposed = beside::is_apposed(reader, &out[at - 1], &out[at]);
    }
    out
}

/// The dates of one match.
fn dates(reader: &Reader, found: &Match) -> Vec<Date> {
    if found.kind() == "calendar" {
        return calendar::dates(reader, found);
    }
    let Some(form) = form::form(reader, found) else { return Vec::new() };
    // What stands in the pattern as `before` or `behind` is looked at, and belongs to no date.
    let first = found.get("before").map_or(found.first, |before| before.end);
    let end = found.get("behind").map_or(found.end, |behind| behind.first);
    let part = found.text("day_part").and_then(part);
    vec![Date { part, ..date(reader, first, end, form) }]
}

/// The part of the day, as TIMEX3 writes it.
fn part(name: &str) -> Option<&'static str> {
    ["MO", "MI", "AF", "EV", "NI", "DT"].into_iter().find(|part| *part == name)
}

pub(super) fn date(reader: &Reader, first: usize, end: usize, form: Form) -> Date {
    let (span, sentence, quoted) = (reader.span(first, end), reader.sentence(first), reader.quoted[first]);
    let tense = match form {
        Form::Duration { .. } | Form::Vague { .. } | Form::Set { .. } | Form::Reference { .. } => {
            Tense::Unsaid
        }
        _ => tense::tense(reader, first, end),
    };
    Date {
        span,
        tokens: (first, end),
        sentence,
        quoted,
        form,
        range: None,
        apposed: false,
        part: None,
        on: None,
        tense,
    }
}
