//! What is known of an entity, from the embedded tables.

mod organisation;
mod person;
mod place;

use crate::article::{Article, Entity};
use crate::knowledge::people;
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

/// Says what is known in the language of the draft.
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

    fn date(&self, iso: &str) -> String {
        self.article.language.messages.iso_date(iso)
    }
}
