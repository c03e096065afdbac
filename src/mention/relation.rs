//! What relates the figures of a sentence: `dont`, `soit`, `of the`, `from … to`, commas and brackets.
//!
//! Here each sign is read alone. What the signs and figures of a sentence say together is for `article::line` to see and
//! for the checks of arithmetic to judge.

use crate::span::Span;
use crate::token;

use super::quantity::Kind;
use super::{Quantity, Reader};

/// A word or mark that relates figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// What it says of the figures on its sides.
    pub what: What,
    /// Where it stands.
    pub span: Span,
    /// First token and the one behind the last, within the paragraph.
    pub tokens: (usize, usize),
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// Whether it opens its sentence, or a stretch behind a mark.
    pub opens: bool,
}

/// What a sign says of the figures on its sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A change upwards: `hausse`, `rose`.
    Rise,
    /// A change downwards: `recul`, `fell`.
    Fall,
    /// A level before the change stands behind: `passé de`, `from`.
    From,
    /// Either a level before the change stands behind, or the change itself: `de`.
    FromOrOf,
    /// A level after the change stands behind: `à`, `to`.
    To,
    /// A level to compare with stands behind: `contre`, `against`.
    Against,
    /// The level before becomes so many times itself: `doublé`, `halved`.
    Times(f64),
    /// The whole of a part stands behind: `sur`, `out of`.
    Whole,
    /// The part of a whole stands behind: `dont`, `including`.
    Part,
    /// All of what stands before, in one figure behind: `au total`, `in all`.
    Total,
    /// Made of what stands behind, and of nothing else: `consists of`.
    Consists,
    /// The same in other words stands behind: `soit`, `or`.
    Equals,
    /// The share before it is of what stands behind: `25 % des hommes`.
    Of,
    /// The share before it is of all: `of the total`.
    OfAll,
    /// Those who say neither yes nor no: with them a poll is complete.
    Undecided,
    /// What is left of a whole: `les autres`, `the remaining`.
    Rest,
    /// Changes what a change is counted from: `à périmètre constant`, `annualised`.
    Basis,
    /// Says that a figure is not all: `au moins`, `notably`, `several answers`.
    Open,
    /// Says that shares may make more than a hundred: `several answers were possible`.
    Several,
    /// Below zero: `moins`, `minus`.
    Minus,
    /// `et`, `and`.
    And,
    /// Sets two halves of a sentence against each other: `tandis que`, `whereas`.
    While,
    /// Another time than that of the draft: `l'an dernier`, `in 2004`.
    Time,
    /// A comma, semicolon, colon, bracket or dash.
    Mark(char),
}

impl What {
    /// What the language files call it.
    fn named(name: &str, factor: Option<f64>) -> Option<Self> {
        Some(match name {
            "rise" => Self::Rise,
            "fall" => Self::Fall,
            "from" => Self::From,
            "from or of" => Self::FromOrOf,
            "to" => Self::To,
            "against" => Self::Against,
            "times" => Self::Times(factor?),
            "whole" => Self::Whole,
            "part" => Self::Part,
            "total" => Self::Total,
            "consists" => Self::Consists,
            "equals" => Self::Equals,
            "of" => Self::Of,
            "of all" => Self::OfAll,
            "undecided" => Self::Undecided,
            "rest" => Self::Rest,
            "basis" => Self::Basis,
            "open" => Self::Open,
            "several" => Self::Several,
            "minus" => Self::Minus,
            "and" => Self::And,
            "while" => Self::While,
            "time" => Self::Time,
            _ => return None,
        })
    }
}

/// The marks that part figures from each other.
const MARKS: [char; 7] = [',', ';', ':', '(', ')', '–', '—'];

/// The signs of the sentences that hold figures.
pub(super) fn read(reader: &Reader, quantities: &[Quantity]) -> Vec<Sign> {
    let mut out = Vec::new();
    let mut figures = quantities.iter().peekable();
    let mut at = 0;
    while at < reader.tokens.len() && !quantities.is_empty() {
        while let Some(figure) = figures.next_if(|figure| figure.tokens.1 <= at) {
            let share = Some(figure).filter(|figure| figure.kind == Kind::Percent && figure.tokens.1 == at);
            if let Some(sign) = share.and_then(|_| share_of(reader, at)) {
                out.push(sign);
                at = sign.tokens.1;
            }
        }
        at = match (figures.peek(), sign(reader, at)) {
            (Some(figure), _) if figure.tokens.0 <= at => figure.tokens.1,
            (next, Some(sign)) => {
                out.extend(Some(sign).filter(|sign| leads(sign, next)));
                sign.tokens.1
            }
            _ => at + 1,
        };
    }
    let holds = |sign: &Sign| quantities.binary_search_by_key(&sign.sentence, |q| q.sentence).is_ok();
    out.retain(holds);
    out
}

/// The sign that begins at token `at`.
fn sign(reader: &Reader, at: usize) -> Option<Sign> {
    let (what, end) = mark(reader, at).or_else(|| worded(reader, at))?;
    Some(placed(reader, what, at, end))
}

fn placed(reader: &Reader, what: What, at: usize, end: usize) -> Sign {
    let sentence = reader.sentence(at);
    let behind_mark =
        at.checked_sub(1).is_some_and(|before| matches!(reader.tokens[before].kind, token::Kind::Mark(_)));
    let opens = behind_mark || reader.sentence_range(sentence).0 == at;
    Sign { what, span: reader.span(at, end), tokens: (at, end), sentence, opens }
}

/// `of the`, `des` behind a percentage: the share is of what follows.
fn share_of(reader: &Reader, at: usize) -> Option<Sign> {
    let found = reader.language.longest(&reader.language.shares, &reader.tokens, at)?;
    Some(placed(reader, What::named(found.kind(), None)?, at, found.end))
}

fn mark(reader: &Reader, at: usize) -> Option<(What, usize)> {
    let token = &reader.tokens[at];
    // A hyphen between spaces is a dash.
    let dash =
        token.is_mark('-') && token.spaced && reader.tokens.get(at + 1).is_some_and(|next| next.spaced);
    let mark = MARKS.into_iter().find(|mark| token.is_mark(*mark)).or(dash.then_some('–'))?;
    Some((What::Mark(mark), at + 1))
}

fn worded(reader: &Reader, at: usize) -> Option<(What, usize)> {
    let found = reader.language.longest(&reader.language.relations, &reader.tokens, at)?;
    let factor = found.settings.get("factor").and_then(toml::Value::as_float);
    Some((What::named(found.kind(), factor)?, found.end))
}

/// Words between a small sign (`de`, `to`) and its figure: an article, a hedge.
const NEAR: usize = 3;

/// Whether a sign that is an ordinary word everywhere else stands close before a figure.
fn leads(sign: &Sign, figure: Option<&&Quantity>) -> bool {
    let small = matches!(sign.what, What::From | What::FromOrOf | What::To | What::Minus | What::Whole);
    !small || figure.is_some_and(|figure| figure.tokens.0.saturating_sub(sign.tokens.1) <= NEAR)
}
