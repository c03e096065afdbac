//! A draft and what was understood of it.

use std::sync::Arc;

use copydesk::Analysis;

use super::draft::Draft;

/// A draft and what was understood of it.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The draft.
    pub(crate) draft: Arc<Draft>,
    /// What was understood of it.
    pub(crate) analysis: Analysis,
}
