//! Whom and what a draft names, as plain data: each with all its mentions.

use super::Analysis;
use crate::article::{Article, Entity};
use crate::card;
use crate::span::Span;

/// Somebody or something that a draft names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// `PER`, `LOC` or `ORG`.
    pub kind: &'static str,
    /// The fullest form of the name in this draft.
    pub name: String,
    /// The role that the draft gives first, as written: `chef d'état-major américain`.
    pub role: Option<String>,
    /// Where it is named, in whatever form, or a person by their office alone, in the order of the text. Never empty; the first
    /// is a name.
    pub mentions: Vec<Span>,
}

impl Analysis {
    /// Everybody and everything that is named, in the order of their first mentions.
    pub fn bearers(&self) -> Vec<Bearer> {
        let Some(article) = &self.article else { return Vec::new() };
        let named = article.entities.all.iter().filter(|entity| !entity.mentions.is_empty());
        let mut bearers: Vec<_> = named.map(|entity| bearer(article, entity)).collect();
        bearers.sort_by_key(|bearer| bearer.mentions[0]);
        bearers
    }

    /// The mention at `offset` (in bytes), and whose it is.
    pub fn bearer_at(&self, offset: usize) -> Option<(Span, Bearer)> {
        let article = self.article.as_ref()?;
        let (entity, span) = match card::mention_at(article, offset) {
            Some((at, span)) => (article.entities.of(at)?, span),
            None => card::described_at(article, offset)?,
        };
        Some((span, bearer(article, entity)))
    }
}

fn bearer(article: &Article, entity: &Entity) -> Bearer {
    let role = |(paragraph, span)| on_one_line(article.written(paragraph, span));
    Bearer {
        kind: entity.sort.code(),
        name: card::title(article, entity),
        role: article.role(entity).map(role),
        mentions: article.spoken_of(entity),
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
