//! HTML, by tree-sitter's grammar: what a reader of the page would read of the article.

use std::ops::Range;

use tree_sitter::Node;

use super::super::Zone;
use super::Split;
use super::collect::Collector;
use super::tree::{self, Step};

/// Elements that stand inside a sentence.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// Elements whose content is no prose of the article.
const HIDDEN: &[&str] = &[
    "aside", "audio", "button", "canvas", "code", "del", "footer", "form", "head", "iframe", "math", "nav",
    "noscript", "object", "pre", "s", "samp", "select", "strike", "svg", "template", "textarea", "var",
    "video",
];

/// Names under which a page says when it was published.
const DATES: &[&str] =
    &["article:published_time", "date", "datepublished", "dc.date", "dcterms.created", "pubdate"];

/// The blocks of the text from byte `from` on; `None` where the parser gave up.
pub(super) fn split(text: &str, from: usize) -> Option<Split> {
    let mut reader = Reader { text, out: Collector::new(text), end: from, zones: vec![Zone::Body], rows: 0 };
    let tree = tree::parse(text, from, &tree_sitter_html::LANGUAGE.into())?;
    let root = tree.root_node();
    reader.about(root);
    let part = reader.article(root).unwrap_or(root);
    reader.end = part.start_byte();
    tree::walk(part, |step| match step {
        Step::Enter(node) => reader.enter(node),
        Step::Leave(node) => reader.leave(node),
    });
    Some(reader.out.finish(Zone::Body))
}

/// Goes through a page.
struct Reader<'a> {
    text: &'a str,
    out: Collector<'a>,
    /// Where the last node ended: the grammar leaves out the blanks between nodes, which part words.
    end: usize,
    /// The zone of each open element that is a block.
    zones: Vec<Zone>,
    /// How many rows of tables are open.
    rows: usize,
}

