//! A count, and behind it what is counted, one by one: `trois villes : Mons, Namur et Liège`.

use crate::span::Span;
use crate::token::Token;

use super::quantity::Kind;
use super::{Quantity, Reader, relation};

/// A count and the names that stand for what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enumeration {
    /// Which figure of the paragraph counts.
    pub quantity: usize,
    /// How many are told.
    pub items: usize,
    /// From the first to the last of them.
    pub span: Span,
    /// Whether the words say that these are the ones: a colon, `il s'agit de`. A comma does not.
    pub told: bool,
}

/// Words between the noun counted and what opens the list: `trois suspects arrêtés hier :`.
const BETWEEN: usize = 3;
/// Words between the noun counted and a colon, where no other number stands: `trois suspects ont été arrêtés jeudi soir :`.
const FAR: usize = 8;
/// Items of a list.
const ITEMS: usize = 20;
/// Words of an item that is no name.
const PHRASE: usize = 6;

/// The enumerations of a paragraph.
pub(super) fn read(reader: &Reader, quantities: &[Quantity]) -> Vec<Enumeration> {
    let counts = quantities.iter().enumerate().filter(|(_, quantity)| is_count(quantity));
    counts.filter_map(|(index, quantity)| List { reader, quantity }.read(index)).collect()
}

/// Whether the figure counts so few that they can be told one by one.
fn is_count(quantity: &Quantity) -> bool {
    let few = quantity.value.fract() == 0.0 && (2.0..=12.0).contains(&quantity.value);
    let plain = quantity.kind == Kind::Count && quantity.hedge.is_none() && quantity.other.is_none();
    few && plain && quantity.thing.is_some()
}

/// Words of a title in quotation marks.
const TITLE: usize = 12;
/// Marks around a title.
const QUOTES: [(char, char); 4] = [('“', '”'), ('«', '»'), ('"', '"'), ('‘', '’')];

struct List<'a, 'r> {
    reader: &'a Reader<'r>,
    quantity: &'a Quantity,
}

/// What stands in a list: where it begins and ends, and how many.
struct Items {
    first: usize,
    end: usize,
    count: usize,
    /// Whether `et` stands before the last.
    closed: bool,
}

impl List<'_, '_> {
    fn read(&self, index: usize) -> Option<Enumeration> {
        let (told, items) = self.here().or_else(|| self.next_sentence().map(|items| (true, items)))?;
        let span = self.reader.span(items.first, items.end);
        Some(Enumeration { quantity: index, items: items.count, span, told })
    }

    /// Behind the noun, in the same sentence.
    fn here(&self) -> Option<(bool, Items)> {
        let reader = self.reader;
        let noun = self.quantity.thing?.span.end;
        let from = reader.tokens.partition_point(|token| token.span.end <= noun);
        let end = reader.sentence_range(self.quantity.sentence).1;
        let at = (from..end.min(from + FAR + 1)).find(|at| !reader.tokens[*at].is_word());
        let near = at.filter(|at| *at <= from + BETWEEN);
        let is = |mark: char| at.filter(|at| self.mark(*at, mark));
        if let Some(named) = self.copula(from, end) {
            return Some((true, named));
        }
        if let Some(colon) = is(':').filter(|colon| Some(*colon) == near || !self.counts_again(from, *colon))
        {
            let near = Some(colon) == near;
            return self.behind_colon(colon + 1, end, near).map(|items| (true, items));
        }
        let at = near?;
        let namely = reader.language.is(reader.language.classes.namely, &reader.tokens, at + 1);
        match namely.filter(|_| self.mark(at, ',') || self.mark(at, '(')) {
            Some(first) => self.names(first).filter(|items| items.closed).map(|items| (true, items)),
            None if self.mark(at, ',') || self.mark(at, '(') || self.is_dash(at) => {
                let items = self.names(at + 1)?;
                let apposed = items.closed && self.is_apposed(items.end) && !self.is_listed(items.end);
                apposed.then_some((false, items))
            }
            None => None,
        }
    }

