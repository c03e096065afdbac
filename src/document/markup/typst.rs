//! Typst, by the parser of Typst itself.

use typst_syntax::{LinkedNode, SyntaxKind, parse};

use super::super::Zone;
use super::Split;
use super::collect::Collector;

/// Functions whose content is no prose of the text, or not where it stands.
const HIDDEN: &[&str] = &[
    "bibliography",
    "cite",
    "footnote",
    "grid",
    "hide",
    "image",
    "metadata",
    "outline",
    "raw",
    "strike",
    "table",
];

/// Functions whose content is a block of its own.
const BLOCKS: &[&str] = &["align", "block", "columns", "figure", "pad", "page", "par", "place", "rect"];

/// Deeper than any text nests its markup.
const DEEPEST: usize = 200;

/// The blocks of the text from byte `from` on.
pub(super) fn split(text: &str, from: usize) -> Split {
    let root = parse(&text[from..]);
    let mut reader = Reader { out: Collector::new(text), from, zone: Zone::Body };
    reader.read(&LinkedNode::new(&root), 0);
    reader.out.finish(Zone::Body)
}

/// Goes through a text.
struct Reader<'a> {
    out: Collector<'a>,
    from: usize,
    zone: Zone,
}

impl Reader<'_> {
    fn place(&self, node: &LinkedNode) -> std::ops::Range<usize> {
        let range = node.range();
        self.from + range.start..self.from + range.end
    }

    fn read(&mut self, node: &LinkedNode, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        match node.kind() {
            SyntaxKind::Text | SyntaxKind::Space | SyntaxKind::SmartQuote => self.out.text(self.place(node)),
            SyntaxKind::Linebreak => self.out.instead("\n", self.place(node)),
            SyntaxKind::Parbreak => self.out.end(self.zone),
            SyntaxKind::Escape => self.escape(node),
            SyntaxKind::Shorthand => self.shorthand(node),
            SyntaxKind::Heading => self.block(node, Zone::Heading, depth),
            SyntaxKind::ListItem | SyntaxKind::EnumItem | SyntaxKind::TermItem => {
                self.block(node, Zone::List, depth)
            }
            SyntaxKind::FuncCall => self.call(node, depth),
            SyntaxKind::SetRule => self.set(node),
            SyntaxKind::Markup | SyntaxKind::Strong | SyntaxKind::Emph | SyntaxKind::ContentBlock => {
                self.inside(node, depth);
            }
            _ => {}
        }
    }

    fn inside(&mut self, node: &LinkedNode, depth: usize) {
        node.children().for_each(|child| self.read(&child, depth + 1));
    }

    fn block(&mut self, node: &LinkedNode, zone: Zone, depth: usize) {
        self.out.end(self.zone);
        let outer = std::mem::replace(&mut self.zone, zone);
        self.inside(node, depth);
        self.out.end(zone);
        self.zone = outer;
    }

    /// `\#`, `\u{e9}`.
    fn escape(&mut self, node: &LinkedNode) {
        let written = node.text().trim_start_matches('\\');
        let code = written.strip_prefix("u{").and_then(|code| code.strip_suffix('}'));
        let character = match code {
            Some(code) => u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
            None => written.chars().next(),
        };
        let character = character.map(String::from).unwrap_or_default();
        self.out.instead(&character, self.place(node));
    }

    fn shorthand(&mut self, node: &LinkedNode) {
        let character = match node.text().as_str() {
            "~" => "\u{a0}",
            "--" => "–",
            "---" => "—",
            "..." => "…",
            "-?" => "",
            other => other,
        };
        self.out.instead(character, self.place(node));
    }

    /// `#link("…")[…]`
    fn call(&mut self, node: &LinkedNode, depth: usize) {
        let name = node.children().find(|child| child.kind() == SyntaxKind::Ident);
        let name = name.map(|name| name.text().to_string()).unwrap_or_default();
        if HIDDEN.contains(&&*name) {
            return;
        }
        let is_block = BLOCKS.contains(&&*name);
        if is_block {
            self.out.end(self.zone);
        }
        let place = self.place(node);
        self.mark(&name, "“", place.start..place.start);
        let arguments = node.children().filter(|child| child.kind() == SyntaxKind::Args);
        for content in arguments.flat_map(|arguments| arguments.children().collect::<Vec<_>>()) {
            if content.kind() == SyntaxKind::ContentBlock {
                self.inside(&content, depth);
            }
        }
        self.mark(&name, "”", place.end..place.end);
        if is_block {
            self.out.end(self.zone);
        }
    }

    /// A quotation gets its marks from its function.
    fn mark(&mut self, function: &str, mark: &str, place: std::ops::Range<usize>) {
        if function == "quote" {
            self.out.instead(mark, place);
        }
    }

    /// `#set text(lang: "fr")`
    fn set(&mut self, node: &LinkedNode) {
        let arguments = node.children().filter(|child| child.kind() == SyntaxKind::Args);
        for named in arguments.flat_map(|arguments| arguments.children().collect::<Vec<_>>()) {
            let mut parts = named.children();
            let is_language = parts.next().is_some_and(|name| name.text().as_str() == "lang");
            let value = parts.find(|part| part.kind() == SyntaxKind::Str).filter(|_| is_language);
            if let Some(value) = value {
                self.out.language(self.place(&value));
            }
        }
    }
}
