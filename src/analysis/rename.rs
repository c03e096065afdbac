//! Renames somebody or something through the whole draft, each mention in its own form.

mod elision;

use super::{Analysis, Edit};
use crate::article::{Article, At, Entity};
use crate::card;
use crate::knowledge::fold;
use crate::mention::Sort;
use crate::span::Span;

/// Why a name cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No name that was recognised stands there.
    NoName,
    /// It is not known whose name it is: the draft has several bearers of it.
    Open,
    /// What was given is no name: empty, over several lines, or without a letter.
    NotAName,
}

impl Analysis {
    /// The name at `offset` that can be changed.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn renamable(&self, offset: usize) -> Result<Span, Refusal> {
        self.renamed_at(offset).map(|(.., span)| span)
    }

    /// The edits that give the bearer of the name at `offset` the name `new` everywhere.
    ///
    /// A person is renamed in every form: full name, surname, forename, initial and surname. Of a new name of several
    /// words the last one, with its particles, is the surname. One word alone is the new surname, or the new forename where
    /// the name at `offset` is a forename alone. Places and organisations are renamed where they are written as at `offset`.
    ///
    /// # Errors
    /// Why it cannot be done.
    pub fn rename(&self, offset: usize, new: &str) -> Result<Vec<Edit>, Refusal> {
        let new: Vec<&str> = new.split_whitespace().collect();
        let letters = new.iter().all(|word| word.chars().any(char::is_alphabetic));
        if new.is_empty() || !letters || new.iter().any(|word| word.chars().any(char::is_control)) {
            return Err(Refusal::NotAName);
        }
        let (article, entity, here, _) = self.renamed_at(offset)?;
        let asked = written(article, here);
        let change = match entity.sort {
            Sort::Person => Change::person(article, entity, &asked, &new),
            _ => Change::Whole { old: fold(&asked), new: new.join(" ") },
        };
        let edit = |at: &At| {
            let span =
                Some(article.place(at.0, article.name(*at).span)).filter(|span| article.is_whole(*span))?;
            let edit = Edit { span, text: change.of(&written(article, *at))? };
            // Where markup stands between the words, the one before is not surely beside the name.
            match article.paragraphs[at.0].map {
                Some(_) => Some(edit),
                None => Some(elision::with_article(&article.language.messages, before(article, *at), edit)),
            }
        };
        Ok(entity.mentions.iter().filter_map(edit).collect())
    }

    fn renamed_at(&self, offset: usize) -> Result<(&Article, &Entity, At, Span), Refusal> {
        let article = self.article.as_ref().ok_or(Refusal::NoName)?;
        let (at, span) = card::mention_at(article, offset).ok_or(Refusal::NoName)?;
        let entity = article.entities.of(at).ok_or(Refusal::Open)?;
        Ok((article, entity, at, span))
    }
}

/// What stands before a name in its paragraph.
fn before(article: &Article, at: At) -> &str {
    let start = article.name(at).span.start as usize;
    article.paragraphs[at.0].paragraph.text.get(..start).unwrap_or_default()
}

/// The words of a name, on one line.
fn written(article: &Article, at: At) -> String {
    let words = article.written(at.0, article.name(at).span);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What becomes of a name.
enum Change {
    /// The whole of it, where it is written so.
    Whole { old: String, new: String },
    /// The forenames and the surname of a person; `None` for a part that stays.
    Parts { old: Parts, forenames: Option<String>, surname: Option<String> },
}

/// The parts of a person's name, folded.
struct Parts {
    forenames: Vec<String>,
    surname: Vec<String>,
    particles: usize,
}

impl Change {
    fn person(article: &Article, entity: &Entity, asked: &str, new: &[&str]) -> Self {
        let full = card::title(article, entity);
        let full: Vec<&str> = full.split(' ').collect();
        let (forenames, particles) = split(article, &full);
        let folded = |words: &[&str]| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
        let old =
            Parts { forenames: folded(&full[..forenames]), surname: folded(&full[forenames..]), particles };
        let (own, _) = split(article, new);
        let surname_alone = own == 0;
        let forename_asked = surname_alone && forenames > 0 && old.is_forename(asked);
        let part = |words: &[&str]| Some(words.join(" ")).filter(|part| !part.is_empty());
        let (forenames, surname) = match forename_asked {
            true => (part(new), None),
            false => (part(&new[..own]), part(&new[own..])),
        };
        Change::Parts { old, forenames, surname }
    }

    /// What a mention becomes; `None` where it stays as it is.
    fn of(&self, mention: &str) -> Option<String> {
        let changed = match self {
            Change::Whole { old, new } => (fold(mention) == *old).then(|| new.clone())?,
            Change::Parts { old, forenames, surname } => {
                old.replaced(mention, forenames.as_deref(), surname.as_deref())
            }
        };
        let shouted = mention.chars().filter(|c| c.is_alphabetic()).nth(1).is_some_and(char::is_uppercase)
            && !mention.chars().any(char::is_lowercase);
        let changed = if shouted { changed.to_uppercase() } else { changed };
        (changed != mention).then_some(changed)
    }
}

impl Parts {
    fn is_forename(&self, mention: &str) -> bool {
        mention.split(' ').all(|word| self.forenames.contains(&fold(word)))
    }

    /// The mention with each part that it shows replaced.
    fn replaced(&self, mention: &str, forenames: Option<&str>, surname: Option<&str>) -> String {
        let words: Vec<&str> = mention.split(' ').collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let core = &self.surname[self.particles..];
        let found = folded.windows(core.len().max(1)).rposition(|window| window == core);
        // Particles that stand before it belong to the surname.
        let from = found.map(|at| {
            let before = self.surname[..self.particles].iter().rev().zip(folded[..at].iter().rev());
            at - before.take_while(|(ours, theirs)| ours == theirs).count()
        });
        let head = from.unwrap_or(words.len());
        let tail = found.map_or(words.len(), |at| at + core.len());
        let mut out = Vec::new();
        out.extend(self.forenames_for(&words[..head], &folded[..head], forenames));
        if let (Some(from), Some(_)) = (from, found) {
            out.push(surname.map_or_else(|| words[from..tail].join(" "), str::to_owned));
        }
        out.extend(words[tail..].iter().map(|word| (*word).to_owned()));
        out.join(" ")
    }

    /// The forenames as a mention shows them: all, the first, or an initial.
    fn forenames_for(&self, words: &[&str], folded: &[String], new: Option<&str>) -> Option<String> {
        let old = (!words.is_empty()).then(|| words.join(" "))?;
        let Some(new) = new else { return Some(old) };
        let first = self.forenames.first()?;
        let initial = |word: &str| word.chars().count() == 1 && first.starts_with(word);
        match folded {
            [one] if initial(one) => new.chars().next().map(|letter| format!("{letter}.")),
            [one, ..] if one == first => Some(new.to_owned()),
            _ => Some(old),
        }
    }
}

/// How many words are forenames, and how many particles then open the surname. A word alone is a surname.
fn split(article: &Article, words: &[&str]) -> (usize, usize) {
    let particles =
        words[..words.len() - 1].iter().rev().take_while(|word| article.language.is_particle(word)).count();
    (words.len() - 1 - particles, particles)
}
