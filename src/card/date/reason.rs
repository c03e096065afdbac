//! Why a date is when it is, in a few words: "le dernier jeudi avant la dépêche".

use chrono::{Days, Months, NaiveDate};

use super::ground::{Ground, Grounded};
use super::{label, stretch};
use crate::article::Article;
use crate::mention::{Calendar, Date, Form, Tense};

/// The reasons, the weightiest first.
pub(super) fn reasons(article: &Article, found: &Grounded) -> Vec<String> {
    let date = article.date(found.at);
    let why = Why { article, date, found };
    match found.ground {
        Ground::Nothing => vec![],
        Ground::Words => why.lent().into_iter().collect(),
        _ => [why.main(), why.tense()].into_iter().flatten().collect(),
    }
}

/// As long as the value of a day.
const DAY: &str = "2020-12-17";

/// The day behind the last one of a value that starts on `start`.
fn behind(start: NaiveDate, value: &str) -> Option<NaiveDate> {
    let months = match value.get("2020-".len()..) {
        None if value.len() == "2020".len() => 12,
        Some(part) if part.starts_with(['Q', 'S', 'F']) || part == "WI" => 3,
        Some(part) if part.starts_with('H') => 6,
        Some(part) if part.len() == "12".len() => 1,
        Some(part) if part.starts_with('W') => return start.checked_add_days(Days::new(7)),
        _ => return start.succ_opt(),
    };
    start.checked_add_months(Months::new(months))
}

struct Why<'a> {
    article: &'a Article,
    date: &'a Date,
    found: &'a Grounded,
}

impl Why<'_> {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        label(&self.article.voice.messages, "why", key, values)
    }

    /// What is written: of a time of day, the day beside it.
    fn form(&self) -> &Form {
        self.date.on.as_deref().unwrap_or(&self.date.form)
    }

    /// A year or month that the next date of a list or range lends.
    fn lent(&self) -> Option<String> {
        let is_lent =
            |calendar: &Calendar| [calendar.year, calendar.month].into_iter().flatten().any(|part| part.lent);
        matches!(self.form(), Form::Calendar(calendar) if is_lent(calendar)).then(|| self.say("lent", &[]))
    }

    fn main(&self) -> Option<String> {
        match self.form() {
            Form::Weekday { weekday, .. } => Some(self.weekday(*weekday)),
            Form::Relative { unit, shift } | Form::Anaphoric { unit, shift } => {
                Some(self.counted(unit, *shift))
            }
            Form::Ago { count, unit, .. } => Some(self.counted(unit, -(*count as i64))),
            Form::Definite { .. } => Some(self.say("spoken", &[])),
            Form::Time { .. } if self.found.ground == Ground::Story => Some(self.say("same", &[])),
            Form::Time { .. } => Some(self.say("spoken_day", &[])),
            Form::Calendar(calendar) if self.is_nearest(calendar) => Some(self.say("nearest", &[])),
            _ => Some(self.say(self.side(["last", "period", "next"])?, &[])),
        }
    }

    /// The one of three words that fits a date before the story, one that it falls in, and one after it.
    fn side<'k>(&self, keys: [&'k str; 3]) -> Option<&'k str> {
        let story = self.article.timeline.anchor?.about();
        let placement = &self.found.placement;
        let day = || placement.value.get(..DAY.len())?.parse().ok();
        let start: NaiveDate = placement.start.or_else(day)?;
        let last = behind(start, &placement.value)?;
        Some(if last <= story {
            keys[0]
        } else if start <= story {
            keys[1]
        } else {
            keys[2]
        })
    }

    fn weekday(&self, weekday: u32) -> String {
        let key = self.side(["last_weekday", "same", "next_weekday"]).unwrap_or("same");
        self.say(key, &[("weekday", self.article.voice.messages.word("weekday", weekday))])
    }

    /// `2 ans avant la dépêche`.
    fn counted(&self, unit: &str, shift: i64) -> String {
        let messages = &self.article.voice.messages;
        let count = shift.unsigned_abs();
        let units = messages.word(&stretch::list(unit), 1 + u32::from(count >= 2));
        let key = match shift {
            0 => return self.say(if unit == "day" { "same" } else { "period" }, &[]),
            ..0 => "counted_before",
            _ => "counted_after",
        };
        self.say(key, &[("count", &count.to_string()), ("unit", units), ("from", &self.origin())])
    }

    /// What is counted from, as a sentence names it.
    fn origin(&self) -> String {
        match self.found.ground {
            Ground::Date(at) => self.say("quoted", &[("date", &super::written(self.article, at))]),
            Ground::Text => self.say("text", &[]),
            _ => self.say("story", &[]),
        }
    }

    /// Whether the year of a day is that of the day nearest to the story.
    fn is_nearest(&self, calendar: &Calendar) -> bool {
        let part = |part: crate::mention::Part| part.value as u32;
        let (Some(day), Some(month)) = (calendar.day.map(part), calendar.month.map(part)) else {
            return false;
        };
        let year = self.article.timeline.year_of(month, day).map(|year| format!("{year:04}"));
        calendar.shift.is_none() && year.is_some_and(|year| self.found.placement.value.starts_with(&year))
    }

    /// Whether the clause looks back or ahead, where the side depends on that.
    fn tense(&self) -> Option<String> {
        let shift = match self.form() {
            Form::Weekday { shift, .. } => Some(*shift).filter(|shift| *shift != 0),
            Form::Calendar(calendar) if self.is_nearest(calendar) => return None,
            Form::Calendar(Calendar { shift, years, .. }) => shift.or(*years),
            Form::Period { shift, .. } => *shift,
            _ => return None,
        };
        self.side(["", "same", ""]).filter(|key| key.is_empty())?;
        let key = match (shift, self.date.tense) {
            (Some(_), _) => "said",
            (_, Tense::Past) => "past",
            (_, Tense::Future) => "future",
            _ => return None,
        };
        Some(self.say(key, &[]))
    }
}
