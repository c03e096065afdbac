//! reStructuredText, by tree-sitter's grammar.

use tree_sitter::Node;

use super::super::Zone;
use super::Split;
use super::collect::Collector;
use super::tree::{self, Step};

/// What is no prose of the text.
const HIDDEN: &[&str] = &[
    "citation",
    "citation_reference",
    "comment",
    "doctest_block",
    "footnote",
    "footnote_reference",
    "literal",
    "literal_block",
    "standalone_hyperlink",
    "substitution_definition",
    "substitution_reference",
    "target",
    "adornment",
    "bullet",
    "label",
];

/// Directives whose content is prose.
const PROSE: &[&str] = &[
    "admonition",
    "attention",
    "caution",
    "danger",
    "epigraph",
    "error",
    "highlights",
    "hint",
    "important",
    "note",
    "pull-quote",
    "sidebar",
    "tip",
    "topic",
    "warning",
];

/// The blocks of the text from byte `from` on; `None` where the parser gave up.
pub(super) fn split(text: &str, from: usize) -> Option<Split> {
    let mut reader = Reader { text, out: Collector::new(text), end: from, zones: vec![Zone::Body] };
    let tree = tree::parse(text, from, &tree_sitter_rst::LANGUAGE.into())?;
    tree::walk(tree.root_node(), |step| match step {
        Step::Enter(node) => reader.enter(node),
        Step::Leave(node) => reader.leave(node),
    });
    Some(reader.out.finish(Zone::Body))
}

/// Goes through a text.
struct Reader<'a> {
    text: &'a str,
    out: Collector<'a>,
    /// Where the last words ended: the grammar leaves out the blanks between them.
    end: usize,
    zones: Vec<Zone>,
}

impl<'a> Reader<'a> {
    fn of(&self, node: Node) -> &'a str {
        &self.text[node.byte_range()]
    }

    fn zone(&self) -> Zone {
        self.zones.last().copied().unwrap_or(Zone::Body)
    }

    fn enter(&mut self, node: Node) -> bool {
        match node.kind() {
            kind if HIDDEN.contains(&kind) => {
                self.end = self.end.max(node.end_byte());
                false
            }
            "field" => self.field(node),
            "directive" => self.directive(node),
            "paragraph" if is_table(self.of(node)) => false,
            "paragraph" | "title" | "line" | "term" | "arguments" | "content" => self.open(node),
            "block_quote" => self.push(Zone::Quote),
            "list_item" => self.push(Zone::List),
            "text" => self.words(node, 0, 0),
            "emphasis" => self.words(node, 1, 1),
            "strong" => self.words(node, 2, 2),
            "interpreted_text" if node.child_count() == 0 => self.words(node, 1, 1),
            "inline_target" => self.words(node, 2, 1),
            "reference" => self.reference(node),
            _ => true,
        }
    }

    fn leave(&mut self, node: Node) -> bool {
        match node.kind() {
            "title" => self.out.end(Zone::Heading),
            "paragraph" | "line" | "term" | "arguments" | "content" => self.out.end(self.zone()),
            "block_quote" | "list_item" => {
                self.zones.pop();
            }
            _ => {}
        }
        true
    }

    fn push(&mut self, zone: Zone) -> bool {
        self.zones.push(zone);
        true
    }

    fn open(&mut self, node: Node) -> bool {
        self.out.end(self.zone());
        self.end = node.start_byte();
        true
    }

    /// Words, without so many bytes of marks before and behind them.
    fn words(&mut self, node: Node, before: usize, behind: usize) -> bool {
        let place = node.byte_range();
        let between = self.end.min(place.start)..place.start;
        if self.text[between.clone()].trim().is_empty() {
            self.out.text(between);
        }
        self.end = place.end;
        let inner = place.start + before..place.end.saturating_sub(behind).max(place.start + before);
        match self.text.get(inner.clone()) {
            Some(words) if words.contains('\\') => self.out.instead(&words.replace('\\', ""), inner),
            Some(_) => self.out.text(inner),
            None => {}
        }
        false
    }

    /// `` `words <address>`_ ``, `word_`
    fn reference(&mut self, node: Node) -> bool {
        let written = self.of(node);
        let marks = written.len() - written.trim_end_matches('_').len();
        let Some(inner) = written.strip_prefix('`') else { return self.words(node, 0, marks) };
        let words = inner.find('<').unwrap_or_else(|| inner.trim_end_matches(['`', '_']).len());
        self.words(node, 1, written.len() - 1 - words)
    }

    /// `:date: 2020-12-17`
    fn field(&mut self, node: Node) -> bool {
        let part = |kind: &str| {
            (0..node.child_count() as u32).filter_map(|at| node.child(at)).find(|child| child.kind() == kind)
        };
        if let (Some(name), Some(value)) = (part("field_name"), part("field_body")) {
            match &*self.of(name).to_ascii_lowercase() {
                "date" => self.out.date(value.byte_range()),
                "lang" | "language" => self.out.language(value.byte_range()),
                _ => {}
            }
        }
        false
    }

    fn directive(&mut self, node: Node) -> bool {
        let parts = (0..node.child_count() as u32).filter_map(|at| node.child(at));
        let mut kinds = parts.filter(|part| part.kind() == "type");
        kinds.next().is_some_and(|kind| PROSE.contains(&self.of(kind)))
    }
}

/// Tables are drawn with lines; the grammar takes them for paragraphs.
fn is_table(text: &str) -> bool {
    text.starts_with("===") || text.starts_with("+-")
}
