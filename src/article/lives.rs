//! Whose births and ages they are, and when the ages hold.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{Article, At};
use crate::mention::{Calendar, Form, Life, When};

/// Somebody's birth beside somebody's age, the two being one person.
#[derive(Clone, Copy, Debug)]
pub struct BirthAndAge {
    /// The date of birth.
    pub birth: At,
    /// The figure of the age.
    pub age: At,
    /// The ages that the birth allows on the day that the age speaks of, least and greatest.
    pub allowed: (i32, i32),
}

impl Article {
    /// Every age whose bearer's birth the draft gives too.
    pub fn births_and_ages(&self) -> Vec<BirthAndAge> {
        let lives: Vec<(usize, &Life, usize)> = self.lives().collect();
        let births = lives.iter().filter(|(_, life, _)| matches!(life.when, When::Birth(_)));
        let pairs =
            births.flat_map(|birth| lives.iter().filter(|age| age.2 == birth.2).map(move |age| (birth, age)));
        pairs.filter_map(|(birth, age)| self.birth_and_age((birth.0, birth.1), (age.0, age.1))).collect()
    }

    /// Births and ages with their paragraphs and bearers.
    fn lives(&self) -> impl Iterator<Item = (usize, &Life, usize)> {
        self.paragraphs.iter().enumerate().flat_map(move |(paragraph, placed)| {
            let lives = placed.paragraph.lives.iter();
            lives.filter_map(move |life| Some((paragraph, life, self.bearer(paragraph, life)?)))
        })
    }

    /// The person beside it, or the only one of the sentence, or the only one of the last sentence that names any.
    fn bearer(&self, paragraph: usize, life: &Life) -> Option<usize> {
        if let Some(name) = life.name {
            return self.entities.of.get(&(paragraph, name)).copied();
        }
        let here = (0..=life.sentence).rev().map(|sentence| (paragraph, sentence));
        let last = paragraph
            .checked_sub(1)
            .into_iter()
            .flat_map(|before| (0..self.sentences(before)).rev().map(move |sentence| (before, sentence)));
        let mut named = here.chain(last).map(|place| self.people(place)).find(|people| !people.is_empty())?;
        named.dedup();
        match named.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn sentences(&self, paragraph: usize) -> usize {
        self.paragraphs[paragraph].paragraph.names.last().map_or(0, |name| name.sentence + 1)
    }

    /// The people named in a sentence, sorted.
    fn people(&self, (paragraph, sentence): (usize, usize)) -> Vec<usize> {
        let names = self.paragraphs[paragraph].paragraph.names.iter().enumerate();
        let here = names.filter(|(_, name)| name.sentence == sentence);
        let entities = here.filter_map(|(index, _)| self.entities.of.get(&(paragraph, index)).copied());
        let mut people: Vec<usize> = entities
            .filter(|entity| self.entities.all[*entity].sort == crate::mention::Sort::Person)
            .collect();
        people.sort_unstable();
        people
    }

    fn birth_and_age(&self, birth: (usize, &Life), age: (usize, &Life)) -> Option<BirthAndAge> {
        let (When::Birth(date), When::Age(figure) | When::LastAge(figure)) = (birth.1.when, age.1.when)
        else {
            return None;
        };
        let Form::Calendar(born) = &self.paragraphs[birth.0].paragraph.dates[date].form else { return None };
        let on = match age.1.when {
            When::LastAge(_) => self.day_of(age.0, age.1.sentence)?,
            _ => self.timeline.anchor?.about(),
        };
        Some(BirthAndAge { birth: (birth.0, date), age: (age.0, figure), allowed: allowed(born, on)? })
    }

    /// The day of a death: that of the only date of its sentence, or that of the draft.
    fn day_of(&self, paragraph: usize, sentence: usize) -> Option<NaiveDate> {
        let dates = self.paragraphs[paragraph].paragraph.dates.iter();
        let mut days = dates
            .filter(|date| date.sentence == sentence)
            .filter(|date| matches!(date.form, Form::Calendar(_)));
        match (days.next(), days.next()) {
            (None, _) => Some(self.timeline.anchor?.about()),
            (Some(only), None) => self.timeline.place(only, None).start,
            _ => None,
        }
    }
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
