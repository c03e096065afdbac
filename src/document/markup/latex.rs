//! LaTeX, by the parser of badness: what a reader of the printed page would read of the text.

mod word;

use std::ops::Range;

use badness_parser::parser::parse;
use badness_parser::rowan::{NodeOrToken, TextRange, WalkEvent};
use badness_parser::syntax::SyntaxKind::*;
use badness_parser::syntax::{SyntaxNode, SyntaxToken};

use super::super::Zone;
use super::Split;
use super::collect::Collector;
use word::Accent;

/// Commands whose last argument is read where it stands.
const TEXT: &[&str] = &[
    "emph",
    "enquote",
    "foreignlanguage",
    "href",
    "mbox",
    "text",
    "textbf",
    "textit",
    "textmd",
    "textnormal",
    "textrm",
    "textsc",
    "textsf",
    "textsl",
    "textsuperscript",
    "texttt",
    "textup",
    "uline",
    "underline",
    "up",
];

/// Commands whose last argument is a block of its own.
const HEADINGS: &[&str] =
    &["chapter", "paragraph", "part", "section", "subparagraph", "subsection", "subsubsection", "title"];

/// Environments that are no prose.
const HIDDEN: &[&str] = &[
    "align",
    "align*",
    "comment",
    "displaymath",
    "equation",
    "equation*",
    "filecontents",
    "gather",
    "lstlisting",
    "math",
    "minted",
    "multline",
    "picture",
    "thebibliography",
    "tikzpicture",
    "verbatim",
];

/// The blocks of the text from byte `from` on.
pub(super) fn split(text: &str, from: usize) -> Split {
    let root = parse(&text[from..]).syntax();
    let mut reader = Reader {
        out: Collector::new(text),
        from,
        zones: vec![Zone::Body],
        preamble: root.descendants().any(|node| is_document(&node)),
        accent: None,
    };
    let mut steps = root.preorder_with_tokens();
    while let Some(step) = steps.next() {
        match step {
            WalkEvent::Enter(NodeOrToken::Node(node)) if !reader.enter(&node) => steps.skip_subtree(),
            WalkEvent::Enter(NodeOrToken::Token(token)) => reader.token(&token),
            WalkEvent::Leave(NodeOrToken::Node(node)) => reader.leave(&node),
            _ => {}
        }
    }
    reader.out.finish(Zone::Body)
}

fn is_document(node: &SyntaxNode) -> bool {
    node.kind() == ENVIRONMENT && environment(node) == "document"
}

/// The name of an environment.
fn environment(node: &SyntaxNode) -> String {
    let begin = node.children().find(|child| child.kind() == BEGIN);
    let name = begin.and_then(|begin| begin.children().find(|child| child.kind() == NAME_GROUP));
    name.map(|name| name.text().to_string().trim_matches(['{', '}']).to_owned()).unwrap_or_default()
}

/// The name of a command, without the backslash and the star.
fn command(node: &SyntaxNode) -> String {
    let name = node.first_token().map(|name| name.text().to_owned()).unwrap_or_default();
    name.trim_start_matches('\\').trim_end_matches('*').to_owned()
}

/// Goes through a text.
struct Reader<'a> {
    out: Collector<'a>,
    from: usize,
    /// The zone of each open environment.
    zones: Vec<Zone>,
    /// Whether the text has not begun yet.
    preamble: bool,
    /// An accent that waits for its letter.
    accent: Option<Accent>,
}

