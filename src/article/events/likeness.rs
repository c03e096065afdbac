//! What speaks for two dates being of one event.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Dated, Events, When};
use crate::article::{Article, Role};
use crate::mention::{Event, Stem};
use crate::span::Span;

/// What two dated events have in common.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// The content words that stand near both dates: their paragraph, which is that of the later date (of the headline where
    /// the lead repeats it), and their places there.
    pub shared: (usize, Vec<Span>),
    /// The same, each word the less the more dates it stands near.
    pub telling: f64,
    /// Share of the smaller sentence's content words that the other one has too, 0 to 1.
    pub containment: f64,
    /// Words that are the same directly before both dates.
    pub left: usize,
    /// And directly behind both.
    pub right: usize,
    /// Whether a kind of event stands near these two dates and near no other.
    pub sole_kind: bool,
    /// Whether both name kinds of events, and none is the same.
    pub other_kind: bool,
    /// Whether the noun that the later date belongs to stands near the earlier one, or the other way round.
    pub refers: bool,
    /// The same, the noun being one for an event.
    pub refers_to_event: bool,
    /// Whether both dates belong to the same noun.
    pub same_noun: bool,
    /// Whether other sentences have the date too, for each.
    pub supported: (bool, bool),
    /// Dates of this precision in the draft.
    pub values: usize,
    /// The parts of the draft.
    pub roles: (Role, Role),
    /// Whether both sentences have names, and none is the same.
    pub other_names: bool,
    /// Words near one of the dates that tell of another such event, with their paragraph.
    pub other: Option<(usize, Span)>,
    /// Whether they seem to be of two years.
    pub other_year: bool,
    /// Whether one of them stands in quotation marks.
    pub quoted: bool,
    /// Whether one of them is a weekday or `hier`.
    pub implied: bool,
    /// Whether the two stand in one paragraph.
    pub same_paragraph: bool,
    /// Whether the weekday of one of the dates is written.
    pub one_weekday: bool,
}

/// Sentences with the rarer of two dates that are looked at: no draft gives both more often, and many pairs ask for them.
const SENTENCES: usize = 64;

/// Where dates and words stand in a draft.
#[derive(Debug)]
pub struct Places {
    values: FxHashMap<When, Vec<(usize, usize)>>,
    words: FxHashMap<Stem, Vec<When>>,
    /// The days that weekdays and `hier` lead to.
    implied: FxHashSet<When>,
    /// Dates of each precision: without month, without day, full.
    levels: [usize; 3],
}

impl Places {
    /// Of all events of a draft.
    fn of(article: &Article, events: &Events) -> Self {
        let mut values: FxHashMap<When, Vec<(usize, usize)>> = FxHashMap::default();
        let mut words: FxHashMap<Stem, Vec<When>> = FxHashMap::default();
        for dated in events.all.iter().filter(|dated| !dated.implied) {
            values.entry(dated.when).or_default().push((dated.at.0, dated.sentence));
            for (stem, _) in &article.event(dated).near {
                let whens = words.entry(*stem).or_default();
                if whens.last() != Some(&dated.when) {
                    whens.push(dated.when);
                }
            }
        }
        let mut levels = [0; 3];
        values.keys().for_each(|when| levels[level(*when)] += 1);
        let implied = events.all.iter().filter(|dated| dated.implied).map(|dated| dated.when).collect();
        Self { values, words, implied, levels }
    }

    fn level(&self, when: When) -> usize {
        self.levels[level(when)]
    }

    fn supports(&self, dated: &Dated) -> bool {
        let places = self.values.get(&dated.when).map_or(&[][..], Vec::as_slice);
        places.iter().any(|place| *place != (dated.at.0, dated.sentence))
    }

    /// Whether one of the sentences in which one date stands has the other too.
    fn meet(&self, one: When, other: When) -> bool {
        let places = |when| self.values.get(when).map_or(&[][..], Vec::as_slice);
        let (one, other) = (places(&one), places(&other));
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        few.iter().take(SENTENCES).any(|place| many.binary_search(place).is_ok())
    }

    /// Whether a weekday leads to both days: then neither is a slip of the other.
    fn are_told(&self, one: &Dated, other: &Dated) -> bool {
        let told = |dated: &Dated| self.implied.contains(&When { year: None, ..dated.when });
        (one.implied || other.implied) && told(one) && told(other)
    }

    /// 1 for a word that stands near two dates only.
    fn weight(&self, stem: &Stem) -> f64 {
        1.0 / (self.words.get(stem).map_or(2, Vec::len).max(2) - 1) as f64
    }
}