    /// Names or phrases behind the colon: up to the end of the sentence, or names and what is said of them.
    fn behind_colon(&self, from: usize, end: usize, near: bool) -> Option<Items> {
        let names = self.names(from);
        let all = names.filter(|items| {
            items.end + 1 >= end
                || items.closed && self.is_apposed(items.end) && !self.goes_on(items.end, end)
        });
        let told = || self.clauses(from, end).or_else(|| self.phrases(from, end));
        all.or_else(|| near.then(told)?)
    }

    /// Whether more names or another `et` follow: the list may go on.
    fn goes_on(&self, from: usize, end: usize) -> bool {
        let more = |at: usize| {
            self.reader.tokens[at].is_capitalised() || relation::is_and(self.reader, at).is_some()
        };
        (from..end).any(more)
    }

    /// `The four countries are Austria, Slovenia and Croatia.`
    fn copula(&self, from: usize, end: usize) -> Option<Items> {
        let reader = self.reader;
        let mut words = from..end.min(from + BETWEEN + 1);
        let verb = words.find_map(|at| {
            reader
                .language
                .is(reader.language.classes.copula, &reader.tokens, at)
                .filter(|_| reader.tokens[from..at].iter().all(Token::is_word))
        })?;
        self.names(verb).filter(|items| self.quantity.definite && items.closed && items.end + 1 >= end)
    }

    /// Whether another number stands between.
    fn counts_again(&self, from: usize, to: usize) -> bool {
        self.reader.tokens[from..to].iter().any(|token| token.figure().is_some())
    }

    /// Longer items, parted by semicolons: as many as there are semicolons, and one.
    fn clauses(&self, from: usize, end: usize) -> Option<Items> {
        let parted = (from..end).filter(|at| self.mark(*at, ';')).count();
        let close = (from..end).rev().find(|at| self.reader.tokens[*at].is_word())? + 1;
        let other = (from..end).any(|at| self.mark(at, ':'));
        // "My son, Tom; two nephews, Jo and Al": one item may be several.
        let several = self.counts_again(from, end);
        (parted > 0 && !other && !several).then_some(Items {
            first: from,
            end: close,
            count: parted + 1,
            closed: true,
        })
    }

    /// In the next sentence: `Il s'agit de Mons, Namur et Liège.`
    fn next_sentence(&self) -> Option<Items> {
        let (start, end) = (
            self.reader.sentence_range(self.quantity.sentence).1,
            self.reader.sentence_range(self.quantity.sentence + 1).1,
        );
        let cue = self.reader.language.is(self.reader.language.classes.namely, &self.reader.tokens, start)?;
        self.names(cue).filter(|items| items.closed && items.end + 1 >= end)
    }

    /// Names with commas between, and `et` before the last.
    fn names(&self, from: usize) -> Option<Items> {
        let mut items = Items { first: from, end: from, count: 0, closed: false };
        let mut at = from;
        while items.count < ITEMS {
            items.end = self.age(self.name(at)?);
            items.count += 1;
            let comma = self.mark(items.end, ',');
            let and = relation::is_and(self.reader, items.end + usize::from(comma));
            if items.closed && (comma || and.is_none()) {
                break;
            }
            at = match and {
                Some(end) => end,
                None if comma && !items.closed => items.end + 1,
                None => break,
            };
            items.closed = and.is_some();
        }
        (items.count > 1).then_some(items)
    }

    /// Behind a name: past the age that is told of its bearer, `, 12 ans` or `(12)`.
    fn age(&self, end: usize) -> usize {
        let figure = |at: usize| self.reader.tokens.get(at).is_some_and(|token| token.figure().is_some());
        let open = self.mark(end, '(') || self.mark(end, ',');
        let unit =
            end + 2
                + usize::from(self.reader.tokens.get(end + 2).is_some_and(|token| {
                    token.is_word() && relation::is_and(self.reader, end + 2).is_none()
                }));
        match () {
            () if !open || !figure(end + 1) => end,
            () if self.mark(end, '(') && self.mark(unit, ')') => unit + 1,
            () if self.mark(end, ',') => unit,
            () => end,
        }
    }

