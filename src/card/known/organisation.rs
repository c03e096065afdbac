//! What is known of an organisation.

use super::{Facts, Say};
use crate::knowledge::{Place, organisations, places};

impl Say<'_> {
    /// What its acronym stands for, what it is, and its country where neither says so.
    pub(super) fn organisation(&self, folded: &str, written: &str) -> Facts {
        let found = organisations::find_written(written).first().or(organisations::find(folded).first());
        let Some(known) = found else { return Facts::default() };
        let texts = [known.full.get(self.code()), known.note.get(self.code())];
        let news = |text: &&&str| !text.is_empty() && **text != written;
        let mut lines: Vec<String> =
            texts.iter().copied().filter(news).map(|text| (*text).to_owned()).collect();
        let said = |country: &&Place| texts.iter().any(|text| self.names(text, country));
        let country = known.country.and_then(places::country).filter(|country| !said(country));
        lines.extend(country.map(|country| country.name(self.code()).to_owned()));
        let day = self.date(organisations::AS_OF);
        let source = self.label("source", &[("source", "Copydesk"), ("date", &day)]);
        let source = Some(source).filter(|_| !lines.is_empty());
        Facts { lines, source }
    }
}
