//! Datelines: `WASHINGTON 17/12 (BELGA) =`, `TOKYO, March 30 -`, `(Belga)`.

use crate::pattern::Match;
use crate::span::Span;
use crate::token::Token;

use super::Reader;

/// Where a paragraph says when, and from where, the draft comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// Where it stands, mark at its end included.
    pub span: Span,
    /// Number of its tokens: what follows is the text.
    pub tokens: usize,
    /// What sort of line it is.
    pub source: Source,
    /// Where its date stands.
    pub date: Option<Span>,
    /// Day of the month.
    pub day: Option<u32>,
    /// Month.
    pub month: Option<u32>,
    /// Year.
    pub year: Option<i32>,
}

/// What sort of line gives a draft its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The line of a news agency or paper, before its first word.
    Dateline,
    /// `310001 JUL 97`: when an agency sent the text.
    Sent,
    /// `Publié le 2 février 2014`.
    Furniture,
    /// `date 2020-12`, which web crawls leave behind and which is to be trusted last.
    Crawl,
}

/// Longest dateline, in tokens.
const LONGEST: usize = 24;

/// The dateline at the head of a paragraph.
pub(super) fn read(reader: &Reader) -> Option<Dateline> {
    furniture(reader).or_else(|| wire(reader))
}

/// A date that a web page or a crawl put before the text, or that stands alone in its paragraph.
fn furniture(reader: &Reader) -> Option<Dateline> {
    let language = reader.language;
    let found = language.longest(&language.datelines, &reader.tokens, 0)?;
    let source = match found.kind() {
        "crawl" => Source::Crawl,
        "furniture" => Source::Furniture,
        "sent" if found.end == reader.tokens.len() => return sent(reader, &found),
        _ => return None,
    };
    let part = found.settings.contains_key("whole") && found.end < reader.tokens.len();
    if part || found.settings.contains_key("either") && !is_plain(&found) {
        return None;
    }
    let end = agency_end(reader, found.end).unwrap_or(found.end);
    Some(line(reader, end, source, Some(&found)))
}

/// Whether only one of the two numbers can be the month.
fn is_plain(found: &Match) -> bool {
    found.number("day").is_some_and(|day| day > 12.0 || found.number("month") == Some(day))
}

/// The day of `310001 JUL 97`; hour and minute, which the stamp holds too, must be possible.
fn sent(reader: &Reader, found: &Match) -> Option<Dateline> {
    let stamp = found.integer("stamp")? as u32;
    let (day, hour, minute) = (stamp / 10_000, stamp / 100 % 100, stamp % 100);
    let year = found.integer("shortyear")? as i32;
    let century = if year < 70 { 2000 } else { 1900 };
    let line = line(reader, found.end, Source::Sent, Some(found));
    let possible = (1..=31).contains(&day) && hour < 24 && minute < 60;
    possible.then_some(Dateline { day: Some(day), year: Some(century + year), ..line })
}

fn wire(reader: &Reader) -> Option<Dateline> {
    let open = reader.tokens.first()?;
    let agency = agency_end(reader, 0)
        .or_else(|| (1..reader.tokens.len().min(LONGEST)).find_map(|at| agency_end(reader, at)));
    let end = agency.or_else(|| dash(reader))?;
    let found = (0..end).find_map(|at| {
        let rules = &reader.language.datelines;
        let found = reader.language.longest(rules, &reader.tokens[..end], at)?;
        let fits = agency.is_some() || !found.settings.contains_key("agency");
        (found.kind() == "dateline" && fits).then_some(found)
    });
    let city = open.is_capitalised() && (agency.is_some() || is_place(reader, end));
    let sure = agency.is_some() && (end <= 6 || city) || city && (found.is_some() || is_shouted(reader, end));
    sure.then(|| line(reader, end, Source::Dateline, found.as_ref()))
}

/// Where the line ends if `(BELGA)`, or an agency of the house, opens at `at`: behind the mark that follows it.
fn agency_end(reader: &Reader, at: usize) -> Option<usize> {
    let agency = reader.language.classes.agency;
    if !reader.tokens.get(at)?.is_mark('(') {
        return None;
    }
    let close = (at + 2..(at + 10).min(reader.tokens.len())).find(|i| reader.tokens[*i].is_mark(')'))?;
    let inside = reader.span(at + 1, close).of(reader.text);
    let is_known = reader.language.has(agency, &reader.tokens[at + 1]);
    if !is_known && !reader.newsroom.customs().is_agency(inside) {
        return None;
    }
    let mark = reader.tokens.get(close + 1).is_some_and(is_end_mark);
    Some(close + 1 + usize::from(mark))
}

fn is_end_mark(token: &Token) -> bool {
    ['=', '-', '–', '—', ':'].iter().any(|mark| token.is_mark(*mark))
}

/// Where the line ends if a dash with spaces around it stands early in the paragraph.
fn dash(reader: &Reader) -> Option<usize> {
    let near = 1..reader.tokens.len().min(LONGEST / 2);
    near.into_iter().find(|at| is_end_mark(&reader.tokens[*at]) && reader.tokens[*at].spaced).map(|at| at + 1)
}

/// Whether only capitalised words, numbers and marks stand before the end.
fn is_place(reader: &Reader, end: usize) -> bool {
    let classes = &reader.language.classes;
    let belongs =
        |t: &Token| reader.language.has(classes.month, t) || reader.language.has(classes.article, t);
    // The "er" of "1er" hangs on its number.
    let hangs = |at: usize| at > 0 && !reader.tokens[at].spaced && reader.tokens[at - 1].figure().is_some();
    let fits = |(at, t): (usize, &Token)| !t.is_word() || t.is_capitalised() || belongs(t) || hangs(at);
    reader.tokens[..end].iter().enumerate().all(fits)
}

/// Whether the first word is in capitals, as a city in a dateline is.
fn is_shouted(reader: &Reader, end: usize) -> bool {
    reader.tokens[0].case == crate::token::Case::Upper && end <= 8 && reader.tokens.len() > end + 4
}

fn line(reader: &Reader, end: usize, source: Source, found: Option<&Match>) -> Dateline {
    let part = |name: &str| found.and_then(|found| found.number(name));
    Dateline {
        span: reader.span(0, end),
        tokens: end,
        source,
        date: found.map(|found| date_span(reader, found)),
        day: part("day").map(|n| n as u32),
        month: part("month").map(|n| n as u32),
        year: part("year").map(|n| n as i32),
    }
}

/// From the first to the last part of the date, without the words around it.
fn date_span(reader: &Reader, found: &Match) -> Span {
    let parts = found.captures.iter().map(|c| reader.span(c.first, c.end));
    parts.reduce(Span::to).unwrap_or_else(|| reader.span(found.first, found.end))
}
