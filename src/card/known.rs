//! What is known of an entity, from the embedded tables.

mod newsroom;
mod organisation;
mod person;
mod place;
mod registered;

use crate::article::{Article, Entity};
use crate::knowledge::fold;
use crate::mention::Sort;

/// Lines of a card, and where they come from.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) lines: Vec<String>,
    pub(super) source: Option<String>,
}

impl Facts {
    /// Those, or others where they say nothing.
    fn or(self, others: impl FnOnce() -> Option<Facts>) -> Facts {
        if self.lines.is_empty() { others().unwrap_or(self) } else { self }
    }
}

/// What is known of an entity. People are known by their full name alone.
pub(super) fn facts(article: &Article, entity: &Entity) -> Facts {
    let say = Say { article };
    let title = fold(&super::title(article, entity));
    if let Some(own) =
        article.newsroom.find(&title).or_else(|| article.newsroom.find(&entity.words.join(" ")))
    {
        return say.own(own);
    }
    match (entity.sort, entity.place) {
        (_, Some(_)) => say.places(entity),
        (Sort::Place, _) => say.registered(entity).unwrap_or_else(|| say.places(entity)),
        (Sort::Person, _) if say.is_newer(&title) => {
            say.registered(entity).unwrap_or_else(|| say.people(entity))
        }
        (Sort::Person, _) => say.people(entity).or(|| say.registered(entity)),
        (Sort::Organisation, _) => {
            let known = say.organisation(&entity.words.join(" "), &super::title(article, entity));
            known.or(|| say.registered(entity))
        }
        _ => Facts::default(),
    }
}

/// What the newsroom knows of a name that it lists; `None` where it does not.
pub(super) fn listed(article: &Article, folded: &str) -> Option<Facts> {
    let say = Say { article };
    let own = article.newsroom.find(folded).map(|own| say.own(own));
    own.or_else(|| say.register(folded))
}

/// Says what is known in the language of the messages.
struct Say<'a> {
    article: &'a Article,
}

impl Say<'_> {
    fn code(&self) -> &'static str {
        self.article.voice.code
    }

    fn label(&self, key: &str, values: &[(&str, &str)]) -> String {
        let template = self.article.voice.messages.label("card", key).to_owned();
        values.iter().fold(template, |line, (key, value)| line.replace(&format!("{{{key}}}"), value))
    }

    /// Whether the draft names the country with this ISO code, or a place in it.
    fn speaks_of(&self, iso: &str, but: &Entity) -> bool {
        let others = self.article.entities.all.iter().filter(|other| !std::ptr::eq(*other, but));
        others.filter_map(|other| other.place).any(|place| {
            place.iso == Some(iso) || place.countries.first() == iso && place.countries.iter().count() == 1
        })
    }

    fn date(&self, iso: &str) -> String {
        self.article.voice.messages.iso_date(iso)
    }
}
