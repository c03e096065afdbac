//! Smaller cities: known for a card, and no clue that a word is a name.
//!
//! Many of them are called like ordinary words and surnames, so whoever recognises names does not ask here. The table is
//! unpacked when a card is asked for that [`places`] cannot answer, and then shared. Without the feature
//! `gazetteer` it is empty.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::FxHasher;

use super::list::List;
use super::places::{self, Kind};
use super::{Localised, Place, fold};

/// The cities of this folded name, the largest first.
pub fn find(folded: &str) -> Vec<Place> {
    let (hash, names) = (hash(folded), &*NAMES);
    let first = names.partition_point(|(other, _)| *other < hash);
    let same = names[first..].iter().take_while(|(other, _)| *other == hash);
    let lines = same.filter_map(|(_, at)| TEXT[(*at & !OTHER) as usize..].split('\n').next());
    lines.filter(|line| names_of(line).any(|name| fold(name) == folded)).filter_map(place).collect()
}

/// Every name of a line.
fn names_of(line: &str) -> impl Iterator<Item = &str> {
    line.split('\t').skip(FIRST_NAMES).flat_map(|cell| cell.split('|')).filter(|name| !name.is_empty())
}

/// The first cell with names, and the one with names under which a city is only found.
const FIRST_NAMES: usize = 5;
const OTHER_NAMES: usize = 7;
/// Marks the offset of a line that is found under a name that it does not bear.
const OTHER: u32 = 1 << 31;

/// Lines of: GeoNames number, country, population, latitude, longitude, French names, English names, names under which it is
/// found. Of a city that [`places`] has, only the number and the names under which it is found.
static TEXT: LazyLock<String> = LazyLock::new(unpacked);

/// Hashes of folded names, each with the offset of a line; in order, so that cities that bear the name come before those that
/// are only found under it, and larger ones before smaller ones.
static NAMES: LazyLock<Vec<(u64, u32)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    let mut start = 0;
    for line in TEXT.split_inclusive('\n') {
        for (cell, names_here) in line.trim_end().split('\t').enumerate().skip(FIRST_NAMES) {
            let other = if cell == OTHER_NAMES { OTHER } else { 0 };
            let each = names_here.split('|').filter(|name| !name.is_empty());
            names.extend(each.map(|name| (hash(&fold(name)), start | other)));
        }
        start += line.len() as u32;
    }
    names.sort_unstable();
    names.dedup();
    names
});

fn hash(folded: &str) -> u64 {
    let mut hasher = FxHasher::default();
    folded.hash(&mut hasher);
    hasher.finish()
}

fn place(line: &'static str) -> Option<Place> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next();
    let (id, country, population) = (cell()?.parse().ok()?, cell()?, cell()?);
    if country.is_empty() {
        return places::with_id(id).cloned();
    }
    let population = population.parse().ok()?;
    let (latitude, longitude) = (cell()?.parse().ok()?, cell()?.parse().ok()?);
    let (fr, en) = (cell()?, cell()?);
    Some(Place {
        names: Localised { fr: List::new(if fr.is_empty() { en } else { fr }), en: List::new(en) },
        kind: Kind::City,
        id: Some(id),
        iso: None,
        countries: List::new(country),
        population: Some(population),
        latitude: Some(latitude),
        longitude: Some(longitude),
        capital: None,
        word: true,
        demonyms: Localised::default(),
        note: Localised::default(),
    })
}

#[cfg(feature = "gazetteer")]
fn unpacked() -> String {
    /// More than the table has bytes.
    const ROOM: usize = 4 << 20;
    let mut text = Vec::with_capacity(ROOM);
    let packed = include_bytes!("gazetteer.tsv.zst");
    let done = ruzstd::decoding::FrameDecoder::new().decode_all_to_vec(packed, &mut text);
    done.expect("a test unpacks the table");
    text.shrink_to_fit();
    String::from_utf8(text).expect("a test reads the table")
}

#[cfg(not(feature = "gazetteer"))]
fn unpacked() -> String {
    String::new()
}

#[cfg(all(test, feature = "gazetteer"))]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_city_of_a_known_country_and_is_found() {
        assert!(TEXT.lines().count() > 30_000);
        for line in TEXT.lines() {
            let city = place(line).unwrap_or_else(|| panic!("{line}"));
            assert!(city.country().is_some() || city.countries.first() == "AQ", "{line}");
            assert!(names_of(line).all(|name| find(&fold(name)).contains(&city)), "{line}");
        }
    }

    #[test]
    fn the_largest_city_of_a_name_comes_first_and_towns_and_other_spellings_are_found() {
        let people: Vec<_> = find("springfield").iter().map(|city| city.population).collect();
        assert!(people.len() > 2 && people[0] > people[1], "{people:?}");
        assert!(find("xyzzy").is_empty() && find("").is_empty());
        assert!(places::find("virton").is_empty() && !find("virton").is_empty());
        assert_eq!(find("misurata"), find("misrata"));
        assert_eq!(find("salisbury")[0].countries.first(), "GB", "Harare once bore the name");
    }
}
