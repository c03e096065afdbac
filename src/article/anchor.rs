//! The day from which a draft speaks, by the order of precedence of `domain/datelines.md`. Never the clock.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::Regex;

use super::Placed;
use crate::document::FrontMatter;
use crate::mention::dateline::Source;
use crate::mention::{Calendar, Dateline, Form};
use crate::span::Span;

/// The day from which a draft speaks, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The year.
    pub year: i32,
    /// The month.
    pub month: u32,
    /// The day of the month, where known.
    pub day: Option<u32>,
    /// Where the draft says so; `None` where it came from outside.
    pub span: Option<Span>,
}

impl Anchor {
    /// The day, if all of it is known.
    pub fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, self.day?)
    }

    /// The day, or the middle of the month where the day is not known.
    pub fn about(&self) -> NaiveDate {
        let middle = || NaiveDate::from_ymd_opt(self.year, self.month, 15);
        self.date().or_else(middle).expect("an anchor holds a month that exists")
    }

    fn new(year: i32, month: u32, day: Option<u32>, span: Option<Span>) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1))?;
        Some(Self { year, month, day, span })
    }

    fn of(date: NaiveDate, span: Option<Span>) -> Self {
        Self { year: date.year(), month: date.month(), day: Some(date.day()), span }
    }

    /// ISO 8601, as far as known.
    pub fn value(&self) -> String {
        match self.day {
            Some(day) => format!("{:04}-{:02}-{day:02}", self.year, self.month),
            None => format!("{:04}-{:02}", self.year, self.month),
        }
    }
}

/// Paragraphs at the head in which a dateline is looked for.
const HEAD: usize = 4;
/// Paragraphs at the end in which the line of an agency that sent the text is looked for.
const TAIL: usize = 2;

/// Days by which a dateline may be older than the hour at which its text was sent.
const OLDEST: i64 = 31;

/// What may date a draft.
pub struct Sources<'a> {
    /// The text, for the dates in its front matter.
    pub text: &'a str,
    /// Its front matter.
    pub front_matter: &'a FrontMatter,
    /// Its paragraphs.
    pub paragraphs: &'a [Placed],
    /// The name of its file.
    pub file_name: Option<&'a str>,
    /// The day of publication, given from outside.
    pub given: Option<NaiveDate>,
}

/// The day from which a draft speaks.
pub fn find(sources: &Sources) -> Option<Anchor> {
    front_matter(sources)
        .or_else(|| sources.full(Source::Dateline))
        .or_else(|| sources.sent())
        .or_else(|| file_name(sources.file_name?))
        .or_else(|| sources.full(Source::Furniture))
        .or_else(|| sources.without_year())
        .or_else(|| sources.crawl())
        .or_else(|| sources.month())
        .or_else(|| sources.given.map(|date| Anchor::of(date, None)))
}

fn front_matter(sources: &Sources) -> Option<Anchor> {
    let span = sources.front_matter.date?;
    iso(span.of(sources.text)).map(|anchor| Anchor { span: Some(span), ..anchor })
}

/// `2020-12-17-titre.md`, as static sites name their pages.
fn file_name(name: &str) -> Option<Anchor> {
    iso(name)
}

fn iso(text: &str) -> Option<Anchor> {
    static ISO: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(\d{4})-(\d{2})(?:-(\d{2}))?(?:\D|$)").expect("the pattern is a constant")
    });
    let parts = ISO.captures(text)?;
    let number = |group: usize| parts.get(group).and_then(|part| part.as_str().parse::<u32>().ok());
    Anchor::new(number(1)? as i32, number(2)?, number(3), None)
}

impl Sources<'_> {
    /// The datelines of the first paragraphs, with the place of their dates in the draft.
    fn datelines(&self, source: Source) -> impl Iterator<Item = (Dateline, Option<Span>)> {
        let tail = self.paragraphs.len().saturating_sub(TAIL).max(HEAD);
        let end = self.paragraphs.iter().skip(tail).filter(move |_| source == Source::Sent);
        let ends = self.paragraphs.iter().take(HEAD).chain(end);
        ends.filter_map(move |placed| {
            let line = placed.paragraph.dateline.filter(|line| line.source == source)?;
            Some((line, line.date.map(|span| placed.place(span))))
        })
    }

    fn full(&self, source: Source) -> Option<Anchor> {
        self.datelines(source)
            .find_map(|(line, span)| Anchor::new(line.year?, line.month?, Some(line.day?), span))
    }

    /// The day on which an agency sent the text; a dateline of day and month that is a little older goes before it.
    fn sent(&self) -> Option<Anchor> {
        let sent = self.full(Source::Sent)?;
        let day = sent.date()?;
        let written = self.datelines(Source::Dateline).find_map(|(line, span)| {
            let date = nearest(day, line.month?, line.day?)?;
            (0..=OLDEST).contains(&(day - date).num_days()).then(|| Anchor::of(date, span))
        });
        written.or(Some(sent))
    }

    /// A dateline of day and month: the year is that of the day given from outside, or of a full date in the text.
    fn without_year(&self) -> Option<Anchor> {
        let (line, span) = self.datelines(Source::Dateline).find(|(line, _)| line.day.is_some())?;
        let (month, day) = (line.month?, line.day?);
        let hints =
            self.given.into_iter().chain(self.full_date()).chain(self.crawl().map(|anchor| anchor.about()));
        let date = hints.into_iter().find_map(|hint| nearest(hint, month, day))?;
        Some(Anchor::of(date, span))
    }

    /// The first full date of the text.
    fn full_date(&self) -> Option<NaiveDate> {
        let dates = self.paragraphs.iter().flat_map(|placed| &placed.paragraph.dates);
        dates.into_iter().find_map(|date| match &date.form {
            Form::Calendar(Calendar { day: Some(day), month: Some(month), year: Some(year), .. }) => {
                NaiveDate::from_ymd_opt(year.value, month.value as u32, day.value as u32)
            }
            _ => None,
        })
    }

    /// A month that stands alone above the text; the day given from outside, if it lies in that month.
    fn month(&self) -> Option<Anchor> {
        let (line, span) = self.datelines(Source::Furniture).find(|(line, _)| line.day.is_none())?;
        let (year, month) = (line.year?, line.month?);
        let given = self.given.filter(|date| date.year() == year && date.month() == month);
        Anchor::new(year, month, given.map(|date| date.day()), span)
    }

    /// Year and month that a crawl left; the day given from outside, if it lies in that month.
    fn crawl(&self) -> Option<Anchor> {
        let (line, span) = self.datelines(Source::Crawl).next()?;
        let (year, month) = (line.year?, line.month?);
        let given = self.given.filter(|date| date.year() == year && date.month() == month);
        Anchor::new(year, month, line.day.or(given.map(|date| date.day())), span)
    }
}

/// The day of that month and number that lies nearest to `hint`.
pub fn nearest(hint: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let years = hint.year() - 1..=hint.year() + 1;
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|date| (*date - hint).num_days().abs())
}
