//! Dates as written: nothing is placed in time here.

mod beside;
mod calendar;
mod clock;
mod denial;
mod form;
mod hours;
mod order;
mod tense;
mod written;

pub use written::{Calendar, Clock, Form, Part};

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
    /// The time of day beside a calendar date.
    pub clock: Option<Clock>,
    /// Whether the text itself says that there is no such day, or none in our calendar.
    pub denied: bool,
    /// Whether its clause looks back or ahead.
    pub tense: Tense,
    /// Whether it stands alone in its paragraph, as above the entries of an agenda.
    pub alone: bool,
}

impl Date {
    /// Where all of it stands, the time of day beside it included.
    pub fn extent(&self) -> Span {
        self.clock.map_or(self.span, |clock| clock.span.to(self.span))
    }

    /// The same date without a place, so that two can be compared for what they say.
    pub fn somewhere(&self) -> Self {
        Self {
            span: Span::default(),
            tokens: (0, 0),
            form: self.form.somewhere(),
            range: self.range.map(|_| Span::default()),
            on: self.on.as_ref().map(|form| Box::new(form.somewhere())),
            clock: self.clock.map(|clock| Clock { span: Span::default(), ..clock }),
            ..self.clone()
        }
    }
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

/// All dates of a paragraph.
pub(super) fn read(reader: &Reader) -> Vec<Date> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let Some(found) = longest(reader, at) else {
            at += 1;
            continue;
        };
        let read = dates(reader, &found);
        // "for April" must not take the month from "for April 30".
        let first = read.first().map_or(at, |date| date.tokens.0);
        if first > at && longest(reader, first).is_some_and(|inner| inner.end > found.end) {
            at = first;
            continue;
        }
        at = next(&found, &read).max(at + 1);
        out.extend(read);
    }
    for date in &mut out {
        date.denied = denial::is_denied(reader, date);
        date.alone = beside::is_alone(reader, date);
        beside::look_back(reader, date);
    }
    beside::share(reader, &mut out);
    let mut out = clock::join(reader, out);
    hours::pair(reader, &mut out);
    for at in 1..out.len() {
        out[at].apposed = beside::is_apposed(reader, &out[at - 1], &out[at]);
    }
    out
}

fn longest<'a>(reader: &Reader<'a>, at: usize) -> Option<Match<'a>> {
    let language = reader.language;
    language.dates.longest_that(&language.lexicon, &reader.tokens, at, &|found| beside::holds(reader, found))
}

/// Where reading goes on. A pattern that looks beyond its date leaves what it saw there to the next one.
fn next(found: &Match, read: &[Date]) -> usize {
    let alone = found.settings.contains_key("alone");
    let looks_on = alone || found.get("behind").is_some();
    read.last().filter(|_| looks_on).map_or(found.end, |date| date.tokens.1)
}

/// The dates of one match.
fn dates(reader: &Reader, found: &Match) -> Vec<Date> {
    if found.kind() == "calendar" {
        return calendar::dates(reader, found);
    }
    let Some(form) = form::form(reader, found) else { return Vec::new() };
    // What stands in the pattern as `before` or `behind` is looked at, and belongs to no date.
    let before = found.captures.iter().rev().find(|capture| capture.name == "before");
    let first = before.map_or(found.first, |before| before.end);
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
        clock: None,
        denied: false,
        tense,
        alone: false,
    }
}
