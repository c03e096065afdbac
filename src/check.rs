//! The checks: one file each, one table of them all.

use crate::analysis::Severity;

/// A check, as the manual, the configuration and the reports know it.
#[derive(Debug)]
pub struct Check {
    /// Stable name in kebab case, which names the fault: `weekday-mismatch`.
    pub name: &'static str,
    /// The severity that its findings have unless they say otherwise.
    pub severity: Severity,
    /// Its page in Markdown: the manual, its test and what `copydesk explain` prints.
    pub page: &'static str,
}

/// Every check, in the order of the manual.
pub static CHECKS: &[Check] = &[];
