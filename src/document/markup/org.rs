//! Org, by orgize.

use std::ops::Range;

use orgize::SyntaxKind::{self, *};
use orgize::ast::Entity;
use orgize::rowan::ast::AstNode;
use orgize::rowan::{NodeOrToken, TextRange, WalkEvent};
use orgize::{Org, SyntaxNode, SyntaxToken};

use super::super::Zone;
use super::Split;
use super::collect::Collector;

/// What is no prose of the text: code, notes, dates of the author's own work.
const HIDDEN: &[SyntaxKind] = &[
    CLOCK,
    CODE,
    COMMENT,
    COMMENT_BLOCK,
    DRAWER,
    DYN_BLOCK,
    EXAMPLE_BLOCK,
    EXPORT_BLOCK,
    FIXED_WIDTH,
    FN_DEF,
    FN_REF,
    INLINE_CALL,
    INLINE_SRC,
    LATEX_ENVIRONMENT,
    LATEX_FRAGMENT,
    LINK_PATH,
    MACROS,
    ORG_TABLE_RULE_ROW,
    PLANNING,
    PROPERTY_DRAWER,
    SNIPPET,
    SOURCE_BLOCK,
    STRIKE,
    TARGET,
    VERBATIM,
];

/// The blocks of the text from byte `from` on.
pub(super) fn split(text: &str, from: usize) -> Split {
    let org = Org::parse(&text[from..]);
    let mut reader = Reader { out: Collector::new(text), from, zones: vec![Zone::Body], open: 0 };
    let mut steps = org.document().syntax().preorder_with_tokens();
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

/// Goes through a text.
struct Reader<'a> {
    out: Collector<'a>,
    from: usize,
    zones: Vec<Zone>,
    /// How many elements are open in which words are prose.
    open: usize,
}

impl Reader<'_> {
    fn place(&self, range: TextRange) -> Range<usize> {
        self.from + usize::from(range.start())..self.from + usize::from(range.end())
    }

    fn enter(&mut self, node: &SyntaxNode) -> bool {
        match node.kind() {
            KEYWORD => self.keyword(node),
            ENTITY => self.entity(node),
            kind if HIDDEN.contains(&kind) => return false,
            PARAGRAPH | HEADLINE_TITLE | ORG_TABLE_STANDARD_ROW => {
                self.out.end(self.zone());
                self.open += 1;
                return true;
            }
            LIST_ITEM => self.zones.push(Zone::List),
            QUOTE_BLOCK => self.zones.push(Zone::Quote),
            _ => return true,
        }
        !matches!(node.kind(), KEYWORD | ENTITY)
    }

    fn leave(&mut self, node: &SyntaxNode) {
        let zone = match node.kind() {
            HEADLINE_TITLE => Zone::Heading,
            ORG_TABLE_STANDARD_ROW => Zone::Table,
            PARAGRAPH => self.zone(),
            LIST_ITEM | QUOTE_BLOCK => {
                self.zones.pop();
                return;
            }
            _ => return,
        };
        self.open = self.open.saturating_sub(1);
        self.out.end(zone);
    }

    fn zone(&self) -> Zone {
        self.zones.last().copied().unwrap_or(Zone::Body)
    }

    fn token(&mut self, token: &SyntaxToken) {
        let place = self.place(token.text_range());
        match token.kind() {
            TEXT | WHITESPACE | PIPE if self.open > 0 => self.out.text(place),
            NEW_LINE | BLANK_LINE | LINE_BREAK if self.open > 0 => self.out.instead("\n", place),
            _ => {}
        }
    }

    /// `#+TITLE: …`
    fn keyword(&mut self, node: &SyntaxNode) {
        let mut texts = node.children_with_tokens().filter(|child| child.kind() == TEXT);
        let (Some(name), Some(value)) = (texts.next(), texts.next()) else { return };
        let name = name.as_token().map(|name| name.text().to_ascii_uppercase()).unwrap_or_default();
        let place = self.place(value.text_range());
        match &*name {
            "TITLE" => {
                self.out.text(place);
                self.out.end(Zone::Heading);
            }
            "DATE" => self.out.date(place),
            "LANGUAGE" => self.out.language(place),
            _ => {}
        }
    }

    /// `\eacute`
    fn entity(&mut self, node: &SyntaxNode) {
        let place = self.place(node.text_range());
        if let Some(entity) = Entity::cast(node.clone()).filter(|_| self.open > 0) {
            self.out.instead(entity.utf8(), place);
        }
    }
}
