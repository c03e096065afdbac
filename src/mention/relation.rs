//! What relates the figures of a sentence: `dont`, `soit`, `of the`, `from … to`, commas and brackets.
//!
//! Here each sign is read alone. What the signs and figures of a sentence say together is for `article::line` to see and
//! for the checks of arithmetic to judge.

mod what;

pub use what::What;

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
            // "Three times" is no figure of its own.
            (Some(figure), Some(sign)) if figure.tokens.0 == at && is_multiple(&sign) => {
                out.push(sign);
                sign.tokens.1.max(figure.tokens.1)
            }
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

fn is_multiple(sign: &Sign) -> bool {
    matches!(sign.what, What::Times(_) | What::TimesOf(_))
}

/// The words that may count one, outside the signs: in `a total of` none is counted.
pub(super) fn ones(reader: &Reader, signs: &[Sign]) -> Vec<usize> {
    let mut signs = signs.iter().peekable();
    let mut out = Vec::new();
    for (at, token) in reader.tokens.iter().enumerate() {
        while signs.next_if(|sign| sign.tokens.1 <= at).is_some() {}
        let inside = signs.peek().is_some_and(|sign| sign.tokens.0 <= at);
        if !inside && reader.language.has(reader.language.classes.one, token) {
            out.push(at);
        }
    }
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
    // What comes before may reach up to the end.
    let token = reader.tokens.get(at)?;
    // A hyphen between spaces is a dash.
    let dash =
        token.is_mark('-') && token.spaced && reader.tokens.get(at + 1).is_some_and(|next| next.spaced);
    let mark = MARKS.into_iter().find(|mark| token.is_mark(*mark)).or(dash.then_some('–'))?;
    Some((What::Mark(mark), at + 1))
}

/// Where the `et` ends that stands at token `at`, if one does.
pub(super) fn is_and(reader: &Reader, at: usize) -> Option<usize> {
    worded(reader, at).filter(|(what, _)| *what == What::And).map(|(_, end)| end)
}

pub(super) fn worded(reader: &Reader, at: usize) -> Option<(What, usize)> {
    let found = reader.language.longest(&reader.language.relations, &reader.tokens, at)?;
    let set = found.settings.get("factor").and_then(toml::Value::as_float);
    let factor = set.or_else(|| found.number("by")).filter(|factor| *factor > 0.0);
    Some((What::named(found.kind(), factor)?, found.end))
}

/// Words between a small sign (`de`, `to`) and its figure: an article, a hedge.
const NEAR: usize = 3;

/// Whether a sign that is an ordinary word everywhere else stands close before a figure.
fn leads(sign: &Sign, figure: Option<&&Quantity>) -> bool {
    let small = matches!(sign.what, What::From | What::FromOrOf | What::To | What::Minus | What::Whole);
    !small || figure.is_some_and(|figure| figure.tokens.0.saturating_sub(sign.tokens.1) <= NEAR)
}
