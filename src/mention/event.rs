//! What happens on a date, as far as the words near it tell.

use super::date::{Date, Form};
use super::quantity::is_content;
use super::{Dateline, Reader, Stem};
use crate::span::Span;
use crate::token::Token;

/// What happens on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Number of the date.
    pub date: usize,
    /// Content words within nine tokens in its sentence, sorted by stem, with their places. Words for one kind of event
    /// (`fermée`, `fermeture`) have one stem.
    pub near: Vec<(Stem, Span)>,
    /// Content words of its sentence, sorted.
    pub sentence: Vec<Stem>,
    /// The kinds of event that the words near it name, sorted.
    pub kinds: Vec<Stem>,
    /// Stems directly before the date, the nearest first, four at most.
    pub left: Vec<Stem>,
    /// Stems directly behind it, four at most.
    pub right: Vec<Stem>,
    /// Capitalised words of its sentence, the first one left out, sorted.
    pub names: Vec<Stem>,
    /// The noun that the date belongs to: `l'attaque du 12 mai`, `the May 12 attack`.
    pub noun: Option<(Stem, Span)>,
    /// Whether a colon follows the date: `24 August: flea market` is an entry of an agenda.
    pub listed: bool,
    /// Words of its clause by which there may be another such event: `nouveau`, `postponed`.
    pub other: Option<Span>,
}

impl Event {
    /// The same event without a place, so that two can be compared for what they say.
    pub fn somewhere(&self) -> Self {
        let near = self.near.iter().map(|(stem, _)| (*stem, Span::default())).collect();
        let noun = self.noun.map(|(stem, _)| (stem, Span::default()));
        Self { near, noun, other: self.other.map(|_| Span::default()), ..self.clone() }
    }
}

/// Tokens on each side whose words count as near.
const NEAR: usize = 9;
/// Words of the runs on both sides.
const RUN: usize = 4;
/// Tokens behind `nouveau` in which its noun stands.
const REACH: usize = 2;
/// Tokens between a noun and the date that belongs to it.
const NOUN: usize = 4;

/// The events of a paragraph: one for each date of the calendar, weekday and day counted from today that is neither part of a range nor that of
/// the dateline.
pub(super) fn read(reader: &Reader, dates: &[Date], dateline: Option<&Dateline>) -> Vec<Event> {
    let dated = dated(reader, dates);
    let head = dateline.map_or(0, |line| line.tokens);
    let ranged = |at: usize| dates[at].range.is_some() || at > 0 && dates[at - 1].range.is_some();
    // "Le lendemain de l'accident, le 9 janvier", "two days after the accident, on January 9" is not the day of the accident.
    let counted = |at: usize| {
        let before = at.checked_sub(1).map(|before| &dates[before]);
        before.is_some_and(|before| before.sentence == dates[at].sentence && counts(reader, before))
    };
    let is_event = |at: &usize| {
        let date = &dates[*at];
        is_day_or_date(&date.form) && date.tokens.0 >= head && !ranged(*at) && !counted(*at)
    };
    let events = (0..dates.len()).filter(is_event);
    events.map(|date| Around { reader, dated: &dated, date: &dates[date] }.event(date)).collect()
}

/// Whether the date behind is counted from another day: `le lendemain`, `two days after`.
fn counts(reader: &Reader, date: &Date) -> bool {
    let from = reader.language.classes.counted_from;
    match date.form {
        Form::Anaphoric { .. } => true,
        Form::Duration { .. } => reader.language.is(from, &reader.tokens, date.tokens.1).is_some(),
        _ => false,
    }
}

/// `le 16 décembre`, `en 2014`, `jeudi`, `hier`.
fn is_day_or_date(form: &Form) -> bool {
    match form {
        Form::Calendar(_) | Form::Weekday { shift: 0, .. } => true,
        Form::Relative { unit, .. } => unit == "day",
        _ => false,
    }
}

/// For each token, whether it is part of a date: `the end of 1987` is no end of anything else.
fn dated(reader: &Reader, dates: &[Date]) -> Vec<bool> {
    let mut dated = vec![false; reader.tokens.len()];
    for date in dates {
        let first = reader.tokens.partition_point(|token| token.span.start < date.span.start);
        let end = reader.tokens.partition_point(|token| token.span.start < date.span.end);
        dated[first..end.max(first)].fill(true);
    }
    dated
}

struct Around<'a, 'r> {
    reader: &'a Reader<'r>,
    /// For each token, whether it is part of a date.
    dated: &'a [bool],
    date: &'a Date,
}

