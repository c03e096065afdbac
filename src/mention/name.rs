//! Names as written: runs of capitalised words, what they look like, and the role that stands beside them.

mod called;
mod clue;
mod decode;
mod feature;
mod known;
mod listed;
mod look;
mod part;
pub(in crate::mention) mod role;
mod sort;
mod weights;

use crate::knowledge::{Gender, Newsroom, Place, organisations, places};
use crate::language::Language;
use crate::span::Span;
use crate::token::{Case, Token};

use super::{Dateline, Reader};
use decode::Found;

/// A name.
#[derive(Clone, Debug)]
pub struct Name {
    /// Where it stands, titles left out.
    pub span: Span,
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// Its words as they are compared: without accents, hyphens and capitals.
    pub words: Vec<String>,
    /// Those words with spaces between them.
    pub form: Box<str>,
    /// What it looks like, seen in this paragraph alone.
    pub sort: Sort,
    /// What speaks for a person, a place and an organisation here, more than for no name at all: in hundredths of a natural
    /// logarithm.
    pub scores: [i32; 3],
    /// Whether it may be an ordinary word, capitalised because it opens a sentence.
    pub opens_sentence: bool,
    /// The place of that name.
    pub place: Option<&'static Place>,
    /// Whether a firm or institution of that name is known.
    pub organisation: bool,
    /// The role beside it, as written: `chef d'état-major américain`.
    pub role: Option<Span>,
    /// The gender that a title or forename tells.
    pub gender: Option<Gender>,
    /// Whether all of it is in capitals, as a city in a dateline is.
    pub shouted: bool,
    /// Whether a title stands before it, so that a surname alone is a person.
    pub titled: bool,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether a verb or pronoun of people stands beside it: `said`, `who`.
    pub acts: bool,
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
    /// It is likelier no name, if nothing else in the draft says that it is.
    Unknown,
}

impl Sort {
    /// Those that say what a name names, in the order of [`Name::scores`].
    pub const NAMED: [Sort; 3] = [Sort::Person, Sort::Place, Sort::Organisation];

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
    if is_shouted(reader) {
        return Vec::new();
    }
    let clues = look::at(reader);
    let weights = weights::of(reader.language.code);
    let mut found = Vec::new();
    for sentence in 0..reader.sentences.len() {
        let (from, to) = reader.sentence_range(sentence);
        decode::names(&clues[from..to], from, weights, &mut found);
    }
    let mut names: Vec<Name> =
        found.iter().flat_map(|found| part::parts(reader, found)).map(|found| name(reader, &found)).collect();
    names.retain(|name| !is_model(reader, name));
    names.retain(|name| !is_agency(reader, dateline, name.span));
    names
}

/// Whether the name is the agency that a dateline names.
fn is_agency(reader: &Reader, dateline: Option<&Dateline>, span: Span) -> bool {
    let words = dateline.map_or(&[][..], |line| &reader.tokens[..line.tokens]);
    let agency = |token: &Token| reader.language.has(reader.language.classes.agency, token);
    words.iter().any(|token| token.span.start == span.start && agency(token))
}

/// A paragraph in capitals has no capitals that tell anything.
fn is_shouted(reader: &Reader) -> bool {
    let words = reader.tokens.iter().filter(|t| t.is_word() && t.span.len() > 2);
    let (all, upper) =
        words.fold((0, 0), |(all, upper), t| (all + 1, upper + usize::from(t.case == Case::Upper)));
    all > 3 && upper * 2 > all
}

/// `E411`, `A320`: a letter with digits behind it is a road or a model, if it is not known as something else.
fn is_model(reader: &Reader, name: &Name) -> bool {
    let first = reader.tokens.partition_point(|token| token.span.start < name.span.start);
    let number = reader.tokens.get(first + 1).is_some_and(|token| token.figure().is_some() && !token.spaced);
    reader.tokens[first].case == Case::Initial
        && number
        && organisations::find_written(name.span.of(reader.text)).is_empty()
}

fn name(reader: &Reader, found: &Found) -> Name {
    let (first, end) = (found.tokens.start, found.tokens.end);
    let span = reader.span(first, end);
    let written = span.of(reader.text);
    let folded = crate::knowledge::fold(written);
    let place = places::likeliest_named(&folded, written, reader.language.code);
    let organisation = organisations::is_name(&folded, written);
    let (sort, scores) = match found.sort.map(|sort| Sort::NAMED[sort]) {
        // The organisation that is known takes what spoke for a place: `U.N.` looks like `U.S.`.
        Some(Sort::Place) if organisation && place.is_none() => {
            (Sort::Organisation, [found.scores[0], found.scores[2], found.scores[1]])
        }
        sort => (sort.unwrap_or(Sort::Unknown), found.scores),
    };
    let before = role::before(reader, first);
    let person = sort == Sort::Person;
    let sentence = reader.sentence(first);
    let words = bare(reader, first, person && before.is_some(), &folded);
    Name {
        span,
        sentence,
        form: words.join(" ").into(),
        gender: before.and_then(role::Title::gender).or_else(|| sort::forename(&folded)),
        words,
        sort,
        scores,
        opens_sentence: opens_sentence(reader, first, sentence),
        place,
        organisation,
        role: if person { role::of(reader, before, end) } else { None },
        titled: person && before.is_some(),
        quoted: reader.quoted[first],
        acts: acts(reader, first, end),
        shouted: reader.tokens[first..end].iter().all(|t| t.case == Case::Upper || !t.is_word()),
    }
}

/// Whether a verb or pronoun of people stands before or behind it.
fn acts(reader: &Reader, first: usize, end: usize) -> bool {
    let class = reader.language.classes.person_verb;
    let is = |at: usize| reader.language.is(class, &reader.tokens, at).is_some();
    let before = first.checked_sub(1).is_some_and(|at| reader.language.has(class, &reader.tokens[at]));
    before || end < reader.tokens.len() && is(end)
}

/// The words of a name without the particles that open it: `Mme von der Leyen` is compared as `leyen`.
fn bare(reader: &Reader, first: usize, titled: bool, folded: &str) -> Vec<String> {
    let class = reader.language.classes.particle;
    let particle = |token: &&Token| {
        token.is_word() && (titled || !token.is_capitalised()) && reader.language.has(class, token)
    };
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

/// A word as names are recognised by it: its place, whether it opens a sentence, and the numbers of its features.
pub type Seen = (Span, bool, Vec<usize>);

/// What is weighed at every word of a text in the language with this code; `None` for a language that cannot be read. The
/// weights are fitted to this (`tools/names/fit.py`).
pub fn features(text: &str, language: &str) -> Option<Vec<Seen>> {
    let newsroom = Newsroom::default();
    let reader = Reader::new(text, Language::of(language)?, &newsroom);
    let clues = look::at(&reader);
    let mut out = Vec::with_capacity(clues.len());
    for sentence in 0..reader.sentences.len() {
        let (from, to) = reader.sentence_range(sentence);
        let kinds = feature::kinds(&clues[from..to]);
        for at in from..to {
            let mut features = Vec::new();
            feature::each(&clues[from..to], &kinds, at - from, |feature| features.push(feature));
            out.push((reader.tokens[at].span, at == from, features));
        }
    }
    Some(out)
}

/// The name of a feature in the table of weights.
pub fn feature_name(feature: usize) -> String {
    feature::name(feature)
}
