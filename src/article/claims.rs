//! Which figures of a draft may speak of the same thing, and what speaks for it.
//!
//! The procedure is that of `domain/figures_study.md`: figures are compared only inside a group (the noun counted, or the
//! unit), never inside one sentence, and only where their values cannot both be meant. What speaks for two of them being
//! one is measured (`features`), weighed (`weights.toml`) and judged (`clash`).

mod back;
mod clash;
mod compare;
mod digits;
mod excuse;
mod features;
mod reason;
mod slip;
mod values;
mod weights;

pub use clash::{Clash, Clashes, Verdict};
pub use features::Features;
pub use reason::Reason;
pub use values::Values;

use rustc_hash::FxHashMap;

use super::digits::Scaled;
use super::{At, Placed, Telling};
use crate::document::Zone;
use crate::mention::Stem;
use crate::mention::quantity::{Kind, Quantity, Toll};

/// What figures have in common that may be compared: the noun counted, or kind and unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Things counted, by the stem of their noun.
    Thing(Stem),
    /// People, by what became of them, however that is told.
    Toll(Toll),
    /// Money, measures, percentages …
    Unit(Kind, String),
    /// Numbers with nothing behind them.
    Bare,
}

/// A figure in its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which figure.
    pub at: At,
    /// What part of the draft it stands in.
    pub role: Role,
    /// What it is compared by.
    pub group: Group,
}

/// The part of a draft that a claim stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Headline,
    /// The first paragraph.
    Lead,
    /// Any other.
    Body,
}

/// Two claims that may contradict each other, by their numbers in [`Claims::all`], the earlier one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one that stands first.
    pub earlier: usize,
    /// The one that stands later.
    pub later: usize,
}

/// The figures of a draft that can be compared.
#[derive(Debug, Default)]
pub struct Claims {
    /// In the order of the text.
    pub all: Vec<Claim>,
    /// The claims of each group, in the order of the text; groups in the order of their first claim.
    pub groups: Vec<Vec<usize>>,
    /// How much of the draft speaks of markets and results, 0 to 1.
    market: f64,
    /// Its words, and those of them that speak of markets and results.
    words: (usize, usize),
    /// Those that have the same digits at another scale.
    pub(super) scales: Telling<Scaled>,
}

/// A claim is compared with so many claims of its group before it, and with the first ones: a long draft stays linear.
const WINDOW: usize = 40;
/// The same in a group of more than [`CROWD`] claims, where figures are rows of a list rather than facts.
const NARROW: usize = 6;
/// Members of a group from which it is a crowd.
const CROWD: usize = 300;

impl Claims {
    pub(super) fn new(paragraphs: &[Placed]) -> Self {
        let lead = paragraphs.iter().position(|placed| placed.zone == Zone::Body);
        let mut all: Vec<Claim> = Vec::new();
        for (p, placed) in paragraphs.iter().enumerate() {
            let Some(role) = role(placed.zone, Some(p) == lead) else { continue };
            let quantities = placed.paragraph.quantities.iter().enumerate();
            all.extend(quantities.filter_map(|(i, q)| Some(Claim { at: (p, i), role, group: group(q)? })));
        }
        let words = words(paragraphs);
        Self { groups: groups(&all), all, market: market(words), words, scales: Telling::default() }
    }

    /// Whether as much would be said of markets if some paragraphs took the place of others.
    pub(super) fn is_of_market_with(&self, before: &[Placed], now: &[Placed]) -> bool {
        let (before, now) = (words(before), words(now));
        let words = |all: usize, before: usize, now: usize| (all + now).saturating_sub(before);
        let words = (words(self.words.0, before.0, now.0), words(self.words.1, before.1, now.1));
        market(words) == self.market
    }

    /// Whether the others are as many, in the same places and of the same things, in a draft that says as much of markets.
    fn are_as_many(&self, others: &Self) -> bool {
        self.market == others.market && self.all == others.all
    }

    /// The pairs of a group that are worth a comparison.
    pub fn pairs<'a>(&'a self, group: &'a [usize]) -> impl Iterator<Item = Pair> + 'a {
        let window = if group.len() > CROWD { NARROW } else { WINDOW };
        (1..group.len()).flat_map(move |later| {
            let near = later.saturating_sub(window)..later;
            let first = 0..near.start.min(4);
            first.chain(near).map(move |earlier| Pair { earlier: group[earlier], later: group[later] })
        })
    }
}

/// The words of some paragraphs, and those of them that speak of markets and results.
fn words(paragraphs: &[Placed]) -> (usize, usize) {
    let words = |placed: &Placed| (placed.paragraph.words, placed.paragraph.market_words);
    paragraphs.iter().map(words).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
}

/// How much is said of markets and results, 0 to 1, in steps: a word more or less in a long draft is no other draft.
fn market((all, market): (usize, usize)) -> f64 {
    let share = (MARKET * market as f64 / all.max(1) as f64).min(1.0);
    (share * STEPS).round() / STEPS
}

/// One word in so many speaks of markets where nothing else is spoken of.
const MARKET: f64 = 20.0;
/// Steps in which that is told.
const STEPS: f64 = 64.0;

/// Lists and tables are read, but what stands side by side there is meant to differ.
pub(super) fn role(zone: Zone, lead: bool) -> Option<Role> {
    match zone {
        Zone::Headline => Some(Role::Headline),
        Zone::Body if lead => Some(Role::Lead),
        Zone::Body | Zone::Quote | Zone::Heading => Some(Role::Body),
        Zone::List | Zone::Table => None,
    }
}

fn group(quantity: &Quantity) -> Option<Group> {
    if let Some(toll) = quantity.toll {
        return Some(Group::Toll(toll));
    }
    match quantity.kind {
        Kind::Count | Kind::Collective => Some(Group::Thing(quantity.thing?.stem)),
        Kind::Percent | Kind::Points | Kind::Money | Kind::Age | Kind::Duration | Kind::Measure => {
            Some(Group::Unit(quantity.kind, quantity.unit.clone()?))
        }
        Kind::Ratio => Some(Group::Unit(quantity.kind, String::new())),
        Kind::Bare if !may_be_a_year(quantity) => Some(Group::Bare),
        Kind::Bare | Kind::Score | Kind::Rank => None,
    }
}

/// A number with nothing behind it may be a year.
fn may_be_a_year(quantity: &Quantity) -> bool {
    quantity.value.fract() == 0.0 && (1400.0..2100.0).contains(&quantity.value)
}

fn groups(all: &[Claim]) -> Vec<Vec<usize>> {
    let mut index: FxHashMap<&Group, usize> = FxHashMap::default();
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (number, claim) in all.iter().enumerate() {
        let group = *index.entry(&claim.group).or_insert_with(|| {
            out.push(Vec::new());
            out.len() - 1
        });
        out[group].push(number);
    }
    out
}
