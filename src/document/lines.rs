//! Lines to blocks.

use memchr::memchr;

use super::{Block, Zone};
use crate::span::Span;

/// A line without its end.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Offset of its first byte.
    pub(super) start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    /// The line without the blanks around it.
    pub(super) fn trimmed(self) -> Line<'a> {
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

/// Each line as a paragraph.
pub(super) fn each(text: &str) -> Vec<Block> {
    let lines = lines(text, 0).map(Line::trimmed).filter(|line| !line.text.is_empty());
    lines.map(|line| Block::plain(line.span(), Zone::Body)).collect()
}

/// Lines may end with `\n`, `\r\n` or `\r`.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
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

/// Puts lines together to blocks.
#[derive(Default)]
pub(super) struct Scan<'a> {
    /// Those that are whole, in the order of the text.
    pub(super) blocks: Vec<Block>,
    paragraph: Vec<Line<'a>>,
    fence: Option<&'a str>,
}

impl<'a> Scan<'a> {
    /// Whether nothing is open.
    pub(super) fn rests(&self) -> bool {
        self.paragraph.is_empty() && self.fence.is_none()
    }

    /// Takes the next line.
    pub(super) fn line(&mut self, line: Line<'a>) {
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

    /// Makes blocks of the lines that are open.
    pub(super) fn end_paragraph(&mut self) {
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
