//! Countries, cities, regions, and the parts of the world that news speaks of.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::index::Index;
use super::list::{List, names};
use super::table::{Row, Table, TableError};
use super::{Localised, fold};

/// A place on Earth.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its names, the usual one first. Never empty.
    pub names: Localised<List>,
    /// What sort of place it is.
    pub kind: Kind,
    /// Its number in GeoNames.
    pub id: Option<u32>,
    /// Its own ISO 3166-1 code of two letters: countries and territories only.
    pub iso: Option<&'static str>,
    /// ISO codes of the countries that it lies in, belongs to, or is made of; empty for a country.
    pub countries: List,
    /// People living there (GeoNames).
    pub population: Option<u64>,
    /// Degrees north (GeoNames, WGS 84).
    pub latitude: Option<f32>,
    /// Degrees east (GeoNames, WGS 84).
    pub longitude: Option<f32>,
    /// GeoNames number of its capital: countries and territories only.
    pub capital: Option<u32>,
    /// Whether a name of it is an ordinary word or a forename too, so that it needs other evidence: `Nice`, `Reading`.
    pub word: bool,
    /// Its adjectives and names of inhabitants, in small letters; masculine and feminine, singular.
    pub demonyms: Localised<List>,
    /// What it is, in a few words; empty where the kind and the country say it.
    pub note: Localised<&'static str>,
}

/// What sort of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A state.
    Country,
    /// A part of a state that has an ISO code of its own, such as Greenland.
    Territory,
    /// The capital of a country or territory.
    Capital,
    /// Any other city or town.
    City,
    /// A part of a country: Flanders, Texas, Catalonia; or one that states share or dispute: Kashmir.
    Region,
    /// A part of the world: a continent, the Middle East, the Sahel.
    MacroRegion,
}

impl Place {
    /// Its usual name in the language with this code.
    pub fn name(&self, language: &str) -> &'static str {
        self.names.get(language).first()
    }

    /// The country that it lies in or belongs to; a country itself; `None` for what several countries share.
    pub fn country(&self) -> Option<&'static Place> {
        match self.kind {
            Kind::Country => country(self.iso?),
            _ if self.countries.iter().count() == 1 => country(self.countries.first()),
            _ => None,
        }
    }

    /// The capital of a country or territory.
    pub fn capital(&self) -> Option<&'static Place> {
        with_id(self.capital?)
    }

    fn bears(&self, folded: &str, language: &str) -> bool {
        self.names.get(language).iter().any(|name| fold(name) == folded)
    }
}

/// The day on which the table of regions, which is kept by hand, was known to be so, in ISO 8601.
pub const REGIONS_AS_OF: &str = "2025-12";

/// Every place.
pub fn all() -> &'static [Place] {
    &PLACES
}

/// All places of this folded name: countries first, then by population.
pub fn find(folded: &str) -> &'static [&'static Place] {
    NAMES.find(folded)
}

/// All places of a name as it stands in a text, `US` and `U.K.` among them.
pub fn find_written(written: &str) -> &'static [&'static Place] {
    NAMES.find_written(written)
}

/// The likeliest place of this folded name in that language: in French, `Mexico` is the city.
pub fn likeliest(folded: &str, language: &str) -> Option<&'static Place> {
    match find(folded) {
        [only] => Some(only),
        found => found.iter().find(|place| place.bears(folded, language)).or(found.first()).copied(),
    }
}

/// The likeliest place of a name as it stands in a text in that language.
pub fn likeliest_written(written: &str, language: &str) -> Option<&'static Place> {
    likeliest_named(&fold(written), written, language)
}

/// The likeliest place of a name, folded and as it stands in a text in that language.
pub fn likeliest_named(folded: &str, written: &str, language: &str) -> Option<&'static Place> {
    likeliest(folded, language).or_else(|| NAMES.find_only_written(written).first().copied())
}

