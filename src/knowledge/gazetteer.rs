//! Smaller cities: known for a card, and no clue that a word is a name.
//!
//! Many of them are called like ordinary words and surnames, so whoever recognises names does not ask here. The table is
//! unpacked when a card is asked for that [`places`](super::places) cannot answer, and then shared. Without the feature
//! `gazetteer` it is empty.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::FxHasher;

use super::list::List;
use super::places::Kind;
use super::{Localised, Place, fold};

/// The cities of this folded name, the largest first.
pub fn find(folded: &str) -> Vec<Place> {
    let (hash, names) = (hash(folded), &*NAMES);
    let first = names.partition_point(|(other, _)| *other < hash);
    let same = names[first..].iter().take_while(|(other, _)| *other == hash);
    let places = same.filter_map(|(_, at)| place(TEXT[*at as usize..].split('\n').next()?));
    places.filter(|place| place.names.both().iter().any(|names| bears(**names, folded))).collect()
}

fn bears(names: List, folded: &str) -> bool {
    names.iter().any(|name| fold(name) == folded)
}

/// Lines of: GeoNames number, country, population, latitude, longitude, French names, English names.
static TEXT: LazyLock<String> = LazyLock::new(unpacked);

/// Hashes of folded names, each with the offset of a line; in order, so that the largest city of a name comes first.
static NAMES: LazyLock<Vec<(u64, u32)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    let mut start = 0;
    for line in TEXT.split_inclusive('\n') {
        let known = line.trim_end().splitn(6, '\t').last().unwrap_or_default();
        names.extend(known.split(['\t', '|']).filter(|name| !name.is_empty()).map(|name| (hash(&fold(name)), start)));
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
    let (id, country, population) = (cell()?.parse().ok()?, cell()?, cell()?.parse().ok()?);
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
    use crate::knowledge::places;

    #[test]
    fn every_line_is_a_city_of_a_known_country_and_is_found() {
        assert!(TEXT.lines().count() > 30_000);
        for line in TEXT.lines() {
            let city = place(line).unwrap_or_else(|| panic!("{line}"));
            assert!(city.country().is_some() || city.countries.first() == "AQ", "{line}");
            assert!(find(&fold(city.name("en"))).contains(&city), "{line}");
        }
    }

    #[test]
    fn the_largest_city_of_a_name_comes_first_and_what_is_a_clue_is_not_here() {
        let springfield = find("springfield");
        assert!(springfield.len() > 2 && springfield.is_sorted_by_key(|city| std::cmp::Reverse(city.population)));
        assert!(find("xyzzy").is_empty() && find("").is_empty());
        let both = |city: &Place| city.id.is_some_and(|id| places::with_id(id).is_some());
        assert!(!TEXT.lines().filter_map(place).any(|city| both(&city)));
    }
}
