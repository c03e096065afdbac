//! What is written in one paragraph, as written. Reading a paragraph never looks outside it.

mod acronym;
mod anniversary;
mod announcement;
mod capital;
pub mod date;
pub mod dateline;
mod enumeration;
mod event;
mod following;
mod length;
mod life;
mod listed;
mod name;
mod numeral;
mod office;
pub mod quantity;
mod relation;
mod row;
mod stem;
mod word;

pub use acronym::Acronym;
pub use anniversary::{Anniversary, Feast};
pub use announcement::Announcement;
pub use capital::Capital;
pub use date::{Calendar, Date, Form, Part, Tense};
pub use dateline::Dateline;
pub use enumeration::Enumeration;
pub use event::Event;
pub use following::Following;
pub use length::Length;
pub use life::{Life, When};
pub use listed::Listed;
pub use name::{Name, Sort, feature_name, features};
pub use office::Office;
pub use quantity::Quantity;
pub use relation::{Sign, What};
pub use row::Row;
pub use stem::Stem;

use std::cell::Cell;
use std::rc::Rc;

use crate::document::{Format, mask, quotations, quoted, sentences};
use crate::knowledge::Newsroom;
use crate::language::Language;
use crate::span::Span;
use crate::token::{Token, tokens_with};
use word::Word;

/// A paragraph, read. All places are counted in bytes from its own head.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its text with markup masked.
    pub text: String,
    /// Where it says when and from where the draft comes.
    pub dateline: Option<Dateline>,
    /// Its dates.
    pub dates: Vec<Date>,
    /// Its figures.
    pub quantities: Vec<Quantity>,
    /// What relates its figures.
    pub signs: Vec<Sign>,
    /// Tokens of its articles that may count one: `deux morts et un blessé`.
    pub ones: Vec<usize>,
    /// Its cells, if it is a row of a table.
    pub row: Option<Row>,
    /// The count of the list that follows it.
    pub announced: Option<Announcement>,
    /// What it counts and tells one by one.
    pub enumerations: Vec<Enumeration>,
    /// Its names.
    pub names: Vec<Name>,
    /// Those of its names that the newsroom's own files list.
    pub listed: Vec<Listed>,
    /// Those that a register of the newsroom may have, and as they are compared: for cards alone.
    pub registered: Vec<(Span, Box<str>)>,
    /// The offices beside its names.
    pub offices: Vec<Office>,
    /// Its acronyms, where it says what they stand for.
    pub acronyms: Vec<Acronym>,
    /// Its capitalised words.
    pub capitals: Vec<Capital>,
    /// What it says of births and ages.
    pub lives: Vec<Life>,
    /// What happens on its dates.
    pub events: Vec<Event>,
    /// Its counts from other dates.
    pub followings: Vec<Following>,
    /// Its periods beside their lengths.
    pub lengths: Vec<Length>,
    /// Its anniversaries of events.
    pub anniversaries: Vec<Anniversary>,
    /// How old things are that were founded.
    pub feasts: Vec<Feast>,
    /// What stands in quotation marks in it, without the marks.
    pub quotations: Vec<Span>,
    /// Number of its words.
    pub words: usize,
    /// Number of those that speak of markets and results.
    pub market_words: usize,
}