/// The country or territory with this ISO 3166-1 code of two capital letters.
pub fn country(iso: &str) -> Option<&'static Place> {
    static BY_ISO: LazyLock<FxHashMap<&str, &Place>> =
        LazyLock::new(|| all().iter().filter_map(|place| Some((place.iso?, place))).collect());
    BY_ISO.get(iso).copied()
}

/// The place with this number in GeoNames.
pub fn with_id(id: u32) -> Option<&'static Place> {
    static BY_ID: LazyLock<FxHashMap<u32, &Place>> =
        LazyLock::new(|| all().iter().filter_map(|place| Some((place.id?, place))).collect());
    BY_ID.get(&id).copied()
}

/// The places that a folded adjective or name of inhabitants, in singular or plural, belongs to: `americaine` gives the
/// United States, `congolais` two countries.
pub fn demonym(folded: &str) -> &'static [&'static Place] {
    match DEMONYMS.find(folded) {
        [] => folded.strip_suffix('s').map_or(&[], |singular| DEMONYMS.find(singular)),
        found => found,
    }
}

pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    NAMES.keys()
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let mut places = Vec::with_capacity(TABLES.iter().map(|table| table.text.lines().count()).sum());
    TABLES.into_iter().for_each(|table| read(table, &mut places).expect("a test reads the tables"));
    likeliest_first(&mut places);
    places
});

static NAMES: LazyLock<Index<Place>> =
    LazyLock::new(|| Index::new(all().iter().map(|place| (place, [place.names.fr, place.names.en]))));

static DEMONYMS: LazyLock<Index<Place>> =
    LazyLock::new(|| Index::new(all().iter().map(|place| (place, [place.demonyms.fr, place.demonyms.en]))));

fn likeliest_first(places: &mut [Place]) {
    places.sort_by_key(|place| (place.kind != Kind::Country, std::cmp::Reverse(place.population)));
}

const TABLES: [Table<'static>; 3] = [
    Table { file: "src/knowledge/countries.tsv", text: include_str!("countries.tsv") },
    Table { file: "src/knowledge/cities.tsv", text: include_str!("cities.tsv") },
    Table { file: "src/knowledge/regions.tsv", text: include_str!("regions.tsv") },
];

const COLUMNS: [&str; 15] = [
    "kind",
    "id",
    "iso",
    "countries",
    "population",
    "latitude",
    "longitude",
    "capital",
    "word",
    "fr",
    "en",
    "fr_demonyms",
    "en_demonyms",
    "fr_note",
    "en_note",
];

fn read(table: Table<'static>, places: &mut Vec<Place>) -> Result<(), TableError> {
    table.rows(COLUMNS)?.try_for_each(|row| {
        places.push(place(&row?)?);
        Ok(())
    })
}

fn place(row: &Row<'static, 15>) -> Result<Place, TableError> {
    let [kind, _, iso, countries, _, _, _, _, _, fr, en, fr_demonyms, en_demonyms, fr_note, en_note] =
        row.cells;
    Ok(Place {
        names: names(row, fr, en)?,
        kind: Kind::read(kind).ok_or_else(|| row.error(format!("not a kind of place: {kind}")))?,
        id: row.number(1)?,
        iso: Some(iso).filter(|iso| !iso.is_empty()),
        countries: List::new(countries),
        population: row.number(4)?,
        latitude: row.number(5)?,
        longitude: row.number(6)?,
        capital: row.number(7)?,
        word: row.flag(8)?,
        demonyms: Localised { fr: List::new(fr_demonyms), en: List::new(en_demonyms) },
        note: Localised { fr: fr_note, en: en_note },
    })
}

impl Kind {
    fn read(name: &str) -> Option<Kind> {
        Some(match name {
            "country" => Kind::Country,
            "territory" => Kind::Territory,
            "capital" => Kind::Capital,
            "city" => Kind::City,
            "region" => Kind::Region,
            "macro-region" => Kind::MacroRegion,
            _ => return None,
        })
    }
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
