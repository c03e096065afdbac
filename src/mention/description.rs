//! Offices without a name: `le chef d'état-major a déclaré`, and what they say of who else holds such an office.
//!
//! Whom they mean, the draft as a whole says (`article/entities/describe.rs`).

mod scope;

use super::{Name, Office, Reader, Sort, Stem};
use crate::knowledge::{Gender, fold};
use crate::span::Span;

/// An office as it is spoken of.
#[derive(Clone, Debug)]
pub struct Description {
    /// Where it stands, with what it is for; without article.
    pub span: Span,
    /// What the office is called, folded and in the singular: `chef d etat major`.
    pub head: Box<str>,
    /// What it is called for short: `minister` of a `defence minister`.
    pub short: Option<&'static str>,
    /// What it is for, and of which country.
    pub scope: Vec<Stem>,
    /// The gender that its article tells.
    pub gender: Option<Gender>,
    /// Of whom it speaks.
    pub of: Whom,
}

impl Description {
    /// All of it but where it stands.
    pub fn somewhere(&self) -> (&str, Option<&str>, &[Stem], Option<Gender>, Whom) {
        (&self.head, self.short, &self.scope, self.gender, self.of)
    }
}

/// Of whom an office without a name, or with one, speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Of the person with that number among the names of the paragraph.
    Named(usize),
    /// Of one who must be known: `le ministre`.
    Known,
    /// Of somebody else, or of several: `un ministre`, `les ministres`, `l'ancien ministre`.
    Another,
}

/// The offices of a paragraph that say something of who holds them, in the order of the text.
pub(super) fn read(reader: &Reader, names: &[Name], offices: &[Office]) -> Vec<Description> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        match Head::at(reader, at) {
            Some(head) => {
                at = head.end;
                out.extend(Beside { reader, names, offices }.description(&head));
            }
            None => at += 1,
        }
    }
    out
}

/// The word of an office, in tokens.
struct Head {
    first: usize,
    end: usize,
    /// Folded, in the singular.
    called: Box<str>,
    plural: bool,
}

impl Head {
    fn at(reader: &Reader, first: usize) -> Option<Self> {
        let (classes, lexicon) = (&reader.language.classes, &reader.language.lexicon);
        if let Some((end, value)) = lexicon.longest(classes.offices, &reader.tokens, first) {
            return Some(Self { first, end, called: fold(value.text()?).into(), plural: true });
        }
        let (end, _) = lexicon.longest(classes.office, &reader.tokens, first)?;
        let called = fold(reader.span(first, end).of(reader.text)).into();
        Some(Self { first, end, called, plural: false })
    }
}

/// What stands before an office.
enum Article {
    /// One who is known, of that gender.
    One(Option<Gender>),
    /// An article, pronoun or adjective that says otherwise.
    Other,
    /// Nothing that says whose office it is.
    None,
}

/// The paragraph around an office.
struct Beside<'a, 'r> {
    reader: &'a Reader<'r>,
    names: &'a [Name],
    offices: &'a [Office],
}

impl Beside<'_, '_> {
    fn description(&self, head: &Head) -> Option<Description> {
        let reader = self.reader;
        let (article, before) = scope::before(reader, head);
        let (end, behind) = scope::behind(reader, head.end, &|at| self.begins(at));
        let held = self.held(head, end);
        let of = match (held, &article) {
            (Some(office), _) if !office.changes => Whom::Named(office.name),
            (Some(_), _) => Whom::Another,
            (None, _) if self.bearer(head).is_some() => self.bearer(head)?,
            (None, _) if reader.quoted[head.first] => return None,
            (None, Article::None) if !head.plural && !self.is_given(head) => return None,
            (None, Article::One(_)) if !head.plural && self.is_alone(head, end) => Whom::Known,
            _ => Whom::Another,
        };
        let gender = if let Article::One(gender) = article { gender } else { None };
        let mut scope = before;
        scope.extend(behind);
        scope.extend(held.into_iter().flat_map(|office| &office.scope));
        Some(Description {
            span: reader.span(head.first, end),
            short: short(reader, head),
            head: head.called.clone(),
            scope,
            gender,
            of,
        })
    }

