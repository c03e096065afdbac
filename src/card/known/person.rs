//! What is known of a person.

use super::{Facts, Say};
use crate::knowledge::{Office, Person};

impl Say<'_> {
    /// Two people of one full name are both shown.
    pub(super) fn people(&self, found: &[&Person]) -> Facts {
        let lines = found.iter().flat_map(|person| self.person(person)).collect();
        let source = found.first().map(|person| {
            self.label("source", &[("source", person.source), ("date", &self.date(person.as_of))])
        });
        Facts { lines, source }
    }

    fn person(&self, person: &Person) -> Vec<String> {
        let mut lines: Vec<String> = self.offices(person).map(|office| self.office(office)).collect();
        let life = [("born", person.born), ("died", person.died)];
        let dated = |(key, date): (&str, Option<&str>)| Some(self.label(key, &[("date", &self.date(date?))]));
        lines.extend(life.into_iter().filter_map(dated));
        let note = person.note.get(self.code());
        lines.extend((!note.is_empty()).then(|| (*note).to_owned()));
        lines
    }

    /// The offices, those first that were held on the day from which the draft speaks.
    fn offices<'p>(&self, person: &'p Person) -> impl Iterator<Item = &'p Office> {
        let anchor = self.article.timeline.anchor.map(|anchor| anchor.value());
        let held = move |office: &&Office| anchor.as_ref().is_some_and(|day| office.held_on(day));
        let (then, other): (Vec<_>, Vec<_>) = person.offices.iter().partition(held);
        then.into_iter().chain(other)
    }

    /// `président de l'Afghanistan (29 septembre 2014 – 15 août 2021)`.
    fn office(&self, office: &Office) -> String {
        let (from, until) = (office.from.map(|day| self.date(day)), office.until.map(|day| self.date(day)));
        let term = match (&from, &until) {
            (Some(from), Some(until)) => self.label("term", &[("from", from), ("until", until)]),
            (Some(from), None) => self.label("today", &[("from", from)]),
            (None, Some(until)) => self.label("until", &[("until", until)]),
            (None, None) => String::new(),
        };
        let role = office.role(self.code());
        if term.is_empty() { role.to_owned() } else { format!("{role} ({term})") }
    }
}
