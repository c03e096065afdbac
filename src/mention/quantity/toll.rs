//! What became of the people whom a figure counts: `12 morts`, `trois personnes ont perdu la vie`, `kills 12`.
//!
//! By this, figures of one toll are compared that have no noun in common.

use crate::mention::Reader;
use crate::pattern::Match;

use super::{Kind, Quantity, Thing};

/// What became of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toll {
    /// They lost their lives.
    Dead,
    /// They were hurt.
    Hurt,
    /// Nobody knows where they are.
    Missing,
}

impl Toll {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dead" => Self::Dead,
            "hurt" => Self::Hurt,
            "missing" => Self::Missing,
            _ => return None,
        })
    }
}

/// Words of a verb that tells of a number behind it, at most.
const VERB: usize = 5;

/// What became of those whom the figure counts, if that is told right behind it, or right before it of people.
pub(super) fn read(reader: &Reader, quantity: &Quantity) -> Option<Toll> {
    let counts = matches!(quantity.kind, Kind::Count | Kind::Bare) && quantity.other.is_none();
    counts.then(|| behind(reader, quantity).or_else(|| before(reader, quantity)))?
}

/// `12 morts`, `12 people were killed`.
fn behind(reader: &Reader, quantity: &Quantity) -> Option<Toll> {
    let (toll, end) = told(reader, quantity.tokens.1, "behind")?;
    // "5,300 dead trout" are fish.
    let closed = quantity.thing.is_none_or(|thing| thing.head.start < reader.tokens[end - 1].span.end);
    toll.filter(|_| closed)
}

/// `kills 12`, `has killed at least 12 people`.
fn before(reader: &Reader, quantity: &Quantity) -> Option<Toll> {
    let at = |start: u32| reader.tokens.partition_point(|token| token.span.end <= start);
    let people = reader.language.classes.people;
    let of_people = |thing: Thing| reader.language.has(people, &reader.tokens[at(thing.head.start)]);
    let hedge = quantity.hedge.map_or(quantity.tokens.0, |(_, hedge)| at(hedge.start));
    let open = hedge.min(quantity.tokens.0);
    let mut verbs = (open.saturating_sub(VERB)..open).filter_map(|at| told(reader, at, "before"));
    let verb = verbs.find(|(_, end)| *end == open);
    verb.filter(|_| quantity.thing.is_none_or(of_people)).and_then(|(toll, _)| toll)
}

/// What the words at token `at` tell of a number on that side of theirs, and where they end; nothing of one toll, where
/// they tell of several at once: `killed or wounded`.
fn told(reader: &Reader, at: usize, side: &str) -> Option<(Option<Toll>, usize)> {
    let language = reader.language;
    let fits = |found: &Match| found.settings.get("side").and_then(toml::Value::as_str) == Some(side);
    let found = language.tolls.longest_that(&language.lexicon, &reader.tokens, at, &fits)?;
    Some((Toll::named(found.kind()), found.end))
}
