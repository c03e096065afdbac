//! Quotations that are what the noun before them is called: `l'association « Le Relais »`, `the charity “Open Door”`.

use super::clue::{Clue, Clues};
use crate::document::quotations;
use crate::mention::Reader;

/// Longest such name, in tokens.
const LONGEST: usize = 7;
/// Words between the noun and its name: `l'usine de meubles "Nordal"`.
const BETWEEN: usize = 4;

/// Marks the words of such quotations.
pub(super) fn mark(reader: &Reader, seen: &mut [Clues]) {
    for (first, end) in quotations(&reader.quoted, &reader.tokens) {
        let name = end - first <= LONGEST && reader.tokens[first].is_capitalised();
        if name && noun(reader, seen, first) {
            seen[first..end].iter_mut().for_each(|clues| clues.add(Clue::Called));
        }
    }
}

/// Whether a noun of organisations leads to the quotation that begins at `first`.
fn noun(reader: &Reader, seen: &[Clues], first: usize) -> bool {
    let from = reader.sentence_range(reader.sentence(first)).0;
    let before = from.max(first.saturating_sub(BETWEEN + 2))..first - 1;
    let words = before.rev().take_while(|at| reader.tokens[*at].is_word());
    let is = |at: usize| seen[at].first_of(&[Clue::Organisation, Clue::Company]).is_some();
    words.into_iter().find(|at| is(*at) || seen[*at].first_of(OTHERS).is_some()).is_some_and(is)
}

/// What takes the name for itself, or shows that something is said and not named.
const OTHERS: &[Clue] = &[Clue::PersonVerb, Clue::Event, Clue::Vessel, Clue::Role, Clue::Media];
