//! The card over a surname that several people of the draft bear: who they are, with the place where each is named first.

use super::{Card, markdown, role, title};
use crate::article::{Article, At, Entity};
use crate::mention::{Name, Sort};
use crate::span::Span;

/// Bearers that are shown.
const BEARERS: usize = 5;

/// The card over an open surname; nothing over any other word that names nobody.
pub(super) fn at(article: &Article, text: &str, at: At, span: Span) -> Option<Card> {
    let name = article.name(at);
    let can_be = |entity: &&Entity| can_be(entity, name);
    let bearers: Vec<&Entity> = article.entities.all.iter().filter(can_be).take(BEARERS).collect();
    if !article.entities.open.contains(&at) || bearers.len() < 2 {
        return None;
    }
    let title = article.written(at.0, name.span).to_owned();
    let mut markdown = format!(
        "### {}\n\n**{}**\n\n",
        markdown::escaped(&title),
        article.voice.messages.label("card", "open")
    );
    bearers.iter().for_each(|bearer| markdown += &line(article, text, bearer));
    Some(Card { span, title, markdown })
}

fn can_be(entity: &Entity, name: &Name) -> bool {
    let gender = entity.gender.zip(name.gender).is_none_or(|(one, other)| one.agrees_with(other));
    let bears = || name.words.iter().all(|word| entity.words[1..].contains(word));
    entity.sort == Sort::Person && entity.words.len() > 1 && gender && bears()
}

/// `- **Anne Colot**, députée (l. 3 : « … »)`.
fn line(article: &Article, text: &str, bearer: &Entity) -> String {
    let role = role(article, bearer);
    let role = if role.is_empty() { role } else { format!(", {}", markdown::escaped(&role)) };
    let place = article.place(bearer.fullest.0, article.name(bearer.fullest).span);
    let name = markdown::escaped(&title(article, bearer));
    format!("- **{name}**{role} ({})\n", markdown::mention(article, text, place))
}
