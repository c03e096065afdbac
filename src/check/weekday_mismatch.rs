//! A weekday that does not fall on the date beside it.

use chrono::{Datelike, NaiveDate};

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, weekday};
use crate::mention::date::Tense;
use crate::mention::{Calendar, Date, Form, Part};

/// The date that a weekday stands beside, with its year found.
struct Dated<'a> {
    article: &'a Article,
    paragraph: usize,
    date: &'a Date,
    written: Part,
    day: Part,
    month: Part,
    year: i32,
    /// The year, where it is written.
    year_part: Option<Part>,
}

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for date in &article.paragraphs[paragraph].paragraph.dates {
        let Form::Calendar(calendar) = &date.form else { continue };
        findings.extend(dated(article, paragraph, date, calendar).and_then(|dated| dated.finding()));
    }
}

fn dated<'a>(
    article: &'a Article,
    paragraph: usize,
    date: &'a Date,
    calendar: &Calendar,
) -> Option<Dated<'a>> {
    let (written, day, month) = (calendar.weekday?, calendar.day?, calendar.month?);
    let inferred = || article.timeline.year_of(month.value as u32, day.value as u32);
    let year = calendar.year.map(|year| year.value).or_else(inferred)?;
    // Before that year other calendars were in use; and 5/4/2020 may be either day.
    (year > GREGORIAN && !calendar.unsure && !date.denied).then_some(Dated {
        article,
        paragraph,
        date,
        written,
        day,
        month,
        year,
        year_part: calendar.year,
    })
}

/// The last year in which Britain still wrote the days of the Julian calendar; France took up ours in 1582.
const GREGORIAN: i32 = 1752;

/// Furthest day from the day of the draft for which its year is taken for granted, in days.
const SURE: i64 = 120;
/// A coming day of which the text speaks in the past may be so far away; beyond, another year is meant.
const COMING: i64 = 60;
/// A day so near is the news itself: that its weekday fits another year that the draft names is chance.
const NEWS: i64 = 10;

impl Dated<'_> {
    fn finding(&self) -> Option<Finding> {
        let right = self.weekday_in(self.year)?;
        if right == self.written.value as u32 || self.year_part.is_none() && !self.is_sure() {
            return None;
        }
        Some(Finding {
            check: "weekday-mismatch",
            severity: self.severity(),
            span: self.article.place(self.paragraph, self.date.span),
            message: self.message(right),
            related: self.anchor(),
            fixes: self.fixes(right),
        })
    }

    fn severity(&self) -> Severity {
        match self.year_part {
            Some(_) if !self.date.quoted => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// Whether no other year can be meant: the day is the news itself, or near and fits no year that the draft speaks of.
    fn is_sure(&self) -> bool {
        let timeline = &self.article.timeline;
        let Some(anchor) = timeline.anchor else { return false };
        let Some(date) = self.date_in(self.year) else { return false };
        let days = (date - anchor.about()).num_days().abs();
        let fits = |year: &i32| self.weekday_in(*year) == Some(self.written.value as u32);
        let told_back = date > anchor.about() && days > COMING && self.date.tense == Tense::Past;
        days <= NEWS || days <= SURE && !told_back && !timeline.years.iter().any(fits)
    }

    fn date_in(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month.value as u32, self.day.value as u32)
    }

    fn weekday_in(&self, year: i32) -> Option<u32> {
        weekday(year, self.month.value as u32, self.day.value as u32)
    }

    fn message(&self, right: u32) -> String {
        let article = self.article;
        let date = article.say_date(self.day.value, self.month.value, Some(self.year));
        let future = self.is_coming();
        let name = match (self.year_part, future) {
            (None, _) => "weekday-mismatch-inferred",
            (_, true) => "weekday-mismatch-future",
            _ => "weekday-mismatch",
        };
        let (right, wrong) = (article.say_weekday(right), article.say_weekday(self.written.value as u32));
        let values =
            [("date", date.as_str()), ("right", right), ("wrong", wrong), ("year", &self.year.to_string())];
        article.say(name, &values)
    }

    /// Whether the day lies after the day, or the month, from which the draft speaks.
    fn is_coming(&self) -> bool {
        let (Some(anchor), Some(date)) = (self.article.timeline.anchor, self.date_in(self.year)) else {
            return false;
        };
        match anchor.date() {
            Some(day) => date > day,
            None => (date.year(), date.month()) > (anchor.year, anchor.month),
        }
    }

    /// Where the year was taken from, if it is not written beside the date.
    fn anchor(&self) -> Vec<Related> {
        let span =
            self.article.timeline.anchor.and_then(|anchor| anchor.span).filter(|_| self.year_part.is_none());
        let message = self.article.say("anchor-related", &[]);
        span.into_iter().map(|span| Related { span, message: message.clone() }).collect()
    }

    /// The right weekday, the nearest right day, the right year.
    fn fixes(&self, right: u32) -> Vec<Fix> {
        let article = self.article;
        let word = article.write_weekday(self.paragraph, self.written.span, right);
        let weekday = article.fix("weekday-mismatch-fix-weekday", self.paragraph, self.written.span, &word);
        [Some(weekday), self.day_fix(), self.year_fix()].into_iter().flatten().collect()
    }

    fn day_fix(&self) -> Option<Fix> {
        let date = self.date_in(self.year)?;
        let near = (1..=3).flat_map(|days| [-days, days]).find_map(|days| {
            let other = date + chrono::TimeDelta::days(days);
            let fits = other.month() == date.month()
                && other.weekday().number_from_monday() == self.written.value as u32;
            fits.then_some(other.day())
        })?;
        (!self.day.lent).then(|| self.part_fix("weekday-mismatch-fix-day", self.day, &near.to_string()))
    }

    fn year_fix(&self) -> Option<Fix> {
        let part = self.year_part.filter(|part| !part.lent)?;
        let fits = |year: &i32| self.weekday_in(*year) == Some(self.written.value as u32);
        let year = (1..=6).flat_map(|n| [self.year - n, self.year + n]).find(fits)?;
        Some(self.part_fix("weekday-mismatch-fix-year", part, &year.to_string()))
    }

    fn part_fix(&self, name: &str, part: Part, right: &str) -> Fix {
        self.article.fix_part(name, self.paragraph, self.date.span, part.span, right)
    }
}
