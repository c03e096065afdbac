//! Figures of a draft that have the same digits and another scale: `2 milliards` and `2 millions`.

use rustc_hash::FxHashMap;

use super::{Article, At, alike, is_level, is_year};
use crate::document::Zone;
use crate::mention::Stem;
use crate::mention::quantity::{Kind, Quantity, Use};

/// A figure and its paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Its paragraph.
    pub paragraph: usize,
    /// The figure.
    pub figure: &'a Quantity,
}

/// Two figures with the same digits, in the order of the text.
#[derive(Clone, Debug)]
pub struct Scales<'a> {
    /// The one that stands first.
    pub earlier: Found<'a>,
    /// The one that stands later.
    pub later: Found<'a>,
    /// How many digits they have, the zeros at the end not counted.
    pub digits: u32,
    /// How many times the smaller one the greater one is.
    pub ratio: f64,
    /// How many content words stand near both.
    pub shared: usize,
    /// How many words are the same directly beside both.
    pub adjoining: usize,
    /// Whether the word that the later one belongs to stands near the earlier one: `le déficit de`, `the … merger`.
    pub headed: bool,
    /// Whether the one stands in the headline, and the other below it.
    pub headline: bool,
}

/// A figure is compared with so many before it that have the same digits: a long draft stays linear.
const WINDOW: usize = 20;
/// Words before a figure among which the one is that it belongs to.
const HEAD: usize = 3;
/// Smaller figures differ by a factor of ten for other reasons than a slip.
const LEAST: f64 = 100.0;

/// Nobody takes a figure for one that is more than so many times another.
const MOST: f64 = 1e3;

/// Two figures with the same digits, by their numbers.
pub(super) type Scaled = (At, At);

impl Article {
    /// The pairs of figures, in different sentences, that have the same digits and another scale, and of which `says` is true; it
    /// must look at nothing but figures. Where each value stands in another sentence too, each is a fact of its own.
    pub fn scales(&self, says: impl Fn(&Scales) -> bool) -> impl Iterator<Item = Scales<'_>> {
        let telling = self.claims.scales.of(|| self.all_scales(), |pair| says(&self.scale(*pair)));
        telling.iter().map(|pair| self.scale(*pair))
    }

    fn all_scales(&self) -> Vec<Scaled> {
        let all = self.levels();
        let mut places: FxHashMap<u64, usize> = FxHashMap::default();
        all.iter().for_each(|(_, found)| *places.entry(found.figure.value.to_bits()).or_default() += 1);
        let repeated = |found: &Found| places[&found.figure.value.to_bits()] > 1;
        let mut same: FxHashMap<u64, Vec<(At, Found)>> = FxHashMap::default();
        let mut out = Vec::new();
        for (at, later) in all {
            let bucket = same.entry(digits(later.figure.value)).or_default();
            let facts = |earlier: &Found| repeated(earlier) && repeated(&later);
            let before = bucket.iter().rev().take(WINDOW);
            let one = before.filter(|(_, earlier)| may_be_one(earlier, &later) && !facts(earlier));
            out.extend(one.map(|(there, _)| (*there, at)));
            bucket.push((at, later));
        }
        out
    }

    fn scale(&self, (earlier, later): Scaled) -> Scales<'_> {
        let found = |(paragraph, index): At| Found {
            paragraph,
            figure: &self.paragraphs[paragraph].paragraph.quantities[index],
        };
        let zones = [earlier, later].map(|(paragraph, _)| self.paragraphs[paragraph].zone);
        let headline = zones[0] == Zone::Headline && zones[1] != Zone::Headline;
        Scales { headline, ..Scales::new(found(earlier), found(later)) }
    }

    /// The figures of running text that say how much there is of something.
    fn levels(&self) -> Vec<(At, Found<'_>)> {
        let zones = self.paragraphs.iter().enumerate();
        let text = zones.filter(|(_, placed)| !matches!(placed.zone, Zone::List | Zone::Table));
        let all = text.flat_map(|(paragraph, placed)| {
            let figures = placed.paragraph.quantities.iter().enumerate();
            figures.map(move |(index, figure)| ((paragraph, index), Found { paragraph, figure }))
        });
        all.filter(|(_, found)| is_plain(found.figure)).collect()
    }
}

fn is_plain(figure: &Quantity) -> bool {
    let kind = is_level(figure.kind) && !matches!(figure.kind, Kind::Percent | Kind::Duration);
    let rate = figure.context.cues.iter().any(|cue| matches!(cue.what, Use::Delta | Use::Part));
    kind && !rate && figure.other.is_none() && !is_year(figure) && figure.value >= LEAST
}

/// The digits of a number without the zeros behind them.
fn digits(value: f64) -> u64 {
    let mut digits = (value * 1000.0).round() as u64;
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits
}

/// Whether both may be of one thing: alike, with another value, in another sentence.
fn may_be_one(earlier: &Found, later: &Found) -> bool {
    let (one, other) = (earlier.figure, later.figure);
    let apart = (earlier.paragraph, one.sentence) != (later.paragraph, other.sentence);
    let rated = |figure: &Quantity| figure.context.cues.iter().any(|cue| cue.what == Use::Rate);
    let near = one.value != other.value && ratio(one.value, other.value) <= MOST;
    apart && near && rated(one) == rated(other) && alike(one, other)
}

/// How many times the smaller one the greater one is.
fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) / one.min(other)).round()
}

impl<'a> Scales<'a> {
    fn new(earlier: Found<'a>, later: Found<'a>) -> Self {
        let (one, other) = (earlier.figure, later.figure);
        let near = |stem: &Stem| one.context.near.binary_search_by_key(stem, |(stem, _)| *stem).is_ok();
        let shared = other.context.near.iter().filter(|(stem, _)| near(stem)).count();
        let context = &other.context;
        let headed = context.left.iter().take(HEAD).chain(context.right.first()).any(near);
        let run = |a: &[Stem], b: &[Stem]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let adjoining =
            run(&one.context.left, &other.context.left) + run(&one.context.right, &other.context.right);
        let digits = digits(one.value).to_string().len() as u32;
        let ratio = ratio(one.value, other.value);
        Self { earlier, later, digits, ratio, shared, adjoining, headed, headline: false }
    }
}
