//! The nearest day, month or season of its kind, on the side of the draft's day that the words and their tense say.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::article::Anchor;
use crate::article::anchor::nearest;
use crate::mention::Tense;

/// A month named without its year lies at most so many months ahead where the tense is not known; else it is past.
const SOON: i32 = 3;
/// Days by which a day without year may miss the side that the tense says, and still be the nearest one.
const SLACK: i64 = 90;

/// The day of that weekday within a week of `anchor`: the last one up to the day itself, unless words or tense say else.
pub(super) fn weekday(anchor: NaiveDate, weekday: u32, shift: i64, tense: Tense) -> NaiveDate {
    let back = (anchor.weekday().number_from_monday() + 7 - weekday) % 7;
    match shift {
        0 if tense == Tense::Future => anchor + Days::new(u64::from((7 - back) % 7)),
        0 => anchor - Days::new(u64::from(back)),
        -1 => anchor - Days::new(u64::from(if back == 0 { 7 } else { back })),
        _ => anchor + Days::new(u64::from(7 - back)),
    }
}

/// The day of that weekday next to `anchor`, before or behind.
pub(super) fn nearest_weekday(anchor: NaiveDate, weekday: u32) -> NaiveDate {
    let past = self::weekday(anchor, weekday, 0, Tense::Past);
    let far = (anchor - past).num_days();
    if far > WEEK / 2 { past + Days::new(7) } else { past }
}

/// Days of a week.
const WEEK: i64 = 7;

/// The nearest day of that number, on its weekday where that is written, on the side that the tense says.
pub(super) fn day_of_month(
    anchor: Anchor,
    day: u32,
    weekday: Option<u32>,
    tense: Tense,
) -> Option<NaiveDate> {
    let about = anchor.about();
    let first = NaiveDate::from_ymd_opt(about.year(), about.month(), 1)?;
    let months =
        [first.checked_sub_months(Months::new(1)), Some(first), first.checked_add_months(Months::new(1))];
    let days = months.into_iter().flatten().filter_map(|first| first.with_day(day));
    days.min_by_key(|date| {
        let far = (*date - about).num_days();
        let fits = weekday.is_none_or(|weekday| date.weekday().number_from_monday() == weekday);
        let side = match tense {
            Tense::Past => far <= 0,
            Tense::Future => far >= 0,
            Tense::Unsaid => true,
        };
        (!fits, !side, far.abs())
    })
}

/// The year of a day and month.
pub(super) fn year_of_day(
    anchor: Anchor,
    month: u32,
    day: u32,
    shift: Option<i64>,
    tense: Tense,
) -> Option<i32> {
    turned(anchor, nearest(anchor.about(), month, day)?, shift, tense, SLACK)
}

/// The year of the nearest such day, or the one before or behind it where words say so, or a tense that it misses by
/// more than `slack` days.
pub(super) fn turned(
    anchor: Anchor,
    date: NaiveDate,
    shift: Option<i64>,
    tense: Tense,
    slack: i64,
) -> Option<i32> {
    let about = anchor.about();
    let far = (date - about).num_days();
    let turn = match (shift, tense) {
        (Some(-1), _) => -i32::from(far >= 0),
        (Some(1), _) => i32::from(far <= 0),
        (_, Tense::Past) => -i32::from(far > slack),
        (_, Tense::Future) => i32::from(far < -slack),
        _ => 0,
    };
    Some(date.year() + turn)
}

/// The year of a month.
pub(super) fn year_of_month(anchor: Anchor, month: u32, shift: Option<i64>, tense: Tense) -> i32 {
    let ahead = month as i32 - anchor.month as i32;
    let turn = match (shift, tense) {
        (Some(-1), _) => -i32::from(ahead >= 0),
        (Some(1), _) => i32::from(ahead <= 0),
        (Some(_), _) => 0,
        (_, Tense::Past) => -i32::from(ahead > 0),
        (_, Tense::Future) => i32::from(ahead < 0),
        _ => i32::from(ahead + 12 <= SOON) - i32::from(ahead > SOON),
    };
    anchor.year + turn
}

/// Winter, which has the year that it begins in.
const WINTER: (u32, u32) = (12, 12);
/// The last month of winter.
const THAW: u32 = 3;

fn is_season(months: (u32, u32)) -> bool {
    months.0.is_multiple_of(3)
}

/// Whether a month of the year at hand lies ahead, and not far.
fn is_soon(anchor: Anchor, month: u32) -> bool {
    (1..=SOON).contains(&(month as i32 - anchor.month as i32))
}

/// The year of a quarter, half or season, whose first and last month are given.
pub(super) fn year_of_period(anchor: Anchor, months: (u32, u32), shift: Option<i64>, tense: Tense) -> i32 {
    let turn = match (shift, tense) {
        (Some(-1), _) => -i32::from(months.1 >= anchor.month),
        (Some(1), _) => i32::from(months.0 <= anchor.month),
        // "Cet hiver" in January began the year before.
        (Some(_), _) => -i32::from(months == WINTER && anchor.month <= THAW),
        (None, Tense::Unsaid) if is_season(months) && is_soon(anchor, months.0) => 0,
        (None, Tense::Future) => i32::from(months.1 < anchor.month),
        (None, _) => -i32::from(months.0 > anchor.month),
    };
    anchor.year + turn
}
