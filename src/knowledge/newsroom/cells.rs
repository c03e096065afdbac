//! The cells of a row, and what can be wrong with them.

use super::Kind;
use crate::knowledge::{fold, places};
use crate::span::Span;

/// What a cell says; also the order of the cells in a row that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Kind,
    Name,
    Aliases,
    RoleFr,
    RoleEn,
    Country,
    Note,
    Preferred,
    Born,
    Died,
    Latitude,
    Longitude,
    Source,
    AsOf,
}

/// How many cells a row has.
const WIDTH: usize = 14;

impl Column {
    /// The columns that one of a file fills: `role` says the same in both languages.
    pub(super) fn named(name: &str) -> Option<&'static [Column]> {
        Some(match name.trim().to_lowercase().replace(['_', ' '], "-").as_str() {
            "kind" => &[Column::Kind],
            "name" => &[Column::Name],
            "aliases" | "alias" => &[Column::Aliases],
            "role" => &[Column::RoleFr, Column::RoleEn],
            "role-fr" => &[Column::RoleFr],
            "role-en" => &[Column::RoleEn],
            "country" => &[Column::Country],
            "note" => &[Column::Note],
            "preferred" | "preferred-spelling" => &[Column::Preferred],
            "born" => &[Column::Born],
            "died" => &[Column::Died],
            "latitude" => &[Column::Latitude],
            "longitude" => &[Column::Longitude],
            "source" => &[Column::Source],
            "as-of" => &[Column::AsOf],
            _ => return None,
        })
    }

    /// The names that a file may use, for messages.
    pub(super) const NAMES: &str = "name, aliases, kind, role, role-fr, role-en, country, note, preferred, born, died, \
                                    latitude, longitude, source, as-of";
}

/// A row of a newsroom's file that is left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// Where it stands in the file.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
}

/// So many faults of a file are told one by one; nobody reads a million.
const TOLD: usize = 100;

impl Fault {
    /// What is wrong at these bytes of `text`, in its order. The last that is told says how many there are besides.
    pub(super) fn all(text: &str, mut wrong: Vec<(usize, String)>) -> Vec<Self> {
        wrong.sort_by_key(|(at, _)| *at);
        let more = wrong.len().saturating_sub(TOLD);
        let (mut line, mut counted) = (1, 0);
        let told = wrong.into_iter().take(TOLD).map(|(at, message)| {
            let span = line_around(text, at);
            let start = span.start as usize;
            line += text[counted..start].matches('\n').count();
            counted = start;
            Self { line, span, message }
        });
        let mut faults: Vec<Self> = told.collect();
        if let Some(last) = faults.last_mut().filter(|_| more > 0) {
            last.message.push_str(&format!(" (and {more} more below)"));
        }
        faults
    }
}

/// The line that holds the byte `at`.
fn line_around(text: &str, at: usize) -> Span {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
    Span::new(start, end)
}

/// A row that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cells<'a>([&'a str; WIDTH]);

impl<'a> Cells<'a> {
    /// The cells of a line.
    pub(super) fn of(line: &'a str) -> Self {
        let mut cells = line.split('\t');
        Self(std::array::from_fn(|_| cells.next().unwrap_or_default()))
    }

    pub(super) fn get(&self, column: Column) -> &'a str {
        self.0[column as usize]
    }

    /// Every name under which it is found.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let aliases = self.get(Column::Aliases).split('|');
        let names = [self.get(Column::Name), self.get(Column::Preferred)].into_iter().chain(aliases);
        names.map(str::trim).filter(|name| !name.is_empty())
    }
}

/// A row that is being read.
#[derive(Debug, Default)]
pub(super) struct Row([String; WIDTH]);

impl Row {
    /// Fills a cell. Tabs and line ends in it become spaces.
    pub(super) fn fill(&mut self, columns: &[Column], value: &str) {
        for column in columns {
            if self.0[*column as usize].is_empty() {
                self.0[*column as usize] = value.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
    }

    /// Adds the row to those that were read.
    ///
    /// # Errors
    ///
    /// Says what makes no sense in it.
    pub(super) fn finish(mut self, rows: &mut String) -> Result<(), String> {
        let cell = |column: Column| self.0[column as usize].as_str();
        if fold(cell(Column::Name)).is_empty() {
            return Err("the row has no name".to_owned());
        }
        let kind = cell(Column::Kind).to_lowercase();
        if !kind.is_empty() && Kind::of_name(&kind).is_none() {
            return Err(format!("`{kind}` is no kind: person, place or organisation"));
        }
        for (column, what) in [(Column::Born, "born"), (Column::Died, "died"), (Column::AsOf, "as-of")] {
            let date = cell(column);
            if !date.is_empty() && !is_date(date) {
                return Err(format!("`{what}` is no date: {date}; write 2020-12-17, 2020-12 or 2020"));
            }
        }
        for (column, most) in [(Column::Latitude, 90.0), (Column::Longitude, 180.0)] {
            let degrees = cell(column);
            if !degrees.is_empty() && !degrees.parse::<f32>().is_ok_and(|value| value.abs() <= most) {
                return Err(format!("`{degrees}` is no number of degrees"));
            }
        }
        let country = country(cell(Column::Country))?;
        (self.0[Column::Kind as usize], self.0[Column::Country as usize]) = (kind, country);
        rows.push_str(self.0.join("\t").trim_end_matches('\t'));
        rows.push('\n');
        Ok(())
    }
}

/// The ISO code of a country that is given by code or by name.
fn country(cell: &str) -> Result<String, String> {
    if cell.is_empty() || places::country(cell).is_some() {
        return Ok(cell.to_owned());
    }
    let known = places::find_written(cell).iter().find_map(|place| place.iso);
    known
        .map(str::to_owned)
        .ok_or_else(|| format!("no country is called `{cell}`; write its name or its code, such as BE"))
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next().flatten(), parts.next(), parts.next());
    let within = |part: Option<Option<u32>>, most| {
        part.is_none_or(|part| part.is_some_and(|part| (1..=most).contains(&part)))
    };
    matches!(text.len(), 4 | 7 | 10)
        && year.is_some()
        && within(month, 12)
        && within(day, 31)
        && parts.next().is_none()
}
