//! `le dixième anniversaire de l'attentat de 2009`, `20 years after the 2001 attacks`: years counted from an event whose
//! year stands behind; `fête ses 105 ans`, the age of what was founded.

use super::Reader;
use crate::pattern::Match;
use crate::span::Span;

/// Years counted from an event of a written year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anniversary {
    /// Where the count stands: `le dixième anniversaire`, `20 years after`.
    pub span: Span,
    /// How many years.
    pub count: i32,
    /// The number, where it is written in digits and without the ending of an ordinal.
    pub digits: Option<Span>,
    /// The year of the event.
    pub year: i32,
    /// Where the year stands.
    pub year_span: Span,
    /// Whether it is an anniversary, which is that of the day at hand, and not a time after the event.
    pub is_feast: bool,
    /// Whether it opens its sentence.
    pub opens: bool,
}

/// `fête ses 105 ans`, `its 105th anniversary`: how old something is that is no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feast {
    /// Where it stands.
    pub span: Span,
    /// How many years.
    pub count: i32,
    /// The number, where it is written in digits and without the ending of an ordinal.
    pub digits: Option<Span>,
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
}

/// Tokens between the count and the year.
const REACH: usize = 9;

/// All anniversaries and feasts of a paragraph.
pub(super) fn read(reader: &Reader) -> (Vec<Anniversary>, Vec<Feast>) {
    let (mut anniversaries, mut feasts) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < reader.tokens.len() {
        let found = reader.language.longest(&reader.language.anniversaries, &reader.tokens, at);
        let Some(found) = found else {
            at += 1;
            continue;
        };
        at = found.end;
        let hedged = super::quantity::is_hedged(reader, found.first, found.end);
        match found.kind() {
            _ if hedged || reader.quoted[found.first] => {}
            "feast" => feasts.extend(feast(reader, &found)),
            _ => anniversaries.extend(anniversary(reader, &found)),
        }
    }
    (anniversaries, feasts)
}

/// How many years are told of; not so many that no calendar can count them.
fn count(found: &Match) -> Option<i32> {
    let count = found.number("tens").unwrap_or(0.0) + found.number("count")?;
    (count < 10_000.0).then_some(count as i32)
}

fn anniversary(reader: &Reader, found: &Match) -> Option<Anniversary> {
    let (year, at) = year_behind(reader, found)?;
    let (open, _) = reader.sentence_range(reader.sentence(found.first));
    Some(Anniversary {
        span: reader.span(found.first, found.get("behind").map_or(found.end, |behind| behind.first)),
        count: count(found)?,
        digits: digits(reader, found),
        year,
        year_span: reader.tokens[at].span,
        is_feast: found.kind() == "anniversary",
        opens: open == found.first,
    })
}

/// `Il a fêté ses 80 ans` is somebody's birthday.
fn feast(reader: &Reader, found: &Match) -> Option<Feast> {
    let pronoun = reader.language.classes.pronoun;
    let before = found.first.checked_sub(1).map(|at| &reader.tokens[at]);
    let is_somebody = before.is_some_and(|before| reader.language.has(pronoun, before));
    let (span, count) = (reader.span(found.first, found.end), count(found)?);
    let sentence = reader.sentence(found.first);
    (!is_somebody).then_some(Feast { span, count, digits: digits(reader, found), sentence })
}

fn digits(reader: &Reader, found: &Match) -> Option<Span> {
    let at = found.get("count")?.first;
    let alone = reader.tokens.get(at + 1).is_none_or(|next| !next.is_word() || next.spaced);
    let in_digits = reader.tokens[at].figure().is_some_and(|figure| figure.digits > 0);
    (alone && in_digits).then(|| reader.tokens[at].span)
}

/// The first year behind, in the same clause and before any other number or verb.
fn year_behind(reader: &Reader, found: &Match) -> Option<(i32, usize)> {
    let (_, end) = reader.sentence_range(reader.sentence(found.first));
    let classes = &reader.language.classes;
    let breaks = |at: usize| {
        let ends = |class| reader.language.is(class, &reader.tokens, at).is_some();
        ends(classes.clause) || ends(classes.tense_past) || ends(classes.tense_future)
    };
    let behind = found.end..end.min(found.end + REACH);
    let at = behind.take_while(|at| !breaks(*at)).find(|at| is_year(reader, *at))?;
    let figures = (found.end..at).filter_map(|at| reader.tokens[at].figure());
    let lone = figures.into_iter().all(|figure| (1..=2).contains(&figure.digits));
    lone.then_some((reader.tokens[at].figure()?.value as i32, at))
}

fn is_year(reader: &Reader, at: usize) -> bool {
    let figure = reader.tokens[at].figure();
    let whole = figure.filter(|figure| figure.digits == 4 && !figure.chained && !figure.scaled);
    whole.and_then(|figure| figure.plain()).is_some_and(|year| (1000..2100).contains(&year))
}
