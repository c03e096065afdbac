//! Trees of tree-sitter: parsed, and walked without recursion, since a draft may nest as deeply as it likes.

use std::ops::Range;

use tree_sitter::{Language, Node, Parser, Point, Tree};

/// The tree of the text from byte `from` on; offsets are those of the whole text.
pub(super) fn parse(text: &str, from: usize, language: &Language) -> Option<Tree> {
    parse_range(text, from..text.len(), language)
}

/// The tree of a part of the text; offsets are those of the whole text.
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
    parser.parse(text, None)
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
