//! What the draft dates, and which dates may be of one event.

mod likeness;

pub use likeness::Likeness;
use likeness::Places;

use std::ops::Range;
use std::sync::OnceLock;

use chrono::Datelike;
use rustc_hash::FxHashMap;

use super::{At, Placed, Role, Telling, Timeline, claims};
use crate::document::Zone;
use crate::mention::{Calendar, Date, Event, Form};

/// A dated event in its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Its number: paragraph, and place among the events there.
    pub at: At,
    /// The date: paragraph, and place among the dates there.
    pub date: At,
    /// What part of the draft it stands in.
    pub role: Role,
    /// Sentence within the paragraph.
    pub sentence: usize,
    /// What is written of its date.
    pub when: When,
    /// Its year, as far as it is known, written or not.
    pub year: Option<i32>,
    /// Whether its weekday is written.
    pub weekday: bool,
    /// Whether the date follows from a weekday or from `hier`, and is not written.
    pub implied: bool,
}

/// A date as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// The year.
    pub year: Option<i32>,
    /// The month.
    pub month: Option<i32>,
    /// The day of the month.
    pub day: Option<i32>,
}

/// The one part in which two dates differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `12 mars`, `25 mars`.
    Day,
    /// `12 juin`, `12 juillet`.
    Month,
    /// `2014`, `2016`.
    Year,
}

/// The events of a draft.
#[derive(Debug, Default)]
pub struct Events {
    /// In the order of the text.
    pub all: Vec<Dated>,
    /// Those of different sentences that share words and whose dates differ in one part, each once, the earlier first.
    pairs: Vec<Pair>,
    places: OnceLock<Places>,
    telling: Telling<Pair>,
}

/// Two events by their numbers, the earlier first, and the one part in which their dates differ.
pub type Pair = (usize, usize, Part);

/// An event is compared with so many of its group before it, and with the first ones: a long draft stays linear.
const WINDOW: usize = 24;

impl Events {
    /// The events of a draft; of those of `last`, if these are as many on the same dates, the pairs are known that have none of
    /// the edited paragraphs.
    pub(super) fn new(
        paragraphs: &[Placed],
        timeline: &Timeline,
        last: Option<(&Self, Range<usize>)>,
    ) -> Self {
        let all = all(paragraphs, timeline);
        let last = last.filter(|(last, _)| last.all == all);
        let pairs = pairs(paragraphs, &all, last);
        Self { all, pairs, ..Self::default() }
    }
}

/// What is dated, in the order of the text.
fn all(paragraphs: &[Placed], timeline: &Timeline) -> Vec<Dated> {
    let lead = paragraphs.iter().position(|placed| placed.zone == Zone::Body);
    let mut all: Vec<Dated> = Vec::new();
    for (p, placed) in paragraphs.iter().enumerate() {
        let Some(role) = claims::role(placed.zone, Some(p) == lead) else { continue };
        for (i, event) in placed.paragraph.events.iter().enumerate() {
            let date = &placed.paragraph.dates[event.date];
            let (at, date_at, sentence) = ((p, i), (p, event.date), date.sentence);
            let Some((when, year, weekday)) = when(date, timeline) else { continue };
            let implied = !matches!(date.form, Form::Calendar(_));
            all.push(Dated { at, date: date_at, role, sentence, when, year, weekday, implied });
        }
    }
    all
}

/// The pairs of different sentences that share words and whose dates differ in one part.
fn pairs(paragraphs: &[Placed], all: &[Dated], last: Option<(&Events, Range<usize>)>) -> Vec<Pair> {
    let edited = last.as_ref().map(|(_, edited)| edited);
    let is_known = |event: usize| edited.is_some_and(|edited| !edited.contains(&all[event].at.0));
    let are_known = |a: usize, b: usize| is_known(a) && is_known(b);
    let known = last.iter().flat_map(|(last, _)| &last.pairs).filter(|(a, b, _)| are_known(*a, *b));
    let mut pairs: Vec<Pair> = known.copied().collect();
    let event = |dated: &Dated| &paragraphs[dated.at.0].paragraph.events[dated.at.1];
    for (a, b) in groups(all).iter().flat_map(|group| near(group)).filter(|(a, b)| !are_known(*a, *b)) {
        let (one, other) = (&all[a], &all[b]);
        let apart = (one.at.0, one.sentence) != (other.at.0, other.sentence);
        let share = || likeness::share_words((one, event(one)), (other, event(other)));
        let part = one.differs(other).filter(|_| apart && share());
        pairs.extend(part.map(|part| (a, b, part)));
    }
    pairs.sort_unstable_by_key(|(a, b, _)| (*a, *b));
    pairs.dedup_by_key(|(a, b, _)| (*a, *b));
    pairs
}

