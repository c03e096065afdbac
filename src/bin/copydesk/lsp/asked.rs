//! A question of the editor, and what is at hand to answer it.

use tower_lsp::ls_types::Uri;

use super::abilities::Abilities;
use super::reading::Reading;
use super::translate::Translator;

/// What a question is about: the reading of the latest text, where it stands, and who asks.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The reading.
    pub(crate) reading: &'a Reading,
    /// The address of the draft.
    pub(crate) uri: &'a Uri,
    /// What the editor can do.
    pub(crate) abilities: &'a Abilities,
}

impl Asked<'_> {
    /// Translates places in the draft.
    pub(crate) fn translator(&self) -> Translator<'_> {
        self.reading.draft.translator(self.abilities.encoding)
    }
}
