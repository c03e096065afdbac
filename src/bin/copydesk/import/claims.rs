//! What Wikidata states of an entity, as far as a card needs it; all other statements are skipped unread.

use std::borrow::Cow;

use serde::Deserialize;

/// Statements by the number of their property. Wikidata writes an empty list where there is none at all.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub(super) struct Claims<'a> {
    /// Instance of.
    #[serde(borrow)]
    pub(super) p31: Vec<Statement<Item<'a>>>,
    /// Sex or gender.
    #[serde(borrow)]
    pub(super) p21: Vec<Statement<Item<'a>>>,
    /// Citizenship.
    #[serde(borrow)]
    pub(super) p27: Vec<Statement<Item<'a>>>,
    /// Country.
    #[serde(borrow)]
    pub(super) p17: Vec<Statement<Item<'a>>>,
    /// Position held.
    #[serde(borrow)]
    pub(super) p39: Vec<Statement<Item<'a>>>,
    /// Occupation.
    #[serde(borrow)]
    pub(super) p106: Vec<Statement<Item<'a>>>,
    /// Headquarters.
    #[serde(borrow)]
    pub(super) p159: Vec<Statement<Item<'a>>>,
    /// Chief executive.
    #[serde(borrow)]
    pub(super) p169: Vec<Statement<Item<'a>>>,
    /// Chairperson.
    #[serde(borrow)]
    pub(super) p488: Vec<Statement<Item<'a>>>,
    /// Political ideology.
    #[serde(borrow)]
    pub(super) p1142: Vec<Statement<Item<'a>>>,
    /// Birth.
    pub(super) p569: Vec<Statement<Time>>,
    /// Death.
    pub(super) p570: Vec<Statement<Time>>,
    /// Coordinates.
    pub(super) p625: Vec<Statement<Point>>,
    /// Population.
    #[serde(borrow)]
    pub(super) p1082: Vec<Statement<Quantity<'a>>>,
    /// ISO 3166-1 code of two letters.
    #[serde(borrow)]
    pub(super) p297: Vec<Statement<Cow<'a, str>>>,
    /// What a woman in that position is called.
    #[serde(borrow)]
    pub(super) p2521: Vec<Statement<Text<'a>>>,
}

/// One statement.
#[derive(Debug, Deserialize)]
pub(super) struct Statement<V> {
    mainsnak: Snak<V>,
    #[serde(default)]
    rank: Rank,
    #[serde(default)]
    pub(super) qualifiers: Qualifiers,
}

/// How much Wikidata thinks of a statement.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Rank {
    Deprecated,
    #[default]
    Normal,
    Preferred,
}

/// What is stated; nothing where the value is unknown, or known not to be.
#[derive(Debug, Deserialize)]
struct Snak<V> {
    datavalue: Option<DataValue<V>>,
}

#[derive(Debug, Deserialize)]
struct DataValue<V> {
    value: V,
}

/// What is said about a statement.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub(super) struct Qualifiers {
    /// First day.
    p580: Vec<Moment>,
    /// Last day.
    p582: Vec<Moment>,
    /// The day of which it is said.
    p585: Vec<Moment>,
    /// Who came next in the position: then it is over.
    p1366: Vec<serde::de::IgnoredAny>,
}

/// A day in a qualifier.
#[derive(Debug, Deserialize)]
struct Moment {
    datavalue: Option<DataValue<Time>>,
}

/// Another entity.
#[derive(Debug, Deserialize)]
pub(super) struct Item<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(rename = "numeric-id")]
    number: Option<u64>,
}

/// A day, month or year.
#[derive(Debug, Deserialize)]
pub(super) struct Time {
    time: String,
    precision: u8,
    #[serde(default)]
    calendarmodel: String,
}

/// A place on Earth; elsewhere it has no globe of ours.
#[derive(Debug, Deserialize)]
pub(super) struct Point {
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// A number.
#[derive(Debug, Deserialize)]
pub(super) struct Quantity<'a> {
    #[serde(borrow)]
    amount: Cow<'a, str>,
}

/// Words in a language.
#[derive(Debug, Deserialize)]
pub(super) struct Text<'a> {
    #[serde(borrow)]
    pub(super) text: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) language: Cow<'a, str>,
}

impl<V> Statement<V> {
    /// What it states, if it holds and that is known.
    fn value(&self) -> Option<&V> {
        let holds = self.rank > Rank::Deprecated;
        self.mainsnak.datavalue.as_ref().filter(|_| holds).map(|data| &data.value)
    }
}

/// What statements say that hold, those that Wikidata prefers first.
pub(super) fn values<V>(statements: &[Statement<V>]) -> impl Iterator<Item = (&V, &Qualifiers)> {
    let of = |rank: Rank| statements.iter().filter(move |statement| statement.rank == rank);
    let known = of(Rank::Preferred).chain(of(Rank::Normal));
    known.filter_map(|statement| Some((statement.value()?, &statement.qualifiers)))
}

/// The numbers of the entities that statements name.
pub(super) fn items<'s>(statements: &'s [Statement<Item<'_>>]) -> impl Iterator<Item = Cow<'s, str>> {
    values(statements).filter_map(|(item, _)| item.id())
}

impl Item<'_> {
    /// Its number, such as `Q5`.
    pub(super) fn id(&self) -> Option<Cow<'_, str>> {
        let written = || self.number.map(|number| format!("Q{number}").into());
        self.id.as_deref().map(Cow::Borrowed).or_else(written)
    }
}

impl Time {
    /// The Julian calendar: its days are not ours.
    const JULIAN: &'static str = "Q1985786";

    /// The day, month or year in ISO 8601, as exact as it is known; nothing for what is vaguer, and for years that do not have
    /// four digits.
    pub(super) fn iso(&self) -> Option<&str> {
        let date = self.time.strip_prefix('+')?;
        let year = date.split('-').next().filter(|year| year.len() == 4)?;
        let exact =
            if self.calendarmodel.ends_with(Self::JULIAN) { self.precision.min(9) } else { self.precision };
        match exact {
            11.. => date.get(..10),
            10 => date.get(..7),
            9 => Some(year),
            _ => None,
        }
    }
}

impl Point {
    /// Degrees north and east.
    pub(super) fn degrees(&self) -> Option<(f32, f32)> {
        let (north, east) = (self.latitude?, self.longitude?);
        (north.abs() <= 90.0 && east.abs() <= 180.0).then_some((north as f32, east as f32))
    }
}

impl Quantity<'_> {
    /// The number, where it counts something.
    pub(super) fn count(&self) -> Option<u64> {
        self.amount.trim_start_matches('+').parse().ok()
    }
}

impl Qualifiers {
    /// First and last day; each empty where it is not known.
    pub(super) fn term(&self) -> (String, String) {
        let first = |moments: &[Moment]| {
            let iso = |moment: &Moment| moment.datavalue.as_ref()?.value.iso().map(str::to_owned);
            moments.iter().find_map(iso).unwrap_or_default()
        };
        (first(&self.p580), first(&self.p582))
    }

    /// Whether what is stated is over, be the last day known or not.
    pub(super) fn is_over(&self) -> bool {
        !self.p582.is_empty() || !self.p1366.is_empty()
    }

    /// The day of which it is said; empty where none is.
    pub(super) fn on(&self) -> &str {
        self.p585.first().and_then(|moment| moment.datavalue.as_ref()?.value.iso()).unwrap_or_default()
    }
}
