//! TIMEX3 values, as ISO-TimeML writes them.

use chrono::{Datelike, Days, NaiveDate};

use super::{Placement, away};

/// A calendar date, as far as it is known: `2020-12-17`, `2020-12`, `2020`, `XXXX-12-17`.
pub(super) fn calendar(
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    modifier: Option<&str>,
) -> Placement {
    let mut value = year.map_or_else(|| "XXXX".to_owned(), self::year);
    if let Some(month) = month {
        value += &format!("-{month:02}");
    }
    if let Some(day) = day {
        value += if month.is_none() { "-XX" } else { "" };
        value += &format!("-{day:02}");
    }
    let start = year.and_then(|year| NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)));
    match start.filter(|_| modifier == Some(WEEK)) {
        Some(day) => Placement { start, ..date_value(precise(day, "week")) },
        None => Placement { start, ..date_value(value) },
    }
}

/// What stands before a day and means its week: "the week of March 6".
const WEEK: &str = "WEEK";

/// So many units away from a day, in the precision of the unit: `2020-12-16`, `2020-W50`, `2019`.
pub(super) fn shifted(from: Option<NaiveDate>, unit: &str, shift: i64) -> Placement {
    let start = from.and_then(|from| away(from, unit, shift));
    let open = match unit {
        "day" => "XXXX-XX-XX",
        "year" => "XXXX",
        _ => "",
    };
    let value = start.map_or_else(|| open.to_owned(), |date| precise(date, unit));
    Placement { start, ..date_value(value) }
}

/// A day in the precision of a unit; before our era only years are told.
pub(super) fn precise(date: NaiveDate, unit: &str) -> String {
    match unit {
        _ if date.year() < 1 => year(date.year()),
        "week" => format!("{:04}-W{:02}", date.iso_week().year(), date.iso_week().week()),
        "weekend" => format!("{}-WE", precise(date, "week")),
        "month" => format!("{:04}-{:02}", date.year(), date.month()),
        "quarter" => format!("{:04}-Q{}", date.year(), date.month().div_ceil(3)),
        "year" => year(date.year()),
        "decade" => format!("{:03}", date.year() / 10),
        "century" => format!("{:02}", date.year() / 100),
        _ => date.to_string(),
    }
}

/// A year, counted as astronomers do: `2020`; year 0, which no calendar has, is `BC0001`.
pub(super) fn year(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", year.abs_diff(1)) }
}

/// A date of that value.
pub(super) fn date_value(value: String) -> Placement {
    Placement { kind: "DATE", value, ..Placement::default() }
}

/// `P4D`, `PT24H`, `P2Y`.
pub(super) fn duration(count: f64, unit: &str) -> Placement {
    let (prefix, times, letter) = letters(unit);
    let whole = count.trunc();
    // Half a year is six months; the TIMEX3 of two years and a half is P2Y6M.
    let minutes = ((count - whole) * 60.0).round();
    if unit == "hour" && count != whole && (count * 60.0 - (count * 60.0).round()).abs() < 1e-6 {
        let hours = if whole == 0.0 { String::new() } else { format!("{whole}H") };
        return stretch(format!("PT{hours}{minutes}M"));
    }
    match smaller(unit).filter(|_| count - whole == 0.5) {
        Some(half) if whole == 0.0 => stretch(format!("{prefix}{half}")),
        Some(half) => stretch(format!("{prefix}{}{letter}{half}", whole * times)),
        None => stretch(format!("{prefix}{}{letter}", count * times)),
    }
}

/// Half a unit in units of the next smaller one.
fn smaller(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "year" => "6M",
        "hour" => "30M",
        "minute" => "30S",
        _ => return None,
    })
}

/// `PXD`, `PTXH`: some days, some hours.
pub(super) fn vague(unit: &str) -> Placement {
    let (prefix, _, letter) = letters(unit);
    let letter = match unit {
        "decade" => "E",
        "century" => "C",
        _ => letter,
    };
    stretch(format!("{prefix}X{letter}"))
}

/// `P1D` again and again, or `XXXX-WXX-4` for a weekday.
pub(super) fn set(count: f64, unit: &str, each: Option<&str>) -> Placement {
    let every = each.map(|each| stretch(format!("XXXX-{each}")));
    Placement { kind: "SET", ..every.unwrap_or_else(|| duration(count, unit)) }
}

fn stretch(value: String) -> Placement {
    Placement { kind: "DURATION", value, ..Placement::default() }
}

/// What stands before the number, what multiplies it, and the letter behind it.
fn letters(unit: &str) -> (&'static str, f64, &'static str) {
    match unit {
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
    }
}

/// A time of day: `2020-12-17T14:30`.
pub(super) fn time(day: Option<NaiveDate>, hour: u32, minute: u32) -> Placement {
    let day = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string());
    Placement { kind: "TIME", value: format!("{day}T{hour:02}:{minute:02}"), ..Placement::default() }
}

/// The part of a day: `2020-12-17TMO`.
pub(super) fn part(day: Placement, part: &str) -> Placement {
    if day.kind == "SET" || day.start.is_none() && !day.value.is_empty() {
        let kind = if day.kind == "SET" { "SET" } else { "TIME" };
        return Placement { kind, value: format!("{}T{part}", day.value), ..day };
    }
    if day.start.is_none() {
        return Placement { kind: "TIME", ..day };
    }
    Placement { kind: "TIME", value: format!("{}T{part}", day.value), ..day }
}

/// The weekend: of a story told from Saturday to Monday the one at hand, later the one ahead.
pub(super) fn weekend(from: Option<NaiveDate>, shift: i64) -> Placement {
    let weekend = from.and_then(|from| {
        let since_saturday = i64::from((from.weekday().number_from_monday() + 1) % 7);
        let ahead = if since_saturday > 2 { 1 } else { 0 };
        let weeks = if shift == 0 { ahead } else { shift + i64::from(shift < 0 && since_saturday > 1) };
        away(from - Days::new(since_saturday.unsigned_abs()), "week", weeks)
    });
    let value = weekend.map(|saturday| precise(saturday, "weekend")).unwrap_or_default();
    Placement { start: weekend, ..date_value(value) }
}
