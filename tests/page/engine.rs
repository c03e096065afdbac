//! What reads the drafts of a page: the library, or a stand-in where the harness itself is tested.

use copydesk::{Analysis, Card, Mention, Options, Severity};

/// The part of the library that pages speak of.
pub(crate) trait Engine {
    /// All that can be understood of a draft.
    fn analyse(&self, text: &str, options: &Options) -> Analysis;
    /// What was recognised in it.
    fn mentions(&self, analysis: &Analysis, text: &str) -> Vec<Mention>;
    /// The card over what stands at `offset`.
    fn card_at(&self, analysis: &Analysis, text: &str, offset: usize) -> Option<Card>;
    /// The severity that a page need not write out.
    fn usual_severity(&self, check: &str) -> Option<Severity>;
}
