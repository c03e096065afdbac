//! A row: somebody or something, as it is written and as it is read.

use super::Register;
use crate::knowledge::newsroom::Kind;
use crate::knowledge::people::is_before;
use crate::knowledge::{Gender, Localised};

/// What stands in the cells of a row, in their order.
#[derive(Clone, Copy)]
enum Cell {
    Kind,
    Name,
    Aliases,
    Terms,
    About,
    AboutEn,
    Country,
    Born,
    Died,
    Position,
    Population,
    Fame,
    Id,
    Gender,
}

const CELLS: usize = 14;
/// Stands for a last day that is not known.
const OVER: &str = "-";

/// A row that is to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: Option<Kind>,
    /// Its usual name, and others.
    pub names: Vec<String>,
    /// Numbers of the roles among the register's, each with its first and last day, month or year in ISO 8601, empty where
    /// they are not known; and whether it is over.
    pub terms: Vec<(usize, String, String, bool)>,
    /// What it is in a few words.
    pub about: Localised<String>,
    /// ISO code of its country; empty where none is known.
    pub country: String,
    /// Day, month or year of birth in ISO 8601.
    pub born: String,
    /// The same of death.
    pub died: String,
    /// Degrees north and east.
    pub position: Option<(f32, f32)>,
    /// People living there.
    pub population: Option<u64>,
    /// In how many wikis it has a page.
    pub fame: u32,
    /// Its number in the source, such as `Q42`.
    pub id: String,
    /// Gender, where the source gives it.
    pub gender: Option<Gender>,
}

impl Row {
    /// The row as it is packed, with its line end.
    pub fn line(&self) -> String {
        let mut names = self.names.iter().map(|name| clean(name));
        let term = |(role, from, until, over): &(usize, String, String, bool)| {
            let until = if *over && until.is_empty() { OVER } else { until };
            format!("{role}:{}:{}", clean(from), clean(until))
        };
        let shown = |number: Option<String>| number.unwrap_or_default();
        let cells: [String; CELLS] = [
            self.kind.map(Kind::name).unwrap_or_default().to_owned(),
            names.next().unwrap_or_default(),
            names.collect::<Vec<_>>().join("|"),
            self.terms.iter().map(term).collect::<Vec<_>>().join("|"),
            clean(&self.about.fr),
            clean(&self.about.en),
            clean(&self.country),
            clean(&self.born),
            clean(&self.died),
            shown(self.position.map(|(north, east)| format!("{north:.4},{east:.4}"))),
            shown(self.population.map(|people| people.to_string())),
            self.fame.to_string(),
            clean(&self.id),
            self.gender.map(Gender::letter).unwrap_or_default().to_owned(),
        ];
        cells.join("\t") + "\n"
    }
}

/// The text as a row holds it: tabs, bars and line ends part cells, names and rows.
pub fn clean(text: &str) -> String {
    text.replace('|', "/")
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A row that was found.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    line: String,
    register: &'a Register,
}

/// A role that somebody held for one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term<'a> {
    /// What it is called.
    pub role: Localised<&'a str>,
    /// First day, month or year in ISO 8601, where known.
    pub from: Option<&'a str>,
    /// Last day, month or year, where known.
    pub until: Option<&'a str>,
    /// Whether it is over, be the last day known or not.
    pub over: bool,
}

impl Term<'_> {
    /// Whether it was surely held on a day, or during some part of a month or year, in ISO 8601.
    pub fn held_on(&self, date: &str) -> bool {
        let ended = self.until.map_or(self.over, |until| is_before(until, date));
        self.from.is_some_and(|from| !is_before(date, from)) && !ended
    }
}

impl<'a> Record<'a> {
    pub(super) fn new(line: String, register: &'a Register) -> Self {
        Self { line, register }
    }

    fn cell(&self, cell: Cell) -> &str {
        self.line.split('\t').nth(cell as usize).unwrap_or_default()
    }

    /// What it is.
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_name(self.cell(Cell::Kind))
    }

    /// Its usual name.
    pub fn name(&self) -> &str {
        self.cell(Cell::Name)
    }

    /// Every name under which it is found.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = std::iter::once(self.name()).chain(self.cell(Cell::Aliases).split('|'));
        names.filter(|name| !name.is_empty())
    }

    /// The roles that somebody held, the latest first.
    pub fn terms(&self) -> impl Iterator<Item = Term<'_>> {
        self.cell(Cell::Terms).split('|').filter_map(|term| {
            let mut parts = term.split(':');
            let role = self.register.role(parts.next()?.parse().ok()?)?;
            let (from, until) = (parts.next()?, parts.next()?);
            let known = |date: &'_ &str| !date.is_empty() && *date != OVER;
            let term = Term {
                role,
                from: Some(from).filter(known),
                until: Some(until).filter(known),
                over: !until.is_empty(),
            };
            Some(term)
        })
    }

    /// What it is in a few words, in the language with this code; in the other where that one says nothing.
    pub fn about(&self, language: &str) -> &str {
        let texts = Localised { fr: self.cell(Cell::About), en: self.cell(Cell::AboutEn) };
        let other = if language == "fr" { texts.en } else { texts.fr };
        Some(*texts.get(language)).filter(|text| !text.is_empty()).unwrap_or(other)
    }

    /// ISO code of its country; empty where none is known.
    pub fn country(&self) -> &str {
        self.cell(Cell::Country)
    }

    /// Days, months or years of birth and death in ISO 8601, each empty where it is not known.
    pub fn life(&self) -> (&str, &str) {
        (self.cell(Cell::Born), self.cell(Cell::Died))
    }

    /// Degrees north and east.
    pub fn position(&self) -> Option<(f32, f32)> {
        let (north, east) = self.cell(Cell::Position).split_once(',')?;
        north.parse().ok().zip(east.parse().ok())
    }

    /// People living there.
    pub fn population(&self) -> Option<u64> {
        self.cell(Cell::Population).parse().ok()
    }

    /// In how many wikis it has a page: of two bearers of a name, the likelier one has more.
    pub fn fame(&self) -> u32 {
        self.cell(Cell::Fame).parse().unwrap_or_default()
    }

    /// Its number in the source, such as `Q42`.
    pub fn id(&self) -> &str {
        self.cell(Cell::Id)
    }

    /// Gender, where the source gives it.
    pub fn gender(&self) -> Option<Gender> {
        Gender::of_letter(self.cell(Cell::Gender))
    }

    /// The register that it stands in.
    pub fn register(&self) -> &'a Register {
        self.register
    }
}
