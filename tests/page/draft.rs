//! A draft and its caret lines: taken apart, and put together again.

use copydesk::Span;

/// A draft, and what its caret lines say.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The text without its caret lines.
    pub(crate) text: String,
    /// What the caret lines say, from the top.
    pub(crate) notes: Vec<Note>,
    /// For each line of the text, its number within the block, from 0.
    pub(crate) rows: Vec<usize>,
}

/// What a caret line says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    /// Where the carets stand.
    pub(crate) place: Place,
    /// What is said.
    pub(crate) text: String,
}

/// Characters of one line of a draft: all numbers count from 0, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The line of the text.
    pub(crate) line: usize,
    /// The first character.
    pub(crate) start: usize,
    /// Just behind the last character.
    pub(crate) end: usize,
}

impl Note {
    /// The caret line that says it, without its line end.
    pub(crate) fn caret_line(&self) -> String {
        let Place { start, end, .. } = self.place;
        format!("{}{} {}", " ".repeat(start), "^".repeat(end - start), self.text)
    }
}

impl Place {
    /// Whether the two share a character.
    pub(crate) fn overlaps(self, other: Place) -> bool {
        self.line == other.line && self.start < other.end && other.start < self.end
    }
}

impl Draft {
    /// Takes a block apart. The error is a line of the block and what is wrong with it.
    pub(crate) fn parse(content: &str) -> Result<Self, (usize, String)> {
        let mut draft = Draft::default();
        for (row, line) in content.lines().enumerate() {
            match caret_line(line) {
                None => draft.push(row, line),
                Some(_) if draft.rows.is_empty() => {
                    return Err((row, "no text stands above these carets".into()));
                }
                Some((start, end, text)) => {
                    let place = Place { line: draft.rows.len() - 1, start, end };
                    draft.notes.push(Note { place, text: text.into() });
                }
            }
        }
        Ok(draft)
    }

    /// Adds a line of text.
    fn push(&mut self, row: usize, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.rows.push(row);
    }

    /// The block that says `notes`.
    pub(crate) fn annotated(&self, notes: &[Note]) -> String {
        let mut sorted: Vec<&Note> = notes.iter().collect();
        sorted.sort_by_key(|note| (note.place.line, note.place.start));
        let mut block = String::new();
        for (number, line) in self.text.lines().enumerate() {
            block += line;
            block.push('\n');
            for note in sorted.iter().filter(|note| note.place.line == number) {
                block += &note.caret_line();
                block.push('\n');
            }
        }
        block
    }

    /// The characters of a span. Where it goes over a line end, the carets stop there; an empty one gets one caret.
    pub(crate) fn place(&self, span: Span) -> Place {
        // What stands behind the last line end is shown at the end of the last line.
        let start = (span.start as usize).min(self.text.len().saturating_sub(1));
        let end = (span.end as usize).max(start);
        let line = self.text[..start].matches('\n').count();
        let left = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let right = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let column = |offset: usize| self.text[left..offset].chars().count();
        let first = column(start);
        Place { line, start: first, end: column(end.min(right)).max(first + 1) }
    }

    /// The byte at which a place starts; the end of the line for a place behind it.
    pub(crate) fn offset(&self, place: Place) -> usize {
        let left: usize = self.text.split_inclusive('\n').take(place.line).map(str::len).sum();
        let line = self.line(place.line);
        left + line.char_indices().nth(place.start).map_or(line.len(), |(at, _)| at)
    }

    /// A line of the text, without its line end.
    pub(crate) fn line(&self, number: usize) -> &str {
        self.text.lines().nth(number).unwrap_or_default()
    }
}

/// Reads spaces, one run of carets, a space and an annotation: the columns of the carets, and what they say.
pub(crate) fn caret_line(line: &str) -> Option<(usize, usize, &str)> {
    let carets = line.trim_start_matches(' ');
    let behind = carets.trim_start_matches('^');
    let (start, end) = (line.len() - carets.len(), line.len() - behind.len());
    let text = behind.strip_prefix(' ')?.trim();
    (start < end && !text.is_empty()).then_some((start, end, text))
}
