//! People whom news names, and the offices that they held.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Localised;
use super::bearers::{FORENAMES, SURNAMES};
use super::fold;
use super::forenames::Gender;
use super::index::Index;
use super::list::{List, names};
use super::places::{self, Place};
use super::table::{Row, Table, TableError};

/// Somebody whom news names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Full names, the usual one first; other spellings and transliterations follow. Never empty.
    pub names: Localised<List>,
    /// Gender, where the table gives it.
    pub gender: Option<Gender>,
    /// Day, month or year of birth in ISO 8601, where known.
    pub born: Option<&'static str>,
    /// Day, month or year of death in ISO 8601.
    pub died: Option<&'static str>,
    /// Offices and roles, the one that news speaks of most first. Never empty.
    pub offices: Vec<Office>,
    /// More that a card should say; mostly empty.
    pub note: Localised<&'static str>,
    /// The day on which all this was known to be so, in ISO 8601.
    pub as_of: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// Whether many people may have that name: it is shown only where the draft speaks of the country or gives a role.
    pub common: bool,
}

/// An office or role that somebody held for one uninterrupted time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it is called, gender and country included: `présidente de la Géorgie`.
    pub role: Localised<&'static str>,
    /// ISO code of the country that it belongs to; `None` for offices above countries.
    pub country: Option<&'static str>,
    /// First day, month or year of it in ISO 8601; `None` where not known.
    pub from: Option<&'static str>,
    /// Last day, month or year of it in ISO 8601; `None` while it was held on the person's as-of date.
    pub until: Option<&'static str>,
}

impl Person {
    /// The usual name in the language with this code.
    pub fn name(&self, language: &str) -> &'static str {
        self.names.get(language).first()
    }

    /// The offices held on a day, month or year in ISO 8601, in the order of [`Person::offices`].
    pub fn offices_on(&self, date: &str) -> impl Iterator<Item = &Office> {
        self.offices.iter().filter(move |office| office.held_on(date))
    }
}

impl Office {
    /// Whether it was held on a day, or during some part of a month or year, in ISO 8601. An office without a first day
    /// is never known to have been held.
    pub fn held_on(&self, date: &str) -> bool {
        self.from.is_some_and(|from| !is_before(date, from))
            && self.until.is_none_or(|until| !is_before(until, date))
    }

    /// The country that it belongs to.
    pub fn country(&self) -> Option<&'static Place> {
        places::country(self.country?)
    }

    /// What it is called in the language with this code.
    pub fn role(&self, language: &str) -> &'static str {
        self.role.get(language)
    }
}

/// Whether one ISO date is surely before the other: `2020-11` is before `2020-12-17`, `2020` is not.
pub(super) fn is_before(one: &str, other: &str) -> bool {
    let known = one.len().min(other.len());
    one.as_bytes()[..known] < other.as_bytes()[..known]
}

/// Everybody.
pub fn all() -> &'static [Person] {
    &PEOPLE
}

/// All people of this folded full name. A surname alone finds nobody.
pub fn find(folded: &str) -> &'static [&'static Person] {
    NAMES.find(folded)
}

/// Who held an office on a day, month or year in ISO 8601, and the office; it is asked for by its English name.
pub fn holders(role: &str, date: &str) -> impl Iterator<Item = (&'static Person, &'static Office)> {
    let held = BY_ROLE.get(role).map_or(&[][..], Vec::as_slice);
    held.iter().filter(move |(_, office)| office.held_on(date)).copied()
}

static BY_ROLE: LazyLock<FxHashMap<&str, Vec<(&Person, &Office)>>> = LazyLock::new(|| {
    let mut by_role = FxHashMap::<&str, Vec<_>>::default();
    for (person, office) in
        all().iter().flat_map(|person| person.offices.iter().map(move |one| (person, one)))
    {
        by_role.entry(office.role.en).or_default().push((person, office));
    }
    by_role
});

/// Whether the folded word is part of somebody's name.
pub fn bears(word: &str) -> bool {
    BY_WORD.contains_key(word)
}

