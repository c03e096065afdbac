//! Dates that people annotated by hand: what was read is measured against them, and never written over them.

use super::draft::{Note, Place};

/// What stands before a date that is not read so yet.
const GAP: &str = "gap ";
/// What is said of words that are read as a date and are none.
const NO_DATE: &str = "gap none";

/// The caret lines that would be right: every date that people saw, marked as a gap where it is read otherwise, and a
/// gap for every date that is read where they saw none.
pub(crate) fn right(written: &[Note], found: &[Note]) -> Vec<Note> {
    let seen: Vec<Note> = seen(written).collect();
    let is_met = |note: &&Note| found.contains(note);
    let mut right: Vec<Note> =
        seen.iter().map(|note| if is_met(&note) { note.clone() } else { gap(note) }).collect();
    let missed: Vec<Place> = seen.iter().filter(|note| !is_met(note)).map(|note| note.place).collect();
    let is_one_of_them = |note: &&Note| missed.iter().any(|place| place.overlaps(note.place));
    let surplus = found.iter().filter(|note| !seen.contains(note) && !is_one_of_them(note));
    right.extend(surplus.map(|note| Note { place: note.place, text: NO_DATE.into() }));
    right
}

/// The dates that people saw, gaps or not.
fn seen(written: &[Note]) -> impl Iterator<Item = Note> + '_ {
    written.iter().filter(|note| note.text != NO_DATE).map(|note| Note {
        place: note.place,
        text: note.text.strip_prefix(GAP).unwrap_or(&note.text).to_owned(),
    })
}

fn gap(note: &Note) -> Note {
    Note { place: note.place, text: format!("{GAP}{}", note.text) }
}

/// How many dates people saw, how many were read, and how many of these are right, by the rules of TempEval-3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Dates that people saw.
    pub seen: usize,
    /// Dates that were read.
    pub read: usize,
    /// Read with just the same words.
    pub strict: usize,
    /// Read with some of the same words.
    pub relaxed: usize,
    /// Of these, those of the same type.
    pub kind: usize,
    /// And those of the same value.
    pub value: usize,
    /// Caret lines that tell of a gap.
    pub gaps: usize,
}

impl Score {
    /// The score of one draft.
    pub(crate) fn of(written: &[Note], found: &[Note]) -> Self {
        let seen: Vec<Note> = seen(written).collect();
        let pairs = pairs(&seen, found);
        let count = |is_so: fn(&Note, &Note) -> bool| pairs.iter().filter(|(a, b)| is_so(a, b)).count();
        Self {
            seen: seen.len(),
            read: found.len(),
            strict: count(|a, b| a.place == b.place),
            relaxed: pairs.len(),
            kind: count(|a, b| word(a, 1) == word(b, 1)),
            value: count(|a, b| word(a, 2) == word(b, 2)),
            gaps: right(written, found).iter().filter(|note| note.text.starts_with(GAP)).count(),
        }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |sum, score| Self {
            seen: sum.seen + score.seen,
            read: sum.read + score.read,
            strict: sum.strict + score.strict,
            relaxed: sum.relaxed + score.relaxed,
            kind: sum.kind + score.kind,
            value: sum.value + score.value,
            gaps: sum.gaps + score.gaps,
        })
    }
}

/// The word of that number in `date TYPE VALUE`.
fn word(note: &Note, number: usize) -> Option<&str> {
    note.text.split_whitespace().nth(number)
}

/// Each date that was seen with one that was read: those of the same words first, then those that share some.
fn pairs<'n>(seen: &'n [Note], found: &'n [Note]) -> Vec<(&'n Note, &'n Note)> {
    let mut found: Vec<&Note> = found.iter().collect();
    let mut pairs = Vec::new();
    let mut left: Vec<&Note> = seen.iter().collect();
    for fits in [(|a, b| a == b) as fn(Place, Place) -> bool, Place::overlaps] {
        left.retain(|note| {
            let other = found.iter().position(|other| fits(note.place, other.place));
            pairs.extend(other.map(|at| (*note, found.swap_remove(at))));
            other.is_none()
        });
    }
    pairs
}
