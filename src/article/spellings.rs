//! Words of names that are spelt nearly alike, and what stands beside them.
//!
//! Which of them are slips is for a check to judge. Pairs are found as SymSpell finds them: two words that one letter
//! makes different become equal when one letter is taken out of each (see [`near`]).

mod near;

use rustc_hash::FxHashMap;

use super::{Article, At, Placed, Telling};
use crate::knowledge::forenames::Gender;
use crate::mention::Capital;

/// Least number of letters of a word that is compared.
const LEAST: usize = 4;

/// Names before one spelling that are looked at: no surname of a draft has more bearers.
const GIVENS: usize = 64;

/// A spelling, and everywhere that it stands.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// In small letters without accents.
    pub folded: &'a str,
    /// Its places, as indices into the capitals of a paragraph, in the order of the text. Never empty.
    pub at: Vec<At>,
    /// The names that stand before it in the same name, each once: no particles, initials or ordinary words.
    pub givens: Vec<&'a str>,
    /// Every capitalised word that stands before it in the same name; a particle only where nothing else does.
    pub befores: Vec<&'a str>,
    /// What stands behind it in the same name.
    pub behinds: Vec<&'a str>,
    /// What a hyphen joins to it on either side somewhere: `Williams` of `Colfer-Williams`.
    pub joined: Vec<&'a str>,
    /// Whether a title stands before it somewhere.
    pub titled: bool,
    /// The genders that titles before it tell.
    pub genders: Vec<Gender>,
    /// Whether it stands somewhere without a word of its name before or behind it.
    pub bare: bool,
    /// What is known of the word itself.
    pub word: &'a Capital,
}

/// Two spellings of which one letter makes the difference: one left out, put in, replaced, or two swapped.
#[derive(Clone, Debug)]
pub struct Twins<'a> {
    /// The one that stands less often, or else no dictionary knows, or comes later.
    pub rare: Form<'a>,
    /// The other.
    pub common: Form<'a>,
}

/// The spellings of a draft that are nearly alike.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    /// All of them, in the order of their first places.
    words: Vec<Box<str>>,
    /// Where those stand that have a twin, in the order of the text.
    places: Vec<Vec<At>>,
    /// Which of them are twins.
    pairs: Vec<(usize, usize)>,
    telling: Telling<(usize, usize)>,
}

impl Spellings {
    /// Those of a draft's capitalised words of at least four letters. Pairs are looked for anew only if the words are not the
    /// last ones.
    pub(super) fn new(paragraphs: &[Placed], last: Option<&Self>) -> Self {
        let mut numbers = FxHashMap::<&str, usize>::default();
        // In the order of the text, so that equal drafts give equal findings.
        let mut words = Vec::new();
        let mut all = Vec::new();
        for (at, capital) in capitals(paragraphs) {
            let number = *numbers.entry(&capital.folded).or_insert_with(|| {
                words.push(&*capital.folded);
                words.len() - 1
            });
            all.push((number, at));
        }
        let known = last.filter(|last| words.iter().copied().eq(last.words.iter().map(|word| &**word)));
        let pairs = known.map_or_else(|| near::pairs(&words), |last| last.pairs.clone());
        let mut places = vec![Vec::new(); if pairs.is_empty() { 0 } else { words.len() }];
        let mut wanted = vec![false; places.len()];
        pairs.iter().for_each(|(one, other)| [wanted[*one], wanted[*other]] = [true; 2]);
        for (number, at) in all.into_iter().filter(|(number, _)| wanted.get(*number) == Some(&true)) {
            places[number].push(at);
        }
        let words = words.into_iter().map(Box::from).collect();
        Self { words, places, pairs, telling: Telling::default() }
    }
}

/// Every capitalised word that is compared, with its place.
fn capitals(paragraphs: &[Placed]) -> impl Iterator<Item = (At, &Capital)> {
    paragraphs.iter().enumerate().flat_map(|(paragraph, placed)| {
        let capitals = placed.paragraph.capitals.iter().enumerate();
        let long = capitals.filter(|(_, capital)| capital.folded.len() >= LEAST);
        long.map(move |(index, capital)| ((paragraph, index), capital))
    })
}

impl Article {
    /// The capitalised words of at least four letters that are spelt nearly alike, where `judge` has something to say of
    /// them; it must look at nothing but capitalised words.
    pub fn twins<V>(&self, judge: impl Fn(&Twins) -> Option<V>) -> impl Iterator<Item = (Twins<'_>, V)> {
        let Spellings { places, pairs, telling, .. } = &*self.spellings;
        let twin = |(one, other): (usize, usize)| self.twin(&places[one], &places[other]);
        let telling = telling.of(|| pairs.clone(), |pair| judge(&twin(*pair)).is_some());
        telling.iter().filter_map(move |pair| {
            let twins = twin(*pair);
            let said = judge(&twins)?;
            Some((twins, said))
        })
    }

    fn twin(&self, one: &[At], other: &[At]) -> Twins<'_> {
        let (one, other) = (self.form(one), self.form(other));
        let rank = |form: &Form| (form.at.len(), form.word.known, std::cmp::Reverse(form.at[0]));
        let (rare, common) = if rank(&one) <= rank(&other) { (one, other) } else { (other, one) };
        Twins { rare, common }
    }

    fn form(&self, at: &[At]) -> Form<'_> {
        let word = self.capital(at[0]);
        let mut form = Form {
            folded: &word.folded,
            at: at.to_vec(),
            givens: Vec::new(),
            befores: Vec::new(),
            behinds: Vec::new(),
            joined: Vec::new(),
            titled: false,
            genders: Vec::new(),
            bare: false,
            word,
        };
        for place in at {
            let (before, behind) = (self.before(*place), self.behind(*place));
            form.titled |= self.capital(*place).titled;
            form.genders.extend(self.capital(*place).gender);
            form.bare |= before.is_none_or(|before| before.particle) && behind.is_none();
            form.joined
                .extend(before.filter(|_| self.capital(*place).hyphened).map(|capital| &*capital.folded));
            form.joined.extend(behind.filter(|behind| behind.hyphened).map(|behind| &*behind.folded));
            form.befores.extend(before.map(|capital| &*capital.folded));
            let given =
                before.filter(|before| !before.ordinary && !before.particle && before.folded.len() > 1);
            form.givens.extend(given.map(|capital| &*capital.folded));
            form.behinds.extend(behind.map(|capital| &*capital.folded));
        }
        form.givens.sort_unstable();
        form.givens.dedup();
        form.givens.truncate(GIVENS);
        form
    }

    /// A capitalised word.
    pub fn capital(&self, (paragraph, index): At) -> &Capital {
        &self.paragraphs[paragraph].paragraph.capitals[index]
    }

    /// The word before it in the same name: the nearest that is no particle, else the nearest.
    pub fn before(&self, (paragraph, index): At) -> Option<&Capital> {
        let capitals = &self.paragraphs[paragraph].paragraph.capitals;
        let before = |capital: &Capital| capital.before.map(|before| &capitals[before]);
        let nearest = before(&capitals[index])?;
        let names = std::iter::successors(Some(nearest), |capital| before(capital));
        Some(names.into_iter().find(|capital| !capital.particle).unwrap_or(nearest))
    }

    /// The word behind it in the same name.
    pub fn behind(&self, (paragraph, index): At) -> Option<&Capital> {
        let next = self.paragraphs[paragraph].paragraph.capitals.get(index + 1)?;
        (next.before == Some(index)).then_some(next)
    }
}
