//! The figures of a sentence and the signs between them, in the order of the text: what the checks of arithmetic read.

use super::Article;
use crate::mention::quantity::Quantity;
use crate::mention::{Sign, What};
use crate::span::Span;

/// A sentence with two numbers or more.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its paragraph.
    pub paragraph: usize,
    /// Its figures and signs, from left to right.
    pub items: Vec<Item<'a>>,
    /// Tokens of the articles of its paragraph that may count one.
    ones: &'a [usize],
}

/// A figure or sign of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A figure.
    Figure(&'a Quantity),
    /// A word or mark that relates figures.
    Sign(&'a Sign),
}

impl<'a> Item<'a> {
    /// Its first token and the one behind its last.
    pub fn tokens(self) -> (usize, usize) {
        match self {
            Item::Figure(figure) => figure.tokens,
            Item::Sign(sign) => sign.tokens,
        }
    }

    /// The figure, if it is one.
    pub fn figure(self) -> Option<&'a Quantity> {
        match self {
            Item::Figure(figure) => Some(figure),
            Item::Sign(_) => None,
        }
    }

    /// What the sign says, if it is one.
    pub fn sign(self) -> Option<What> {
        match self {
            Item::Figure(_) => None,
            Item::Sign(sign) => Some(sign.what),
        }
    }

    /// Whether it is that sign.
    pub fn is(self, what: What) -> bool {
        self.sign() == Some(what)
    }
}

/// Words behind a figure that may hold one more: `three men and a woman`.
const NOUN: usize = 4;

impl<'a> Line<'a> {
    /// Its figures, with their places among the items.
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Quantity)> + '_ {
        self.items.iter().enumerate().filter_map(|(at, item)| Some((at, item.figure()?)))
    }

    /// Words and marks between two items.
    pub fn gap(&self, first: usize, second: usize) -> usize {
        self.items[second].tokens().0.saturating_sub(self.items[first].tokens().1)
    }

    /// The signs directly before a figure: `reach` words at most lie between it and the last of them.
    pub fn before(&self, at: usize, reach: usize) -> impl Iterator<Item = What> + '_ {
        let near = move |sign: &usize| self.gap(*sign, at) <= reach;
        (0..at).rev().take_while(near).map_while(|sign| self.items[sign].sign())
    }

    /// The signs directly behind a figure: `reach` words at most lie between it and the last of them.
    pub fn behind(&self, at: usize, reach: usize) -> impl Iterator<Item = What> + '_ {
        let near = move |sign: &usize| self.gap(at, *sign) <= reach;
        (at + 1..self.items.len()).take_while(near).map_while(|sign| self.items[sign].sign())
    }

    /// The signs between two items.
    pub fn between(&self, first: usize, second: usize) -> impl Iterator<Item = What> + '_ {
        self.items.get(first + 1..second).unwrap_or_default().iter().filter_map(|item| item.sign())
    }

    /// How many words between two figures may count one: `two dead and one wounded`.
    pub fn ones(&self, first: &Quantity, last: &Quantity) -> usize {
        let from = self.ones.partition_point(|at| *at < first.tokens.0);
        self.ones[from..].iter().take_while(|at| **at < last.tokens.1 + NOUN).count()
    }

    /// Whether the sign stands anywhere in the sentence.
    pub fn has(&self, what: What) -> bool {
        self.items.iter().any(|item| item.is(what))
    }
}

impl Article {
    /// The sentences with figures of a paragraph.
    pub fn all_lines(&self, paragraph: usize) -> impl DoubleEndedIterator<Item = Line<'_>> {
        self.chunks(paragraph, |_| true)
    }

    /// Those with two numbers or more.
    pub fn lines(&self, paragraph: usize) -> impl DoubleEndedIterator<Item = Line<'_>> {
        self.chunks(paragraph, |figures| figures.len() > 1 || figures[0].other.is_some())
    }

    fn chunks(
        &self,
        number: usize,
        wanted: impl Fn(&[Quantity]) -> bool,
    ) -> impl DoubleEndedIterator<Item = Line<'_>> {
        let paragraph = &self.paragraphs[number].paragraph;
        let sentences = paragraph.quantities.chunk_by(|one, other| one.sentence == other.sentence);
        sentences.filter(move |figures| wanted(figures)).map(move |figures| {
            let from = paragraph.signs.partition_point(|sign| sign.sentence < figures[0].sentence);
            let signs = &paragraph.signs[from..];
            let end = signs.partition_point(|sign| sign.sentence == figures[0].sentence);
            Line { paragraph: number, items: merged(figures, &signs[..end]), ones: &paragraph.ones }
        })
    }
}

/// Figures and signs in one row.
fn merged<'a>(figures: &'a [Quantity], signs: &'a [Sign]) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = figures.iter().map(Item::Figure).collect();
    items.extend(signs.iter().map(Item::Sign));
    items.sort_by_key(|item| item.tokens());
    items
}

/// The place of a figure with what is counted, if that stands directly behind it.
pub fn whole(figure: &Quantity) -> Span {
    figure.thing.map_or(figure.span, |thing| figure.span.to(thing.head))
}
