//! What is known of a person.

use super::{Facts, Say};
use crate::article::Entity;
use crate::knowledge::{Gender, Office, Person, fold, forenames, people};

impl Say<'_> {
    /// Two people of one full name are both shown.
    pub(super) fn people(&self, entity: &Entity) -> Facts {
        let found = match people::find(&entity.words.join(" ")) {
            [] => people::find(&fold(&crate::card::title(self.article, entity))),
            found => found,
        };
        let found: Vec<&Person> = found.iter().copied().filter(|one| self.can_be(entity, one)).collect();
        let lines = found.iter().flat_map(|person| self.person(person)).collect();
        let source = found.first().map(|person| {
            self.label("source", &[("source", person.source), ("date", &self.date(person.as_of))])
        });
        Facts { lines, source }
    }

    /// A name that many people have needs a role like theirs, or a country of theirs, in the draft. A gender that a title tells
    /// must be theirs; that of a forename may mislead.
    fn can_be(&self, entity: &Entity, person: &Person) -> bool {
        let gender = self.gender_fits(entity, person.gender);
        let countries = person.offices.iter().filter_map(|office| office.country);
        let told =
            || self.is_of_role(entity, person) || countries.clone().any(|iso| self.speaks_of(iso, entity));
        gender && (!person.common || told())
    }

    /// Whether a word of the role that the draft gives, perhaps abbreviated, is one of an office of theirs: `Sen.`, `ministre`.
    fn is_of_role(&self, entity: &Entity, person: &Person) -> bool {
        let role = fold(&crate::card::role(self.article, entity));
        let offices = person.offices.iter().map(|office| fold(office.role(self.code())));
        let mut words = offices.flat_map(|office| office.split(' ').map(str::to_owned).collect::<Vec<_>>());
        words.any(|word| role.split(' ').any(|told| told.len() > 2 && word.starts_with(told)))
    }

    /// Whether a title of the draft does not speak of the other gender.
    pub(super) fn gender_fits(&self, entity: &Entity, gender: Option<Gender>) -> bool {
        let forename = entity.words.first().and_then(|first| forenames::gender(first));
        let titled = entity.gender.filter(|gender| Some(*gender) != forename);
        titled.zip(gender).is_none_or(|(one, other)| one.agrees_with(other))
    }

    fn person(&self, person: &Person) -> Vec<String> {
        let day = self.article.timeline.anchor.map(|anchor| anchor.value());
        let held = |office: &&Office| day.as_ref().is_some_and(|day| office.held_on(day));
        let (then, other): (Vec<_>, Vec<_>) = person.offices.iter().partition(held);
        let mut lines: Vec<String> =
            then.iter().map(|office| format!("**{}**", self.office(office))).collect();
        lines.extend(other.iter().map(|office| self.office(office)));
        lines.extend(day.filter(|_| then.is_empty()).and_then(|day| self.holder(person, &day)));
        let life = [("born", person.born), ("died", person.died)];
        let dated = |(key, date): (&str, Option<&str>)| Some(self.label(key, &[("date", &self.date(date?))]));
        lines.extend(life.into_iter().filter_map(dated));
        let note = person.note.get(self.code());
        lines.extend((!note.is_empty()).then(|| (*note).to_owned()));
        lines
    }

    /// Who held the person's office on the day from which the draft speaks: `à la date du texte (3 mai 2019) : Édouard
    /// Philippe, Premier ministre français`.
    fn holder(&self, person: &Person, day: &str) -> Option<String> {
        let offices = person.offices.iter().filter(|office| office.from.is_some());
        let others = |office: &Office| {
            let mut holders =
                people::holders(office.role.en, day).filter(|(one, _)| !std::ptr::eq(*one, person));
            holders.next().filter(|_| holders.next().is_none())
        };
        let (holder, office) = offices.filter_map(others).next()?;
        let values = [
            ("role", office.role(self.code())),
            ("date", &self.date(day)),
            ("name", holder.name(self.code())),
        ];
        Some(self.label("held_then", &values))
    }

    /// `président de l'Afghanistan (29 septembre 2014 – 15 août 2021)`.
    fn office(&self, office: &Office) -> String {
        self.told_term(office.role(self.code()), office.from, office.until, office.until.is_some())
    }

    /// A role with its first and last day, as far as they are known. What is over although nobody says since when is not
    /// said to go on.
    pub(super) fn told_term(
        &self,
        role: &str,
        from: Option<&str>,
        until: Option<&str>,
        over: bool,
    ) -> String {
        let (from, until) = (from.map(|day| self.date(day)), until.map(|day| self.date(day)));
        let term = match (&from, &until) {
            (Some(from), Some(until)) => self.label("term", &[("from", from), ("until", until)]),
            (Some(from), None) if over => self.label("term", &[("from", from), ("until", "?")]),
            (Some(from), None) => self.label("today", &[("from", from)]),
            (None, Some(until)) => self.label("until", &[("until", until)]),
            (None, None) => String::new(),
        };
        if term.is_empty() { role.to_owned() } else { format!("{role} ({term})") }
    }
}
