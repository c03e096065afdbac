//! AsciiDoc, by tree-sitter's two grammars: one for blocks, one for what stands inside their lines.

mod inline;

use std::ops::Range;

use tree_sitter::Node;

use super::super::Zone;
use super::Split;
use super::collect::Collector;
use super::tree::{self, Step};

/// Blocks that are no prose of the text.
const HIDDEN: &[&str] = &[
    "author_line",
    "block_comment",
    "block_macro",
    "callout_list",
    "csv_table_block",
    "document_attr",
    "dsv_table_block",
    "element_attr",
    "ident_block",
    "line_comment",
    "listing_block",
    "literal_block",
    "ntable_block",
    "passthrough_block",
    "revision_line",
];

/// The blocks of the text from byte `from` on; `None` where the parser gave up.
pub(super) fn split(text: &str, from: usize) -> Option<Split> {
    let mut reader =
        Reader { text, out: Collector::new(text), lines: Vec::new(), item: None, zones: vec![Zone::Body] };
    reader.header(from);
    let tree = tree::parse(text, from, &tree_sitter_asciidoc::language())?;
    tree::walk(tree.root_node(), |step| match step {
        Step::Enter(node) => reader.enter(node),
        Step::Leave(node) => reader.leave(node),
    });
    for (zone, lines) in std::mem::take(&mut reader.lines) {
        inline::read(&mut reader.out, text, lines);
        reader.out.end(zone);
    }
    Some(reader.out.finish(Zone::Body))
}

/// Goes through a text.
struct Reader<'a> {
    text: &'a str,
    out: Collector<'a>,
    /// The lines that make a block each, with their zone.
    lines: Vec<(Zone, Range<usize>)>,
    /// Where the item of a list begins whose lines were read last.
    item: Option<usize>,
    zones: Vec<Zone>,
}

impl Reader<'_> {
    /// Lines such as `:lang: fr`, and the line of the revision, above the first blank one.
    fn header(&mut self, from: usize) {
        let mut at = from;
        for line in self.text[from..].split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
            let place = at..at + line.len();
            match line.split(':').nth(1).filter(|_| line.starts_with(':')) {
                Some("lang") => self.out.language(place.start + ":lang:".len()..place.end),
                Some("date" | "revdate" | "docdate") => {
                    let value = line.rfind(": ").map_or(line.len(), |colon| colon + 1);
                    self.out.date(place.start + value..place.end);
                }
                _ => {}
            }
            at = place.end;
        }
    }

    fn enter(&mut self, node: Node) -> bool {
        match node.kind() {
            "revdate" => self.out.date(node.byte_range()),
            "revision_line" => return true,
            kind if HIDDEN.contains(&kind) => return false,
            "table_block" => {
                self.table(node);
                return false;
            }
            "document_title" | "title1" | "title2" | "title3" | "title4" | "title5" => {
                self.zones.push(Zone::Heading)
            }
            "quoted_block" | "quoted_md_block" => self.zones.push(Zone::Quote),
            "unordered_list_item" | "ordered_list_item" | "checked_list_item" | "description_list_item" => {
                self.zones.push(Zone::List);
                self.item = None;
            }
            "line" | "quoted_line" => self.line(node),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: Node) -> bool {
        let pushed = matches!(
            node.kind(),
            "document_title"
                | "title1"
                | "title2"
                | "title3"
                | "title4"
                | "title5"
                | "quoted_block"
                | "quoted_md_block"
        );
        if pushed || node.kind().ends_with("_list_item") && !node.kind().starts_with("callout") {
            self.zones.pop();
            self.item = None;
        }
        true
    }

    /// A line, which goes on where the last one ended or begins a block.
    fn line(&mut self, node: Node) {
        let zone = self.zones.last().copied().unwrap_or(Zone::Body);
        let place = node.byte_range();
        match self.lines.last_mut() {
            Some((last, lines)) if self.item.is_some() && *last == zone && lines.end == place.start => {
                lines.end = place.end;
            }
            _ => self.lines.push((zone, place.clone())),
        }
        self.item = Some(place.start);
    }

    /// Cells up to the end of a line make a row.
    fn table(&mut self, table: Node) {
        let (mut cursor, mut rows) = (table.walk(), Vec::new());
        for cell in table.children(&mut cursor).filter(|child| child.kind() == "table_cell") {
            let content = (0..cell.child_count() as u32).filter_map(|at| cell.child(at));
            for content in content.filter(|part| part.kind() == "table_cell_content") {
                rows.push(content.byte_range());
            }
        }
        self.out.end(Zone::Body);
        for place in rows {
            self.out.instead("| ", place.start..place.start);
            let cell = &self.text[place.clone()];
            self.out.text(place);
            if cell.contains('\n') {
                self.out.end(Zone::Table);
            }
        }
        self.out.end(Zone::Table);
    }
}
