//! Where the lines of a text begin.

use std::ops::Range;

/// Offsets of the first byte of each line; a line ends with `\n`, `\r\n` or `\r`, as in the Language Server Protocol.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    starts: Vec<u32>,
}

/// A place as people count it: line and column from one, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Number of the line.
    pub(crate) line: usize,
    /// Number of the character within it.
    pub(crate) column: usize,
}

impl Lines {
    /// The lines of `text`. There is always one, even in an empty text.
    ///
    /// It is built anew after every edit: for a draft of 20,000 words that takes less time than the bookkeeping of a
    /// `\r` and a `\n` that an edit may join or part would take to get right.
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
            .map(|at| at as u32 + 1);
        Self { starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line, from zero, in which `offset` stands.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset) - 1
    }

    /// The bytes of a line, from zero, without what ends it; empty and at the end of `text` for a line beyond.
    pub(crate) fn range(&self, line: usize, text: &str) -> Range<usize> {
        let start = self.start(line, text);
        let end = self.start(line + 1, text);
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Where a line begins; the end of `text` for a line beyond.
    fn start(&self, line: usize, text: &str) -> usize {
        self.starts.get(line).map_or(text.len(), |&start| start as usize)
    }

    /// Line and column of `offset` as people count them.
    pub(crate) fn place(&self, offset: usize, text: &str) -> Place {
        let line = self.line_of(offset);
        let column = text[self.start(line, text)..offset].chars().count();
        Place { line: line + 1, column: column + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a text, as text.
    fn split(text: &str) -> Vec<&str> {
        let lines = Lines::of(text);
        (0..lines.starts.len()).map(|line| &text[lines.range(line, text)]).collect()
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        assert_eq!(split("un\ndeux\r\ntrois\rquatre"), ["un", "deux", "trois", "quatre"]);
        assert_eq!(split("un\r\n"), ["un", ""]);
        assert_eq!(split("\n\r\r\n"), ["", "", "", ""]);
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn a_line_beyond_the_end_is_empty_and_at_the_end() {
        assert_eq!(Lines::of("un\ndeux").range(7, "un\ndeux"), 7..7);
    }

    #[test]
    fn places_count_characters_from_one() {
        let text = "été 😀\nlà-bas";
        let at = |word| Lines::of(text).place(text.find(word).unwrap(), text);
        assert_eq!(at("😀"), Place { line: 1, column: 5 });
        assert_eq!(at("-bas"), Place { line: 2, column: 3 });
    }
}
