//! Names that the newsroom's own files list.

use super::Reader;
use crate::knowledge::fold;
use crate::span::Span;

/// A name that a file of the newsroom lists.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Where it stands.
    pub span: Span,
    /// As it is compared.
    pub folded: Box<str>,
    /// What the house writes instead.
    pub preferred: Option<Box<str>>,
}

/// The listed names of a paragraph, the longest first, from left to right.
pub(super) fn read(reader: &Reader) -> Vec<Listed> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() && !reader.newsroom.is_empty() {
        at = match find(reader, at) {
            Some((end, listed)) => {
                out.push(listed);
                end
            }
            None => at + 1,
        };
    }
    out
}

/// The longest listed name that begins at `at`, and where it ends. A name has a capital, in the draft or in the list.
fn find(reader: &Reader, at: usize) -> Option<(usize, Listed)> {
    if !reader.tokens[at].is_capitalised() {
        return None;
    }
    let close = reader.sentence_range(reader.sentence(at)).1;
    let reach = (at + reader.newsroom.longest() * 2).min(close);
    (at + 1..=reach).rev().filter(|end| reader.tokens[*end - 1].is_word()).find_map(|end| {
        let span = reader.span(at, end);
        let (written, folded) = (span.of(reader.text), fold(span.of(reader.text)));
        let preferred = reader.newsroom.find(&folded)?.preferred_to(written).map(Into::into);
        Some((end, Listed { span, folded: folded.into(), preferred }))
    })
}

/// The names of a paragraph that a register may have, the longest first, from left to right. Most of the world's names are
/// ordinary words too, so these are for cards alone: no name is recognised by them.
pub(super) fn registered(reader: &Reader) -> Vec<(Span, Box<str>)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() && reader.newsroom.has_registers() {
        at = match find_registered(reader, at) {
            Some((end, folded)) => {
                out.push((reader.span(at, end), folded));
                end
            }
            None => at + 1,
        };
    }
    out
}

/// The longest name of two words or more that begins at `at`, and where it ends.
fn find_registered(reader: &Reader, at: usize) -> Option<(usize, Box<str>)> {
    if !reader.tokens[at].is_capitalised() {
        return None;
    }
    let first = fold(reader.written(at));
    let most = reader.newsroom.most_registered(first.split(' ').next().unwrap_or(&first));
    let close = reader.sentence_range(reader.sentence(at)).1;
    (at + 2..=(at + most * 2).min(close)).rev().filter(|end| reader.tokens[*end - 1].is_word()).find_map(
        |end| {
            let folded = fold(reader.span(at, end).of(reader.text));
            reader.newsroom.may_register(&folded).then(|| (end, folded.into()))
        },
    )
}