impl<'a> Reader<'a> {
    fn of(&self, place: Range<usize>) -> &'a str {
        &self.text[place]
    }

    fn enter(&mut self, node: Node) -> bool {
        match node.kind() {
            "element" => self.open(node),
            "script_element" | "style_element" => self.skip(node),
            "start_tag" | "end_tag" | "self_closing_tag" | "erroneous_end_tag" | "comment" | "doctype" => {
                self.tag(node)
            }
            "text" => self.words(node),
            "entity" => self.entity(node),
            "ERROR" if node.child_count() == 0 && !self.of(node.byte_range()).contains('<') => {
                self.words(node)
            }
            _ => true,
        }
    }

    fn leave(&mut self, node: Node) -> bool {
        if node.kind() == "element" {
            self.close(&self.name(node));
        }
        true
    }

    /// The name of an element, in small letters.
    fn name(&self, element: Node) -> String {
        let tag = element.child(0).and_then(|tag| tag.child(1));
        tag.map_or_else(String::new, |name| self.of(name.byte_range()).to_ascii_lowercase())
    }

    fn open(&mut self, element: Node) -> bool {
        let name = self.name(element);
        if HIDDEN.contains(&&*name) || name == "sup" && !self.is_word(element) {
            return self.skip(element);
        }
        let start = element.start_byte();
        self.blanks(start);
        match &*name {
            "q" => self.out.instead("“", start..start),
            "br" => self.out.instead("\n", element.byte_range()),
            "td" | "th" if self.rows > 0 => self.out.instead("| ", start..start),
            _ if INLINE.contains(&&*name) => {}
            _ => self.open_block(&name),
        }
        true
    }

    fn open_block(&mut self, name: &str) {
        if self.rows > 0 {
            self.rows += usize::from(name == "tr");
            return;
        }
        let zone = self.zone();
        self.out.end(zone);
        self.rows += usize::from(name == "tr");
        self.zones.push(match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Zone::Heading,
            "li" | "dt" | "dd" => Zone::List,
            "blockquote" => Zone::Quote,
            "tr" => Zone::Table,
            _ => zone,
        });
    }

    fn close(&mut self, name: &str) {
        match name {
            "q" => self.out.instead("”", self.end..self.end),
            "br" => {}
            "td" | "th" if self.rows > 0 => self.out.instead(" ", self.end..self.end),
            _ if INLINE.contains(&name) => {}
            _ => {
                self.rows -= usize::from(name == "tr" && self.rows > 0);
                if self.rows == 0 {
                    let zone = self.zones.pop().unwrap_or(Zone::Body);
                    self.out.end(zone);
                }
            }
        }
        if self.zones.is_empty() {
            self.zones.push(Zone::Body);
        }
    }

    fn zone(&self) -> Zone {
        self.zones.last().copied().unwrap_or(Zone::Body)
    }

    /// Whether raised letters belong to a word, as in `1<sup>er</sup>`; a raised number is a note or an exponent.
    fn is_word(&self, sup: Node) -> bool {
        let mut words =
            (1..sup.child_count() as u32).filter_map(|at| sup.child(at)).filter(|node| node.kind() == "text");
        words.next().is_some_and(|node| self.of(node.byte_range()).chars().all(char::is_alphabetic))
    }

    /// Blanks between nodes.
    fn blanks(&mut self, until: usize) {
        let between = self.end.min(until)..until;
        if !between.is_empty() && self.of(between.clone()).trim().is_empty() {
            self.out.text(between);
        }
        self.end = self.end.max(until);
    }

    fn words(&mut self, node: Node) -> bool {
        self.blanks(node.start_byte());
        self.out.text(node.byte_range());
        self.end = node.end_byte();
        false
    }

    fn entity(&mut self, node: Node) -> bool {
        self.blanks(node.start_byte());
        let text = htmlize::unescape(self.of(node.byte_range()));
        self.out.instead(&text, node.byte_range());
        self.end = node.end_byte();
        false
    }

    fn tag(&mut self, node: Node) -> bool {
        self.blanks(node.start_byte());
        self.end = node.end_byte();
        false
    }

    fn skip(&mut self, node: Node) -> bool {
        self.tag(node)
    }

    /// The one article of the page, or its main part.
    fn article<'t>(&self, root: Node<'t>) -> Option<Node<'t>> {
        let (mut articles, mut main) = (Vec::new(), None);
        tree::walk(root, |step| {
            if let Step::Enter(node) = step
                && node.kind() == "element"
            {
                match &*self.name(node) {
                    "article" => articles.push(node),
                    "main" => main = main.or(Some(node)),
                    _ => {}
                }
            }
            true
        });
        if let [article] = articles[..] { Some(article) } else { main }
    }

    /// Language and day of the page.
    fn about(&mut self, root: Node) {
        tree::walk(root, |step| {
            if let Step::Enter(node) = step
                && matches!(node.kind(), "start_tag" | "self_closing_tag")
            {
                self.attributes(node);
                return false;
            }
            true
        });
    }

    fn attributes(&mut self, tag: Node) {
        let name = tag.child(1).map_or("", |name| self.of(name.byte_range())).to_ascii_lowercase();
        let values = |wanted: &[&str]| {
            let attributes = (2..tag.child_count() as u32).filter_map(|at| tag.child(at));
            attributes.filter(|node| node.kind() == "attribute").find_map(|attribute| {
                let name = self.of(attribute.child(0)?.byte_range()).to_ascii_lowercase();
                wanted.contains(&&*name).then(|| attribute.child(2).map(|value| value.byte_range()))?
            })
        };
        match &*name {
            "html" | "article" | "body" => {
                if let Some(place) = values(&["lang", "xml:lang"]) {
                    self.out.language(place);
                }
            }
            "meta" => {
                let named = values(&["name", "property", "itemprop"]).map(|place| self.of(place));
                let named = named.unwrap_or_default().trim_matches(['"', '\'']).to_ascii_lowercase();
                if let Some(place) = values(&["content"]).filter(|_| DATES.contains(&&*named)) {
                    self.out.date(place);
                }
            }
            _ => {}
        }
    }
}
