//! What is known of a place.

use super::{Facts, Say};
use crate::knowledge::Place;
use crate::knowledge::places::Kind;

impl Say<'_> {
    pub(super) fn place(&self, place: &Place) -> Facts {
        let mut lines = vec![self.what(place)];
        lines.extend(
            place.capital().map(|city| self.label("capital_of", &[("name", city.name(self.code()))])),
        );
        lines.extend(place.population.map(|n| self.label("population", &[("number", &self.number(n))])));
        lines.extend(self.coordinates(place));
        Facts { lines, source: place.id.map(|_| self.label("geonames", &[])) }
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
        let kind = if note.is_empty() { self.article.language.messages.label("kind", kind) } else { note };
        let country = place.country().filter(|country| !std::ptr::eq(*country, place));
        let name = place.name(self.code());
        let what = match country {
            Some(country) => {
                self.label("in_country", &[("kind", kind), ("country", country.name(self.code()))])
            }
            None => kind.to_owned(),
        };
        self.label("what", &[("name", name), ("what", &what)])
    }

    fn coordinates(&self, place: &Place) -> Option<String> {
        let (latitude, longitude) = (place.latitude?, place.longitude?);
        let degrees = |value: f32| {
            format!("{value:.2}").replace('.', self.article.language.messages.label("number", "decimal"))
        };
        let side = |value: f32, sides: [&str; 2]| {
            format!("{}° {}", degrees(value.abs()), self.label(sides[usize::from(value < 0.0)], &[]))
        };
        let (north, east) = (side(latitude, ["north", "south"]), side(longitude, ["east", "west"]));
        Some(self.label("coordinates", &[("latitude", &north), ("longitude", &east)]))
    }

    fn number(&self, value: u64) -> String {
        self.article.language.messages.number(value)
    }
}
