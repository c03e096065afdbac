//! Names as written: runs of capitalised words, what they look like, and the role that stands beside them.

mod role;
mod run;
mod sort;

use crate::knowledge::{Gender, Place};
use crate::span::Span;
use crate::token::{Case, Token};

use super::{Dateline, Reader};

/// A name.
#[derive(Clone, Debug)]
pub struct Name {
    /// Where it stands, titles left out.
    pub span: Span,
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// Its words as they are compared: without accents, hyphens and capitals.
    pub words: Vec<String>,
    /// What it looks like, seen in this paragraph alone.
    pub sort: Sort,
    /// Whether it may be an ordinary word, capitalised because it opens a sentence.
    pub opens_sentence: bool,
    /// The place of that name.
    pub place: Option<&'static Place>,
    /// The role beside it, as written: `chef d'état-major américain`.
    pub role: Option<Span>,
    /// The gender that a title or forename tells.
    pub gender: Option<Gender>,
    /// Whether all of it is in capitals, as a city in a dateline is.
    pub shouted: bool,
    /// Whether a title stands before it, so that a surname alone is a person.
    pub titled: bool,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation or group.
    Organisation,
    /// It cannot be told here.
    Unknown,
}

impl Sort {
    /// Its code in reports: `PER`, `LOC`, `ORG`; empty for an unknown one.
    pub fn code(self) -> &'static str {
        match self {
            Sort::Person => "PER",
            Sort::Place => "LOC",
            Sort::Organisation => "ORG",
            Sort::Unknown => "",
        }
    }
}

/// All names of a paragraph.
pub(super) fn read(reader: &Reader, dateline: Option<&Dateline>) -> Vec<Name> {
    let mut out = Vec::new();
    let mut at = 0;
    let shouted = is_shouted(reader);
    while at < reader.tokens.len() {
        let skipped = shouted || is_agency(reader, dateline, at);
        match Some(at).filter(|_| !skipped).and_then(|at| run::at(reader, at)) {
            Some((first, end)) => {
                out.push(name(reader, first, end));
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

/// Whether the word is the agency that a dateline names.
fn is_agency(reader: &Reader, dateline: Option<&Dateline>, at: usize) -> bool {
    let inside = dateline.is_some_and(|line| at < line.tokens);
    inside && reader.language.has(reader.language.classes.agency, &reader.tokens[at])
}

/// A paragraph in capitals has no capitals that tell anything.
fn is_shouted(reader: &Reader) -> bool {
    let words = reader.tokens.iter().filter(|t| t.is_word() && t.span.len() > 2);
    let (all, upper) =
        words.fold((0, 0), |(all, upper), t| (all + 1, upper + usize::from(t.case == Case::Upper)));
    all > 3 && upper * 2 > all
}

fn name(reader: &Reader, first: usize, end: usize) -> Name {
    let span = reader.span(first, end);
    let folded = crate::knowledge::fold(span.of(reader.text));
    let before = role::before(reader, first);
    let titled = before.is_some();
    let (sort, place) = sort::of(reader, (first, end), &folded, titled);
    let role = if sort == Sort::Person || titled { role::of(reader, before, end) } else { None };
    let sentence = reader.sentence(first);
    Name {
        span,
        sentence,
        gender: role::gender(before).or_else(|| sort::forename(&folded)),
        words: bare(reader, first, &folded),
        sort,
        opens_sentence: opens_sentence(reader, first, sentence),
        place,
        role,
        titled,
        shouted: reader.tokens[first..end].iter().all(|t| t.case == Case::Upper || !t.is_word()),
    }
}

/// The words of a name without the particles that open it: `Mme von der Leyen` is compared as `leyen`.
fn bare(reader: &Reader, first: usize, folded: &str) -> Vec<String> {
    let particle = |token: &&Token| !token.is_capitalised() && token.is_word();
    let particles = reader.tokens[first..].iter().take_while(particle).count();
    folded.split(' ').skip(particles).map(str::to_owned).collect()
}

/// Whether only marks stand between the start of the sentence, or of a quotation, and the name.
fn opens_sentence(reader: &Reader, first: usize, sentence: usize) -> bool {
    let (from, _) = reader.sentence_range(sentence);
    let before = &reader.tokens[from..first];
    let quote = before
        .last()
        .is_some_and(|t| ['"', '«', '“', ':', '(', '–', '-'].iter().any(|mark| t.is_mark(*mark)));
    quote || before.iter().all(|t| !t.is_word() && t.figure().is_none())
}