impl Around<'_, '_> {
    fn event(&self, number: usize) -> Event {
        let (open, close) = self.reader.sentence_range(self.date.sentence);
        let (first, end) = self.date.tokens;
        let (from, to) = (first.saturating_sub(NEAR).max(open), (end + NEAR).min(close));
        let mut near: Vec<(Stem, Span)> = self.content(from, first).chain(self.content(end, to)).collect();
        near.sort_unstable();
        near.dedup_by_key(|(stem, _)| *stem);
        let mut sentence: Vec<Stem> = self.content(open, close).map(|(stem, _)| stem).collect();
        sentence.sort_unstable();
        sentence.dedup();
        let mut kinds: Vec<Stem> = (from..to).filter_map(|at| self.kind(at)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let (left, right) = (self.run((open..first).rev()), self.run(end..close));
        Event {
            date: number,
            near,
            sentence,
            kinds,
            left,
            right,
            names: self.names(open, close),
            noun: self.noun(open, close),
            listed: self.reader.tokens.get(end).is_some_and(|token| token.is_mark(':')),
            other: self.other(from, to),
        }
    }

    /// The content words from `first` to `end` that belong to no date.
    fn content(&self, first: usize, end: usize) -> impl Iterator<Item = (Stem, Span)> {
        (first..end).filter(|at| !self.dated[*at]).filter_map(|at| self.word(at))
    }

    /// A content word, events in the form that all words for them share.
    fn word(&self, at: usize) -> Option<(Stem, Span)> {
        let token = &self.reader.tokens[at];
        let stem = self.kind(at).or_else(|| is_content(self.reader, token).then(|| self.reader.stem(at)))?;
        Some((stem, token.span))
    }

    fn kind(&self, at: usize) -> Option<Stem> {
        let class = self.reader.language.classes.event;
        let (_, kind) = self.reader.language.lexicon.longest(class, &self.reader.tokens, at)?;
        kind.text().filter(|_| !self.dated[at]).map(Stem::of)
    }

    fn names(&self, open: usize, close: usize) -> Vec<Stem> {
        let named = |token: &Token| token.is_capitalised() && is_content(self.reader, token);
        let words = (open + 1..close.max(open + 1)).filter(|at| !self.dated[*at]);
        let words = words.filter(|at| named(&self.reader.tokens[*at]));
        let mut names: Vec<Stem> = words.map(|at| self.reader.stem(at)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn run(&self, tokens: impl Iterator<Item = usize>) -> Vec<Stem> {
        let words = tokens.take_while(|at| self.reader.tokens[*at].is_word()).take(RUN);
        words.map(|at| self.kind(at).unwrap_or_else(|| self.reader.stem(at))).collect()
    }

    /// `l'attaque meurtrière du 12 mai`, `the deadly May 12 attack`.
    fn noun(&self, open: usize, close: usize) -> Option<(Stem, Span)> {
        let (first, end) = self.date.tokens;
        let is = |class, at: usize| self.reader.language.has(class, &self.reader.tokens[at]);
        let classes = &self.reader.language.classes;
        let of = (open.max(first.saturating_sub(2))..first).rev().find(|at| is(classes.of_event, *at));
        let before = |of: usize| {
            let words = (open.max(of.saturating_sub(NOUN))..of).rev();
            let mut words =
                words.take_while(|at| self.reader.tokens[*at].is_word()).filter_map(|at| self.word(at));
            let nearest = words.next()?;
            Some(words.find(|word| self.is_kind(*word)).filter(|_| !self.is_kind(nearest)).unwrap_or(nearest))
        };
        let behind = || {
            let the = first > open
                && (open.max(first.saturating_sub(3))..first).any(|at| is(classes.the_event, at));
            (the && end < close && self.reader.language.head == crate::language::Head::Plural)
                .then(|| self.word(end))?
        };
        of.and_then(before).or_else(behind)
    }

    fn is_kind(&self, word: (Stem, Span)) -> bool {
        let at = self.reader.tokens.partition_point(|token| token.span.start < word.1.start);
        self.kind(at).is_some()
    }

    /// `le nouveau scrutin`, `the deadline was extended`. In "New York" and "his new wife" nothing is new that happens.
    fn other(&self, from: usize, to: usize) -> Option<Span> {
        let is = |class, at: usize| self.reader.language.is(class, &self.reader.tokens, at);
        let classes = &self.reader.language.classes;
        let before = |end: &usize| (*end..(end + REACH).min(to)).any(|at| self.kind(at).is_some());
        let plain = |at: &usize| !self.dated[*at] && !self.reader.tokens[*at].is_capitalised();
        (from..to).filter(plain).find_map(|at| {
            let end = is(classes.moved_event, at).or_else(|| is(classes.other_event, at).filter(before))?;
            Some(self.reader.span(at, end))
        })
    }
}
