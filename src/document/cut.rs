//! What was cut of a text by its lines, and how little of it has to be cut again behind an edit.

use std::ops::Range;

use super::Block;
use super::lines::{Scan, lines};
use crate::span::Span;

/// The blocks of a text, and where one may begin to cut it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    /// In the order of the text.
    pub(super) blocks: Vec<Block>,
    /// The beginnings of lines at which nothing is open: no paragraph and no fence. What follows does not depend on what
    /// stands before.
    rests: Vec<Rest>,
}

/// A place where nothing is open, and how many blocks stand before it.
#[derive(Clone, Copy, Debug)]
struct Rest {
    start: usize,
    blocks: usize,
}

/// Bytes that two texts have in common at the head and at the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Same {
    /// At the head.
    pub(super) head: usize,
    /// At the end, behind what is common at the head.
    pub(super) tail: usize,
}

impl Cut {
    /// Cuts the text from byte `from` on.
    pub(super) fn of(text: &str, from: usize) -> Self {
        Self::until(text, from, |_| false)
    }

    /// Cuts the text from byte `from` on, up to the end or to a rest where it `is_enough`; the last rest is that place.
    fn until(text: &str, from: usize, is_enough: impl Fn(usize) -> bool) -> Self {
        let (mut scan, mut rests) = (Scan::default(), Vec::new());
        for line in lines(text, from) {
            if scan.rests() {
                rests.push(Rest { start: line.start, blocks: scan.blocks.len() });
                if is_enough(line.start) {
                    break;
                }
            }
            scan.line(line.trimmed());
        }
        scan.end_paragraph();
        Self { blocks: scan.blocks, rests }
    }

    /// Makes what was cut of a text of `before` bytes that of `text`: the lines of the edit are cut anew, up to a place where
    /// nothing was open in either. Both are cut from byte `from` on.
    pub(super) fn again(&mut self, before: usize, text: &str, from: usize, same: Same) {
        // A line that ended with `\r` goes on if the next byte has become `\n`: the byte behind has to be the same.
        let Some(first) = self.rests.partition_point(|rest| rest.start < same.head).checked_sub(1) else {
            *self = Self::of(text, from);
            return;
        };
        let there = |start: usize| {
            let from_end = text.len() - start;
            let rest =
                self.rests[first..].binary_search_by_key(&before.wrapping_sub(from_end), |rest| rest.start);
            rest.ok().filter(|_| from_end <= same.tail).map(|rest| first + rest)
        };
        let begin = self.rests[first];
        let mut edited = Self::until(text, begin.start, |start| there(start).is_some());
        let meeting = edited.rests.last().and_then(|rest| there(rest.start));
        if meeting.is_some() {
            edited.rests.pop();
        }
        self.replace(begin, first..meeting.unwrap_or(self.rests.len()), edited, (before, text.len()));
    }

    /// Puts what was cut anew in the place of the rests of that range; what stands behind moves as the length has changed.
    fn replace(&mut self, begin: Rest, gone: Range<usize>, edited: Self, (before, now): (usize, usize)) {
        let end = self.rests.get(gone.end).map_or(self.blocks.len(), |rest| rest.blocks);
        let cut = begin.blocks + edited.blocks.len();
        for block in &mut self.blocks[end..] {
            block.span =
                Span::new(block.span.start as usize + now - before, block.span.end as usize + now - before);
        }
        for rest in &mut self.rests[gone.end..] {
            *rest = Rest { start: rest.start + now - before, blocks: rest.blocks + cut - end };
        }
        let anew = edited.rests.into_iter().map(|rest| Rest { blocks: rest.blocks + begin.blocks, ..rest });
        self.rests.splice(gone, anew);
        self.blocks.splice(begin.blocks..end, edited.blocks);
    }
}
