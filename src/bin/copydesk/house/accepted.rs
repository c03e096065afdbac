//! What somebody has accepted as it stands: kept by content in `.copydesk/accepted.jsonl`, so that it survives edits
//! elsewhere and lapses when its own words change.

use copydesk::{Finding, Span};
use serde::{Deserialize, Serialize};

/// A finding that is accepted, by what it says and not by where it stands.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) struct Accepted {
    /// The check.
    pub(crate) check: String,
    /// The places that it speaks of, in alphabetical order.
    pub(crate) places: Vec<Place>,
}

/// A place that a finding speaks of.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) struct Place {
    /// The words that are underlined or linked.
    pub(crate) words: String,
    /// The sentence that they stand in.
    pub(crate) sentence: String,
}

impl Accepted {
    /// A finding in a text, as it would be accepted.
    pub(crate) fn of(finding: &Finding, text: &str) -> Self {
        let spans = finding.related.iter().map(|related| related.span).chain([finding.span]);
        let mut places = spans.map(|span| Place::of(span, text)).collect::<Vec<_>>();
        places.sort();
        Self { check: finding.check.to_owned(), places }
    }
}

impl Place {
    fn of(span: Span, text: &str) -> Self {
        Self { words: on_one_line(span.of(text)), sentence: on_one_line(sentence(span, text)) }
    }
}

/// The sentence around a place: from one full stop or empty line to the next.
fn sentence(span: Span, text: &str) -> &str {
    let (start, end) = (span.start as usize, span.end as usize);
    let (before, behind) = (&text[..start], &text[end..]);
    let cut = |mark: &str| before.rfind(mark).map_or(0, |at| at + mark.len());
    let from = ["\n\n", "\r\n\r\n", ". ", "! ", "? "].map(cut).into_iter().max().unwrap_or(0);
    let cut = |mark: &str| behind.find(mark).unwrap_or(behind.len());
    let to = ["\n\n", "\r\n\r\n", ". ", "! ", "? "].map(cut).into_iter().min().unwrap_or(behind.len());
    &text[from..end + to]
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