/// The pairs of a group that are worth a comparison, the earlier one first.
fn near(group: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    (1..group.len()).flat_map(move |later| {
        let near = later.saturating_sub(WINDOW)..later;
        let first = 0..near.start.min(4);
        first.chain(near).map(move |earlier| (group[earlier], group[later]))
    })
}

/// The date of an event, its year as far as it is known, and whether its weekday is written.
fn when(date: &Date, timeline: &Timeline) -> Option<(When, Option<i32>, bool)> {
    let start = || timeline.place(date, None).start;
    if let Form::Calendar(calendar) = &date.form {
        let when = When::of(calendar)?;
        let year = when.year.or_else(|| when.day.and_then(|_| Some(start()?.year())));
        return Some((when, year, calendar.weekday.is_some()));
    }
    let day = timeline.anchor?.date().and_then(|_| start())?;
    let when = When { year: None, month: Some(day.month() as i32), day: Some(day.day() as i32) };
    Some((when, Some(day.year()), false))
}

/// What a group of dates has in common.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Year,
    MonthOfYear(i32),
    DayOfMonth(i32),
    Day(i32),
}

fn groups(all: &[Dated]) -> Vec<Vec<usize>> {
    let mut index: FxHashMap<Key, usize> = FxHashMap::default();
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (number, dated) in all.iter().enumerate() {
        for key in dated.when.keys() {
            let group = *index.entry(key).or_insert_with(|| {
                out.push(Vec::new());
                out.len() - 1
            });
            out[group].push(number);
        }
    }
    out
}

/// Years by which two years of one event may be off.
const FAR: i32 = 60;

impl Dated {
    /// The one part in which the dates differ; `None` where the weekdays of both vouch for them.
    fn differs(&self, other: &Self) -> Option<Part> {
        let vouched = self.weekday && other.weekday || self.implied && other.implied;
        self.when.differs(other.when).filter(|part| *part == Part::Year || !vouched)
    }

    /// Whether the year that one of them writes is not the one in which the other is understood.
    fn other_year(&self, other: &Self) -> bool {
        let written = self.when.year.is_some() != other.when.year.is_some();
        written && self.year.zip(other.year).is_some_and(|(one, other)| one != other)
    }
}

impl When {
    /// What is written, if it says more than a month or a day.
    fn of(calendar: &Calendar) -> Option<Self> {
        let value = |part: Option<crate::mention::date::Part>| part.map(|part| part.value);
        let when =
            Self { year: value(calendar.year), month: value(calendar.month), day: value(calendar.day) };
        let told = when.year.is_some() || when.month.is_some() && when.day.is_some();
        told.then_some(when)
    }

    fn keys(self) -> Vec<Key> {
        let mut keys = Vec::new();
        keys.extend(self.year.map(|_| Key::Year));
        match (self.month, self.day) {
            (Some(month), Some(day)) => keys.extend([Key::DayOfMonth(month), Key::Day(day)]),
            (Some(month), None) => {
                keys.extend([Key::MonthOfYear(month), Key::MonthOfYear(-self.year.unwrap_or(0))])
            }
            _ => {}
        }
        keys
    }

    /// The one part in which the two differ, as far as both are written.
    fn differs(self, other: Self) -> Option<Part> {
        let years = self.year.zip(other.year);
        let off = years.map_or(0, |(one, other)| (one - other).abs());
        let same_level =
            (self.month.is_some(), self.day.is_some()) == (other.month.is_some(), other.day.is_some());
        // "In 2017" and "since January 2015" are hardly of one event.
        let parts = (off != 0, self.month != other.month, self.day != other.day);
        match parts {
            _ if !same_level => None,
            (true, false, false) if off <= FAR => Some(Part::Year),
            (false, true, false) => Some(Part::Month),
            (false, false, true) => Some(Part::Day),
            _ => None,
        }
    }
}

impl super::Article {
    /// The pairs of events with a word in common and dates that differ in one part, of which `says` is true; it must look at
    /// nothing but events and their dates, wherever they stand.
    pub fn event_pairs(&self, says: impl Fn(&Pair) -> bool) -> &[Pair] {
        self.events.telling.of(|| self.events.pairs.clone(), says)
    }

    /// The words of an event.
    pub fn event(&self, dated: &Dated) -> &Event {
        &self.paragraphs[dated.at.0].paragraph.events[dated.at.1]
    }

    fn is_quoted(&self, dated: &Dated) -> bool {
        self.paragraphs[dated.date.0].paragraph.dates[dated.date.1].quoted
    }
}
