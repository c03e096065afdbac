//! Who and what a draft names: every mention tied to its bearer.
//!
//! The rules are those of `domain/names_and_places.md`, "Linking names inside one draft".

mod describe;
mod link;
mod sort;

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use sort::{Settled, settle};

use super::{At, Placed};
use crate::knowledge::{Gender, Place};
use crate::mention::{Acronym, Name, Sort};
use crate::span::Span;

/// Somebody or something that a draft names.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is.
    pub sort: Sort,
    /// Its mentions, in the order of the text.
    pub mentions: Vec<At>,
    /// The offices without a name that mean this person and surely nobody else, among the descriptions of the paragraphs, in the
    /// order of the text. All stand behind the first mention.
    pub described: Vec<At>,
    /// The mention that gives the fullest form of the name.
    pub fullest: At,
    /// The words of that form, as they are compared.
    pub words: Vec<String>,
    /// Whether that form is in capitals.
    pub shouted: bool,
    /// The place, for a place that is known.
    pub place: Option<&'static Place>,
    /// The first mention with a role beside it.
    pub role: Option<At>,
    /// The gender that titles and forenames tell.
    pub gender: Option<Gender>,
}

/// The entities of a draft.
#[derive(Debug, Default)]
pub struct Entities {
    /// In the order of their first full mention.
    pub all: Vec<Entity>,
    /// The entity of each mention that has one.
    pub of: FxHashMap<At, usize>,
    /// Mentions of a surname that several people of the draft have.
    pub open: FxHashSet<At>,
    /// What each name was linked as.
    pub(super) settled: Settled,
}

impl Entities {
    /// Links the names of a draft, each of which is settled; `language` is the code of the draft's.
    pub(super) fn new(paragraphs: &[Placed], settled: Settled, language: &str) -> Self {
        let named = named(paragraphs, &settled);
        let mut linker = link::Linker::default();
        // First those that say by themselves what they are, then those that lean on them.
        for alone in [true, false] {
            named.iter().for_each(|(at, name)| linker.take(*at, name, alone));
        }
        for (p, placed) in paragraphs.iter().enumerate() {
            for acronym in &placed.paragraph.acronyms {
                bind(&mut linker, p, &placed.paragraph.names, acronym);
            }
        }
        let mut entities = Self { settled, ..linker.finish() };
        for (at, entity) in describe::tied(paragraphs, &entities, language) {
            entities.all[entity].described.push(at);
        }
        entities
    }

    /// The entity of a mention.
    pub fn of(&self, at: At) -> Option<&Entity> {
        self.of.get(&at).map(|index| &self.all[*index])
    }
}

/// The names of a draft as they are settled, those left out that are none.
fn named<'a>(paragraphs: &'a [Placed], settled: &Settled) -> Vec<(At, Cow<'a, Name>)> {
    let names = paragraphs.iter().enumerate().flat_map(|(p, placed)| {
        placed.paragraph.names.iter().enumerate().map(move |(index, name)| ((p, index), name))
    });
    names.zip(settled).filter_map(|((at, name), sort)| Some((at, sort::named(name, *sort)?))).collect()
}

/// An acronym in brackets and the words before it name one thing.
fn bind(linker: &mut link::Linker<'_>, paragraph: usize, names: &[Name], acronym: &Acronym) {
    let at =
        |span: Span| names.iter().rposition(|name| name.span.overlaps(span)).map(|index| (paragraph, index));
    if let (Some(short), Some(long)) = (at(acronym.short), at(acronym.long)) {
        linker.merge(short, long);
    }
}

impl Entity {
    fn new(at: At, name: &Name, sort: Sort) -> Self {
        Self {
            sort,
            mentions: Vec::new(),
            described: Vec::new(),
            fullest: at,
            words: name.words.clone(),
            shouted: name.shouted,
            place: name.place.filter(|_| sort == Sort::Place),
            role: None,
            gender: name.gender,
        }
    }
}
