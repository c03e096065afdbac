//! TIMEX3 values, as ISO-TimeML writes them.

use chrono::{Datelike, NaiveDate};

use super::{Placement, away};

/// A calendar date, as far as it is known: `2020-12-17`, `2020-12`, `2020`, `XXXX-12-17`.
pub(super) fn calendar(
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    _part: Option<&str>,
) -> Placement {
    let mut value = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    if let Some(month) = month {
        value += &format!("-{month:02}");
    }
    if let Some(day) = day {
        value += if month.is_none() { "-XX" } else { "" };
        value += &format!("-{day:02}");
    }
    let start = year.and_then(|year| NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)));
    Placement { start, kind: "DATE", value }
}

/// So many units away from a day, in the precision of the unit: `2020-12-16`, `2020-W50`, `2019`.
pub(super) fn shifted(from: Option<NaiveDate>, unit: &str, shift: i64) -> Placement {
    let start = from.and_then(|from| away(from, unit, shift));
    let value = start.map(|date| precise(date, unit)).unwrap_or_default();
    Placement { start, kind: "DATE", value }
}

fn precise(date: NaiveDate, unit: &str) -> String {
    match unit {
        "week" => format!("{:04}-W{:02}", date.iso_week().year(), date.iso_week().week()),
        "month" => format!("{:04}-{:02}", date.year(), date.month()),
        "quarter" => format!("{:04}-Q{}", date.year(), date.month().div_ceil(3)),
        "year" => format!("{:04}", date.year()),
        "decade" => format!("{:03}", date.year() / 10),
        "century" => format!("{:02}", date.year() / 100),
        _ => date.to_string(),
    }
}

/// `P4D`, `PT24H`, `P2Y`.
pub(super) fn duration(count: f64, unit: &str) -> Placement {
    let (prefix, times, letter) = match unit {
        "second" => ("PT", 1.0, "S"),
        "minute" => ("PT", 1.0, "M"),
        "hour" => ("PT", 1.0, "H"),
        "week" => ("P", 1.0, "W"),
        "month" => ("P", 1.0, "M"),
        "quarter" => ("P", 1.0, "Q"),
        "year" => ("P", 1.0, "Y"),
        "decade" => ("P", 10.0, "Y"),
        "century" => ("P", 100.0, "Y"),
        _ => ("P", 1.0, "D"),
    };
    Placement { start: None, kind: "DURATION", value: format!("{prefix}{}{letter}", count * times) }
}

/// A time of day: `2020-12-17T14:30`.
pub(super) fn time(day: Option<NaiveDate>, hour: u32, minute: u32) -> Placement {
    let day = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string());
    Placement { start: None, kind: "TIME", value: format!("{day}T{hour:02}:{minute:02}") }
}
