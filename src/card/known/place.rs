//! What is known of a place.

use super::{Facts, Say};
use crate::article::Entity;
use crate::knowledge::places::{self, Kind};
use crate::knowledge::{Place, fold, gazetteer};

/// Other places of the name that a card lists at most.
const OTHERS: usize = 3;
/// A place is listed beside one that has at most so many times its people.
const LARGER: u64 = 3;

impl Say<'_> {
    /// The likeliest place of the name, and others that may be meant. The one whose country the draft names is likelier than a
    /// larger one.
    pub(super) fn places(&self, entity: &Entity) -> Facts {
        let mut found: Vec<Place> = entity.place.into_iter().cloned().collect();
        let name = fold(&crate::card::title(self.article, entity));
        let listed = places::find(&name).iter().copied();
        let more = listed.cloned().chain(gazetteer::find(&name)).filter(|place| !found.contains(place));
        let more: Vec<Place> = more.collect();
        found.extend(more);
        let named = found.iter().position(|place| self.is_near(place, entity)).unwrap_or(0);
        let cities = found.first().is_some_and(|first| matches!(first.kind, Kind::City | Kind::Capital));
        if cities {
            found[..=named].rotate_right(1);
        }
        let bears =
            |place: &Place| place.names.both().iter().any(|names| names.iter().any(|one| fold(one) == name));
        let others: Vec<Place> = found.iter().skip(1).filter(|place| bears(place)).cloned().collect();
        found.first().map(|place| self.place(place, &others)).unwrap_or_default()
    }

    /// Whether the draft names the country of the city.
    fn is_near(&self, place: &Place, entity: &Entity) -> bool {
        self.speaks_of(place.countries.first(), entity)
    }

    fn place(&self, place: &Place, others: &[Place]) -> Facts {
        let mut lines = vec![self.what(place)];
        lines.extend(
            place.capital().map(|city| self.label("capital_of", &[("name", city.name(self.code()))])),
        );
        lines.extend(place.population.map(|n| self.label("population", &[("number", &self.number(n))])));
        lines.extend(self.position(place));
        let people = |place: &Place| place.population.unwrap_or_default();
        let rivals = others.iter().filter(|other| people(other) * LARGER >= people(place)).take(OTHERS);
        lines.extend(rivals.map(|other| self.label("also", &[("what", &self.what(other))])));
        lines.dedup();
        let source = if place.id.is_some() { self.label("geonames", &[]) } else { self.by_hand() };
        Facts { lines, source: Some(source) }
    }

    /// The tables of regions are our own.
    fn by_hand(&self) -> String {
        self.label("source", &[("source", "Copydesk"), ("date", &self.date(places::REGIONS_AS_OF))])
    }

    /// The coordinates, as a link to the map. A country's map is shown around its capital.
    fn position(&self, place: &Place) -> Option<String> {
        let (centre, zoom) = match place.kind {
            Kind::Country | Kind::Territory => (place.capital()?, 5),
            _ => (place, 11),
        };
        let at = (centre.latitude?, centre.longitude?);
        let words = if zoom == 5 { self.label("map", &[]) } else { self.coordinates(at) };
        Some(link(&words, at, zoom))
    }

    /// Coordinates as a link to the map.
    pub(super) fn link(&self, at: (f32, f32)) -> String {
        link(&self.coordinates(at), at, 11)
    }

    /// `capitale, Afghanistan`.
    fn what(&self, place: &Place) -> String {
        let kind = match place.kind {
            Kind::Country => "country",
            Kind::Territory => "territory",
            Kind::Capital => "capital",
            Kind::City => "city",
            Kind::Region => "region",
            Kind::MacroRegion => "macro-region",
        };
        let note = place.note.get(self.code());
        let kind = if note.is_empty() { self.article.voice.messages.label("kind", kind) } else { note };
        let country =
            place.country().filter(|country| place.kind != Kind::Country && !self.names(kind, country));
        let name = place.name(self.code());
        let what = match country {
            Some(country) => {
                self.label("in_country", &[("kind", kind), ("country", country.name(self.code()))])
            }
            None => kind.to_owned(),
        };
        self.label("what", &[("name", name), ("what", &what)])
    }

    /// Whether the words name the country, or say that something is of it.
    pub(super) fn names(&self, words: &str, country: &Place) -> bool {
        let words = format!(" {} ", fold(words));
        let names = country.names.get(self.code()).iter().chain(country.demonyms.get(self.code()).iter());
        names.map(fold).any(|name| words.contains(&format!(" {name} ")))
    }

    fn coordinates(&self, (latitude, longitude): (f32, f32)) -> String {
        let degrees = |value: f32| {
            format!("{value:.2}").replace('.', self.article.voice.messages.label("number", "decimal"))
        };
        let side = |value: f32, sides: [&str; 2]| {
            format!("{}° {}", degrees(value.abs()), self.label(sides[usize::from(value < 0.0)], &[]))
        };
        let (north, east) = (side(latitude, ["north", "south"]), side(longitude, ["east", "west"]));
        self.label("coordinates", &[("latitude", &north), ("longitude", &east)])
    }

    pub(super) fn number(&self, value: u64) -> String {
        self.article.voice.messages.number(value, self.article.newsroom.customs().thousands())
    }
}

/// A link to the place on the map.
fn link(words: &str, (latitude, longitude): (f32, f32), zoom: u8) -> String {
    let at = format!("mlat={latitude:.4}&mlon={longitude:.4}#map={zoom}/{latitude:.4}/{longitude:.4}");
    format!("[{words}](https://www.openstreetmap.org/?{at})")
}
