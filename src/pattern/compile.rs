//! From the notation of a pattern to a program.

use super::lexicon::LexiconBuilder;
use super::{Builtin, Name, Step};

/// A compiled pattern.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// Its steps; it has matched when it runs past the last.
    pub steps: Vec<Step>,
}

/// Compiles a pattern. Words that it names are added to the lexicon.
///
/// # Errors
/// A sentence that says what is wrong with the pattern, for whoever writes a language file.
pub fn compile(pattern: &'static str, lexicon: &mut LexiconBuilder) -> Result<Program, String> {
    let mut parser = Parser { rest: pattern, lexicon };
    let node = parser.alternatives()?;
    if !parser.rest.is_empty() {
        return Err(format!("`{pattern}`: nothing opens what closes at `{}`", parser.rest));
    }
    let mut program = Program::default();
    program.emit(node);
    Ok(program)
}

/// A pattern as a tree.
enum Node {
    Step(Step),
    Sequence(Vec<Node>),
    Either(Box<Node>, Box<Node>),
    Maybe(Box<Node>),
}

impl Program {
    fn emit(&mut self, node: Node) {
        match node {
            Node::Step(step) => self.steps.push(step),
            Node::Sequence(nodes) => nodes.into_iter().for_each(|node| self.emit(node)),
            Node::Maybe(node) => {
                let split = self.split();
                self.emit(*node);
                self.steps[split] = Step::Split(split + 1, self.steps.len());
            }
            Node::Either(first, second) => {
                let split = self.split();
                self.emit(*first);
                let jump = self.split();
                self.steps[split] = Step::Split(split + 1, self.steps.len());
                self.emit(*second);
                self.steps[jump] = Step::Jump(self.steps.len());
            }
        }
    }

    /// Keeps the place of a step whose target is not known yet.
    fn split(&mut self) -> usize {
        self.steps.push(Step::Jump(usize::MAX));
        self.steps.len() - 1
    }
}

struct Parser<'a> {
    rest: &'static str,
    lexicon: &'a mut LexiconBuilder,
}

impl Parser<'_> {
    fn alternatives(&mut self) -> Result<Node, String> {
        let first = self.sequence()?;
        if !self.take("|") {
            return Ok(first);
        }
        Ok(Node::Either(Box::new(first), Box::new(self.alternatives()?)))
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut nodes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(Node::Sequence(nodes));
            }
            let node = self.element()?;
            let maybe = self.rest.starts_with('?') && self.take("?");
            nodes.push(if maybe { Node::Maybe(Box::new(node)) } else { node });
        }
    }

    fn element(&mut self) -> Result<Node, String> {
        match self.rest.as_bytes()[0] {
            b'~' => {
                self.take("~");
                Ok(Node::Sequence(vec![Node::Step(Step::Glued), self.element()?]))
            }
            b'(' => self.group(),
            b'{' => self.class(),
            _ => self.literal(),
        }
    }

    fn group(&mut self) -> Result<Node, String> {
        self.take("(");
        let node = self.alternatives()?;
        if self.take(")") { Ok(node) } else { Err(format!("a bracket is not closed before `{}`", self.rest)) }
    }

    fn class(&mut self) -> Result<Node, String> {
        let end = self.rest.find('}').ok_or_else(|| format!("`{}` is not closed", self.rest))?;
        let inner = &self.rest[1..end];
        self.rest = &self.rest[end + 1..];
        if inner == "end" {
            return Ok(Node::Step(Step::End));
        }
        let (class, name): (&'static str, Name) = inner.split_once(':').unwrap_or((inner, inner));
        Ok(Node::Step(match Builtin::named(class) {
            Some(builtin) => Step::Builtin(builtin, name),
            None => Step::Class(self.lexicon.class(class), name),
        }))
    }

    fn literal(&mut self) -> Result<Node, String> {
        let escaped = self.take("\\");
        let end = if escaped {
            1
        } else {
            self.rest.find([' ', '?', '(', ')', '|', '{']).unwrap_or(self.rest.len())
        };
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let words = self.lexicon.phrase(word);
        if words.is_empty() {
            return Err(format!("a word is missing before `{rest}`"));
        }
        let step = |(word, capital)| Node::Step(Step::Literal { word, capital });
        Ok(Node::Sequence(words.into_iter().map(step).collect()))
    }

    fn take(&mut self, mark: &str) -> bool {
        self.rest = self.rest.trim_start();
        let found = self.rest.strip_prefix(mark);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }
}
