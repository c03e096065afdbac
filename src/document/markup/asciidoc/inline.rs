//! What stands inside the lines of AsciiDoc.

use std::ops::Range;

use tree_sitter::Node;

use super::super::collect::Collector;
use super::super::tree::{self, Step};

/// What is no prose.
const HIDDEN: &[&str] = &[
    "anchor",
    "autolink",
    "email",
    "footnote",
    "footnoteref",
    "icon",
    "id_assignment",
    "image",
    "intrinsic_attributes",
    "macro_passthrough",
    "passthrough",
    "replacement",
    "stem_macro",
];

/// Macros whose text is prose.
const TEXT: &[&str] = &["link", "mailto", "xref"];

/// Markup inside markup that is looked into.
const DEEPEST: usize = 4;

/// Marks times bytes of a block from which its marks are read as text: the parser counts the columns of the line at each.
const HEAVY: usize = 400_000;

/// Reads some lines.
pub(super) fn read(out: &mut Collector, text: &str, place: Range<usize>) {
    let marks = text.as_bytes()[place.clone()].iter().filter(|byte| byte.is_ascii_punctuation()).count();
    if marks * place.len() > HEAVY {
        return out.text(place);
    }
    Reader { out, text, end: place.start, depth: 0 }.read(place);
}

struct Reader<'c, 'a> {
    out: &'c mut Collector<'a>,
    text: &'c str,
    /// Where the last node ended: the grammar leaves out the blanks between nodes.
    end: usize,
    depth: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self, place: Range<usize>) {
        let Some(tree) =
            tree::parse_range(self.text, place.clone(), &tree_sitter_asciidoc_inline::language())
        else {
            return self.out.text(place);
        };
        tree::walk(tree.root_node(), |step| match step {
            Step::Enter(node) => self.enter(node),
            Step::Leave(_) => true,
        });
    }

    fn enter(&mut self, node: Node) -> bool {
        let place = node.byte_range();
        match node.kind() {
            "inline" | "inline_element" | "ERROR" if node.child_count() > 0 => return true,
            "autolink" | "uri" => self.part(node, "uri_label"),
            "xref" => self.part(node, "reftext"),
            "index_term" => self.part(node, "term"),
            "inline_macro" => self.inline_macro(node),
            "attribute_reference" => self.attribute(place),
            "escaped_sequence" => self.words(place.start + 1..place.end),
            "hard_wrap" => self.out.instead("\n", place),
            "emphasis" | "ltalic" | "highlight" | "roled_text" | "subscript" => self.inner(node),
            "superscript" if self.is_word(node) => self.inner(node),
            "superscript" => {}
            "monospace" if self.text[..place.start].ends_with(['"', '\'']) => self.inner(node),
            "monospace" => {}
            kind if HIDDEN.contains(&kind) => {}
            _ => self.words(place),
        }
        self.end = self.end.max(node.end_byte());
        false
    }

    fn words(&mut self, place: Range<usize>) {
        self.blanks(place.start);
        self.end = place.end;
        self.out.text(place);
    }

    /// What the marks at both ends stand around: `*so*`, `__so__`, `[.role]#so#`.
    fn inner(&mut self, node: Node) {
        let written = &self.text[node.byte_range()];
        let role = if written.starts_with('[') { written.find(']').map_or(0, |end| end + 1) } else { 0 };
        let mark = written[role..].chars().next().unwrap_or_default();
        let opening = written[role..].len() - written[role..].trim_start_matches(mark).len();
        let closing = written.len() - written.trim_end_matches(mark).len();
        let start = node.start_byte() + role + opening;
        let inner = start..node.end_byte().saturating_sub(closing).max(start);
        self.blanks(node.start_byte());
        self.end = inner.start;
        if self.depth == DEEPEST || inner.is_empty() {
            return self.words(inner);
        }
        self.depth += 1;
        self.read(inner);
        self.depth -= 1;
    }

    /// The words of a link or of an entry for the index.
    fn part(&mut self, node: Node, kind: &str) {
        let mut found = None;
        tree::walk(node, |step| {
            if let Step::Enter(node) = step
                && node.kind() == kind
            {
                found = Some(node.byte_range());
            }
            true
        });
        if let Some(place) = found {
            self.blanks(node.start_byte());
            self.end = place.start;
            self.words(place);
        }
    }

    fn blanks(&mut self, until: usize) {
        let between = self.end.min(until)..until;
        if self.text[between.clone()].trim().is_empty() {
            self.out.text(between);
        }
    }

    fn inline_macro(&mut self, node: Node) {
        let name = node.child(0).map_or("", |name| &self.text[name.byte_range()]);
        if TEXT.contains(&name) {
            self.part(node, "attr");
        }
    }

    /// `{nbsp}`
    fn attribute(&mut self, place: Range<usize>) {
        let text = match &self.text[place.clone()] {
            "{nbsp}" => "\u{a0}",
            "{rsquo}" | "{apos}" => "’",
            "{lsquo}" => "‘",
            "{ldquo}" => "“",
            "{rdquo}" => "”",
            "{amp}" => "&",
            _ => return,
        };
        self.blanks(place.start);
        self.out.instead(text, place);
    }

    /// Whether raised letters belong to a word, as in `1^er^`.
    fn is_word(&self, node: Node) -> bool {
        let raised = self.text[node.byte_range()].trim_matches('^');
        !raised.is_empty() && raised.chars().all(char::is_alphabetic)
    }
}
