//! Whose birth or age it is.

use crate::article::Article;
use crate::mention::{Life, Sort};

impl Article {
    /// The person beside it, or the only one of the sentence, or the only one of the last sentence that names any.
    pub(super) fn bearer(&self, paragraph: usize, life: &Life) -> Option<usize> {
        if let Some(name) = life.name {
            return self.entities.of.get(&(paragraph, name)).copied();
        }
        let here = (0..=life.sentence).rev().map(|sentence| (paragraph, sentence));
        let last = paragraph
            .checked_sub(1)
            .into_iter()
            .flat_map(|before| (0..self.sentences(before)).rev().map(move |sentence| (before, sentence)));
        let mut named = here.chain(last).map(|place| self.people(place)).find(|people| !people.is_empty())?;
        named.dedup();
        match named.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn sentences(&self, paragraph: usize) -> usize {
        self.paragraphs[paragraph].paragraph.names.last().map_or(0, |name| name.sentence + 1)
    }

    /// The people named in a sentence, sorted.
    pub(super) fn people(&self, (paragraph, sentence): (usize, usize)) -> Vec<usize> {
        let names = self.paragraphs[paragraph].paragraph.names.iter().enumerate();
        let here = names.filter(|(_, name)| name.sentence == sentence);
        let entities = here.filter_map(|(index, _)| self.entities.of.get(&(paragraph, index)).copied());
        let mut people: Vec<usize> =
            entities.filter(|entity| self.entities.all[*entity].sort == Sort::Person).collect();
        people.sort_unstable();
        people
    }
}
