//! What a register of the newsroom says of a name.

use super::{Facts, Say};
use crate::article::Entity;
use crate::card::markdown::escaped;
use crate::knowledge::newsroom::Kind;
use crate::knowledge::register::{Record, Term};
use crate::knowledge::{fold, people, places};
use crate::mention::Sort;

/// Bearers of one name who are shown beside each other.
const BEARERS: usize = 3;
/// Terms of one person that are shown.
const TERMS: usize = 8;

impl Say<'_> {
    /// The bearers of the entity's name that it can be; nothing where a register knows none.
    pub(super) fn registered(&self, entity: &Entity) -> Option<Facts> {
        let title = fold(&crate::card::title(self.article, entity));
        let found = match self.article.newsroom.registered(&title) {
            found if found.is_empty() => self.article.newsroom.registered(&entity.words.join(" ")),
            found => found,
        };
        let can_be =
            |record: &Record| self.is_of_sort(record, entity.sort) && self.can_be_registered(entity, record);
        let found: Vec<Record> = found.into_iter().filter(can_be).collect();
        let near =
            |record: &&Record| !record.country().is_empty() && self.speaks_of(record.country(), entity);
        match found.iter().filter(near).collect::<Vec<_>>() {
            near if near.is_empty() => self.records(&found.iter().collect::<Vec<_>>()),
            near => self.records(&near),
        }
    }

    /// The bearers of a name that the draft only lists.
    pub(super) fn register(&self, folded: &str) -> Option<Facts> {
        let found = self.article.newsroom.registered(folded);
        self.records(&found.iter().collect::<Vec<_>>())
    }

    /// Whether a register knows somebody of that name later than the tables do.
    pub(super) fn is_newer(&self, folded: &str) -> bool {
        let known = people::find(folded).iter().map(|person| person.as_of).max().unwrap_or_default();
        let found = self.article.newsroom.registered(folded);
        found.first().is_some_and(|record| record.register().head().as_of.as_str() >= known)
    }

    fn is_of_sort(&self, record: &Record, sort: Sort) -> bool {
        match sort {
            Sort::Person => record.kind() == Some(Kind::Person),
            Sort::Place => record.kind() == Some(Kind::Place),
            Sort::Organisation => record.kind() == Some(Kind::Organisation),
            Sort::Unknown => true,
        }
    }

    /// The same that holds for people of the tables: a name that many have needs a role or their country in the draft.
    fn can_be_registered(&self, entity: &Entity, record: &Record) -> bool {
        if record.kind() != Some(Kind::Person) {
            return true;
        }
        let told = || entity.role.is_some() || self.speaks_of(record.country(), entity);
        self.gender_fits(entity, record.gender()) && (!people::is_common_name(&fold(record.name())) || told())
    }

    fn records(&self, found: &[&Record]) -> Option<Facts> {
        let first = found.first()?;
        let source = self.registered_source(first, found.len() == 1);
        let lines = match found {
            [one] => self.record(one),
            several => several.iter().take(BEARERS).map(|one| self.in_short(one)).collect(),
        };
        Some(Facts { lines, source: Some(source) })
    }

    /// All that is said of one.
    fn record(&self, record: &Record) -> Vec<String> {
        let about = Some(record.about(self.code())).filter(|about| !about.is_empty()).map(escaped);
        let mut lines: Vec<String> = about.into_iter().collect();
        let (day, terms) = (self.article.timeline.anchor.map(|anchor| anchor.value()), record.terms());
        let held = |term: &Term| day.as_ref().is_some_and(|day| term.held_on(day));
        let (then, other): (Vec<Term>, Vec<Term>) = terms.partition(held);
        lines.extend(then.iter().map(|term| format!("**{}**", self.term(term))));
        lines.extend(other.iter().take(TERMS.saturating_sub(then.len())).map(|term| self.term(term)));
        lines.extend(self.country_of(record));
        lines.extend(self.life(record));
        lines.extend(record.population().map(|n| self.label("population", &[("number", &self.number(n))])));
        lines.extend(record.position().map(|position| self.link(position)));
        lines
    }

    /// One of several, on one line: `**Ann Lee**: homme politique belge, Belgique, né le 3 mai 1950`.
    fn in_short(&self, record: &Record) -> String {
        let latest = || record.terms().next().map(|term| self.term(&term));
        let about = Some(record.about(self.code())).filter(|about| !about.is_empty()).map(escaped);
        let said = about.or_else(latest).into_iter().chain(self.country_of(record)).chain(self.life(record));
        let said = said.collect::<Vec<_>>().join(", ");
        self.label("what", &[("name", &self.linked(record, &escaped(record.name()))), ("what", &said)])
    }

    fn term(&self, term: &Term) -> String {
        self.told_term(&escaped(term.role.get(self.code())), term.from, term.until, term.over)
    }

    fn country_of(&self, record: &Record) -> Option<String> {
        places::country(record.country()).map(|place| place.name(self.code()).to_owned())
    }

    fn life(&self, record: &Record) -> Vec<String> {
        let (born, died) = record.life();
        let known = [("born", born), ("died", died)].into_iter().filter(|(_, date)| !date.is_empty());
        known.map(|(key, date)| self.label(key, &[("date", &self.date(date))])).collect()
    }

    /// `Wikidata Q42, 4 mai 2026`, with a link where there is one.
    fn registered_source(&self, record: &Record, alone: bool) -> String {
        let head = record.register().head();
        let name = match record.id() {
            id if alone && !id.is_empty() => escaped(&format!("{} {id}", head.source)),
            _ => escaped(&head.source),
        };
        let source = if alone { self.linked(record, &name) } else { name };
        match head.as_of.as_str() {
            "" => source,
            day => self.label("source", &[("source", &source), ("date", &self.date(day))]),
        }
    }

    /// The words as a link to the page of the entity.
    fn linked(&self, record: &Record, words: &str) -> String {
        let id = record.id();
        let is_number = id
            .strip_prefix('Q')
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
        if is_number { format!("[{words}](https://www.wikidata.org/wiki/{id})") } else { words.to_owned() }
    }
}
