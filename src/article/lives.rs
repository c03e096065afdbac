//! Whose births and ages they are, and when the ages hold.

mod bearer;

use chrono::{Datelike, NaiveDate, TimeDelta};
use rustc_hash::FxHashMap;

use super::{Article, At};
use crate::mention::{Calendar, Date, Form, Life, When};

/// Somebody's birth beside somebody's age, the two being one person.
#[derive(Clone, Copy, Debug)]
pub struct BirthAndAge {
    /// The date of birth.
    pub birth: At,
    /// The figure of the age.
    pub age: At,
    /// The ages that the birth allows on the day that the age speaks of, least and greatest.
    pub allowed: (i32, i32),
    /// Whether the age may be one of the past, as in `At 26, she moved`.
    pub loose: bool,
}

/// Two ages of one person, both of the day of the draft, the earlier first.
#[derive(Clone, Copy, Debug)]
pub struct TwoAges {
    /// The figure that stands first.
    pub first: At,
    /// The figure that stands later.
    pub later: At,
}

/// The only founding that the draft tells, beside the age of what was founded.
#[derive(Clone, Copy, Debug)]
pub struct FoundingAndFeast {
    /// The date of the founding.
    pub founding: At,
    /// The feast, by its paragraph and its number there.
    pub feast: At,
    /// The age that the founding allows.
    pub right: i32,
}

/// A birth or an age in its paragraph.
type Placed<'a> = (usize, &'a Life);

impl Article {
    /// Every age whose bearer's birth the draft gives too.
    pub fn births_and_ages(&self) -> Vec<BirthAndAge> {
        let lives = self.lives_by_bearer();
        let mut out: Vec<BirthAndAge> = Vec::new();
        for lives in &lives {
            let Some(birth) = birth_of(lives) else { continue };
            out.extend(lives.iter().filter_map(|age| self.birth_and_age(birth, *age)));
        }
        out
    }

    /// Every later age of a person that is not the first one told, where no birth decides between them.
    pub fn two_ages(&self) -> Vec<TwoAges> {
        let mut out: Vec<TwoAges> = Vec::new();
        for lives in self.lives_by_bearer() {
            let born = lives.iter().any(|(_, life)| matches!(life.when, When::Birth(_)));
            let mut ages = lives.iter().filter_map(|(paragraph, life)| self.age_of_today(*paragraph, life));
            let Some(first) = ages.next().filter(|_| !born) else { continue };
            out.extend(ages.map(|later| TwoAges { first, later }));
        }
        out
    }

    /// The feasts of the only thing that the draft says was founded.
    pub fn foundings_and_feasts(&self) -> Vec<FoundingAndFeast> {
        let Some(anchor) = self.timeline.anchor else { return Vec::new() };
        let Some((founding, year)) = self.only_founding() else { return Vec::new() };
        let mut out: Vec<FoundingAndFeast> = Vec::new();
        for (paragraph, placed) in self.paragraphs.iter().enumerate() {
            for (index, feast) in placed.paragraph.feasts.iter().enumerate() {
                let nobody = self.people((paragraph, feast.sentence)).is_empty();
                let right = anchor.year - year;
                out.extend(nobody.then_some(FoundingAndFeast { founding, feast: (paragraph, index), right }));
            }
        }
        out
    }

    fn only_founding(&self) -> Option<(At, i32)> {
        let mut foundings = self.paragraphs.iter().enumerate().flat_map(|(paragraph, placed)| {
            let lives = placed.paragraph.lives.iter();
            lives.filter_map(move |life| match life.when {
                When::Founding(date) => {
                    Some(((paragraph, date), self.calendar((paragraph, date))?.year?.value))
                }
                _ => None,
            })
        });
        let first = foundings.next()?;
        foundings.all(|(_, year)| year == first.1).then_some(first)
    }

