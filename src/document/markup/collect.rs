//! Collects the prose that a parser finds, block by block.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::super::prose::Builder;
use super::super::{Block, FrontMatter, Zone};
use super::Split;
use crate::span::Span;

/// The blocks that were found so far, and the one that is open.
#[derive(Debug)]
pub(super) struct Collector<'a> {
    source: &'a str,
    open: Builder,
    split: Split,
}

impl<'a> Collector<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, open: Builder::default(), split: Split::default() }
    }

    /// Prose as it stands in the source.
    pub(super) fn text(&mut self, place: Range<usize>) {
        self.open.same(self.source, Span::new(place.start, place.end));
    }

    /// Prose for which something else stands in the source.
    pub(super) fn instead(&mut self, text: &str, place: Range<usize>) {
        self.open.instead(text, Span::new(place.start, place.end));
    }

    /// Whether the open block has no words yet.
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Closes the open block.
    pub(super) fn end(&mut self, zone: Zone) {
        if let Some((span, prose)) = self.open.finish() {
            self.split.blocks.push(Block { span, zone, prose: Some(prose) });
        }
    }

    /// Notes where the draft says its day, if it does so in ISO 8601 there.
    pub(super) fn date(&mut self, place: Range<usize>) {
        static ISO: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^[^0-9A-Za-z]*(\d{4}-\d{2}(?:-\d{2})?)(?:\D|$)").expect("the pattern is a constant")
        });
        let found = ISO.captures(&self.source[place.clone()]).and_then(|found| found.get(1));
        if let Some(date) = found {
            let date = Span::new(place.start + date.start(), place.start + date.end());
            self.front_matter().date.get_or_insert(date);
        }
    }

    /// Notes where the draft says its language, by a code such as `fr` or `fr-BE`.
    pub(super) fn language(&mut self, place: Range<usize>) {
        static CODE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^[^A-Za-z]*([a-z]{2})(?:[^A-Za-z]|$)").expect("the pattern is a constant")
        });
        let found = CODE.captures(&self.source[place.clone()]).and_then(|found| found.get(1));
        if let Some(code) = found {
            let code = Span::new(place.start + code.start(), place.start + code.end());
            self.front_matter().language.get_or_insert(code);
        }
    }

    fn front_matter(&mut self) -> &mut FrontMatter {
        &mut self.split.front_matter
    }

    /// All blocks, in the order of the text. One inside another gives way: which of its words came first is not known.
    pub(super) fn finish(mut self, zone: Zone) -> Split {
        self.end(zone);
        let blocks = &mut self.split.blocks;
        blocks.sort_by_key(|block| block.span);
        let mut end = 0;
        blocks.retain(|block| {
            let fits = block.span.start >= end;
            end = if fits { block.span.end } else { end };
            fits
        });
        self.split
    }
}
