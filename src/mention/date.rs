//! Dates as written: nothing is placed in time here.

mod calendar;

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
    /// `tous les lundis`.
    Set {
        /// What comes again.
        unit: String,
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
        let Some(found) = found.filter(|found| !is_misread(reader, found)) else {
            at += 1;
            continue;
        };
        at = found.end;
        if found.kind() == "calendar" {
            out.extend(calendar::dates(reader, &found));
        } else if let Some(form) = form(reader, &found) {
            out.push(date(reader, found.first, found.end, form));
        }
    }
    out
}

pub(super) fn date(reader: &Reader, first: usize, end: usize, form: Form) -> Date {
    let (span, sentence, quoted) = (reader.span(first, end), reader.sentence(first), reader.quoted[first]);
    Date { span, tokens: (first, end), sentence, quoted, form, range: None }
}

/// A number that hangs on a longer chain (`3-2-1`, `02/555.12.34`) is no date.
fn is_misread(reader: &Reader, found: &Match) -> bool {
    let chained = |at: usize| reader.tokens.get(at).and_then(|t| t.figure()).is_some_and(|f| f.chained);
    let cut = |mark: usize, number: usize| {
        let glued =
            reader.tokens.get(mark).is_some_and(|t| !t.spaced && !t.is_word() && t.figure().is_none());
        glued && reader.tokens.get(number).is_some_and(|t| !t.spaced) && chained(number)
    };
    let before = found.first >= 2
        && chained(found.first)
        && !reader.tokens[found.first].spaced
        && chained(found.first - 2);
    before || chained(found.end - 1) && cut(found.end, found.end + 1)
}

fn form(reader: &Reader, found: &Match) -> Option<Form> {
    let unit = || found.text("unit").or_else(|| found.text("time_unit")).map(str::to_owned);
    let count = || found.number("count").or_else(|| found.get("one").map(|_| 1.0));
    let direction = found.settings.get("direction").and_then(toml::Value::as_integer).unwrap_or(0);
    Some(match found.kind() {
        "weekday" => Form::Weekday {
            weekday: found.number("weekday")? as u32,
            shift: found.integer("shift").unwrap_or(0),
        },
        "relative" => Form::Relative { unit: unit()?, shift: found.integer("shift")? },
        "ago" => Form::Ago { count: count()?, hedged: is_hedged(reader, found), unit: unit()? },
        "anaphoric" => Form::Anaphoric { unit: unit()?, shift: direction * count().unwrap_or(1.0) as i64 },
        "duration" => Form::Duration { count: count()?, unit: unit()? },
        "set" => Form::Set { unit: unit().unwrap_or_else(|| "week".to_owned()) },
        "time" => {
            let minute = found.number("minute").unwrap_or(0.0) as u32;
            Form::Time { hour: found.number("hour")? as u32, minute }
        }
        _ => return None,
    })
}

/// Whether a word of hedging stands inside the match: `il y a environ un an`.
fn is_hedged(reader: &Reader, found: &Match) -> bool {
    let hedge = reader.language.classes.hedge;
    (found.first.saturating_sub(3)..found.end).any(|at| {
        reader.language.is(hedge, &reader.tokens, at).is_some_and(|end| end > found.first && end <= found.end)
    })
}