    /// Births and ages with their paragraphs, those of one person together, in the order of the text.
    fn lives_by_bearer(&self) -> Vec<Vec<Placed<'_>>> {
        let mut index: FxHashMap<usize, usize> = FxHashMap::default();
        let mut out: Vec<Vec<Placed>> = Vec::new();
        for (paragraph, placed) in self.paragraphs.iter().enumerate() {
            for life in &placed.paragraph.lives {
                let Some(bearer) = self.bearer(paragraph, life) else { continue };
                let group = *index.entry(bearer).or_insert_with(|| {
                    out.push(Vec::new());
                    out.len() - 1
                });
                out[group].push((paragraph, life));
            }
        }
        out
    }

    fn age_of_today(&self, paragraph: usize, life: &Life) -> Option<At> {
        let When::Age(figure) = life.when else { return None };
        let now = self.timeline.anchor.map(|anchor| anchor.year);
        self.is_of_now(paragraph, life.sentence, now).then_some((paragraph, figure))
    }

    /// Whether no date of the sentence takes it to another year.
    fn is_of_now(&self, paragraph: usize, sentence: usize, now: Option<i32>) -> bool {
        let dates =
            self.paragraphs[paragraph].paragraph.dates.iter().filter(|date| date.sentence == sentence);
        dates.into_iter().all(|date| match &date.form {
            Form::Calendar(calendar) => calendar.year.is_none_or(|year| Some(year.value) == now),
            Form::Ago { .. } | Form::Anaphoric { .. } => false,
            _ => true,
        })
    }

    fn calendar(&self, (paragraph, date): At) -> Option<&Calendar> {
        match &self.paragraphs[paragraph].paragraph.dates[date].form {
            Form::Calendar(calendar) => Some(calendar),
            _ => None,
        }
    }

    fn birth_and_age(&self, birth: Placed, age: Placed) -> Option<BirthAndAge> {
        let When::Birth(date) = birth.1.when else { return None };
        let born = self.calendar((birth.0, date))?;
        let now = self.timeline.anchor?.about();
        let (figure, allowed) = match age.1.when {
            When::LastAge(figure) => (figure, allowed(born, self.day_of(age.0, age.1.sentence)?)?),
            When::Birthday(figure, Some(day)) => {
                let dates = &self.paragraphs[age.0].paragraph.dates;
                let day = self.timeline.place(&dates[day], None).start?;
                let years = day.year() - born.year?.value;
                (figure, (years, years))
            }
            When::Age(figure) | When::AgeAt(figure) | When::Birthday(figure, None) => {
                (figure, allowed(born, now)?)
            }
            When::Birth(_) | When::Founding(_) => return None,
        };
        let loose = matches!(age.1.when, When::AgeAt(_));
        Some(BirthAndAge { birth: (birth.0, date), age: (age.0, figure), allowed, loose })
    }

    /// The day of a death: that of the only date of its sentence beside a birth, or that of the draft.
    fn day_of(&self, paragraph: usize, sentence: usize) -> Option<NaiveDate> {
        let read = &self.paragraphs[paragraph].paragraph;
        let born = |index: usize| read.lives.iter().any(|life| life.when == When::Birth(index));
        let line = |date: &Date| read.dateline.is_some_and(|line| date.span.start < line.span.end);
        let dates = read.dates.iter().enumerate().filter(|(_, date)| date.sentence == sentence);
        let mut days = dates
            .filter(|(index, date)| matches!(date.form, Form::Calendar(_)) && !line(date) && !born(*index))
            .map(|(_, date)| date);
        match (days.next(), days.next()) {
            (None, _) => Some(self.timeline.anchor?.about()),
            (Some(only), None) => self.timeline.place(only, None).start,
            _ => None,
        }
    }
}

/// The first birth that is told of somebody.
fn birth_of<'a>(lives: &[Placed<'a>]) -> Option<Placed<'a>> {
    lives.iter().find(|(_, life)| matches!(life.when, When::Birth(_))).copied()
}

/// The ages that somebody born then can have on a day; some days off count for nothing.
fn allowed(born: &Calendar, on: NaiveDate) -> Option<(i32, i32)> {
    let year = born.year?.value;
    let (Some(month), Some(day)) = (born.month, born.day) else {
        return Some((on.year() - year - 1, on.year() - year));
    };
    let (month, day) = (month.value as u32, day.value as u32);
    let age = |on: NaiveDate| on.year() - year - i32::from((on.month(), on.day()) < (month, day));
    let slack = TimeDelta::days(SLACK);
    Some((age(on.checked_sub_signed(slack)?), age(on.checked_add_signed(slack)?)))
}

/// Days by which a draft may be off without anybody calling an age wrong.
const SLACK: i64 = 10;
