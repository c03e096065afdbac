//! "Two years ago, in May 2015", in a draft of 2021; "yesterday, Thursday", on a Thursday; "three days later, on 25
//! March", behind 12 March; "the tenth anniversary of the 2009 attack", in 2021.

mod anniversary;
mod count;
mod following;

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Count};
use crate::mention::{Calendar, Date, Event, Form};
use crate::span::Span;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        for pair in placed.paragraph.dates.windows(2) {
            let beside = Beside { article, paragraph, relative: &pair[0], date: &pair[1] };
            let swapped = Beside { relative: &pair[1], date: &pair[0], ..beside };
            findings.extend(beside.finding().or_else(|| swapped.finding()));
        }
    }
    following::find(article, findings);
    anniversary::find(article, findings);
}

/// What is right, in words, and how to write it.
type Right = (String, Vec<Fix>);

/// A relative date beside another date.
#[derive(Clone, Copy)]
struct Beside<'a> {
    article: &'a Article,
    paragraph: usize,
    relative: &'a Date,
    date: &'a Date,
}

impl Beside<'_> {
    fn finding(&self) -> Option<Finding> {
        if !self.is_apposed() {
            return None;
        }
        let (right, fixes) = match (&self.relative.form, &self.date.form) {
            (Form::Ago { count, hedged: false, unit }, Form::Calendar(calendar)) => {
                self.ago(*count, unit, calendar)?
            }
            (Form::Relative { unit, shift }, Form::Weekday { weekday, shift: 0, .. }) if unit == "day" => {
                self.weekday(*shift, *weekday)?
            }
            (Form::Relative { unit, shift }, Form::Calendar(calendar)) if unit == "day" => {
                self.day(*shift, calendar)?
            }
            (Form::Relative { unit, shift }, Form::Calendar(calendar)) => {
                count::period(self, unit, *shift, calendar)?
            }
            _ => return None,
        };
        let anchor = self.article.timeline.anchor?;
        let from = match anchor.day {
            Some(day) => self.article.say_date(day as i32, anchor.month as i32, Some(anchor.year)),
            None => self.article.voice.messages.date(None, Some(anchor.month as i32), Some(anchor.year)),
        };
        let origin =
            anchor.span.map(|span| Related { span, message: self.article.say("anchor-related", &[]) });
        Some(self.report("relative-date-mismatch", &from, origin, &right, fixes))
    }

    /// Whether one of the two explains the other.
    fn is_apposed(&self) -> bool {
        let last = if self.relative.span < self.date.span { self.date } else { self.relative };
        last.apposed && !self.relative.quoted && self.date.range.is_none() && !self.is_attribute()
    }

    /// "Indicted last year in the October 1998 shooting": the date belongs to the noun behind it.
    fn is_attribute(&self) -> bool {
        let paragraph = &self.article.paragraphs[self.paragraph].paragraph;
        let date = self.date.span;
        let span = |event: &Event| paragraph.dates[event.date].span;
        let first = paragraph.events.partition_point(|event| span(event) < date);
        let mut events = paragraph.events[first..].iter().take_while(|event| span(event) == date);
        events.any(|event| event.noun.is_some_and(|(_, noun)| noun.start >= date.end))
    }

    /// The finding, counted from a day that `from` names.
    fn report(
        &self,
        message: &str,
        from: &str,
        origin: Option<Related>,
        right: &str,
        fixes: Vec<Fix>,
    ) -> Finding {
        let article = self.article;
        let written = |date: &Date| article.written(self.paragraph, date.span);
        let values = [
            ("relative", written(self.relative)),
            ("date", written(self.date)),
            ("anchor", from),
            ("right", right),
        ];
        let other = Related {
            span: article.place(self.paragraph, self.date.span),
            message: article.say("relative-date-mismatch-related", &[]),
        };
        Finding {
            check: "relative-date-mismatch",
            severity: Severity::Warning,
            span: article.place(self.paragraph, self.relative.span),
            message: article.say(message, &values),
            related: std::iter::once(other).chain(origin).collect(),
            fixes,
        }
    }

    /// `il y a deux ans, en mai 2015`.
    fn ago(&self, count: f64, unit: &str, calendar: &Calendar) -> Option<Right> {
        let whole = count.fract() == 0.0 && count <= count::LONGEST;
        let from = self.article.timeline.anchor?.about();
        count::right(self, from, Count { unit, count: -(count as i64) }, calendar).filter(|_| whole)
    }

    /// `hier, jeudi`.
    fn weekday(&self, shift: i64, weekday: u32) -> Option<Right> {
        let right = self.shifted(shift)?.weekday().number_from_monday();
        let word = self.article.write_weekday(self.paragraph, self.date.span, right);
        let fix = self.fix(self.date.span, &word);
        (right != weekday).then(|| (self.article.say_weekday(right).to_owned(), vec![fix]))
    }

    /// `hier (17 décembre)`.
    fn day(&self, shift: i64, calendar: &Calendar) -> Option<Right> {
        let (day, month) = (calendar.day?, calendar.month?);
        let right = self.shifted(shift)?;
        let off = (right.day() as i32, right.month() as i32) != (day.value, month.value);
        off.then(|| (self.say_day(right), Vec::new()))
    }

    fn shifted(&self, days: i64) -> Option<NaiveDate> {
        self.article.timeline.anchor?.date()?.checked_add_signed(TimeDelta::days(days))
    }

    /// `le 15 mars`.
    fn say_day(&self, day: NaiveDate) -> String {
        let date = self.article.say_date(day.day() as i32, day.month() as i32, None);
        [self.article.voice.messages.label("date", "before"), &date].concat()
    }

    fn fix(&self, span: Span, right: &str) -> Fix {
        self.article.fix("relative-date-mismatch-fix", self.paragraph, span, right)
    }
}
