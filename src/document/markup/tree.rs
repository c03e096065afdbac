//! Trees of tree-sitter: parsed, and walked without recursion, since a draft may nest as deeply as it likes.

use std::cell::Cell;
use std::ops::{ControlFlow, Range};

use tree_sitter::{Language, Node, ParseOptions, ParseState, Parser, Point, Tree};

/// Bytes that the parser is handed at once. The smaller, the better it is known how often it goes back.
const PIECE: usize = 256;

/// How often a parser may ask for each piece, on average. In drafts that people write it does so one to three times, thirteen at the
/// most.
const OFTEN: usize = 60;

/// How many rests, each of a hundred steps, a parser may make for each piece. In drafts that people write it makes three at the most.
const RESTS: usize = 20;

/// Work that is allowed even for the shortest text, in pieces.
const LEAST: usize = 50;

/// The tree of the text from byte `from` on; offsets are those of the whole text.
pub(super) fn parse(text: &str, from: usize, language: &Language) -> Option<Tree> {
    parse_range(text, from..text.len(), language)
}

/// The tree of a part of the text; offsets are those of the whole text.
///
/// There is none where the parser would take much longer than the length of the text explains: some grammars try what was never
/// closed again and again up to the end. What counts is its work, not the time, so that the answer is the same on every machine.
pub(super) fn parse_range(text: &str, range: Range<usize>, language: &Language) -> Option<Tree> {
    let mut parser = Parser::new();
    parser.set_language(language).ok()?;
    let place = |at: usize| Point { row: 0, column: at - text[..at].rfind('\n').map_or(0, |end| end + 1) };
    let only = tree_sitter::Range {
        start_byte: range.start,
        end_byte: range.end,
        start_point: place(range.start),
        end_point: Point { row: 1, column: place(range.end).column },
    };
    parser.set_included_ranges(&[only]).ok()?;
    let pieces = range.len() / PIECE + LEAST;
    let (asked, rested) = (Cell::new(0), Cell::new(0));
    let is_spent = || asked.get() > pieces * OFTEN || rested.get() > pieces * RESTS;
    let mut read = |at: usize, _: Point| {
        asked.set(asked.get() + 1);
        let end = if is_spent() { at } else { (at + PIECE).min(text.len()) };
        text.as_bytes().get(at..end).unwrap_or_default()
    };
    let mut rest = |_: &ParseState| {
        rested.set(rested.get() + 1);
        if is_spent() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let tree =
        parser.parse_with_options(&mut read, None, Some(ParseOptions::new().progress_callback(&mut rest)));
    tree.filter(|_| !is_spent())
}

/// What a walk meets.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'t> {
    /// A node, before what is in it.
    Enter(Node<'t>),
    /// The same, behind what is in it.
    Leave(Node<'t>),
}

/// Walks below `root` in the order of the text. Where `visit` answers an `Enter` with `false`, what is in the node is left
/// out, and so is its `Leave`.
pub(super) fn walk<'t>(root: Node<'t>, mut visit: impl FnMut(Step<'t>) -> bool) {
    let mut cursor = root.walk();
    let mut deeper = visit(Step::Enter(root));
    let mut depth = 0_u32;
    loop {
        if deeper && cursor.goto_first_child() {
            depth += 1;
        } else {
            if deeper {
                visit(Step::Leave(cursor.node()));
            }
            while !cursor.goto_next_sibling() {
                if depth == 0 || !cursor.goto_parent() {
                    return;
                }
                depth -= 1;
                visit(Step::Leave(cursor.node()));
                if depth == 0 {
                    return;
                }
            }
        }
        deeper = visit(Step::Enter(cursor.node()));
    }
}
