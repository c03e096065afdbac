//! The manual's pages: where they stand on the web, and what their first lines say.

use copydesk::Check;

/// Where the pages of the checks are to be read.
const PAGES: &str = "https://github.com/copydesk/copydesk/blob/main/docs/checks";

/// The address of the page about a check.
pub(crate) fn address(check: &str) -> String {
    format!("{PAGES}/{check}.md")
}

/// What a check looks for: the first paragraph of its page, on one line.
pub(crate) fn summary(check: &Check) -> String {
    let text = check.page.lines().skip_while(|line| line.trim().is_empty() || line.starts_with('#'));
    text.take_while(|line| !line.trim().is_empty()).map(str::trim).collect::<Vec<_>>().join(" ")
}
