//! The words of a language and the classes that they belong to.

use rustc_hash::FxHashMap;

use super::second::{self, Opening};
use crate::token::{Habits, Token, WordId, is_apostrophe, tokens};

/// Number of a class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClassId(pub u8);

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClassSet([u128; 2]);

impl ClassSet {
    /// Of these classes.
    pub fn of(classes: impl Iterator<Item = ClassId>) -> Self {
        let mut set = Self::default();
        classes.for_each(|class| set.add(class));
        set
    }

    /// With one more.
    pub fn add(&mut self, class: ClassId) {
        self.0[usize::from(class.0 / 128)] |= 1 << (class.0 % 128);
    }

    /// The classes of both.
    pub fn or(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// Whether the class is in it.
    #[inline]
    pub fn has(self, class: ClassId) -> bool {
        self.0[usize::from(class.0 / 128)] & 1 << (class.0 % 128) != 0
    }

    /// Whether one class is in both.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0[0] & other.0[0] != 0 || self.0[1] & other.0[1] != 0
    }
}

/// What a word is worth within its class: `janvier` is 1 as a month, `kilomètres` is `km` as a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// The class has no values.
    None,
    /// A number.
    Number(f64),
    /// A text.
    Text(&'static str),
}

impl Value {
    /// As a number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(n) => Some(n),
            _ => None,
        }
    }

    /// As a text, if it is one.
    pub fn text(self) -> Option<&'static str> {
        match self {
            Value::Text(t) => Some(t),
            _ => None,
        }
    }
}

/// A word, or a phrase that begins with it, as a member of a class.
#[derive(Clone, Debug)]
struct Entry {
    class: ClassId,
    value: Value,
    capital: bool,
    /// The words behind the first one.
    rest: Box<[WordId]>,
}

impl Entry {
    /// Tells its class what it begins with.
    fn tell(&self, first: WordId, openings: &mut [Opening]) {
        let opening = &mut openings[usize::from(self.class.0)];
        if opening.words.last() != Some(&first) {
            opening.words.push(first);
        }
        match self.rest.first() {
            Some(word) => opening.literals |= second::bit(*word),
            None => opening.alone = true,
        }
    }
}

/// What is known of a word. It is asked for at every word of every text, so it is small: sets of classes, of which there are
/// few, are told by their numbers.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// The set of classes of which a member begins with it.
    opens: u16,
    /// The set of classes that it is in, read alone: with a small letter, with a capital.
    alone: [u16; 2],
    /// Where its entries begin and end.
    entries: (u32, u32),
}

/// The words of a language: their numbers, and their classes. Made once, by [`LexiconBuilder`].
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    /// Of each word, one after the other, those with the longest phrases first.
    entries: Vec<Entry>,
    /// Every set of classes that there is, once.
    sets: Vec<ClassSet>,
    classes: FxHashMap<&'static str, ClassId>,
    /// By class.
    openings: Vec<Opening>,
}

impl Lexicon {
    /// The number of a word in small letters.
    pub fn id(&self, lower: &str) -> WordId {
        self.ids.get(lower).copied().unwrap_or_default()
    }

    /// The class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.get(name).copied()
    }

    /// How many words there are, the unknown one included.
    pub fn size(&self) -> usize {
        self.words.len()
    }

    /// Whether a member of the class begins with that word.
    #[inline]
    pub fn may_open(&self, class: ClassId, word: WordId) -> bool {
        self.opens(word).has(class)
    }

    /// The classes of which a member begins with that word.
    #[inline]
    pub fn opens(&self, word: WordId) -> ClassSet {
        self.sets[usize::from(self.word(word).opens)]
    }

    /// Whether the word of this token, read alone, is in the class.
    #[inline]
    pub fn holds(&self, class: ClassId, token: &Token) -> bool {
        self.sets[self.alone(token)].has(class)
    }

    /// The number of the set of classes that the word of this token is in, read alone.
    #[inline]
    pub fn alone(&self, token: &Token) -> usize {
        usize::from(self.word(token.word).alone[usize::from(token.is_capitalised())])
    }

    /// The sets of classes, by number.
    pub fn sets(&self) -> &[ClassSet] {
        &self.sets
    }

    /// What the members of a class begin with.
    pub(super) fn opening(&self, class: ClassId) -> &Opening {
        &self.openings[usize::from(class.0)]
    }

    /// The members of the class that stand at token `at`: where each ends and what it is worth, the longest first.
    pub fn read<'a>(
        &'a self,
        class: ClassId,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (usize, Value)> + 'a {
        let word = tokens.get(at).map_or(WordId::UNKNOWN, |token| token.word);
        let entries = if self.may_open(class, word) { self.entries(word) } else { &[] };
        entries.iter().filter(move |entry| entry.class == class).filter_map(move |entry| {
            let fits =
                (!entry.capital || tokens[at].is_capitalised()) && follows(&entry.rest, &tokens[at + 1..]);
            fits.then_some((at + 1 + entry.rest.len(), entry.value))
        })
    }

    /// The longest member of the class at token `at`.
    #[inline]
    pub fn longest(&self, class: ClassId, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        // Most words open no member of the class that is asked for.
        if self.may_open(class, tokens.get(at)?.word) { self.first(class, tokens, at) } else { None }
    }

    #[inline(never)]
    fn first(&self, class: ClassId, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        self.read(class, tokens, at).next()
    }

    #[inline]
    fn word(&self, word: WordId) -> &Word {
        &self.words[word.0 as usize]
    }

    fn entries(&self, word: WordId) -> &[Entry] {
        let (first, end) = self.word(word).entries;
        &self.entries[first as usize..end as usize]
    }
}

