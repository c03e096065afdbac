//! What the newsroom's own files say of a name.

use super::{Facts, Say};
use crate::card::markdown::escaped;
use crate::knowledge::newsroom::Entry;
use crate::knowledge::places;

impl Say<'_> {
    /// All that the file says; it wins over the tables.
    pub(super) fn own(&self, entry: Entry) -> Facts {
        let country = places::country(entry.country()).map(|place| place.name(self.code()).to_owned());
        let (born, died) = entry.life();
        let dated = |key: &str, date: &str| self.label(key, &[("date", &self.date(date))]);
        let life = [("born", born), ("died", died)].into_iter().filter(|(_, date)| !date.is_empty());
        let texts = [entry.role(self.code()), entry.note()].into_iter().filter(|text| !text.is_empty());
        let mut lines: Vec<String> = texts.map(escaped).collect();
        lines.extend(country);
        lines.extend(life.map(|(key, date)| dated(key, date)));
        lines.push(self.label("house", &[("name", &escaped(entry.name()))]));
        lines.extend(entry.position().map(|position| self.link(position)));
        let (source, as_of) = (escaped(entry.source()), entry.as_of());
        let source = match as_of {
            "" => source,
            _ => self.label("source", &[("source", &source), ("date", &self.date(as_of))]),
        };
        Facts { lines, source: Some(source) }
    }
}