impl Reader<'_> {
    fn place(&self, range: TextRange) -> Range<usize> {
        self.from + usize::from(range.start())..self.from + usize::from(range.end())
    }

    fn zone(&self) -> Zone {
        self.zones.last().copied().unwrap_or(Zone::Body)
    }

    fn enter(&mut self, node: &SyntaxNode) -> bool {
        match node.kind() {
            ENVIRONMENT => self.open(node),
            COMMAND => self.command(node),
            PARAGRAPH => {
                if self.zone() != Zone::Table {
                    self.out.end(self.zone());
                }
                true
            }
            LINE_BREAK => {
                self.line_break(node);
                false
            }
            BEGIN | END | OPTIONAL | INLINE_MATH | DISPLAY_MATH | MATH | DOC_COMMENT => false,
            _ => true,
        }
    }

    fn open(&mut self, node: &SyntaxNode) -> bool {
        let name = environment(node);
        if HIDDEN.contains(&&*name) {
            return false;
        }
        self.preamble &= name != "document";
        self.out.end(self.zone());
        self.zones.push(match &*name {
            "itemize" | "enumerate" | "description" => Zone::List,
            "quote" | "quotation" | "displayquote" => Zone::Quote,
            "tabular" | "tabular*" | "tabularx" | "longtable" => Zone::Table,
            "document" => Zone::Body,
            _ => self.zone(),
        });
        true
    }

    fn leave(&mut self, node: &SyntaxNode) {
        match node.kind() {
            ENVIRONMENT => {
                let zone = self.zones.pop().unwrap_or(Zone::Body);
                self.out.end(zone);
            }
            PARAGRAPH if self.zone() != Zone::Table => self.out.end(self.zone()),
            _ => {}
        }
    }

    fn command(&mut self, node: &SyntaxNode) -> bool {
        let name = command(node);
        let place = self.place(node.text_range());
        let last = node.children().filter(|child| child.kind() == GROUP).last();
        if HEADINGS.contains(&&*name) {
            self.heading(last);
        } else if self.preamble {
            self.about(&name, last);
        } else if TEXT.contains(&&*name) {
            self.quoted(&name, last);
        } else if let Some(text) = word::symbol(&name) {
            self.out.instead(text, place);
        } else if let Some(accent) = Accent::of(&name, place.start) {
            self.accent = Some(accent);
            self.argument(last);
        } else if matches!(&*name, "item" | "par" | "newline" | "maketitle") {
            self.out.end(self.zone());
        }
        false
    }

    fn heading(&mut self, group: Option<SyntaxNode>) {
        self.out.end(self.zone());
        let before = std::mem::replace(&mut self.preamble, false);
        self.argument(group);
        self.preamble = before;
        self.out.end(Zone::Heading);
    }

    /// Day and language of a text are said before it begins.
    fn about(&mut self, name: &str, group: Option<SyntaxNode>) {
        if let Some(group) = group.filter(|_| name == "date") {
            self.out.date(self.place(group.text_range()));
        }
    }

    /// `\enquote` has marks of its own.
    fn quoted(&mut self, name: &str, group: Option<SyntaxNode>) {
        let Some(group) = group else { return };
        let place = self.place(group.text_range());
        let marks = name == "enquote";
        if marks {
            self.out.instead("“", place.start..place.start);
        }
        self.argument(Some(group));
        if marks {
            self.out.instead("”", place.end..place.end);
        }
    }

    /// What stands in an argument. One with commands inside is read as deep as it goes: the parser does not nest without end.
    fn argument(&mut self, group: Option<SyntaxNode>) {
        let Some(group) = group else { return };
        let mut steps = group.preorder_with_tokens();
        while let Some(step) = steps.next() {
            match step {
                WalkEvent::Enter(NodeOrToken::Node(node)) if node != group && !self.enter(&node) => {
                    steps.skip_subtree()
                }
                WalkEvent::Enter(NodeOrToken::Token(token)) => self.token(&token),
                _ => {}
            }
        }
    }

    fn line_break(&mut self, node: &SyntaxNode) {
        if self.zone() == Zone::Table {
            self.out.end(Zone::Table);
        } else {
            self.out.instead("\n", self.place(node.text_range()));
        }
    }

    fn token(&mut self, token: &SyntaxToken) {
        if self.preamble {
            return;
        }
        let place = self.place(token.text_range());
        if self.zone() == Zone::Table && self.out.is_empty() && token.kind() == WORD {
            self.out.instead("| ", place.start..place.start);
        }
        match token.kind() {
            WORD => word::read(&mut self.out, token.text(), place, self.accent.take()),
            WHITESPACE | NEWLINE | L_BRACKET | R_BRACKET => self.out.text(place),
            TILDE => self.out.instead("\u{a0}", place),
            AMPERSAND => self.out.instead("| ", place),
            CONTROL_SYMBOL => self.symbol(token.text(), place),
            _ => {}
        }
    }

    /// `\%`, `\'`, `\,`
    fn symbol(&mut self, text: &str, place: Range<usize>) {
        let name = text.trim_start_matches('\\');
        if let Some(accent) = Accent::of(name, place.start) {
            self.accent = Some(accent);
            return;
        }
        match name {
            "," | ";" | ":" => self.out.instead("\u{202f}", place),
            "%" | "&" | "#" | "$" | "_" | "{" | "}" => self.out.instead(name, place),
            _ if name.trim().is_empty() && !text.ends_with('\\') => self.out.instead(" ", place),
            "\\" => self.out.instead("\n", place),
            _ => {}
        }
    }
}
