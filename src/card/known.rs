//! What is known of an entity, from the embedded tables.

use crate::article::{Article, Entity};
use crate::knowledge::places::Kind;
use crate::knowledge::{Office, Person, Place, organisations, people};
use crate::mention::Sort;

/// Lines of a card, and where they come from.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) lines: Vec<String>,
    pub(super) source: Option<String>,
}

/// What is known of an entity. People are known by their full name alone.
pub(super) fn facts(article: &Article, entity: &Entity) -> Facts {
    let say = Say { article };
    match (entity.sort, entity.place) {
        (_, Some(place)) => say.place(place),
        (Sort::Person, _) => say.people(people::find(&entity.words.join(" "))),
        (Sort::Organisation, _) => say.organisation(&entity.words.join(" "), &super::title(article, entity)),
        _ => Facts::default(),
    }
}

struct Say<'a> {
    article: &'a Article,
}

impl Say<'_> {
    fn code(&self) -> &'static str {
        self.article.language.code
    }

    fn label(&self, key: &str, values: &[(&str, &str)]) -> String {
        let template = self.article.language.messages.label("card", key).to_owned();
        values.iter().fold(template, |line, (key, value)| line.replace(&format!("{{{key}}}"), value))
    }

    fn place(&self, place: &Place) -> Facts {
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
            Some(country) => self.label("in_country", &[("kind", kind), ("country", country.name(self.code()))]),
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

    /// Two people of one full name are both shown.
    fn people(&self, found: &[&Person]) -> Facts {
        let lines = found.iter().flat_map(|person| self.person(person)).collect();
        let source = found
            .first()
            .map(|person| self.label("source", &[("source", person.source), ("date", person.as_of)]));
        Facts { lines, source }
    }

    fn person(&self, person: &Person) -> Vec<String> {
        let mut lines: Vec<String> = person.offices.iter().map(|office| self.office(office)).collect();
        let life = [("born", person.born), ("died", person.died)];
        lines.extend(life.into_iter().filter_map(|(key, date)| Some(self.label(key, &[("date", date?)]))));
        let note = person.note.get(self.code());
        lines.extend((!note.is_empty()).then(|| (*note).to_owned()));
        lines
    }

    /// `président de l'Afghanistan, 2014-09-29 – 2021-08-15`.
    fn office(&self, office: &Office) -> String {
        let term = match (office.from, office.until) {
            (Some(from), Some(until)) => self.label("term", &[("from", from), ("until", until)]),
            (Some(from), None) => self.label("today", &[("from", from)]),
            (None, Some(until)) => self.label("until", &[("until", until)]),
            (None, None) => String::new(),
        };
        let role = office.role(self.code());
        if term.is_empty() { role.to_owned() } else { format!("{role} ({term})") }
    }

    fn organisation(&self, folded: &str, written: &str) -> Facts {
        let known =
            organisations::find(folded).first().or(organisations::find_written(written).first()).copied();
        let lines = known.map(|known| known.name(self.code()).to_owned()).into_iter().collect();
        Facts { lines, source: None }
    }
}
