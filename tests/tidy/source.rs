//! A Rust file as tokens: without comments, without its tests.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::tree::shown;

/// A Rust file, without its tests.
pub(crate) struct Source {
    /// Its path from the root of the package, such as `src/span.rs`.
    pub(crate) path: String,
    /// The number of its lines, tests not counted.
    pub(crate) lines: usize,
    /// Its tokens, without comments, documentation and tests.
    tokens: Vec<TokenTree>,
}

/// Something that stands in a source, and the line on which it does.
pub(crate) struct Placed<T> {
    /// What stands there.
    pub(crate) what: T,
    /// The line, from 1.
    pub(crate) line: usize,
}

impl Source {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the file was just listed");
        Self::parse(shown(path), &text)
    }

    /// Reads the text of a file.
    pub(crate) fn parse(path: String, text: &str) -> Self {
        let stream: TokenStream = text.parse().expect("the compiler reads this file too");
        let (tokens, test_lines) = without_tests(stream.into_iter().collect());
        Self { path, lines: text.lines().count() - test_lines, tokens }
    }

    /// Every path that is written, such as `["crate", "span", "Span"]`; `a::{b, c}` is two.
    pub(crate) fn paths(&self) -> Vec<Placed<Vec<String>>> {
        let mut found = Vec::new();
        paths(&self.tokens, &[], &mut found);
        found
    }

    /// Every literal in quotation marks, as it is written.
    pub(crate) fn strings(&self) -> Vec<Placed<String>> {
        let mut found = Vec::new();
        each(&self.tokens, &mut |token| match token {
            TokenTree::Literal(literal) if literal.to_string().contains(['"', '\'']) => {
                found.push(Placed { what: literal.to_string(), line: line(token) });
            }
            _ => {}
        });
        found
    }

    /// The place of a line, as messages write it.
    pub(crate) fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// The line on which a token starts.
fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Calls `visit` with every token, those in brackets too.
fn each(tokens: &[TokenTree], visit: &mut dyn FnMut(&TokenTree)) {
    for token in tokens {
        visit(token);
        if let TokenTree::Group(group) = token {
            each(&inner(group), visit);
        }
    }
}

/// The tokens between brackets, without attributes that document.
fn inner(group: &Group) -> Vec<TokenTree> {
    without_tests(group.stream().into_iter().collect()).0
}

/// Tokens without documentation and without what is compiled for tests only, and how many lines the latter had.
fn without_tests(tokens: Vec<TokenTree>) -> (Vec<TokenTree>, usize) {
    let (mut kept, mut lines, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match attribute(&tokens[at..]) {
            Some((text, length)) if text.starts_with("doc ") || text.starts_with("doc=") => at += length,
            Some((text, length)) if text.replace(' ', "") == "cfg(test)" => {
                let end = at + length + item_length(&tokens[at + length..]);
                lines += tokens[end - 1].span().end().line - line(&tokens[at]) + 1;
                at = end;
            }
            _ => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    (kept, lines)
}

/// The attribute that the tokens start with: what stands in its brackets, and how many tokens it has.
fn attribute(tokens: &[TokenTree]) -> Option<(String, usize)> {
    let is_punct =
        |at: usize, sign| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == sign);
    let bracket = if is_punct(1, '!') { 2 } else { 1 };
    match tokens.get(bracket) {
        Some(TokenTree::Group(group)) if is_punct(0, '#') && group.delimiter() == Delimiter::Bracket => {
            Some((group.stream().to_string(), bracket + 1))
        }
        _ => None,
    }
}

/// How many tokens an item has: up to its braces or its semicolon.
fn item_length(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        _ => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |at| at + 1)
}

/// Collects the paths among `tokens`, which stand behind `before`.
fn paths(tokens: &[TokenTree], before: &[String], found: &mut Vec<Placed<Vec<String>>>) {
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(_) => at += path(&tokens[at..], before, found),
            TokenTree::Group(group) => {
                paths(&inner(group), &[], found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Collects the path that `tokens` start with, or the several that it ends in; answers how many tokens it has.
fn path(tokens: &[TokenTree], before: &[String], found: &mut Vec<Placed<Vec<String>>>) -> usize {
    let mut what = before.to_vec();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        what.push(name.to_string());
        if !is_path_separator(&tokens[at + 1..]) {
            found.push(Placed { what, line: line(&tokens[at]) });
            return at + 1;
        }
        at += 3;
    }
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            paths(&inner(group), &what, found);
            at + 1
        }
        _ => {
            found.push(Placed { what, line: line(&tokens[0]) });
            at
        }
    }
}

/// Whether the tokens start with `::`.
fn is_path_separator(tokens: &[TokenTree]) -> bool {
    tokens.len() > 1
        && tokens[..2].iter().all(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ':'))
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let text = "use a::{b::C, d};\n//! e::f\n/// g::h\nfn i() -> j::K<l::M> { n!(\"{}\", o::p::<q::R>()) }\n\
                #[cfg(test)]\nmod tests { use s::T;\n}\n";
    let source = Source::parse("src/a.rs".into(), text);
    let paths: Vec<String> = source.paths().into_iter().map(|path| path.what.join("::")).collect();
    for path in ["a::b::C", "a::d", "j::K", "l::M", "o::p", "q::R"] {
        assert!(paths.contains(&path.to_owned()), "{path} is not in {paths:?}");
    }
    assert!(!paths.iter().any(|path| ["e::f", "g::h", "s::T"].contains(&path.as_str())), "{paths:?}");
    assert_eq!(source.lines, 4);
}

#[test]
fn strings_are_found_without_comments() {
    let text = "/// \"é\"\nfn f() { /* \"è\" */ g(\"à\", 'ê', 1); }\n#[cfg(test)]\nfn t() { \"ù\"; }";
    let source = Source::parse("src/a.rs".into(), text);
    let strings: Vec<_> = source.strings().into_iter().map(|string| (string.what, string.line)).collect();
    assert_eq!(strings, [("\"à\"".to_owned(), 2), ("'ê'".to_owned(), 2)]);
}
