//! What a draft has in common with the one before it: whatever was found out of that need not be found out again.

use std::ops::Range;
use std::sync::Arc;

use super::Placed;
use crate::document::Zone;

/// The paragraphs that two drafts have in common, at the head and at the end. Between lies what was edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// So many at the head.
    head: usize,
    /// So many at the end.
    tail: usize,
    /// How many there were in the draft before.
    before: usize,
    /// How many there are now.
    now: usize,
}

impl Common {
    /// Of the draft before, and of this one.
    pub(super) fn of(before: &[Placed], now: &[Placed]) -> Self {
        let shorter = before.len().min(now.len());
        let head = (0..shorter).take_while(|at| are_same(before, *at, now, *at)).count();
        let from_end = |at: &usize| are_same(before, before.len() - at, now, now.len() - at);
        let tail = (1..=shorter - head).take_while(from_end).count();
        Self { head, tail, before: before.len(), now: now.len() }
    }

    /// What was edited, in the draft before and in this one.
    pub(super) fn edited(self) -> (Range<usize>, Range<usize>) {
        (self.head..self.before - self.tail, self.head..self.now - self.tail)
    }

    /// The paragraphs of this draft whose surroundings may not be what they were: `before` paragraphs before them and
    /// `behind` paragraphs behind, or behind the list or table that follows.
    pub fn disturbed(self, paragraphs: &[Placed], before: usize, behind: usize) -> Range<usize> {
        let in_row = |at: &usize| matches!(paragraphs[*at].zone, Zone::List | Zone::Table);
        let near = self.head.saturating_sub(behind);
        let row = (0..near).rev().take_while(in_row).count();
        (near - row).saturating_sub(1)..(self.now - self.tail + before).min(self.now)
    }

    /// Where a paragraph of the draft before stands in this one; `None` if it was edited.
    pub fn now(self, paragraph: usize) -> Option<usize> {
        let from_end = self.before.checked_sub(paragraph).filter(|from_end| *from_end <= self.tail);
        if paragraph < self.head { Some(paragraph) } else { from_end.map(|from_end| self.now - from_end) }
    }
}

/// Whether the same paragraph plays the same part in both; an item of a list has to stand as far from what is above it.
fn are_same(before: &[Placed], at: usize, now: &[Placed], other: usize) -> bool {
    let (a, b) = (&before[at], &now[other]);
    let gap = |all: &[Placed], at: usize| {
        all[at].start.abs_diff(at.checked_sub(1).map_or(0, |above| all[above].end))
    };
    Arc::ptr_eq(&a.paragraph, &b.paragraph)
        && a.zone == b.zone
        && (a.zone != Zone::List || gap(before, at) == gap(now, other))
}
