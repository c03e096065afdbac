//! "Two years ago, in May 2015", in a draft of 2021; "yesterday, Thursday", on a Thursday.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::Article;
use crate::mention::{Calendar, Date, Form};

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        for pair in placed.paragraph.dates.windows(2) {
            let beside = Beside { article, paragraph, relative: &pair[0], date: &pair[1] };
            let swapped = Beside { relative: &pair[1], date: &pair[0], ..beside };
            findings.extend(beside.finding().or_else(|| swapped.finding()));
        }
    }
}

/// Most years that are counted back.
const LONGEST: f64 = 2000.0;

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
        let last = if self.relative.span < self.date.span { self.date } else { self.relative };
        if !last.apposed || self.relative.quoted {
            return None;
        }
        let (right, fixes) = match (&self.relative.form, &self.date.form) {
            (Form::Ago { count, hedged: false, unit }, Form::Calendar(calendar)) => {
                self.ago(*count, unit, calendar)?
            }
            (Form::Relative { unit, shift }, Form::Weekday { weekday, shift: 0 }) if unit == "day" => {
                self.weekday(*shift, *weekday)?
            }
            (Form::Relative { unit, shift }, Form::Calendar(calendar)) if unit == "day" => {
                self.day(*shift, calendar)?
            }
            _ => return None,
        };
        Some(self.report(&right, fixes))
    }

    fn report(&self, right: &str, fixes: Vec<Fix>) -> Finding {
        let article = self.article;
        let written = |date: &Date| article.written(self.paragraph, date.span);
        let anchor = article.timeline.anchor.map(|anchor| match anchor.day {
            Some(day) => article.say_date(day as i32, anchor.month as i32, Some(anchor.year)),
            None => anchor.year.to_string(),
        });
        let values = [
            ("relative", written(self.relative)),
            ("date", written(self.date)),
            ("anchor", anchor.as_deref().unwrap_or_default()),
            ("right", right),
        ];
        let mut related = vec![Related {
            span: article.place(self.paragraph, self.date.span),
            message: article.say("relative-date-mismatch-related", &[]),
        }];
        let origin = article.timeline.anchor.and_then(|anchor| anchor.span);
        related.extend(origin.map(|span| Related { span, message: article.say("anchor-related", &[]) }));
        Finding {
            check: "relative-date-mismatch",
            severity: Severity::Warning,
            span: article.place(self.paragraph, self.relative.span),
            message: article.say("relative-date-mismatch", &values),
            related,
            fixes,
        }
    }

    /// `il y a deux ans, en mai 2015`: so many years may be some months more or less, as people count.
    fn ago(&self, count: f64, unit: &str, calendar: &Calendar) -> Option<(String, Vec<Fix>)> {
        let (anchor, year) = (self.article.timeline.anchor?, calendar.year?);
        let exact = count.fract() == 0.0 && count <= LONGEST && !year.lent && self.date.range.is_none();
        if unit != "year" || !exact {
            return None;
        }
        let years = anchor.year - year.value;
        let off = match calendar.month {
            Some(month) => {
                let months = years * 12 + anchor.month as i32 - month.value;
                (months - count as i32 * 12).abs() > 7 + count as i32
            }
            None => (years - count as i32).abs() > 1,
        };
        let right = (anchor.year - count as i32).to_string();
        let fix = self.article.fix("relative-date-mismatch-fix", self.paragraph, year.span, &right);
        off.then(|| (right, vec![fix]))
    }

    /// `hier, jeudi`.
    fn weekday(&self, shift: i64, weekday: u32) -> Option<(String, Vec<Fix>)> {
        let right = self.shifted(shift)?.weekday().number_from_monday();
        let word = self.article.say_weekday(right);
        let written = self.article.cased(self.paragraph, self.date.span, word);
        let fix = self.article.fix("relative-date-mismatch-fix", self.paragraph, self.date.span, &written);
        (right != weekday).then(|| (word.to_owned(), vec![fix]))
    }

    /// `hier (17 décembre)`.
    fn day(&self, shift: i64, calendar: &Calendar) -> Option<(String, Vec<Fix>)> {
        let (day, month) = (calendar.day?, calendar.month?);
        let right = self.shifted(shift)?;
        let off = (right.day() as i32, right.month() as i32) != (day.value, month.value);
        let said = self.article.say_date(right.day() as i32, right.month() as i32, None);
        off.then(|| (said, Vec::new()))
    }

    fn shifted(&self, days: i64) -> Option<NaiveDate> {
        self.article.timeline.anchor?.date()?.checked_add_signed(TimeDelta::days(days))
    }
}
