//! The likeliest names of a sentence.

use std::ops::Range;

use super::clue::{Clue, Clues};
use super::feature;
use super::weights::{LABELS, NOTHING, OUTSIDE, Scores, Weights};

/// Words behind a capitalised one that its name may still hold, and words before it.
const BEHIND: usize = 4;
const BEFORE: usize = 2;
/// Less than any name can weigh.
const NEVER: i32 = i32::MIN / 4;
/// More than speaks for any sort of a name, or against it: what others say can still be added.
const MOST: i32 = i32::MAX / 4;

/// What may still be a name if the rest of the draft says so, in hundredths of a natural logarithm.
const UNLIKELY: i32 = -500;

/// A zone among the paragraph's tokens, and how labels follow each other.
#[derive(Clone, Copy)]
struct Zone<'a> {
    start: usize,
    /// Whether it begins its sentence.
    opens: bool,
    /// Whether it ends its sentence.
    closes: bool,
    steps: &'a [Scores; LABELS],
}

/// What a title before it takes from a capitalised word's being no name.
const TITLED: i32 = 400;

/// What a word in small letters must be to go on with a person's name.
const IN_PERSON: &[Clue] = &[Clue::Particle, Clue::Of, Clue::Article, Clue::And, Clue::Glued];

/// What it may be in the name of a place besides.
const IN_PLACE: &[Clue] =
    &[Clue::PlaceHead, Clue::Locative, Clue::In, Clue::Direction, Clue::Demonym, Clue::Possessive];

/// What a name may be: place in the row of labels where its first word's label stands.
pub(super) const SORTS: [usize; 3] = [1, 3, 5];

/// A name as it is weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Which of [`SORTS`] it is; `None` where it is likelier that it is no name.
    pub(super) sort: Option<usize>,
    /// What speaks for each of [`SORTS`], more than for no name at all.
    pub(super) scores: [i32; 3],
}

/// The names of a sentence that begins with token `from`.
pub(super) fn names(sentence: &[Clues], from: usize, weights: &Weights, out: &mut Vec<Found>) {
    let zones = zones(sentence);
    let kinds = if zones.is_empty() { Vec::new() } else { feature::kinds(sentence) };
    for zone in zones {
        let scores: Vec<Scores> = zone.clone().map(|at| score(sentence, &kinds, at, weights)).collect();
        let inside = [zone.start > 0, zone.end < sentence.len()];
        let labels = likeliest(&scores, inside, &weights.steps);
        let (opens, closes) = (zone.start == 0, zone.end == sentence.len());
        let place = Zone { start: from + zone.start, opens, closes, steps: &weights.steps };
        collect(&sentence[zone], &labels, &scores, place, out);
    }
}

/// The stretches of a sentence where names can stand: near capitals.
fn zones(sentence: &[Clues]) -> Vec<Range<usize>> {
    let mut zones: Vec<Range<usize>> = Vec::new();
    for at in (0..sentence.len()).filter(|at| is_capitalised(sentence[*at])) {
        let zone = at.saturating_sub(BEFORE)..(at + BEHIND + 1).min(sentence.len());
        match zones.last_mut() {
            Some(last) if last.end >= zone.start => last.end = zone.end,
            _ => zones.push(zone),
        }
    }
    zones
}

fn is_capitalised(clues: Clues) -> bool {
    [Clue::Capital, Clue::Acronym, Clue::Camel, Clue::Shouted, Clue::Initial]
        .iter()
        .any(|clue| clues.has(*clue))
}

fn score(sentence: &[Clues], kinds: &[Clue], at: usize, weights: &Weights) -> Scores {
    let mut scores = NOTHING;
    feature::each(sentence, kinds, at, |feature| weights.add(feature, &mut scores));
    forbid(sentence, at, &mut scores);
    scores
}

