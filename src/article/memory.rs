//! What is remembered from one draft to the next of how they were put together.
//!
//! A keystroke changes one paragraph, and seldom a name or figure in it. Who is named depends on the names of all paragraphs
//! alone, what figures say of each other on figures alone; where those are as they were, so is what was made of them. What is
//! compared here is all that the two stages look at, so that the answer is the same as without a memory.

use std::sync::Arc;

use super::{Article, Claims, Clash, Entities, Placed, Spellings, spellings};
use crate::knowledge::Place;
use crate::mention::{Name, Paragraph, Quantity};

/// What is remembered from one draft to the next.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) spellings: spellings::Memory,
    last: Option<Last>,
}

/// The last draft, and what was made of it.
#[derive(Debug)]
struct Last {
    language: &'static str,
    paragraphs: Vec<Placed>,
    entities: Arc<Entities>,
    figures: Figures,
}

/// The figures of a draft, and those that contradict each other.
pub(super) type Figures = (Arc<Claims>, Arc<[Clash]>);

impl Memory {
    /// What was made of a draft in another language says nothing of one in this.
    pub(super) fn turn_to(&mut self, language: &'static str) {
        self.last.take_if(|last| last.language != language);
    }

    /// Who is named, if the names are those of the last draft.
    pub(super) fn entities(&self, paragraphs: &[Placed]) -> Option<Arc<Entities>> {
        let last = self.last.as_ref()?;
        are_alike(&last.paragraphs, paragraphs, same_names).then(|| last.entities.clone())
    }

    /// What figures say, if they are those of the last draft.
    pub(super) fn figures(&self, paragraphs: &[Placed]) -> Option<Figures> {
        let last = self.last.as_ref()?;
        are_alike(&last.paragraphs, paragraphs, same_figures).then(|| last.figures.clone())
    }

    /// Which capitalised words are spelt nearly alike.
    pub(super) fn spellings(&mut self, paragraphs: &[Placed]) -> Spellings {
        Spellings::new(paragraphs, &mut self.spellings)
    }

    /// Remembers a draft.
    pub(super) fn keep(&mut self, article: &Article) {
        self.last = Some(Last {
            language: article.language.code,
            paragraphs: article.paragraphs.clone(),
            entities: article.entities.clone(),
            figures: (article.claims.clone(), article.clashes.clone()),
        });
    }
}

/// Whether two drafts have as many paragraphs, each of which is the same or `same` as the other.
fn are_alike(one: &[Placed], other: &[Placed], same: fn(&Paragraph, &Paragraph) -> bool) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            let (a, b) = (&one.paragraph, &other.paragraph);
            one.zone == other.zone && (Arc::ptr_eq(a, b) || same(a, b))
        })
}

/// Whether linking names sees the same in both. Where acronyms are spelt out, it looks at places, too.
fn same_names(one: &Paragraph, other: &Paragraph) -> bool {
    one.acronyms.is_empty()
        && other.acronyms.is_empty()
        && one.names.len() == other.names.len()
        && one.names.iter().zip(&other.names).all(|(one, other)| same_name(one, other))
}

/// Whether the two differ at most in where they stand.
fn same_name(one: &Name, other: &Name) -> bool {
    // All parts are named here, so that a new one is thought of.
    let Name {
        span: _,
        sentence: _,
        form,
        words,
        sort,
        scores,
        opens_sentence,
        place,
        role,
        gender,
        shouted,
        titled,
        quoted,
        acts,
    } = one;
    let place_of = |place: &Option<&'static Place>| place.map(std::ptr::from_ref);
    (form, words, sort, scores) == (&other.form, &other.words, &other.sort, &other.scores)
        && (gender, shouted, titled) == (&other.gender, &other.shouted, &other.titled)
        && (quoted, acts) == (&other.quoted, &other.acts)
        && (*opens_sentence, role.is_some()) == (other.opens_sentence, other.role.is_some())
        && place_of(place) == place_of(&other.place)
}

/// Whether comparing figures sees the same in both: all of them, the words of what governs them, and how much is said of
/// markets.
fn same_figures(one: &Paragraph, other: &Paragraph) -> bool {
    let cues = |figure: &'_ Quantity| figure.context.cues.iter().map(|cue| cue.span).collect::<Vec<_>>();
    let mut cues = one.quantities.iter().flat_map(cues);
    (one.words, one.market_words) == (other.words, other.market_words)
        && one.quantities == other.quantities
        && cues.all(|cue| cue.of(&one.text) == cue.of(&other.text))
}
