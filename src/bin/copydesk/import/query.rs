//! A query result in CSV or TSV, as the Wikidata Query Service gives it; or any table with such columns.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::found::{Found, Held, is_number};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Kind,
    Name,
    Aliases,
    About,
    Role,
    From,
    Until,
    Country,
    Born,
    Died,
    Position,
    Population,
    Fame,
    Gender,
}

/// What queries call their columns, without case, marks and spaces.
const CALLED: [(Column, &[&str]); 15] = [
    (Column::Id, &["item", "person", "place", "organisation", "organization", "entity", "human", "id"]),
    (Column::Kind, &["kind"]),
    (
        Column::Name,
        &[
            "itemlabel",
            "personlabel",
            "placelabel",
            "organisationlabel",
            "organizationlabel",
            "humanlabel",
            "label",
            "name",
        ],
    ),
    (
        Column::Aliases,
        &["itemaltlabel", "personaltlabel", "placealtlabel", "altlabel", "altlabels", "aliases", "alias"],
    ),
    (Column::About, &["itemdescription", "persondescription", "placedescription", "description", "note"]),
    (Column::Role, &["positionlabel", "rolelabel", "officelabel", "position", "role", "office"]),
    (Column::From, &["start", "from", "since", "starttime", "startdate"]),
    (Column::Until, &["end", "until", "endtime", "enddate"]),
    (Column::Country, &["countrylabel", "country", "citizenship", "citizenshiplabel", "countrycode", "iso"]),
    (Column::Born, &["dateofbirth", "birthdate", "birth", "born", "dob"]),
    (Column::Died, &["dateofdeath", "deathdate", "death", "died", "dod"]),
    (Column::Position, &["coordinates", "coordinatelocation", "coord", "coords", "location"]),
    (Column::Population, &["population"]),
    (Column::Fame, &["sitelinks", "linkcount"]),
    (Column::Gender, &["gender", "sex", "sexorgender"]),
];

/// The columns of a table, as its first line names them.
#[derive(Clone, Debug)]
pub(super) struct Query {
    columns: Vec<Option<Column>>,
}

impl Query {
    /// Reads the first line.
    ///
    /// # Errors
    ///
    /// If no column holds names.
    pub(super) fn of(head: &StringRecord) -> Result<Self, String> {
        let columns: Vec<_> = head.iter().map(column).collect();
        if columns.contains(&Some(Column::Name)) {
            return Ok(Self { columns });
        }
        let found = head.iter().take(12).collect::<Vec<_>>().join(", ");
        Err(format!(
            "line 1 names no column `itemLabel` or `name`, but: {found}. A dump has an entity in JSON on each line; a query result names \
             its columns first, such as item, itemLabel, positionLabel, start, end, countryLabel"
        ))
    }

    /// Reads a line: what it says of somebody or something. Several lines with one id belong together.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it.
    pub(super) fn found(&self, record: &StringRecord) -> Result<Found, String> {
        if record.len() != self.columns.len() {
            return Err(format!("{} cells, but line 1 names {} columns", record.len(), self.columns.len()));
        }
        let mut found = Found::default();
        let mut held = Held::default();
        for (cell, column) in record.iter().zip(&self.columns) {
            if let Some(column) = column.filter(|_| !cell.trim().is_empty() && !is_unknown(cell)) {
                fill(&mut found, &mut held, column, cell.trim())?;
            }
        }
        if found.names.is_empty() {
            return Err("the line has no name".to_owned());
        }
        held.over = !held.until.is_empty();
        found.held.extend((!held.role.is_empty()).then_some(held));
        if found.kind.is_empty() {
            kind(&found).clone_into(&mut found.kind);
        }
        Ok(found)
    }
}

/// A reader of lines behind the first, or of all.
pub(super) fn reader<R: std::io::Read>(input: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(input)
}

