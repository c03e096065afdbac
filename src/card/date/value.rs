//! TIMEX3 values in plain words: `2020-W51` is "la semaine du 14 décembre 2020".

use chrono::{Datelike, NaiveDate, Weekday};

use super::stretch;
use crate::language::Messages;

/// A value in the words of a language; `None` where there are none for it.
pub(super) fn words(messages: &Messages, kind: &str, value: &str) -> Option<String> {
    let say = Say { messages };
    match kind {
        _ if value.is_empty() => None,
        _ if value.ends_with("_REF") => Some(messages.label("reference", value).to_owned()),
        "DURATION" => stretch::words(messages, value),
        "SET" => say.set(value),
        _ => say.moment(value),
    }
}

/// Says values in one language.
struct Say<'m> {
    messages: &'m Messages,
}

impl Say<'_> {
    fn label(&self, key: &str, values: &[(&str, &str)]) -> String {
        super::label(self.messages, "moment", key, values)
    }

    /// `every Thursday`, `every 2 weeks`.
    fn set(&self, value: &str) -> Option<String> {
        if value.starts_with('P') {
            return stretch::again(self.messages, value);
        }
        self.moment(value)
    }

    /// A date, or a time on one.
    fn moment(&self, value: &str) -> Option<String> {
        let Some((day, time)) = value.split_once('T') else { return self.day(value) };
        let time = self.time(time)?;
        Some(match self.day(day) {
            Some(day) => self.label("at", &[("day", &day), ("time", &time)]),
            None => time,
        })
    }

    /// `14:30`, or `MO` for the morning.
    fn time(&self, time: &str) -> Option<String> {
        match time.split_once(':') {
            Some((hour, minute)) => {
                let key = if minute == "00" { "full_hour" } else { "clock" };
                let hour = hour.strip_prefix('0').unwrap_or(hour);
                Some(self.label(key, &[("hour", hour), ("minute", minute)]))
            }
            None => {
                let part = self.messages.label("day_part", time);
                (part != time).then(|| part.to_owned())
            }
        }
    }

    /// A day, week, month, season, year or more; what is open is left out.
    fn day(&self, value: &str) -> Option<String> {
        let parts: Vec<&str> = value.split('-').collect();
        let year: Option<i32> = parts.first().and_then(|year| year.parse().ok());
        match parts[..] {
            [era] if era.starts_with("BC") => {
                let year = era.trim_start_matches("BC").trim_start_matches('0');
                Some(self.label("before_era", &[("year", year)]))
            }
            [century] if century.len() == 2 => self.nth("century", year? + 1, None),
            [decade] if decade.len() == 3 => Some(self.label("decade", &[("year", &format!("{}0", year?))])),
            [_] => Some(year?.to_string()),
            [_, week] if week.starts_with('W') && week != "WI" => self.week("week", year?, week),
            [_, "WXX", "WE"] => Some(self.messages.word("unit_weekend", 1).to_owned()),
            [_, week, "WE"] => self.week("weekend", year?, week),
            [_, week, day] if week.starts_with('W') => self.some_day(day),
            [_, name] if name.starts_with(['Q', 'H']) => {
                self.nth(&name[..1], name.get(1..)?.parse().ok()?, year)
            }
            [_, name] if name.parse::<i32>().is_err() => self.season(name, year),
            [_, month] => Some(self.messages.date(None, month.parse().ok(), year)),
            [_, month, day] => self.calendar(year, month.parse().ok(), day.parse().ok()?),
            _ => None,
        }
    }

    /// With its weekday, where all of it is known.
    fn calendar(&self, year: Option<i32>, month: Option<i32>, day: i32) -> Option<String> {
        let date = match month {
            Some(_) => self.messages.date(Some(day), month, year),
            None => day.to_string(),
        };
        let Some(known) = year.and_then(|y| NaiveDate::from_ymd_opt(y, month? as u32, day as u32)) else {
            return Some(date);
        };
        let weekday = self.messages.word("weekday", known.weekday().number_from_monday());
        Some(self.label("day", &[("weekday", weekday), ("date", &date)]))
    }

    /// A weekday of no known week.
    fn some_day(&self, day: &str) -> Option<String> {
        let weekday = self.messages.word("weekday", day.parse().ok()?);
        (!weekday.is_empty()).then(|| weekday.to_owned())
    }

    /// The week, named by its Monday, or the weekend, named by its Saturday.
    fn week(&self, key: &str, year: i32, week: &str) -> Option<String> {
        let first = if key == "week" { Weekday::Mon } else { Weekday::Sat };
        let date = NaiveDate::from_isoywd_opt(year, week.get(1..)?.parse().ok()?, first)?;
        Some(self.label(key, &[("date", &self.messages.iso_date(&date.to_string()))]))
    }

    /// The third quarter, the second half, the 19th century.
    fn nth(&self, key: &str, number: i32, year: Option<i32>) -> Option<String> {
        let nth = self.messages.word("ordinal", number as u32);
        let year = year.filter(|_| key != "century").map(|year| year.to_string()).unwrap_or_default();
        let said = self.label(key, &[("nth", nth), ("year", &year)]);
        (!nth.is_empty()).then(|| said.trim_end().to_owned())
    }

    /// Winter has two years.
    fn season(&self, name: &str, year: Option<i32>) -> Option<String> {
        let template = self.messages.label("season", name);
        let years = match (name, year) {
            ("WI", Some(year)) => format!("{year}-{}", year + 1),
            (_, year) => year.map(|year| year.to_string()).unwrap_or_default(),
        };
        (template != name).then(|| template.replace("{year}", &years).trim_end().to_owned())
    }
}