/// Whether the two folded words are spellings of one name: somebody is listed with both.
pub fn are_spellings(one: &str, other: &str) -> bool {
    let bearers = |word| BY_WORD.get(word).map_or(&[][..], Vec::as_slice);
    bearers(one).iter().any(|bearer| bearers(other).contains(bearer))
}

/// People, as indices, by each word of each of their names.
static BY_WORD: LazyLock<FxHashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut by_word = FxHashMap::<String, Vec<usize>>::default();
    for (index, person) in all().iter().enumerate() {
        for name in person.names.both().into_iter().flat_map(|names| names.iter()) {
            fold(name).split(' ').for_each(|word| by_word.entry(word.to_owned()).or_default().push(index));
        }
    }
    by_word
});

pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    NAMES.keys()
}

static PEOPLE: LazyLock<Vec<Person>> = LazyLock::new(|| {
    let read = |table| read(table).expect("a test reads the tables");
    let mut people = read(TABLE);
    people.extend(LISTS.into_iter().flat_map(read).map(|one| Person { common: is_common(&one), ..one }));
    people
});

/// Whether forename and surname are both names that many people have.
fn is_common(person: &Person) -> bool {
    let names = person.names.both().into_iter().flat_map(|names| names.iter());
    names.map(fold).any(|name| is_common_name(&name))
}

/// Whether forename and surname of the folded name are both names that many people have.
pub fn is_common_name(name: &str) -> bool {
    let ends = name.split_once(' ').zip(name.rsplit_once(' '));
    ends.is_some_and(|((first, _), (_, last))| FORENAMES.has(first) && SURNAMES.has(last))
}

static NAMES: LazyLock<Index<Person>> =
    LazyLock::new(|| Index::new(all().iter().map(|person| (person, [person.names.fr, person.names.en]))));

const TABLE: Table<'static> = Table { file: "src/knowledge/people.tsv", text: include_str!("people.tsv") };

/// Those who hold an office in a list that somebody else keeps.
const LISTS: [Table<'static>; 2] = [
    Table { file: "src/knowledge/leaders.tsv", text: include_str!("leaders.tsv") },
    Table { file: "src/knowledge/congress.tsv", text: include_str!("congress.tsv") },
];

const COLUMNS: [&str; 14] = [
    "fr", "en", "gender", "born", "died", "country", "from", "until", "fr_role", "en_role", "as_of",
    "source", "fr_note", "en_note",
];

/// Reads the table; a line without a name is one more office of the person above.
fn read(table: Table<'static>) -> Result<Vec<Person>, TableError> {
    let mut people = Vec::<Person>::new();
    for row in table.rows(COLUMNS)? {
        let row = row?;
        let office = office(&row)?;
        match people.last_mut() {
            Some(person) if row.cells[0].is_empty() && row.cells[1].is_empty() => person.offices.push(office),
            _ => people.push(person(&row, office)?),
        }
    }
    Ok(people)
}

/// Marks a name that many people bear.
const COMMON: char = '~';

fn person(row: &Row<'static, 14>, office: Office) -> Result<Person, TableError> {
    let [fr, en, gender, .., as_of, source, fr_note, en_note] = row.cells;
    let (fr, common) = fr.strip_prefix(COMMON).map_or((fr, false), |fr| (fr, true));
    if as_of.is_empty() || source.is_empty() {
        return Err(row.error("a person needs an as-of date and a source"));
    }
    Ok(Person {
        names: names(row, fr, en)?,
        gender: Gender::read(gender, row)?,
        born: row.date(3)?,
        died: row.date(4)?,
        offices: vec![office],
        note: Localised { fr: fr_note, en: en_note },
        as_of: row.date(10)?.unwrap_or_default(),
        source,
        common,
    })
}

fn office(row: &Row<'static, 14>) -> Result<Office, TableError> {
    let [.., fr, en, _, _, _, _] = row.cells;
    if fr.is_empty() || en.is_empty() {
        return Err(row.error("a role is missing in one language"));
    }
    Ok(Office {
        role: Localised { fr, en },
        country: Some(row.cells[5]).filter(|iso| !iso.is_empty()),
        from: row.date(6)?,
        until: row.date(7)?,
    })
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod tests;
