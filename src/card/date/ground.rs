//! What a date was placed by: its own words, the day of the story, or another date of the text.

use crate::article::{Article, At, Placement, Timeline};

/// What a date was placed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Its own words say it all.
    Words,
    /// The day from which the draft speaks.
    Story,
    /// A date before it.
    Date(At),
    /// More than one thing that stands before it.
    Text,
    /// It could not be placed, or not all of it.
    Nothing,
}

/// A date, when it is, and how that is known.
pub(super) struct Grounded {
    pub(super) at: At,
    pub(super) placement: Placement,
    pub(super) ground: Ground,
}

/// Finds out by trying: what a date keeps when the story has no day, and no other date stands before it.
pub(super) fn find(article: &Article, at: At) -> Option<Grounded> {
    let placements = article.timeline.placements(&article.paragraphs);
    let upto: Vec<(At, Placement)> = placements.take_while(|(other, _)| *other <= at).collect();
    let ((last, placement), before) = upto.split_last()?;
    let ground = ground(article, at, placement, before);
    (*last == at).then(|| Grounded { at, placement: placement.clone(), ground })
}

fn ground(article: &Article, at: At, placement: &Placement, before: &[(At, Placement)]) -> Ground {
    let date = article.date(at);
    let same = |other: &Placement| other.value == placement.value;
    if same(&Timeline::default().place(date, None)) {
        return if is_open(&placement.value) { Ground::Nothing } else { Ground::Words };
    }
    if same(&article.timeline.place(date, None)) {
        return Ground::Story;
    }
    let leads_here = |other: &&(At, Placement)| {
        other.1.start.is_some_and(|start| same(&article.timeline.place(date, Some(start))))
    };
    before.iter().rev().find(leads_here).map_or(Ground::Text, |(other, _)| Ground::Date(*other))
}

/// Whether nothing of a value is known, or not its year or week.
fn is_open(value: &str) -> bool {
    value.is_empty() || value.starts_with("XX")
}