/// What no weight may outweigh, or hardly.
fn forbid(sentence: &[Clues], at: usize, scores: &mut Scores) {
    let clues = |back: usize| at.checked_sub(back).map(|at| sentence[at]).unwrap_or_default();
    let here = clues(0);
    let [person, place, organisation] = SORTS;
    let particles =
        (1..=3).take_while(|back| clues(*back).first_of(&[Clue::Particle, Clue::Of]).is_some()).count();
    let [last, before] = [1, 2].map(|back| clues(particles + back));
    let titled = last.has(Clue::Honorific) || last.has(Clue::Stop) && before.has(Clue::Honorific);
    // `Mr` is no part of a name, and what follows is a person.
    if here.has(Clue::Honorific) {
        scores[1..].fill(NEVER / 4);
    } else if titled {
        [scores[place], scores[organisation]] = [NEVER / 4; 2];
        scores[OUTSIDE] -= if is_capitalised(here) { TITLED } else { 0 };
    }
    // Nor is what stands behind a name: `QC`, `(R-Minn.)`.
    if here.has(Clue::Acronym) && here.has(Clue::NoName) || here.has(Clue::Opening) {
        scores[person + 1] = NEVER / 4;
    }
    if here.has(Clue::Lower) && here.first_of(IN_PERSON).is_none() {
        scores[person + 1] = NEVER / 4;
        if here.first_of(IN_PLACE).is_none() && !here.has(Clue::PlaceGoesOn) {
            scores[place + 1] = NEVER / 4;
        }
    }
}

/// The labels that weigh most together (Viterbi). Outside a zone, but inside its sentence, stands no name.
fn likeliest(scores: &[Scores], inside: [bool; 2], steps: &[Scores; LABELS]) -> Vec<usize> {
    let mut best = scores[0];
    for (label, score) in best[..LABELS].iter_mut().enumerate() {
        *score = if may_precede(label).contains(&OUTSIDE) { *score } else { NEVER };
        *score += if inside[0] { steps[OUTSIDE][label] } else { 0 };
    }
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
    for word in &scores[1..] {
        let mut next = NOTHING.map(|_| NEVER);
        let mut from = [OUTSIDE; LABELS];
        for label in 0..LABELS {
            for before in may_precede(label) {
                let score = best[before] + steps[before][label] + word[label];
                if score > next[label] {
                    (next[label], from[label]) = (score, before);
                }
            }
        }
        best = next;
        back.push(from);
    }
    let close = |label: usize| best[label] + if inside[1] { steps[label][OUTSIDE] } else { 0 };
    let last = (0..LABELS).max_by_key(|label| close(*label)).unwrap_or(OUTSIDE);
    let mut labels: Vec<usize> = std::iter::successors(Some((last, back.len())), |(label, at)| {
        let at = at.checked_sub(1)?;
        Some((back[at][*label], at))
    })
    .map(|(label, _)| label)
    .collect();
    labels.reverse();
    labels
}

/// The labels that may stand before one: a name goes on only as what it began.
fn may_precede(label: usize) -> Range<usize> {
    let goes_on = label != OUTSIDE && !SORTS.contains(&label);
    if goes_on { label - 1..label + 1 } else { 0..LABELS }
}

/// The names that the labels tell of, and words with capitals between them that may be names after all.
fn collect(sentence: &[Clues], labels: &[usize], scores: &[Scores], zone: Zone, out: &mut Vec<Found>) {
    let mut at = 0;
    while at < labels.len() {
        let sort = SORTS.iter().position(|label| *label == labels[at]);
        let goes_on = |next: usize| match sort {
            Some(sort) => labels[next] == SORTS[sort] + 1,
            None => labels[next] == OUTSIDE && is_capitalised(sentence[next]),
        };
        if sort.is_none() && !is_capitalised(sentence[at]) {
            at += 1;
            continue;
        }
        let end = at + 1 + (at + 1..labels.len()).take_while(|next| goes_on(*next)).count();
        let edges = [at > 0 || !zone.opens, end < labels.len() || !zone.closes];
        let scores = weigh(&scores[at..end], edges, zone.steps);
        if sort.is_some() || scores.iter().any(|score| *score > UNLIKELY) {
            out.push(Found { tokens: zone.start + at..zone.start + end, sort, scores });
        }
        at = end;
    }
}

/// What speaks for each sort of a name of these words, more than for no name at all.
///
/// `edges` tells whether words of the sentence stand before and behind.
fn weigh(words: &[Scores], edges: [bool; 2], steps: &[Scores; LABELS]) -> [i32; 3] {
    let along = |first: usize, then: usize| {
        // Many words that no name may hold weigh more than a number can tell.
        let own = words[1..].iter().fold(words[0][first], |own, word| own.saturating_add(word[then]));
        let inner = if words.len() > 1 {
            steps[first][then] + steps[then][then] * (words.len() as i32 - 2)
        } else {
            0
        };
        let last = if words.len() > 1 { then } else { first };
        let [before, behind] = edges.map(i32::from);
        own.saturating_add(inner + before * steps[OUTSIDE][first] + behind * steps[last][OUTSIDE])
    };
    let none = along(OUTSIDE, OUTSIDE);
    SORTS.map(|first| along(first, first + 1).saturating_sub(none).clamp(-MOST, MOST))
}
