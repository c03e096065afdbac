//! Births and ages: what a paragraph says of how old somebody is.

use super::Reader;
use super::date::{Date, Form};
use super::name::{Name, Sort};
use super::quantity::{Kind, Quantity};

/// A birth or an age.
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
    /// So old today.
    Age(usize),
    /// So old at the end.
    LastAge(usize),
}

/// All births and ages of a paragraph that can be compared.
pub(super) fn read(reader: &Reader, dates: &[Date], figures: &[Quantity], names: &[Name]) -> Vec<Life> {
    let births = dates.iter().enumerate().filter(|(_, date)| is_birth(reader, date));
    let births =
        births.map(|(index, date)| Life { when: When::Birth(index), sentence: date.sentence, name: None });
    let ages =
        figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Age && !figure.context.quoted);
    births.chain(ages.filter_map(|(index, figure)| age(reader, index, figure, names))).collect()
}

/// Tokens between the word of birth and the date: `née à Léopoldville le 20 avril 1939`.
const REACH: usize = 8;

fn is_birth(reader: &Reader, date: &Date) -> bool {
    let Form::Calendar(calendar) = &date.form else { return false };
    let (from, _) = reader.sentence_range(date.sentence);
    let classes = &reader.language.classes;
    let clause = |at: &usize| reader.language.is(classes.clause, &reader.tokens, *at).is_none();
    let before = (from.max(date.tokens.0.saturating_sub(REACH))..date.tokens.0).rev().take_while(clause);
    let mut before = before.take_while(|at| reader.tokens[*at].figure().is_none());
    let birth = before.find(|at| reader.language.has(classes.birth, &reader.tokens[*at]));
    calendar.year.is_some_and(|year| !year.lent) && birth.is_some_and(|at| is_of_a_person(reader, at))
}

/// `Née à Gand, elle …`, `il est né`, but not `le mouvement né en 2019`: no noun stands before the word of birth.
fn is_of_a_person(reader: &Reader, birth: usize) -> bool {
    let Some(before) = birth.checked_sub(1).map(|at| &reader.tokens[at]) else { return true };
    !before.is_word() || before.is_capitalised() || reader.language.has(reader.language.classes.stop, before)
}

fn age(reader: &Reader, index: usize, figure: &Quantity, names: &[Name]) -> Option<Life> {
    let sentence = figure.sentence;
    let name = names.iter().position(|name| {
        name.sort == Sort::Person && name.sentence == sentence && adjoins(reader, name, figure)
    });
    let when = match () {
        () if speaks_of(reader, figure, reader.language.classes.back_then) => return None,
        () if speaks_of(reader, figure, reader.language.classes.death) => When::LastAge(index),
        () if name.is_some() => When::Age(index),
        () => return None,
    };
    Some(Life { when, sentence, name })
}

/// `Josette Pirson, 72 ans`: nothing but a comma or bracket between name and age.
fn adjoins(reader: &Reader, name: &Name, figure: &Quantity) -> bool {
    let behind = reader.tokens.partition_point(|token| token.span.start < name.span.end);
    behind < figure.tokens.0
        && (behind..figure.tokens.0)
            .all(|at| reader.tokens[at].is_mark(',') || reader.tokens[at].is_mark('('))
}

/// Whether a word of that class stands in the sentence before the age.
fn speaks_of(reader: &Reader, figure: &Quantity, class: crate::pattern::ClassId) -> bool {
    let (from, to) = reader.sentence_range(figure.sentence);
    (from..to).any(|at| reader.language.is(class, &reader.tokens, at).is_some())
}