/// What parts the cells: the mark that the first line has most.
pub(super) fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: &u8| line.iter().filter(|byte| *byte == mark).count();
    [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

impl Found {
    /// Takes over what another line says of the same.
    pub(super) fn join(&mut self, other: Found) {
        for name in other.names {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        for held in other.held {
            if !self.held.contains(&held) {
                self.held.push(held);
            }
        }
        self.countries.extend(other.countries);
        self.countries.dedup();
    }

    /// Whether the other line is of the same.
    pub(super) fn is_of(&self, other: &Found) -> bool {
        !self.id.is_empty() && self.id == other.id
            || self.id.is_empty() && other.id.is_empty() && self.names[0] == other.names[0]
    }
}

fn column(name: &str) -> Option<Column> {
    let name = name.trim_start_matches('\u{feff}').to_lowercase().replace(['_', '-', ' ', '?'], "");
    CALLED.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column)
}

/// A value that is known to be there and not which.
fn is_unknown(cell: &str) -> bool {
    cell.contains("/.well-known/genid/")
}

fn fill(found: &mut Found, held: &mut Held, column: Column, cell: &str) -> Result<(), String> {
    let number = || number_of(cell).map(str::to_owned);
    match column {
        Column::Id => found.id = number().unwrap_or_else(|| cell.to_owned()),
        Column::Kind => kind_called(cell)?.clone_into(&mut found.kind),
        // Where a name is missing, the query service gives the number.
        Column::Name if is_number(cell) => {}
        Column::Name => found.names.insert(0, cell.to_owned()),
        Column::Aliases => found.names.extend(names(cell)),
        Column::About => {
            cell.clone_into(&mut found.about_fr);
            cell.clone_into(&mut found.about_en);
        }
        // A link says nothing to a reader; its label stands in another column.
        Column::Role if number().is_none() => cell.clone_into(&mut held.role),
        Column::Country if number().is_none() => found.countries.push(cell.to_owned()),
        Column::From => held.from = day(cell)?,
        Column::Until => held.until = day(cell)?,
        Column::Born => found.born = day(cell)?,
        Column::Died => found.died = day(cell)?,
        Column::Position => found.position = Some(point(cell)?),
        Column::Population => {
            found.population = Some(cell.parse().map_err(|_| format!("`{cell}` is no number of people"))?)
        }
        Column::Fame => found.fame = cell.parse().map_err(|_| format!("`{cell}` is no number of links"))?,
        Column::Gender => {
            let gender = number().and_then(|id| super::public_life::gender(&id));
            found.gender = gender.map(|gender| gender.letter().to_owned());
        }
        Column::Role | Column::Country => {}
    }
    Ok(())
}

fn kind_called(cell: &str) -> Result<&'static str, String> {
    Ok(match cell.to_lowercase().as_str() {
        "person" => "person",
        "place" => "place",
        "organisation" | "organization" => "organisation",
        _ => return Err(format!("`{cell}` is no kind: person, place or organisation")),
    })
}

/// What something is, by what is said of it.
fn kind(found: &Found) -> &'static str {
    let is_person = !found.held.is_empty() || !found.born.is_empty() || !found.died.is_empty();
    match (is_person, found.position.is_some() || found.population.is_some()) {
        (true, _) => "person",
        (_, true) => "place",
        _ => "organisation",
    }
}

/// Our own tables part names by bars, the query service by commas.
fn names(cell: &str) -> impl Iterator<Item = String> {
    let mark = if cell.contains('|') { "|" } else { ", " };
    cell.split(mark).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// The number at the end of a link to an entity: `<http://www.wikidata.org/entity/Q42>`.
fn number_of(cell: &str) -> Option<&str> {
    let link = cell.trim_matches(['<', '>']);
    link.rsplit('/').next().filter(|id| is_number(id))
}

/// `1970-01-02T00:00:00Z`. Years come as their first day: what falls there may be a year alone, and is taken for one.
fn day(cell: &str) -> Result<String, String> {
    let cell = cell.trim_start_matches('"');
    let (date, is_time) = cell.split_once('T').map_or((cell, false), |(date, _)| (date, true));
    if date.starts_with('-') {
        return Ok(String::new());
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(date.len(), 4 | 7 | 10)
        || !date.split('-').all(digits)
        || date.split('-').next().is_some_and(|year| year.len() != 4)
    {
        return Err(format!("`{cell}` is no date; write 2020-12-17, 2020-12 or 2020"));
    }
    Ok(if is_time && date.ends_with("-01-01") { &date[..4] } else { date }.to_owned())
}

/// `Point(4.35 50.85)`: degrees east, then north.
fn point(cell: &str) -> Result<(f32, f32), String> {
    let read = || {
        let (_, degrees) = cell.split_once("Point(")?;
        let (east, north) = degrees.split_once(')')?.0.split_once(' ')?;
        let (north, east): (f32, f32) = (north.parse().ok()?, east.parse().ok()?);
        (north.abs() <= 90.0 && east.abs() <= 180.0).then_some((north, east))
    };
    read().ok_or_else(|| format!("`{cell}` is no place: write Point(4.35 50.85), degrees east first"))
}