fn follows(rest: &[WordId], tokens: &[Token]) -> bool {
    rest.len() <= tokens.len() && rest.iter().zip(tokens).all(|(id, token)| *id == token.word)
}

/// Collects words and classes; [`LexiconBuilder::build`] makes the lexicon of them.
#[derive(Debug)]
pub struct LexiconBuilder {
    ids: FxHashMap<Box<str>, WordId>,
    /// By word, the classes and phrases that begin with it.
    entries: Vec<Vec<Entry>>,
    classes: FxHashMap<&'static str, ClassId>,
    habits: Habits,
}

impl LexiconBuilder {
    /// An empty lexicon whose phrases are cut by the habits of a language.
    pub fn new(habits: &Habits) -> Self {
        let (ids, classes) = (FxHashMap::default(), FxHashMap::default());
        Self { ids, entries: vec![Vec::new()], classes, habits: habits.clone() }
    }

    /// The number of a word or mark, a new one if need be.
    pub fn intern(&mut self, lower: &str) -> WordId {
        if let Some(id) = self.ids.get(lower) {
            return *id;
        }
        let id = WordId(self.entries.len() as u32);
        self.entries.push(Vec::new());
        self.ids.insert(lower.into(), id);
        id
    }

    /// The class of that name, a new one if need be.
    pub fn class(&mut self, name: &'static str) -> ClassId {
        let next = u8::try_from(self.classes.len());
        let next = ClassId(next.expect("a language file may define 256 classes of words, not more"));
        *self.classes.entry(name).or_insert(next)
    }

    /// The words of a phrase, and whether the first has a capital.
    pub fn phrase(&mut self, phrase: &str) -> Vec<(WordId, bool)> {
        // Most are one word in small letters, which the lexer would leave as it is.
        if phrase.bytes().all(|byte| byte.is_ascii_lowercase()) && !phrase.is_empty() {
            return vec![(self.intern(phrase), false)];
        }
        // The `'s` of a language file stands alone there, and behind a word in every text.
        let clitic = phrase.strip_prefix(is_apostrophe).filter(|rest| self.habits.clitics.contains(*rest));
        if clitic.is_some() {
            return vec![(self.intern(&phrase.replace('’', "'")), false)];
        }
        // `km2` is one word because it is being listed.
        let listed = |word: &str| {
            if word.ends_with(|c: char| c.is_ascii_digit()) { WordId(1) } else { WordId::UNKNOWN }
        };
        let cut = tokens(phrase, &self.habits, &listed);
        cut.iter()
            .map(|t| (self.intern(&t.span.of(phrase).replace('’', "'").to_lowercase()), t.is_capitalised()))
            .collect()
    }

    /// Makes a word or phrase a member of a class.
    pub fn add(&mut self, class: ClassId, phrase: &str, value: Value) {
        let words = self.phrase(phrase);
        let Some(((first, capital), rest)) = words.split_first() else { return };
        let rest = rest.iter().map(|(id, _)| *id).collect();
        self.entries[first.0 as usize].push(Entry { class, value, capital: *capital, rest });
    }

    /// The lexicon.
    pub fn build(self) -> Lexicon {
        let mut sets = Sets::default();
        let mut lexicon = Lexicon { ids: self.ids, classes: self.classes, ..Lexicon::default() };
        lexicon.openings.resize_with(lexicon.classes.len(), Opening::default);
        for (id, mut entries) in (0..).map(WordId).zip(self.entries) {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
            entries.iter().for_each(|entry| entry.tell(id, &mut lexicon.openings));
            let first = lexicon.entries.len() as u32;
            let (opens, alone) =
                (sets.opening(&entries), [false, true].map(|capital| sets.alone(&entries, capital)));
            lexicon.entries.extend(entries);
            lexicon.words.push(Word { opens, alone, entries: (first, lexicon.entries.len() as u32) });
        }
        lexicon.sets = sets.all;
        lexicon
    }
}

/// Sets of classes, each once.
#[derive(Debug, Default)]
struct Sets {
    all: Vec<ClassSet>,
    numbers: FxHashMap<ClassSet, u16>,
}

impl Sets {
    /// Of the classes of which a member is among the entries.
    fn opening(&mut self, entries: &[Entry]) -> u16 {
        self.number(ClassSet::of(entries.iter().map(|entry| entry.class)))
    }

    /// Of the classes of which the word is a member alone, with a capital or without.
    fn alone(&mut self, entries: &[Entry], capital: bool) -> u16 {
        let alone = entries.iter().filter(|entry| entry.rest.is_empty() && (capital || !entry.capital));
        self.number(ClassSet::of(alone.map(|entry| entry.class)))
    }

    fn number(&mut self, set: ClassSet) -> u16 {
        let next = u16::try_from(self.all.len()).expect("words belong to few sets of classes");
        *self.numbers.entry(set).or_insert_with(|| {
            self.all.push(set);
            next
        })
    }
}
