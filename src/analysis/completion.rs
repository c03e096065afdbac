//! Names that may be meant by what is being typed.

use super::Analysis;
use crate::card;
use crate::knowledge::{fold, listing};
use crate::mention::Sort;
use crate::span::Span;

/// Names offered at most.
const MOST: usize = 40;
/// Letters that must be typed before names are offered that the draft does not have yet.
const LEAST: usize = 3;

/// A name that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The name as it will be written.
    pub name: String,
    /// Whose it is, where `name` is not the whole: `Mark Milley`.
    pub of: Option<String>,
    /// `PER`, `LOC` or `ORG`.
    pub kind: &'static str,
    /// What has been typed of it.
    pub replaces: Span,
    /// Whether the draft names it already; those come first.
    pub used: bool,
}

impl Analysis {
    /// Names that begin as what is typed before `offset` of `text`: those of the draft, then those that are known.
    /// Nothing where no capital was typed.
    pub fn completions(&self, text: &str, offset: usize) -> Vec<Completion> {
        let Some(typed) = Typed::before(text, offset) else { return Vec::new() };
        let mut found = self.used(&typed);
        if typed.last.chars().count() >= LEAST {
            let known = self.language.map(|language| listing::starting_with(&typed.last, language));
            let known = known.into_iter().flatten().map(|(name, kind)| typed.completion(name, kind));
            for completion in known.take(MOST) {
                if found.iter().all(|one| one.name != completion.name) {
                    found.push(completion);
                }
            }
        }
        // What fits both words that were typed is meant before what fits the last one.
        found.sort_by_key(|one| (!one.used, one.replaces != typed.wide));
        found.truncate(MOST);
        found
    }

    /// The names of the draft that begin so, the one that is being typed left out.
    fn used(&self, typed: &Typed) -> Vec<Completion> {
        let Some(article) = &self.article else { return Vec::new() };
        let mut found = Vec::new();
        for entity in &article.entities.all {
            let spans = entity.mentions.iter().map(|at| article.place(at.0, article.name(*at).span));
            if spans.clone().all(|span| span.overlaps(typed.span) || span.end == typed.span.end) {
                continue;
            }
            let full = card::title(article, entity);
            let kind = entity.sort.code();
            let surname = full.rsplit_once(' ').map(|(_, surname)| surname.to_owned());
            let surname = surname
                .filter(|surname| entity.sort == Sort::Person && fold(surname).starts_with(&typed.last));
            if let Some(surname) = surname {
                found.push(Completion {
                    of: Some(full.clone()),
                    used: true,
                    ..typed.completion(surname, kind)
                });
            }
            if fold(&full).starts_with(&typed.last) || fold(&full).starts_with(&typed.both) {
                found.push(Completion { used: true, ..typed.completion(full, kind) });
            }
        }
        found
    }
}

/// What stands before the cursor.
struct Typed {
    /// The last word, folded.
    last: String,
    /// The last word and the capitalised one before it, folded; the last word where none is.
    both: String,
    /// Where the last word stands.
    span: Span,
    /// Where both stand.
    wide: Span,
}

impl Typed {
    fn before(text: &str, offset: usize) -> Option<Self> {
        let before = text.get(..offset)?;
        let start = word_start(before);
        let word = &before[start..];
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        let earlier = before[..start].strip_suffix(' ').map(word_start);
        let wide = earlier.filter(|at| before[*at..].starts_with(char::is_uppercase)).unwrap_or(start);
        let (span, wide) = (Span::new(start, offset), Span::new(wide, offset));
        Some(Self { last: fold(word), both: fold(wide.of(text)), span, wide })
    }

    fn completion(&self, name: String, kind: &'static str) -> Completion {
        let wide = fold(&name).starts_with(&self.both);
        Completion { name, of: None, kind, replaces: if wide { self.wide } else { self.span }, used: false }
    }
}

/// Where the word at the end of the text begins; hyphens belong to it.
fn word_start(text: &str) -> usize {
    let letters = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic() || *c == '-');
    letters.last().map_or(text.len(), |(at, _)| at)
}
