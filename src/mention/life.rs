//! Births, foundings and ages: what a paragraph says of how old somebody or something is.

mod bearer;

use super::Reader;
use super::date::{Date, Form};
use super::name::Name;
use super::quantity::{Kind, Quantity};
use crate::pattern::ClassId;

/// A birth, a founding or an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// Which.
    pub when: When,
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// Number of the name that it stands beside, where it directly follows one.
    pub name: Option<usize>,
}

/// Which date or figure of the paragraph tells it, by its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Born on that date.
    Birth(usize),
    /// Founded on that date.
    Founding(usize),
    /// So old today.
    Age(usize),
    /// So old at the end.
    LastAge(usize),
    /// So old since a birthday; the date of that, where it stands behind.
    Birthday(usize, Option<usize>),
    /// So old when something happened that the sentence tells.
    AgeAt(usize),
}

/// All births, foundings and ages of a paragraph that can be compared.
pub(super) fn read(reader: &Reader, dates: &[Date], figures: &[Quantity], names: &[Name]) -> Vec<Life> {
    let lives = Lives { reader, dates, names };
    let starts = (0..dates.len()).filter_map(|index| lives.start(index));
    let ages = figures.iter().enumerate().filter(|(_, figure)| !figure.context.quoted);
    starts.chain(ages.filter_map(|(index, figure)| lives.age(index, figure))).collect()
}

struct Lives<'a, 'r> {
    reader: &'a Reader<'r>,
    dates: &'a [Date],
    names: &'a [Name],
}

/// Tokens between the word of birth and the date: `née à Léopoldville le 20 avril 1939`.
const REACH: usize = 8;

impl Lives<'_, '_> {
    fn start(&self, index: usize) -> Option<Life> {
        let date = &self.dates[index];
        let classes = &self.reader.language.classes;
        let life = |when, at| Life { when, sentence: date.sentence, name: self.opened_by(at) };
        self.told_by(date, classes.birth)
            .filter(|at| self.is_of_a_person(*at))
            .map(|at| life(When::Birth(index), at))
            .or_else(|| self.told_by(date, classes.founded).map(|at| life(When::Founding(index), at)))
    }

    /// The word of that class that tells what the date is of, in the same clause and without a number between.
    fn told_by(&self, date: &Date, class: ClassId) -> Option<usize> {
        let Form::Calendar(calendar) = &date.form else { return None };
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let (from, _) = reader.sentence_range(date.sentence);
        let clause = |at: &usize| reader.language.is(classes.clause, &reader.tokens, *at).is_none();
        let before = (from.max(date.tokens.0.saturating_sub(REACH))..date.tokens.0).rev().take_while(clause);
        let mut before = before.take_while(|at| reader.tokens[*at].figure().is_none());
        let told = before.find(|at| reader.language.has(class, &reader.tokens[*at]));
        told.filter(|_| calendar.year.is_some_and(|year| !year.lent) && date.range.is_none())
    }

    /// `Née à Gand, elle …`, `il est né`, but not `le mouvement né en 2019`: no noun stands before the word of birth.
    fn is_of_a_person(&self, birth: usize) -> bool {
        let Some(before) = birth.checked_sub(1).map(|at| &self.reader.tokens[at]) else { return true };
        let stop = self.reader.language.classes.stop;
        !before.is_word() || before.is_capitalised() || self.reader.language.has(stop, before)
    }

    fn age(&self, index: usize, figure: &Quantity) -> Option<Life> {
        let reader = self.reader;
        let classes = &reader.language.classes;
        let sentence = figure.sentence;
        if figure.hedge.is_some() {
            return None;
        }
        if let Some(name) = self.aged_at(figure) {
            return Some(Life { when: When::AgeAt(index), sentence, name: Some(name) });
        }
        if speaks_of(reader, figure, classes.back_then) {
            return None;
        }
        if let Some(date) = self.birthday(figure) {
            let name = self.subject(figure);
            return Some(Life { when: When::Birthday(index, date), sentence, name });
        }
        let name = Some(figure.kind).filter(|kind| *kind == Kind::Age).and_then(|_| self.beside(figure));
        let last = figure.kind == Kind::Age && speaks_of(reader, figure, classes.death);
        let when = if last { When::LastAge(index) } else { When::Age(index) };
        (last || name.is_some()).then_some(Life { when, sentence, name })
    }

    /// `turned 70 in March`: the date behind, if there is one.
    fn birthday(&self, figure: &Quantity) -> Option<Option<usize>> {
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let turned = (figure.tokens.0.saturating_sub(3)..figure.tokens.0)
            .any(|at| reader.language.is(classes.turned, &reader.tokens, at) == Some(figure.tokens.0));
        let bare = matches!(figure.kind, Kind::Bare | Kind::Age) || figure.unit.as_deref() == Some("year");
        let end = figure.tokens.1;
        let behind = self.dates.iter().position(|date| {
            date.sentence == figure.sentence && date.tokens.0 >= end && date.tokens.0 <= end + 1
        });
        (turned && bare).then_some(behind)
    }

    /// `At 49, Navarro became …`: the name behind the comma.
    fn aged_at(&self, figure: &Quantity) -> Option<usize> {
        let (reader, (first, end)) = (self.reader, figure.tokens);
        let (open, _) = reader.sentence_range(figure.sentence);
        let at =
            first == open + 1 && reader.language.has(reader.language.classes.at_age, &reader.tokens[open]);
        let years = matches!(figure.kind, Kind::Bare | Kind::Count | Kind::Age) && figure.thing.is_none()
            || figure.unit.as_deref() == Some("year");
        let comma = reader.tokens.get(end).is_some_and(|token| token.is_mark(','));
        let next = reader.tokens.get(end + 1)?.span;
        let name = self.names.iter().position(|name| name.span.start == next.start);
        name.filter(|_| at && years && comma)
    }
}

/// Whether a word of that class stands in the sentence of the age.
fn speaks_of(reader: &Reader, figure: &Quantity, class: ClassId) -> bool {
    let (from, to) = reader.sentence_range(figure.sentence);
    (from..to).any(|at| reader.language.is(class, &reader.tokens, at).is_some())
}