    /// The end of the name at `at`: capitalised words, with small words of names and hyphens between.
    fn name(&self, at: usize) -> Option<usize> {
        let classes = &self.reader.language.classes;
        let is = |at: usize, class| {
            self.reader.tokens.get(at).is_some_and(|token: &Token| self.reader.language.has(class, token))
        };
        let capital = |at: usize| self.reader.tokens.get(at).is_some_and(Token::is_capitalised);
        if let Some(end) = self.quoted(at) {
            return Some(end);
        }
        let first = if is(at, classes.article) { at + 1 } else { at };
        let mut end = capital(first).then_some(first + 1)?;
        loop {
            let glue = self.mark(end, '-') && !self.reader.tokens[end].spaced
                || self.mark(end, '.') && self.reader.tokens[end - 1].span.len() == 1;
            let particle = is(end, classes.particle);
            end = match () {
                () if capital(end) => end + 1,
                () if (glue || particle) && self.reader.tokens.get(end + 1).is_some_and(Token::is_word) => {
                    end + 1
                }
                () if glue => end + 1,
                () => return Some(end),
            };
        }
    }

    /// The end of the title in quotation marks that begins at `at`.
    fn quoted(&self, at: usize) -> Option<usize> {
        let (_, close) = QUOTES.iter().find(|(open, _)| self.mark(at, *open))?;
        (at + 2..at + TITLE).find(|end| self.mark(*end, *close)).map(|end| end + 1)
    }

    /// Short phrases up to the end of the sentence, with commas between and one `et`, before the last.
    fn phrases(&self, from: usize, end: usize) -> Option<Items> {
        let close = (from..end).rev().find(|at| self.reader.tokens[*at].is_word())? + 1;
        let mut items = Items { first: from, end: close, count: 1, closed: false };
        let mut length = 0;
        for at in from..close {
            let and = relation::is_and(self.reader, at).is_some();
            let comma = self.mark(at, ',');
            let plain = self.reader.tokens[at].is_word() || self.mark(at, '-');
            let said = self.reader.language.has(self.reader.language.classes.speech, &self.reader.tokens[at]);
            if items.closed && (and || comma) || !(plain || comma) || said {
                return None;
            }
            items.closed |= and;
            let parts = and && !self.mark(at - 1, ',') || comma;
            items.count += usize::from(parts);
            length = if parts || and { 0 } else { length + 1 };
            if length > PHRASE {
                return None;
            }
        }
        (items.closed && items.count > 1).then_some(items)
    }

    /// Whether an apposition ends there: at a mark, or where the verb follows.
    fn is_apposed(&self, end: usize) -> bool {
        self.reader
            .tokens
            .get(end)
            .is_none_or(|token| token.is_mark(',') || token.is_mark('.') || token.is_mark(')'))
            || self.is_dash(end)
    }

    /// Whether the count may be an item itself: `namely the three Baltic states, Finland and Sweden.`
    fn is_listed(&self, end: usize) -> bool {
        let classes = &self.reader.language.classes;
        let first = self.quantity.tokens.0;
        let article = first.checked_sub(1).is_some_and(|before| {
            let token = &self.reader.tokens[before];
            self.reader.language.has(classes.pointing, token)
        });
        let open = self.mark(end, ',') || self.mark(end, ')') || self.is_dash(end);
        article && !open
    }

    /// A dash, or a hyphen between spaces.
    fn is_dash(&self, at: usize) -> bool {
        self.mark(at, '–') || self.mark(at, '—') || self.mark(at, '-') && self.reader.tokens[at].spaced
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.reader.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }
}
