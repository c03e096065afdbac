//! What the editor shows, or is to show, of an open draft.

use std::hash::{DefaultHasher, Hash, Hasher};

use tower_lsp::ls_types::Diagnostic;

use super::reading::Reading;

/// The diagnostics of a draft that are to be seen now: those that wait for the reporter to pause are not among them.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Our number for the text that they are of.
    pub(crate) revision: u64,
    /// The editor's.
    pub(crate) version: i32,
    /// The language that it was read in.
    pub(crate) language: Option<&'static str>,
    /// The diagnostics.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Shown {
    /// What is to be seen of a draft.
    pub(crate) fn of(reading: &Reading, diagnostics: Vec<Diagnostic>) -> Self {
        let (draft, language) = (&reading.draft, reading.analysis.language);
        Self { revision: draft.revision, version: draft.version, language, diagnostics }
    }

    /// A name for these diagnostics of this text: an editor that has what is called so need not be told again.
    ///
    /// The version is part of it, for what an editor underlines moves with the text when it is edited.
    pub(crate) fn id(&self) -> String {
        format!("{}-{}", self.version, id_of(&self.diagnostics))
    }
}

/// A name for diagnostics by what they say, and where.
pub(crate) fn id_of(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    // Diagnostics are plain data: they always become JSON.
    serde_json::to_string(diagnostics).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
