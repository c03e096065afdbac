//! Lines to blocks.

use std::ops::Range;

use memchr::memchr;

use super::{Block, Zone};
use crate::span::Span;

/// A line without its end.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn trimmed(self) -> Line<'a> {
        let text = self.text.trim_start();
        Line { start: self.start + self.text.len() - text.len(), text: text.trim_end() }
    }

    fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// What a line is, seen alone.
enum LineKind {
    Blank,
    Fence,
    Rule,
    Alone(Zone),
    Prose,
}

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
    pub(super) head: usize,
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

/// Each line as a paragraph.
pub(super) fn each(text: &str) -> Vec<Block> {
    let lines = lines(text, 0).map(Line::trimmed).filter(|line| !line.text.is_empty());
    lines.map(|line| Block::plain(line.span(), Zone::Body)).collect()
}

/// Lines may end with `\n`, `\r\n` or `\r`.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
    let mut rest = from;
    // The next `\n`, looked for again only behind it: one byte is found many times faster than one of two.
    let mut feed = from;
    std::iter::from_fn(move || {
        let start = Some(rest).filter(|rest| *rest < text.len())?;
        if feed <= start {
            feed = memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |length| start + length);
        }
        let end = memchr(b'\r', &text.as_bytes()[start..feed]).map_or(feed, |length| start + length);
        let behind = &text[end..];
        rest = end + if behind.starts_with("\r\n") { 2 } else { behind.len().min(1) };
        Some(Line { start, text: &text[start..end] })
    })
}

#[derive(Default)]
struct Scan<'a> {
    blocks: Vec<Block>,
    paragraph: Vec<Line<'a>>,
    fence: Option<&'a str>,
}

impl<'a> Scan<'a> {
    /// Whether nothing is open.
    fn rests(&self) -> bool {
        self.paragraph.is_empty() && self.fence.is_none()
    }

    fn line(&mut self, line: Line<'a>) {
        if let Some(fence) = self.fence {
            if line.text.starts_with(fence) {
                self.fence = None;
            }
            return;
        }
        match kind(line.text) {
            LineKind::Blank => self.end_paragraph(),
            LineKind::Fence => {
                self.end_paragraph();
                self.fence = Some(&line.text[..3]);
            }
            LineKind::Rule => self.rule(line.text),
            LineKind::Alone(zone) => {
                self.end_paragraph();
                self.blocks.push(Block::plain(line.span(), zone));
            }
            LineKind::Prose => self.paragraph.push(line),
        }
    }

    /// A line of `===` or `---` makes the line above it a heading.
    fn rule(&mut self, text: &str) {
        let heading = self.paragraph.len() == 1 && !text.starts_with(['*', '_']);
        self.end_paragraph();
        if let (true, Some(block)) = (heading, self.blocks.last_mut()) {
            block.zone = Zone::Heading;
        }
    }

    fn end_paragraph(&mut self) {
        if let [line] = self.paragraph[..] {
            self.blocks.push(Block::plain(line.span(), Zone::Body));
            self.paragraph.clear();
        }
        let width = self.paragraph.iter().map(|line| columns(line.text)).max().unwrap_or(0);
        let mut open: Option<Span> = None;
        for pair in 0..self.paragraph.len() {
            let line = self.paragraph[pair];
            let span = open.map_or(line.span(), |before| before.to(line.span()));
            open = match self.paragraph.get(pair + 1) {
                Some(next) if is_wrapped(line.text, next.text, width) => Some(span),
                _ => {
                    self.blocks.push(Block::plain(span, Zone::Body));
                    None
                }
            };
        }
        self.paragraph.clear();
    }
}

/// Lines longer than this are paragraphs by themselves: nobody wraps there.
const WIDEST: usize = 140;

/// Whether the line was broken inside a paragraph: the next line goes on with a small letter, or its first word would not
/// have fitted behind the line.
fn is_wrapped(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, columns);
    next.starts_with(char::is_lowercase) || width <= WIDEST && columns(line) + 1 + word > width
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

fn kind(text: &str) -> LineKind {
    let marks = |c| text.chars().filter(|x| !x.is_whitespace()).all(|x| x == c);
    match text.chars().next() {
        None => LineKind::Blank,
        Some('`' | '~') if text.starts_with("```") || text.starts_with("~~~") => LineKind::Fence,
        Some(c @ ('=' | '-' | '*' | '_')) if text.len() >= 3 && marks(c) => LineKind::Rule,
        Some('#') if heading(text) => LineKind::Alone(Zone::Heading),
        Some('>') => LineKind::Alone(Zone::Quote),
        Some('|') => LineKind::Alone(Zone::Table),
        _ if crosshead(text) => LineKind::Alone(Zone::Heading),
        _ if item(text) => LineKind::Alone(Zone::List),
        _ => LineKind::Prose,
    }
}

fn heading(text: &str) -> bool {
    text.trim_start_matches('#').starts_with([' ', '\t'])
}

/// `- x -`: how agencies write a heading inside a dispatch.
fn crosshead(text: &str) -> bool {
    let inside = |dash: &str| text.strip_prefix(dash).and_then(|rest| rest.strip_suffix(dash));
    let between = inside("-").or_else(|| inside("–"));
    between.is_some_and(|words| words.starts_with(' ') && words.ends_with(' ') && words.trim().len() > 1)
}

/// `- x`, `* x`, `• x`, `1. x`, `2) x`.
fn item(text: &str) -> bool {
    let behind_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - behind_digits.len();
    let numbered = (1..=3).contains(&digits)
        && behind_digits.starts_with([')', '.'])
        && behind_digits[1..].starts_with(' ');
    let bullet =
        text.strip_prefix(['-', '*', '+', '•', '–']).is_some_and(|rest| rest.starts_with([' ', '\t']));
    numbered || bullet
}
