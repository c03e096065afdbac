//! Lists of a draft that a sentence above them announces by their number.

use super::{Article, Placed};
use crate::document::Zone;
use crate::mention::Announcement;

/// A list, and the count above it.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// The paragraph that announces it.
    pub paragraph: usize,
    /// What it announces.
    pub announced: &'a Announcement,
    /// How many items there are.
    pub items: usize,
    /// The paragraph that is the last item.
    pub last: usize,
}

/// Paragraphs behind a list in which it may go on: an item may run over several lines.
const BEYOND: usize = 2;

impl Article {
    /// The list that a paragraph announces. One with lists in it, or with text between its items, is none: how many items
    /// it has depends on how one counts.
    pub fn announced_list(&self, paragraph: usize) -> Option<List<'_>> {
        let announced = self.paragraphs[paragraph].paragraph.announced.as_ref()?;
        let behind = &self.paragraphs[paragraph + 1..];
        let items = behind.iter().take_while(|placed| placed.zone == Zone::List).count();
        let broken = behind[items..].iter().take(BEYOND).any(|placed| placed.zone == Zone::List);
        let flat = !broken && self.is_flat(paragraph + 1, items);
        (items > 1 && flat).then_some(List { paragraph, announced, items, last: paragraph + items })
    }

    /// The items of the list directly behind a paragraph that is running text itself, with their numbers.
    pub fn items_behind(&self, paragraph: usize) -> impl Iterator<Item = (usize, &Placed)> {
        let open = !matches!(self.paragraphs[paragraph].zone, Zone::List | Zone::Table);
        let behind = self.paragraphs.iter().enumerate().skip(paragraph + 1);
        behind.take_while(move |(_, placed)| open && placed.zone == Zone::List)
    }

    /// Whether all items stand equally far to the right: the same lies between each and the next.
    fn is_flat(&self, first: usize, items: usize) -> bool {
        let gap = |at: usize| self.paragraphs[at].start - self.paragraphs[at - 1].end;
        let mut gaps = (first + 1..first + items).map(gap);
        let gap = gaps.next();
        gaps.all(|next| Some(next) == gap)
    }
}
