//! Prose that does not stand in the text as it is read: markup inside it is left out, `&eacute;` is read as é. A map leads
//! from each place in what is read back to the text.

use std::sync::Arc;

use crate::span::Span;

/// What is read of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The words.
    pub text: String,
    /// Where they stand in the draft.
    pub map: Arc<Map>,
}

/// Where the pieces of some prose stand in the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// In the order of the prose, which is that of the draft; they fill the prose without a gap.
    pieces: Vec<Piece>,
}

/// A piece of prose, and what stands for it in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: Span,
    source: Span,
    /// Whether both are the same, byte for byte.
    same: bool,
}

impl Map {
    /// The place in the draft of a place in the prose. What was read from a piece of markup is all of that markup.
    pub fn place(&self, span: Span) -> Span {
        let Some(first) = self.piece(span.start) else { return Span::default() };
        let last = if span.is_empty() { first } else { self.piece(span.end - 1).unwrap_or(first) };
        let within =
            |piece: Piece, at: u32| (piece.source.start + (at - piece.prose.start)).min(piece.source.end);
        let start = if first.same { within(first, span.start) } else { first.source.start };
        let end = match (span.is_empty(), last.same) {
            (true, _) => start,
            (false, true) => within(last, span.end),
            (false, false) => last.source.end,
        };
        Span { start, end: end.max(start) }
    }

    /// The piece that holds the byte at `at`; behind the end, the last.
    fn piece(&self, at: u32) -> Option<Piece> {
        let behind = self.pieces.partition_point(|piece| piece.prose.start <= at);
        self.pieces.get(behind.checked_sub(1)?).copied()
    }

    /// Whether nothing but prose stands at a place of the draft, so that it can be replaced without harm to the markup.
    pub fn is_whole(&self, place: Span) -> bool {
        let touched = self.pieces.iter().filter(|piece| piece.source.overlaps(place));
        let mut at = None;
        for piece in touched {
            if at.is_some_and(|at| at != piece.source.start) {
                return false;
            }
            at = Some(piece.source.end);
        }
        at.is_some()
    }
}

/// Puts prose together, piece by piece.
#[cfg(any(feature = "markup", test))]
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    pieces: Vec<Piece>,
}

#[cfg(any(feature = "markup", test))]
impl Builder {
    /// What stands in `source` at `place`, as it stands there.
    pub(super) fn same(&mut self, source: &str, place: Span) {
        let mut place = place;
        if self.text.is_empty() {
            let words = place.of(source);
            place.start += (words.len() - words.trim_start().len()) as u32;
        }
        self.push(place.of(source), place, true);
    }

    /// `text`, for which something else stands in the source at `place`.
    pub(super) fn instead(&mut self, text: &str, place: Span) {
        if !self.text.is_empty() || !text.trim().is_empty() {
            self.push(text, place, false);
        }
    }

    fn push(&mut self, text: &str, source: Span, same: bool) {
        if text.is_empty() {
            return;
        }
        let prose = Span::new(self.text.len(), self.text.len() + text.len());
        self.text.push_str(text);
        match self.pieces.last_mut().filter(|last| last.same && same && last.source.end == source.start) {
            Some(last) => (last.prose.end, last.source.end) = (prose.end, source.end),
            None => self.pieces.push(Piece { prose, source, same }),
        }
    }

    /// Whether there are no words in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What was put together, with its place in the draft; `None` if there is no word in it.
    pub(super) fn finish(&mut self) -> Option<(Span, Prose)> {
        let Self { mut text, pieces } = std::mem::take(self);
        text.truncate(text.trim_end().len());
        if !text.chars().any(char::is_alphanumeric) {
            return None;
        }
        let map = Map { pieces };
        let place = map.place(Span::new(0, text.len()));
        Some((place, Prose { text, map: Arc::new(map) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Pr<b>é</b>s` with an entity, as HTML has it.
    fn built(source: &str) -> Prose {
        let mut builder = Builder::default();
        builder.same(source, Span::new(0, 2));
        builder.instead("é", Span::new(5, 13));
        builder.same(source, Span::new(17, source.len()));
        builder.finish().expect("there are words").1
    }

    #[test]
    fn places_lead_back_through_markup() {
        let source = "Pr<b>&eacute;</b>s de";
        let prose = built(source);
        assert_eq!(prose.text, "Prés de");
        assert_eq!(prose.map.place(Span::new(0, 5)).of(source), "Pr<b>&eacute;</b>s");
        assert_eq!(prose.map.place(Span::new(2, 4)).of(source), "&eacute;");
        assert_eq!(prose.map.place(Span::new(6, 8)).of(source), "de");
        assert_eq!(prose.map.place(Span::new(8, 8)).start as usize, source.len());
    }

    #[test]
    fn what_has_markup_inside_is_not_whole() {
        let source = "Pr<b>&eacute;</b>s de";
        let map = built(source).map;
        assert!(map.is_whole(Span::new(5, 13)));
        assert!(!map.is_whole(Span::new(0, 18)));
    }
}