/// The tokens of a paragraph, with what is known of each.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) language: &'static Language,
    /// What the newsroom knows itself.
    pub(crate) newsroom: &'a Newsroom,
    /// The names that it lists.
    pub(crate) listed: Vec<Listed>,
    pub(crate) tokens: Vec<Token>,
    /// The index behind the last token of each sentence.
    pub(crate) sentences: Vec<usize>,
    /// For each token, whether it stands in quotation marks.
    pub(crate) quoted: Vec<bool>,
    /// For each token that is a capitalised word, what is known of it.
    known: Vec<Option<Rc<Word>>>,
    /// For each token, its stem, once somebody asked for it: those around a figure are asked for by each figure near.
    stems: Vec<Cell<Option<Stem>>>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, language: &'static Language, newsroom: &'a Newsroom) -> Self {
        let marks = newsroom.customs().marks(&language.habits.marks);
        let marks = marks.as_ref().unwrap_or(&language.habits.marks);
        let cut = tokens_with(text, &language.habits, marks, &|word| language.lexicon.id(word));
        let tokens = numeral::fold(cut, text, language);
        let sentences = sentences(&tokens, language);
        let quoted = quoted(&tokens);
        let look_up = |token: &Token| word::look_up(token.span.of(text), language.code);
        let known = tokens.iter().map(|token| token.is_capitalised().then(|| look_up(token))).collect();
        let stems = vec![Cell::new(None); tokens.len()];
        let listed = Vec::new();
        let mut reader = Self { text, language, newsroom, listed, tokens, sentences, quoted, known, stems };
        reader.listed = listed::read(&reader);
        reader
    }

    /// The place of the tokens from `first` up to, not including, `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.to(self.tokens[end - 1].span)
    }

    /// The number of the sentence that holds token `at`.
    pub(crate) fn sentence(&self, at: usize) -> usize {
        self.sentences.partition_point(|end| *end <= at)
    }

    /// The tokens of a sentence, as first index and index behind the last.
    pub(crate) fn sentence_range(&self, sentence: usize) -> (usize, usize) {
        let start = sentence.checked_sub(1).map_or(0, |before| self.sentences[before]);
        (start, self.sentences.get(sentence).copied().unwrap_or(self.tokens.len()))
    }

    /// The stem of the word at token `at`.
    fn stem(&self, at: usize) -> Stem {
        let stem = self.stems[at].get().unwrap_or_else(|| Stem::of(self.written(at)));
        self.stems[at].set(Some(stem));
        stem
    }

    /// What is known of the word at token `at`, if it is one with a capital.
    fn known(&self, at: usize) -> Option<&Word> {
        self.known[at].as_deref()
    }

    /// What is written at token `at`.
    pub(crate) fn written(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }
}

/// Reads a paragraph.
pub fn read(raw: &str, language: &'static Language, format: Format, newsroom: &Newsroom) -> Paragraph {
    let text = mask(raw, format);
    let reader = Reader::new(&text, language, newsroom);
    let dateline = dateline::read(&reader);
    let dates = date::read(&reader);
    let quantities = quantity::read(&reader, &dates, dateline.as_ref());
    let signs = relation::read(&reader, &quantities);
    let ones = relation::ones(&reader, &signs);
    let row = row::read(&reader, &quantities);
    let announced = announcement::read(&reader, &quantities);
    let enumerations = enumeration::read(&reader, &quantities);
    let names = name::read(&reader, dateline.as_ref());
    let offices = office::read(&reader, &names);
    let acronyms = acronym::read(&reader);
    let capitals = capital::read(&reader);
    let lives = life::read(&reader, &dates, &quantities, &names);
    let events = event::read(&reader, &dates, dateline.as_ref());
    let followings = following::read(&reader, &dates);
    let lengths = length::read(&reader, &dates);
    let (anniversaries, feasts) = anniversary::read(&reader);
    let quotations = quotations(&reader.quoted, &reader.tokens);
    let quotations = quotations.into_iter().map(|(first, end)| reader.span(first, end)).collect();
    let words = reader.tokens.iter().filter(|token| token.is_word()).count();
    let market = language.classes.market;
    let market_words = reader.tokens.iter().filter(|token| language.has(market, token)).count();
    let registered = listed::registered(&reader);
    let listed = reader.listed;
    Paragraph {
        text,
        dateline,
        dates,
        quantities,
        signs,
        ones,
        row,
        announced,
        enumerations,
        names,
        listed,
        registered,
        offices,
        acronyms,
        capitals,
        lives,
        events,
        followings,
        lengths,
        anniversaries,
        feasts,
        quotations,
        words,
        market_words,
    }
}
