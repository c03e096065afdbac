//! Spans to positions and back. Nothing outside this file knows what an editor counts in a line.

use copydesk::Span;
use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

use crate::lines::Lines;

/// What the `character` of a position counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: two for an emoji. Every editor speaks it.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The encoding of that name, if it is known.
    pub(crate) fn of(name: &PositionEncodingKind) -> Option<Self> {
        [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|encoding| encoding.name() == *name)
    }

    /// Its name in the protocol.
    pub(crate) fn name(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// What some text counts.
    fn length(self, text: &str) -> usize {
        // No byte of a character but the first begins with the bits 10; two units of UTF-16 are what four bytes are.
        let characters = || text.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => characters() + text.bytes().filter(|byte| *byte >= 0xF0).count(),
            Self::Utf32 => characters(),
        }
    }

    /// What one character counts.
    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Translates places in one text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Translator<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its lines.
    pub(crate) lines: &'a Lines,
    /// What the editor counts.
    pub(crate) encoding: Encoding,
}

impl Translator<'_> {
    /// The position of a byte.
    pub(crate) fn position(self, offset: usize) -> Position {
        let line = self.lines.line_of(offset);
        let before = &self.text[self.lines.range(line, self.text).start..offset];
        Position::new(line as u32, self.encoding.length(before) as u32)
    }

    /// The byte at a position.
    ///
    /// Editors send silly ones now and then, so this never fails: behind the end of a line means its end, behind the
    /// last line the end of the text, and in the middle of a character its beginning.
    pub(crate) fn offset(self, position: Position) -> usize {
        let line = self.lines.range(position.line as usize, self.text);
        let mut left = position.character as usize;
        let whole = |character: &char| {
            let room = left.checked_sub(self.encoding.width(*character));
            left = room.unwrap_or(0);
            room.is_some()
        };
        let before = self.text[line.clone()].chars().take_while(whole);
        line.start + before.map(char::len_utf8).sum::<usize>()
    }

    /// The range of a span.
    pub(crate) fn range(self, span: Span) -> Range {
        Range::new(self.position(span.start as usize), self.position(span.end as usize))
    }

    /// The span of a range. One that ends before it starts is taken as the empty one at its start.
    pub(crate) fn span(self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "été 😀\u{202f}%\r\nfin";

    /// Offset of "%" as a position, and back.
    fn there_and_back(encoding: Encoding) -> u32 {
        let lines = Lines::of(TEXT);
        let translator = Translator { text: TEXT, lines: &lines, encoding };
        let offset = TEXT.find('%').unwrap();
        let position = translator.position(offset);
        assert_eq!((position.line, translator.offset(position)), (0, offset));
        position.character
    }

    #[test]
    fn a_character_counts_what_the_encoding_says() {
        assert_eq!(there_and_back(Encoding::Utf8), 13);
        assert_eq!(there_and_back(Encoding::Utf16), 7);
        assert_eq!(there_and_back(Encoding::Utf32), 6);
    }

    #[test]
    fn silly_positions_are_clamped() {
        let lines = Lines::of(TEXT);
        let translator = Translator { text: TEXT, lines: &lines, encoding: Encoding::Utf16 };
        let offset = |line, character| translator.offset(Position::new(line, character));
        assert_eq!(offset(0, u32::MAX), TEXT.find('\r').unwrap());
        assert_eq!(offset(u32::MAX, 0), TEXT.len());
        assert_eq!(offset(0, 5), TEXT.find('😀').unwrap(), "in the middle of a surrogate pair");
    }
}
