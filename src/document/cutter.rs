//! Cuts a draft that is much like the last one: of one that its lines tell about, only those near the edit are looked at.

use super::cut::{Cut, Same};
use super::{Block, Document, Format, Zone, front_matter, lines, mark_headline, markup};
use crate::span::Span;

/// Cuts drafts into blocks, and remembers the last.
#[derive(Debug, Default)]
pub struct Cutter {
    text: String,
    from: usize,
    cut: Cut,
}

impl Cutter {
    /// Cuts a text into blocks. The answer does not depend on what was cut before.
    pub fn split(&mut self, text: &str, format: Format) -> Document {
        let front_matter = front_matter::read(text);
        let mut document = match markup::split(text, format, front_matter.end) {
            Some(split) => {
                Document { front_matter: front_matter.or(split.front_matter), blocks: split.blocks }
            }
            None if format == Format::Lines => Document { blocks: lines::each(text), front_matter },
            None => Document { blocks: self.lines(text, front_matter.end), front_matter },
        };
        match document.front_matter.title {
            Some(span) => document.blocks.insert(0, Block::plain(span, Zone::Headline)),
            None => mark_headline(text, &mut document.blocks),
        }
        if document.blocks.iter().any(is_too_long) {
            document.blocks = document.blocks.into_iter().flat_map(|block| pieces(text, block)).collect();
        }
        document
    }

    /// The blocks of the text from byte `from` on, by its lines.
    fn lines(&mut self, text: &str, from: usize) -> Vec<Block> {
        let same = same(self.text.as_bytes(), text.as_bytes());
        if self.from == from && same.head > from {
            self.cut.again(self.text.len(), text, from, same);
        } else {
            self.cut = Cut::of(text, from);
        }
        self.from = from;
        self.take_over(text, same);
        self.cut.blocks.clone()
    }

    /// Makes the text that is remembered this one. Only what was edited is copied, as far as characters allow.
    fn take_over(&mut self, text: &str, Same { mut head, mut tail }: Same) {
        while !(text.is_char_boundary(head) && self.text.is_char_boundary(head)) {
            head -= 1;
        }
        while !(text.is_char_boundary(text.len() - tail)
            && self.text.is_char_boundary(self.text.len() - tail))
        {
            tail -= 1;
        }
        self.text.replace_range(head..self.text.len() - tail, &text[head..text.len() - tail]);
    }
}

/// Bytes of the longest paragraph; what is longer is read in pieces. Nobody writes 5,000 words without a new line, and much that
/// is read within a paragraph is compared with all else in it.
const LONGEST: usize = 32 * 1024;

/// What is read from markup is left as it is: its words are not those of the text.
fn is_too_long(block: &Block) -> bool {
    block.prose.is_none() && block.span.len() > LONGEST
}

/// A block that is too long as several, which are parted by spaces where there are any.
fn pieces(text: &str, block: Block) -> Vec<Block> {
    let (mut pieces, mut rest) = (Vec::new(), block);
    while is_too_long(&rest) {
        let words = rest.span.of(text);
        let most = (0..=LONGEST).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(words.len());
        let end = words[..most].rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(most);
        let (start, end) = (rest.span.start as usize, rest.span.start as usize + end);
        pieces.push(Block::plain(Span::new(start, end), rest.zone));
        rest.span = Span::new(end, rest.span.end as usize);
    }
    pieces.push(rest);
    pieces
}

/// How many bytes two texts have in common at the head and at the end.
fn same(one: &[u8], other: &[u8]) -> Same {
    let head = common(one.chunks(CHUNK).zip(other.chunks(CHUNK)), |one, other| {
        one.iter().zip(other).take_while(|(a, b)| a == b).count()
    });
    let (one, other) = (&one[head..], &other[head..]);
    let tail = common(one.rchunks(CHUNK).zip(other.rchunks(CHUNK)), |one, other| {
        one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count()
    });
    Same { head, tail }
}

/// Bytes that are compared at once.
const CHUNK: usize = 1024;

/// How many bytes are the same in two rows of chunks; `count` counts them where two chunks differ.
fn common<'a>(
    mut chunks: impl Iterator<Item = (&'a [u8], &'a [u8])>,
    count: impl Fn(&[u8], &[u8]) -> usize,
) -> usize {
    let mut same = 0;
    let apart = chunks.find(|(one, other)| {
        let equal = one == other;
        same += if equal { one.len() } else { 0 };
        !equal
    });
    same + apart.map_or(0, |(one, other)| count(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a text and then what an edit makes of it, and asserts that nobody could tell.
    fn assert_same(before: &str, now: &str) {
        let mut cutter = Cutter::default();
        cutter.split(before, Format::Markdown);
        let fresh = Cutter::default().split(now, Format::Markdown);
        assert_eq!(cutter.split(now, Format::Markdown), fresh, "{before:?} {now:?}");
        assert_eq!(cutter.text, now);
    }

    #[test]
    fn a_paragraph_without_end_is_read_in_pieces() {
        for text in ["mot ".repeat(LONGEST), "é".repeat(LONGEST), format!("- {}", "a b".repeat(LONGEST))] {
            let blocks = Cutter::default().split(&text, Format::Markdown).blocks;
            assert!(blocks.iter().all(|block| block.span.len() <= LONGEST));
            assert_eq!(blocks.iter().map(|block| block.span.of(&text)).collect::<String>(), text.trim_end());
        }
    }

    #[test]
    fn an_edit_anywhere_is_cut_as_if_the_text_were_new() {
        let pieces = ["\n", "\r", "\r\n", "\n\n", "```\n", "---\n", "# a", "- b\n", "word", "é", "", "| c"];
        let text = "# Titre\r\n\nUn mot é\nun autre\r\rdeux\n===\n\n```\ncode\n\n```\n- un\n- deux\n\n---\nfin é\n\nfin";
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (number, start) in places.iter().enumerate() {
            for end in places[number..].iter().take(4) {
                for piece in pieces {
                    assert_same(text, &[&text[..*start], piece, &text[*end..]].concat());
                }
            }
        }
    }
}
