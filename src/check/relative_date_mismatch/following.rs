//! `le 12 mars … trois jours plus tard, le 25 mars`: counted from another date of the text.

use chrono::{Datelike, NaiveDate};

use super::{Beside, count};
use crate::analysis::{Finding, Related};
use crate::article::{Article, At, Count, Days};
use crate::mention::{Date, Form};

pub(super) fn find(article: &Article, findings: &mut Vec<Finding>) {
    let mut starts: Option<Starts> = None;
    let all = article.paragraphs.iter().enumerate();
    for (paragraph, placed) in all.filter(|(_, placed)| !placed.paragraph.followings.is_empty()) {
        // Nothing is counted from what stands further up than the paragraph before.
        let mut base = paragraph.checked_sub(1).and_then(|before| last_base(article, before));
        let mut followings = placed.paragraph.followings.iter().peekable();
        for (index, date) in placed.paragraph.dates.iter().enumerate() {
            let following = followings.next_if(|following| following.count == index);
            if let (Some(following), Some(base)) = (following, &base) {
                let starts = starts.get_or_insert_with(|| Starts::new(article));
                let led_to = &placed.paragraph.dates[following.date];
                let beside = Beside { article, paragraph, relative: date, date: led_to };
                findings.extend(base.finding(&beside, starts));
            }
            base = next_base(base, article, (paragraph, index), date);
        }
    }
}

/// Every day of the draft from which a count may start.
struct Starts {
    /// Sorted.
    days: Vec<NaiveDate>,
    /// The same as days of whatever year, sorted: where the draft writes no year, its year is a guess.
    of_year: Vec<NaiveDate>,
}

impl Starts {
    fn new(article: &Article) -> Self {
        let placements = article.timeline.placements(&article.paragraphs);
        let starts = placements.filter(|(at, _)| !is_counted(article, *at));
        let mut days: Vec<NaiveDate> = starts.filter_map(|(_, placement)| placement.start).collect();
        days.extend(article.timeline.anchor.and_then(|anchor| anchor.date()));
        let mut of_year: Vec<NaiveDate> = days.iter().flat_map(|day| any_year(*day)).collect();
        days.sort_unstable();
        of_year.sort_unstable();
        Self { days, of_year }
    }

    /// Whether the count leads to the date from one of them.
    fn lead_to(&self, count: Count, written: &Days) -> bool {
        let back = Count { count: -count.count, ..count };
        if count.years().is_some() {
            return leads(&self.days, count, back, written);
        }
        any_year(written.first).zip(any_year(written.last)).is_none_or(|(first, last)| {
            leads(&self.of_year, count, back, &Days { first, last: last.max(first) })
        })
    }
}

/// Whether the date is itself counted from another, as the count in question is: then it proves nothing.
fn is_counted(article: &Article, (paragraph, index): At) -> bool {
    let date = &article.paragraphs[paragraph].paragraph.dates[index];
    matches!(date.form, Form::Anaphoric { .. })
}

/// The same day in a leap year that stands for all.
fn any_year(day: NaiveDate) -> Option<NaiveDate> {
    day.with_year(ANY)
}

const ANY: i32 = 2000;

/// Whether counting back from the date leads to one of the days, other than the date itself.
fn leads(days: &[NaiveDate], count: Count, back: Count, written: &Days) -> bool {
    let (Some(first), Some(last)) = (back.from(written.first), back.from(written.last)) else { return true };
    let (from, to) = (first - count.slack(), last + count.slack());
    // Where no year is known, the count may go over New Year.
    let turns: &[i64] = if count.years().is_some() { &[0] } else { &[-1, 0, 1] };
    turns.iter().any(|years| {
        let turn = Count { unit: "year", count: *years };
        let (Some(from), Some(to)) = (turn.from(from), turn.from(to)) else { return false };
        let start = days.partition_point(|day| *day < from);
        let mut near = days[start..].iter().take_while(|day| **day <= to);
        near.any(|day| *day < written.first || *day > written.last)
    })
}

/// The date that the next count starts from.
struct Base {
    at: At,
    sentence: usize,
    day: NaiveDate,
    has_day: bool,
}

/// What is counted from behind a paragraph, as far as that paragraph tells.
fn last_base(article: &Article, paragraph: usize) -> Option<Base> {
    let dates = article.paragraphs[paragraph].paragraph.dates.iter().enumerate();
    dates.fold(None, |base, (index, date)| next_base(base, article, (paragraph, index), date))
}

/// A date of the calendar is what comes next is counted from; a date of another kind takes that place, and is not
/// compared. What is no date leaves it as it is.
fn next_base(base: Option<Base>, article: &Article, at: At, date: &Date) -> Option<Base> {
    match &date.form {
        Form::Calendar(calendar) => {
            let day = article.timeline.place(date, None).start.filter(|_| date.range.is_none())?;
            Some(Base { at, sentence: date.sentence, day, has_day: calendar.day.is_some() })
        }
        Form::Duration { .. } | Form::Vague { .. } | Form::Set { .. } | Form::Reference { .. } => base,
        _ => None,
    }
}

impl Base {
    fn finding(&self, beside: &Beside, starts: &Starts) -> Option<Finding> {
        let Form::Calendar(calendar) = &beside.date.form else { return None };
        let Form::Anaphoric { unit, shift } = &beside.relative.form else { return None };
        let count = Count { unit, count: *shift };
        if !self.is_near(beside, unit) || *shift == 0 {
            return None;
        }
        let (right, fixes) = count::right(beside, self.day, count, calendar)?;
        if starts.lead_to(count, &Days::of(calendar, count.from(self.day)?)?) {
            return None;
        }
        let article = beside.article;
        let span = article.paragraphs[self.at.0].paragraph.dates[self.at.1].span;
        let from = article.written(self.at.0, span);
        let related = Related {
            span: article.place(self.at.0, span),
            message: article.say("relative-date-mismatch-origin", &[]),
        };
        Some(beside.report("relative-date-mismatch-text", from, Some(related), &right, fixes))
    }

    /// Days are counted from the paragraph before at most, longer units from the sentence before.
    fn is_near(&self, beside: &Beside, unit: &str) -> bool {
        let same = self.at.0 == beside.paragraph;
        match unit {
            "day" | "week" => self.has_day && self.at.0 + 1 >= beside.paragraph,
            _ => same && self.sentence + 1 >= beside.relative.sentence,
        }
    }
}
