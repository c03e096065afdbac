//! From the parts of a match to what is written.

use super::Form;
use crate::mention::Reader;
use crate::pattern::Match;

/// What the words of a match say, if they make a date, time, duration or set at all.
pub(super) fn form(reader: &Reader, found: &Match) -> Option<Form> {
    let words = Words { reader, found };
    match found.kind() {
        "weekday" | "relative" | "ago" | "anaphoric" | "definite" => words.counted_from(),
        "duration" | "vague" | "set" => words.stretch(),
        "time" => words.time(),
        "reference" => Some(Form::Reference { value: found.text("value")?.to_owned() }),
        "period" => words.period(),
        "era" => words.era(),
        "feast" => words.feast(),
        _ => None,
    }
}

struct Words<'a> {
    reader: &'a Reader<'a>,
    found: &'a Match<'a>,
}

impl Words<'_> {
    fn unit(&self) -> Option<String> {
        self.found.text("unit").or_else(|| self.found.text("time_unit")).map(str::to_owned)
    }

    /// How many, with the fraction or half behind: `5 1/2`, `a year and a half`.
    fn count(&self) -> Option<f64> {
        let whole = self.found.number("count").or_else(|| self.found.get("one").map(|_| 1.0));
        let half = if self.found.settings.contains_key("half") { Some(0.5) } else { None };
        let parts = || Some(self.found.number("part")? / self.found.number("parts")?);
        match parts().filter(|part| *part < 1.0).or(half) {
            Some(part) => Some(whole.unwrap_or(0.0) + part),
            None => whole,
        }
    }

    fn setting(&self, name: &str) -> Option<i64> {
        self.found.settings.get(name).and_then(toml::Value::as_integer)
    }

    fn counted_from(&self) -> Option<Form> {
        let shift = self.found.integer("shift");
        Some(match self.found.kind() {
            "weekday" => Form::Weekday {
                weekday: self.found.number("weekday")? as u32,
                shift: shift.unwrap_or(0),
                near: self.found.settings.contains_key("near"),
            },
            "relative" => Form::Relative { unit: self.unit()?, shift: shift? },
            "ago" => Form::Ago { count: self.count()?, hedged: self.is_hedged(), unit: self.unit()? },
            "definite" => Form::Definite { unit: self.unit()?, years: shift.unwrap_or(0) },
            _ => {
                let count = self.count().unwrap_or(1.0) as i64;
                Form::Anaphoric { unit: self.unit()?, shift: self.setting("direction").unwrap_or(0) * count }
            }
        })
    }

    fn stretch(&self) -> Option<Form> {
        let minutes = self.found.number("minute").unwrap_or(0.0) / 60.0;
        let count = self.count().map(|count| count + minutes);
        let count = count.or_else(|| self.setting("times").map(|times| times as f64));
        Some(match self.found.kind() {
            "duration" => Form::Duration { count: count?, unit: self.unit()? },
            "vague" => Form::Vague { unit: self.unit()? },
            _ => {
                let unit = self.unit().unwrap_or_else(|| "week".to_owned());
                Form::Set { unit, count: count.unwrap_or(1.0), each: self.each() }
            }
        })
    }

    /// The weekday, month or season of a set.
    fn each(&self) -> Option<String> {
        let number = |name: &str| self.found.number(name).map(|number| number as u32);
        let weekday = number("weekday").map(|weekday| format!("WXX-{weekday}"));
        let month = || number("month").map(|month| format!("{month:02}"));
        let named = || self.found.text("season").or_else(|| self.found.text("each")).map(str::to_owned);
        weekday.or_else(month).or_else(named)
    }

    /// Noon and later are counted on to 24.
    fn time(&self) -> Option<Form> {
        if let Some(clock) = self.found.integer("clock") {
            return Some(Form::Time { hour: clock as u32 / 100, minute: clock as u32 % 100 });
        }
        let hour = self.found.integer("hour")? as u32;
        // "48h" without minutes is two days, not an hour of the day.
        if hour > 24 && self.found.get("minute").is_none() {
            return Some(Form::Duration { count: f64::from(hour), unit: "hour".to_owned() });
        }
        let hour = match self.found.number("half_day") {
            Some(after) if after > 0.0 && hour < 12 => hour + 12,
            Some(after) if after <= 0.0 && hour == 12 => 0,
            _ => hour,
        };
        Some(Form::Time { hour, minute: self.found.number("minute").unwrap_or(0.0) as u32 })
    }

    /// `the third quarter`, `l'été 2019`.
    fn period(&self) -> Option<Form> {
        let letter = self.found.text("unit");
        let name = match self.found.text("season") {
            Some(season) => season.to_owned(),
            None => format!("{}{}", letter?, self.found.number("nth")?),
        };
        let year = self.found.number("year").map(|year| year as i32);
        Some(Form::Period { name, year, shift: self.found.integer("shift") })
    }

    /// `Pâques 2021`, `last Thanksgiving`.
    fn feast(&self) -> Option<Form> {
        let year = self.found.number("year").map(|year| year as i32);
        let shift = self.found.integer("shift");
        Some(Form::Feast { rule: self.found.text("feast")?.to_owned(), year, shift })
    }

    /// `the 1980s`, `les années 60`, `the 19th century`.
    fn era(&self) -> Option<Form> {
        let number = |name: &str| self.found.number(name).map(|number| number as i32);
        let (value, digits) = match (number("year"), number("twodigits"), number("century")) {
            (Some(year), ..) => (year / 10, 3),
            (_, Some(year), _) => (190 + year / 10, 3),
            (.., Some(century)) => (century - 1, 2),
            _ => (number("decade")?, 3),
        };
        Some(Form::Era { value: format!("{value:0digits$}") })
    }

    /// Whether a word of hedging stands inside the match: `il y a environ un an`.
    fn is_hedged(&self) -> bool {
        let (reader, found) = (self.reader, self.found);
        let hedge = reader.language.classes.hedge;
        (found.first.saturating_sub(3)..found.end).any(|at| {
            let end = reader.language.is(hedge, &reader.tokens, at);
            end.is_some_and(|end| end > found.first && end <= found.end)
        })
    }
}
