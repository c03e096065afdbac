//! The name that a birth or an age stands beside.

use super::{Lives, Name, Quantity};
use crate::mention::Reader;
use crate::mention::name::Sort;

/// Tokens between the name and `turned 70`: `Gledhill, who turned 70`.
const SUBJECT: usize = 6;

impl Lives<'_, '_> {
    /// `Josette Pirson, 72 ans`, `Josette Pirson (née en 1950), âgée de 72 ans`: nothing but marks, a bracket and words of
    /// age stand between name and age.
    pub(super) fn beside(&self, figure: &Quantity) -> Option<usize> {
        self.names.iter().position(|name| {
            let behind = token_at(self.reader, name.span.end);
            is_person_of(name, figure) && self.reaches(behind, figure.tokens.0)
        })
    }

    fn reaches(&self, from: usize, to: usize) -> bool {
        let tokens = &self.reader.tokens;
        let mut at = from;
        while at < to {
            let close =
                tokens[at].is_mark('(').then(|| (at..to).find(|end| tokens[*end].is_mark(')'))).flatten();
            let aged = self.reader.language.is(self.reader.language.classes.of_age, tokens, at);
            at = match close.map(|end| end + 1).or(aged) {
                Some(end) => end,
                None if tokens[at].is_mark(',') || tokens[at].is_mark('(') => at + 1,
                None => return false,
            };
        }
        at == to && from < to
    }

    /// The person who turns so old: the last one named before, in the same clause or in that which `who` goes back to.
    pub(super) fn subject(&self, figure: &Quantity) -> Option<usize> {
        let first = figure.tokens.0;
        self.names.iter().rposition(|name| {
            let behind = token_at(self.reader, name.span.end);
            is_person_of(name, figure) && behind <= first && first - behind <= SUBJECT
        })
    }

    /// `Josette Pirson (née en 1950)`: the name before the bracket in which the word at `at` stands.
    pub(super) fn opened_by(&self, at: usize) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let open = (at.saturating_sub(1)..=at).find(|at| tokens[*at].is_mark('('))?;
        self.names.iter().position(|name| {
            name.sort == Sort::Person && token_at(self.reader, name.span.end) == open && open < at
        })
    }
}

fn is_person_of(name: &Name, figure: &Quantity) -> bool {
    name.sort == Sort::Person && name.sentence == figure.sentence && name.span.end <= figure.span.start
}

fn token_at(reader: &Reader, offset: u32) -> usize {
    reader.tokens.partition_point(|token| token.span.start < offset)
}
