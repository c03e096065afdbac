//! What is known of an organisation.

use super::{Facts, Say};
use crate::knowledge::organisations;

impl Say<'_> {
    /// What its acronym stands for, and what it is.
    pub(super) fn organisation(&self, folded: &str, written: &str) -> Facts {
        let found = organisations::find_written(written).first().or(organisations::find(folded).first());
        let Some(known) = found else { return Facts::default() };
        let texts = [known.full.get(self.code()), known.note.get(self.code())];
        let news = |text: &&&str| !text.is_empty() && **text != written;
        let lines = texts.into_iter().filter(|text| news(text)).map(|text| (*text).to_owned());
        Facts { lines: lines.collect(), source: None }
    }
}