    /// The office as it was read beside a name. `Défense` in `ministre de la Défense` is none.
    fn held(&self, head: &Head, end: usize) -> Option<&Office> {
        let whole = self.reader.span(head.first, end);
        let of_person = |name: &Name| name.sort == Sort::Person || !whole.contains(name.span);
        let mut held = self.offices.iter().filter(|office| office.span.start == whole.start);
        held.find(|office| of_person(&self.names[office.name]))
    }

    /// Whether the name of a person begins at a token.
    fn begins(&self, at: usize) -> bool {
        let start = self.reader.tokens[at].span.start;
        self.names.iter().any(|name| name.span.start == start && name.sort == Sort::Person)
    }

    /// Whose title it is, where a name stands directly behind: `Gen. Mark Milley`.
    fn bearer(&self, head: &Head) -> Option<Whom> {
        let tokens = &self.reader.tokens;
        let stop = tokens.get(head.end).is_some_and(|token| token.is_mark('.') && !token.spaced);
        let start = tokens.get(head.end + usize::from(stop))?.span.start;
        let name =
            self.names.iter().position(|name| name.span.start == start && name.sort == Sort::Person)?;
        let class = self.reader.language.classes.office_change;
        let near = head.first.saturating_sub(NEAR)..head.first;
        let changes = near.into_iter().any(|at| self.reader.language.has(class, &tokens[at]));
        Some(if changes { Whom::Another } else { Whom::Named(name) })
    }

    /// Whether nothing beside it names somebody, or speaks of the office and not of who holds it.
    fn is_alone(&self, head: &Head, end: usize) -> bool {
        let reader = self.reader;
        let classes = &reader.language.classes;
        let is = |class, at: usize| reader.language.is(class, &reader.tokens, at).is_some();
        let near = end..reader.tokens.len().min(end + NEAR);
        let changes =
            near.into_iter().any(|at| is(classes.office_change, at) || is(classes.office_until, at));
        let behind = reader.tokens.get(end);
        let goes_on =
            behind.is_some_and(|token| token.is_capitalised() || token.is_mark('-') && !token.spaced);
        let thing = end < reader.tokens.len() && is(classes.of_office, end);
        !(changes || goes_on || thing || scope::is_told_of(reader, head, 2) || self.is_named(head, end))
    }

    /// Whether it is somebody new who holds it: `élue maire`, `Nadia Sorel, nouveau maire`.
    fn is_given(&self, head: &Head) -> bool {
        scope::is_told_of(self.reader, head, 1) || self.is_named(head, head.end)
    }

    /// Whether a name stands in it, or a comma away on either side: `le ministre, Alex Carel, a dit`.
    fn is_named(&self, head: &Head, end: usize) -> bool {
        let tokens = &self.reader.tokens;
        let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(','));
        if comma(end) && tokens.get(end + 1).is_some_and(|token| token.is_capitalised()) {
            return true;
        }
        let behind = tokens.get(end).map(|token| token.span.start);
        let ends = scope::article(self.reader, head);
        let commas = [ends.checked_sub(1), ends.checked_sub(2)].into_iter().flatten().filter(|at| comma(*at));
        let before = commas.filter_map(|at| at.checked_sub(1)).map(|at| tokens[at].span.end).next();
        let own = tokens[head.first].span.to(tokens[head.end - 1].span);
        let mut names = self.names.iter().map(|name| name.span);
        names.any(|name| name.overlaps(own) || Some(name.start) == behind || Some(name.end) == before)
    }
}

/// Tokens behind an office in which a change of it is told.
const NEAR: usize = 3;

/// What an office is called for short.
fn short(reader: &Reader, head: &Head) -> Option<&'static str> {
    let (lexicon, class) = (&reader.language.lexicon, reader.language.classes.office_short);
    lexicon.longest(class, &reader.tokens, head.first).filter(|(end, _)| *end == head.end)?.1.text()
}
