//! Counts of days, weeks, months and years against the date beside them.

use chrono::{Datelike, NaiveDate};

use super::{Beside, Right};
use crate::article::{Count, Days};
use crate::mention::{Calendar, Part};

/// Most units that are counted.
pub(super) const LONGEST: f64 = 2000.0;

/// What the date ought to be if it is counted from `from`, where it is something else.
pub(super) fn right(beside: &Beside, from: NaiveDate, count: Count, calendar: &Calendar) -> Option<Right> {
    if [calendar.year, calendar.month].into_iter().flatten().any(|part| part.lent) {
        return None;
    }
    match (count.years(), calendar.month) {
        (Some((years, slack)), None) => {
            let (year, right) = (calendar.year?, from.year() + years);
            ((year.value - right).abs() > slack).then(|| said_year(beside, year, right))
        }
        _ => far(beside, from, count, calendar),
    }
}

fn far(beside: &Beside, from: NaiveDate, count: Count, calendar: &Calendar) -> Option<Right> {
    let right = count.from(from)?;
    let off = Days::of(calendar, right)?.from(right).abs();
    if off <= count.slack().num_days() {
        return None;
    }
    Some(match (count.unit, calendar.year) {
        ("day" | "week", _) => (beside.say_day(right), Vec::new()),
        ("month", _) => said_month(beside, calendar, right),
        (_, year) => said_year(beside, year?, right.year()),
    })
}

fn said_year(beside: &Beside, year: Part, right: i32) -> Right {
    let right = right.to_string();
    let fix = beside.fix(year.span, &right);
    (right, vec![fix])
}

/// The month, where it is a word and its year right or not written.
fn said_month(beside: &Beside, calendar: &Calendar, right: NaiveDate) -> Right {
    let article = beside.article;
    let same_year = calendar.year.is_none_or(|year| year.value == right.year());
    let fix = calendar.month.filter(|_| same_year && calendar.day.is_none()).and_then(|month| {
        let written = article.written(beside.paragraph, month.span);
        let in_words = written.chars().all(char::is_alphabetic);
        let word = || article.write_month(beside.paragraph, month.span, right.month());
        in_words.then(|| beside.fix(month.span, &word()))
    });
    let year = calendar.year.map(|_| right.year());
    let words = &article.voice.messages;
    let said = year.map(|year| words.date(None, Some(right.month() as i32), Some(year)));
    let said = said.unwrap_or_else(|| words.word("month", right.month()).to_owned());
    (said, fix.into_iter().collect())
}

/// Days at the turn of a month or year in which a story may still count from the one before.
const TURN: u32 = 3;

/// `last month, in September`: weeks, months and years counted from those of the draft.
pub(super) fn period(beside: &Beside, unit: &str, shift: i64, calendar: &Calendar) -> Option<Right> {
    let anchor = beside.article.timeline.anchor?;
    let from = anchor.about();
    let late = |month: u32| anchor.day.is_some_and(|day| day <= TURN) && (unit == "month" || month == 1);
    let day = |shift| Count { unit, count: shift }.from(from);
    let right = day(shift).filter(|_| shift != 0)?;
    let before = day(shift - 1).filter(|_| late(from.month()));
    let fits = |right: NaiveDate| match unit {
        "month" => Days::of(calendar, right).is_some_and(|days| same_month(days.first, right)),
        "year" => calendar.year.is_none_or(|year| year.value == right.year()),
        _ => Days::of(calendar, right).is_none_or(|days| days.from(right).abs() <= WEEK),
    };
    if [Some(right), before].into_iter().flatten().any(fits) {
        return None;
    }
    match unit {
        "month" => calendar.month.map(|_| said_month(beside, calendar, right)),
        "year" => Some(said_year(beside, calendar.year?, right.year())),
        "week" => calendar.day.map(|_| (beside.say_day(right), Vec::new())),
        _ => None,
    }
}

/// Days by which a day of "last week" may lie off the same day a week before.
const WEEK: i64 = 10;

fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}
