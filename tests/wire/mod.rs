//! Synthetic copy in the style of a wire, the same for the same seed: for the property tests and for `benches/`.
//!
//! Sentences are put together from patterns with invented people, days and figures, and no sentence of a draft stands in
//! it twice: an engine that remembers paragraphs must not look faster than it is.

mod dice;
mod english;
mod french;

use std::collections::HashSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};

pub(crate) use dice::Dice;

/// The words of one language, from which copy is put together.
pub(crate) struct Tongue {
    /// The code of the language.
    code: &'static str,
    /// Sentences with `{slots}`, which [`Wire`] fills.
    patterns: &'static [&'static str],
    months: [&'static str; 12],
    weekdays: [&'static str; 7],
    given_names: &'static [&'static str],
    surnames: &'static [&'static str],
    roles: &'static [&'static str],
    places: &'static [&'static str],
    things: &'static [&'static str],
    /// A day with its weekday, such as `{weekday} {day} {month} {year}`.
    date: &'static str,
    /// What stands between thousands.
    thousands: &'static str,
    /// What stands before a decimal.
    decimal: &'static str,
}

impl fmt::Display for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// The languages that copy is written in.
pub(crate) const TONGUES: [&Tongue; 2] = [&french::FRENCH, &english::ENGLISH];

/// Writes copy.
pub(crate) struct Wire {
    tongue: &'static Tongue,
    dice: Dice,
    careless: bool,
    written: HashSet<String>,
}

impl Wire {
    /// A careful writer, whose weekdays fit their dates.
    pub(crate) fn careful(tongue: &'static Tongue, seed: u64) -> Self {
        Self { tongue, dice: Dice::new(seed), careless: false, written: HashSet::new() }
    }

    /// A short article: a headline, a dateline and a few paragraphs.
    pub(crate) fn article(&mut self) -> String {
        let count = 3 + self.dice.below(4);
        let (headline, dateline) = (self.sentence(), self.dateline());
        let paragraphs: Vec<_> = (0..count).map(|_| self.paragraph()).collect();
        format!("{}\n\n{dateline}{}\n", headline.trim_end_matches('.'), paragraphs.join("\n\n"))
    }

    /// A paragraph of two to five sentences.
    pub(crate) fn paragraph(&mut self) -> String {
        let count = 2 + self.dice.below(4);
        let sentences: Vec<_> = (0..count).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    /// A sentence that was not written before.
    fn sentence(&mut self) -> String {
        loop {
            let pattern = self.dice.pick(self.tongue.patterns);
            let sentence = self.fill(pattern);
            if self.written.insert(sentence.clone()) {
                return sentence;
            }
        }
    }

    /// Where and when an article was written.
    fn dateline(&mut self) -> String {
        let place = self.dice.pick(self.tongue.places).to_uppercase();
        format!("{place} {} - ", self.day())
    }

    /// A pattern with its slots filled.
    fn fill(&mut self, pattern: &str) -> String {
        let mut parts = pattern.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (slot, text) = part.split_once('}').expect("every slot of a pattern is closed");
            filled += &self.slot(slot);
            filled += text;
        }
        filled
    }

    /// Something to put into a slot.
    fn slot(&mut self, slot: &str) -> String {
        let tongue = self.tongue;
        match slot {
            "date" => self.date(),
            "month" => self.dice.pick(&tongue.months).into(),
            "year" => (1950 + self.dice.below(80)).to_string(),
            "weekday" => self.dice.pick(&tongue.weekdays).into(),
            "n" => (2 + self.dice.below(900)).to_string(),
            "big" => format!("{}{}{:03}", 1 + self.dice.below(99), tongue.thousands, self.dice.below(1000)),
            "decimal" => format!("{}{}{}", self.dice.below(100), tongue.decimal, self.dice.below(10)),
            "person" => format!("{} {}", self.dice.pick(tongue.given_names), self.dice.pick(tongue.surnames)),
            "surname" => self.dice.pick(tongue.surnames).into(),
            "role" => self.dice.pick(tongue.roles).into(),
            "place" => self.dice.pick(tongue.places).into(),
            "thing" => self.dice.pick(tongue.things).into(),
            _ => panic!("no slot is called `{slot}`"),
        }
    }

    /// A day with its weekday; a careless writer gets one weekday in three wrong.
    fn date(&mut self) -> String {
        let day = self.day();
        let slip = if self.careless && self.dice.below(3) == 0 { 1 } else { 0 };
        let weekday = (day.weekday().num_days_from_monday() as usize + slip) % 7;
        self.tongue
            .date
            .replace("{weekday}", self.tongue.weekdays[weekday])
            .replace("{day}", &day.day().to_string())
            .replace("{month}", self.tongue.months[day.month0() as usize])
            .replace("{year}", &day.year().to_string())
    }

    /// Some day of this century.
    fn day(&mut self) -> NaiveDate {
        let days = 6 * 365 + self.dice.below(20 * 365);
        NaiveDate::from_num_days_from_ce_opt(730_120 + days as i32).expect("the day is in this century")
    }
}

#[allow(dead_code, reason = "the tests need one of these, the benches another")]
impl Wire {
    /// A writer who gets weekdays wrong.
    pub(crate) fn careless(tongue: &'static Tongue, seed: u64) -> Self {
        Self { careless: true, ..Self::careful(tongue, seed) }
    }

    /// A long draft of at least `words` words.
    pub(crate) fn draft(&mut self, words: usize) -> String {
        let mut draft = self.article();
        let mut count = draft.split_whitespace().count();
        while count < words {
            let paragraph = self.paragraph();
            count += paragraph.split_whitespace().count();
            draft += "\n";
            draft += &paragraph;
            draft += "\n";
        }
        draft
    }
}
