//! The words of a language and the classes that they belong to.

use rustc_hash::FxHashMap;

use crate::token::{Habits, Token, WordId, is_apostrophe, tokens};

/// Number of a class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClassId(pub u8);

impl ClassId {
    /// The half of the set that holds it, and its bit there.
    fn bit(self) -> (usize, u128) {
        (usize::from(self.0 / 128), 1 << (self.0 % 128))
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

#[derive(Clone, Debug, Default)]
struct Word {
    classes: [u128; 2],
    entries: Vec<Entry>,
}

/// The words of a language: their numbers, and their classes. Made once, by [`LexiconBuilder`].
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    classes: FxHashMap<&'static str, ClassId>,
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
    pub fn may_open(&self, class: ClassId, word: WordId) -> bool {
        let (half, bit) = class.bit();
        self.words[word.0 as usize].classes[half] & bit != 0
    }

    /// The members of the class that stand at token `at`: where each ends and what it is worth, the longest first.
    pub fn read<'a>(
        &'a self,
        class: ClassId,
        tokens: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = (usize, Value)> + 'a {
        let word = tokens.get(at).map_or(WordId::UNKNOWN, |token| token.word);
        let entries = if self.may_open(class, word) { &self.words[word.0 as usize].entries[..] } else { &[] };
        entries.iter().filter(move |entry| entry.class == class).filter_map(move |entry| {
            let fits =
                (!entry.capital || tokens[at].is_capitalised()) && follows(&entry.rest, &tokens[at + 1..]);
            fits.then_some((at + 1 + entry.rest.len(), entry.value))
        })
    }

    /// The longest member of the class at token `at`.
    pub fn longest(&self, class: ClassId, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        self.read(class, tokens, at).next()
    }
}

fn follows(rest: &[WordId], tokens: &[Token]) -> bool {
    rest.len() <= tokens.len() && rest.iter().zip(tokens).all(|(id, token)| *id == token.word)
}

/// Collects words and classes; [`LexiconBuilder::build`] makes the lexicon of them.
#[derive(Debug)]
pub struct LexiconBuilder {
    lexicon: Lexicon,
    habits: Habits,
}

impl LexiconBuilder {
    /// An empty lexicon whose phrases are cut by the habits of a language.
    pub fn new(habits: &Habits) -> Self {
        let lexicon = Lexicon { words: vec![Word::default()], ..Lexicon::default() };
        Self { lexicon, habits: habits.clone() }
    }

    /// The number of a word or mark, a new one if need be.
    pub fn intern(&mut self, lower: &str) -> WordId {
        if let Some(id) = self.lexicon.ids.get(lower) {
            return *id;
        }
        let id = WordId(self.lexicon.words.len() as u32);
        self.lexicon.words.push(Word::default());
        self.lexicon.ids.insert(lower.into(), id);
        id
    }

    /// The class of that name, a new one if need be.
    pub fn class(&mut self, name: &'static str) -> ClassId {
        let next = u8::try_from(self.lexicon.classes.len());
        let next = ClassId(next.expect("a language file may define 256 classes of words, not more"));
        *self.lexicon.classes.entry(name).or_insert(next)
    }

    /// The words of a phrase, and whether the first has a capital.
    pub fn phrase(&mut self, phrase: &str) -> Vec<(WordId, bool)> {
        // The `'s` of a language file stands alone there, and behind a word in every text.
        let clitic = phrase.strip_prefix(is_apostrophe).filter(|rest| self.habits.clitics.contains(*rest));
        if clitic.is_some() {
            return vec![(self.intern(&phrase.replace('’', "'")), false)];
        }
        let cut = tokens(phrase, &self.habits, &|_| WordId::UNKNOWN);
        cut.iter()
            .map(|t| (self.intern(&t.span.of(phrase).replace('’', "'").to_lowercase()), t.is_capitalised()))
            .collect()
    }

    /// Makes a word or phrase a member of a class.
    pub fn add(&mut self, class: ClassId, phrase: &str, value: Value) {
        let words = self.phrase(phrase);
        let Some(((first, capital), rest)) = words.split_first() else { return };
        let rest = rest.iter().map(|(id, _)| *id).collect();
        let word = &mut self.lexicon.words[first.0 as usize];
        let (half, bit) = class.bit();
        word.classes[half] |= bit;
        word.entries.push(Entry { class, value, capital: *capital, rest });
        word.entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
    }

    /// The lexicon.
    pub fn build(self) -> Lexicon {
        self.lexicon
    }
}