impl Article {
    /// Whether some sentence of the draft has both dates, or both open entries of an agenda, or weekdays lead to both: then the
    /// writer knows both.
    pub fn are_side_by_side(&self, one: &Dated, other: &Dated) -> bool {
        let (places, listed) = (self.places(), |dated| self.event(dated).listed);
        listed(one) && listed(other) || places.meet(one.when, other.when) || places.are_told(one, other)
    }

    fn places(&self) -> &Places {
        self.events.places.get_or_init(|| Places::of(self, &self.events))
    }

    /// What the two have in common.
    pub fn likeness(&self, one: &Dated, other: &Dated) -> Likeness {
        let places = self.places();
        let (a, b) = (self.event(one), self.event(other));
        let repeated = repeats(one, other);
        let same: Vec<(Stem, Span)> =
            if repeated { said_again(a, b).collect() } else { near_both(a, b).collect() };
        let telling = same.iter().map(|(stem, _)| places.weight(stem)).sum();
        let mut words: Vec<Span> = same.into_iter().map(|(_, span)| span).collect();
        words.sort_unstable();
        let common = a.sentence.iter().filter(|stem| b.sentence.binary_search(stem).is_ok()).count();
        let smaller = a.sentence.len().min(b.sentence.len()).max(1);
        let kinds = a.kinds.iter().filter(|kind| b.kinds.contains(kind)).count();
        let names = a.names.iter().filter(|name| b.names.binary_search(name).is_ok()).count();
        let near =
            |event: &Event, stem: &Stem| event.near.binary_search_by_key(stem, |(stem, _)| *stem).is_ok();
        let refers =
            |noun: Option<(Stem, Span)>, event: &Event| noun.is_some_and(|(stem, _)| near(event, &stem));
        Likeness {
            shared: (if repeated { one.at.0 } else { other.at.0 }, words),
            telling,
            containment: common as f64 / smaller as f64,
            left: alike(&a.left, &b.left),
            right: alike(&a.right, &b.right),
            sole_kind: a.kinds.iter().any(|kind| b.kinds.contains(kind) && places.weight(kind) >= 1.0),
            other_kind: kinds == 0 && !a.kinds.is_empty() && !b.kinds.is_empty(),
            refers: refers(b.noun, a) || refers(a.noun, b),
            refers_to_event: refers(b.noun.filter(|noun| b.kinds.contains(&noun.0)), a)
                || refers(a.noun.filter(|noun| a.kinds.contains(&noun.0)), b),
            same_noun: a.noun.is_some() && a.noun.map(|noun| noun.0) == b.noun.map(|noun| noun.0),
            supported: (places.supports(one), places.supports(other)),
            values: places.level(one.when),
            roles: (one.role, other.role),
            other_names: names == 0 && !a.names.is_empty() && !b.names.is_empty(),
            other: b.other.map(|span| (other.at.0, span)).or(a.other.map(|span| (one.at.0, span))),
            other_year: one.other_year(other),
            quoted: self.is_quoted(one) || self.is_quoted(other),
            implied: one.implied || other.implied,
            same_paragraph: one.at.0 == other.at.0,
            one_weekday: one.weekday != other.weekday,
        }
    }
}

/// Whether the two have a word in common, without which nothing speaks for one event.
pub(super) fn share_words(one: (&Dated, &Event), other: (&Dated, &Event)) -> bool {
    if repeats(one.0, other.0) {
        said_again(one.1, other.1).next().is_some()
    } else {
        near_both(one.1, other.1).next().is_some()
    }
}

/// Whether the second stands in the lead, which says again, in a longer sentence, what the headline says.
fn repeats(one: &Dated, other: &Dated) -> bool {
    (one.role, other.role) == (Role::Headline, Role::Lead)
}

fn alike(one: &[Stem], other: &[Stem]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

fn level(when: When) -> usize {
    usize::from(when.month.is_some()) + usize::from(when.day.is_some())
}

/// The words of a headline that the lead says again anywhere in its sentence, with their places in the headline.
fn said_again<'a>(headline: &'a Event, lead: &'a Event) -> impl Iterator<Item = (Stem, Span)> + 'a {
    headline.near.iter().copied().filter(|(stem, _)| lead.sentence.binary_search(stem).is_ok())
}

/// The words near both, with their places near the later one.
fn near_both<'a>(one: &'a Event, other: &'a Event) -> impl Iterator<Item = (Stem, Span)> + 'a {
    let mut theirs = one.near.iter().peekable();
    other.near.iter().copied().filter(move |(stem, _)| {
        while theirs.next_if(|(before, _)| before < stem).is_some() {}
        theirs.peek().is_some_and(|(same, _)| same == stem)
    })
}
