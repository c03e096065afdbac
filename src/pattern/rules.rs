//! Many patterns tried at once: only those that can begin with the word at hand are run.

use rustc_hash::FxHashMap;

use super::second::Second;
use super::{Builtin, Capture, Lexicon, Program, Step, openings, run};
use crate::token::Token;

/// What a rule of a language file says, besides its patterns: `as = "relative"`, `shift = -1` …
pub type Settings = toml::Table;

/// A pattern with what the language file says of it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The compiled pattern.
    pub program: Program,
    /// Index of its settings in [`RuleSet::settings`].
    pub settings: usize,
}

/// A match of one rule.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// Index of the first token.
    pub first: usize,
    /// Index just behind the last token.
    pub end: usize,
    /// The named parts, from left to right.
    pub captures: Vec<Capture>,
    /// What the language file says of the rule.
    pub settings: &'a Settings,
}

impl Match<'_> {
    /// The first part of that name.
    pub fn get(&self, name: &str) -> Option<Capture> {
        self.captures.iter().find(|c| c.name == name).copied()
    }

    /// The number that the part of that name is worth.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.value.number()
    }

    /// The text that the part of that name is worth, or that the rule sets under that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        let captured = self.get(name).and_then(|c| c.value.text());
        captured.or_else(|| self.settings.get(name).and_then(toml::Value::as_str))
    }

    /// The whole number that the part of that name is worth, or that the rule sets under that name.
    pub fn integer(&self, name: &str) -> Option<i64> {
        let captured = self.number(name).map(|n| n as i64);
        captured.or_else(|| self.settings.get(name).and_then(toml::Value::as_integer))
    }

    fn beats(&self, other: &Match) -> bool {
        let rank = |found: &Match| (!found.settings.contains_key("weak"), found.end);
        rank(self) > rank(other)
    }

    /// What kind of thing the rule recognises: its `as`.
    pub fn kind(&self) -> &str {
        self.settings.get("as").and_then(toml::Value::as_str).unwrap_or_default()
    }
}

/// A set of rules.
#[derive(Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
    /// For each rule, what can stand at its second token.
    seconds: Vec<Second>,
    settings: Vec<Settings>,
    /// The rules that can begin with one word; most words share a list, and the first is the empty one.
    lists: Vec<Openers>,
    /// For each word of the lexicon, its list. It is asked for every word of every text, so it is kept small.
    by_word: Vec<u16>,
    /// The rules that can begin with a number.
    by_number: Openers,
    /// The rules that can begin with any word.
    by_any: Openers,
    /// The rules that can begin with any word that has a capital.
    by_capital: Openers,
}

/// Rules that can begin with the same token.
#[derive(Clone, Debug, Default)]
struct Openers {
    rules: Box<[u16]>,
    /// What can stand second in any of them.
    second: Second,
}

impl Openers {
    fn new(rules: Vec<u16>, seconds: &[Second]) -> Self {
        let second = rules.iter().fold(Second::default(), |all, rule| all.or(&seconds[usize::from(*rule)]));
        Self { rules: rules.into(), second }
    }
}

/// A place in a text.
#[derive(Clone, Copy)]
struct Text<'t> {
    lexicon: &'t Lexicon,
    tokens: &'t [Token],
    at: usize,
}

/// The numbers of rules by what they can begin with, as they are found.
struct Found<'a> {
    lexicon: &'a Lexicon,
    by_word: Vec<Vec<u16>>,
    by_number: Vec<u16>,
    by_any: Vec<u16>,
    by_capital: Vec<u16>,
}

impl Found<'_> {
    fn add(&mut self, step: &Step, rule: u16) {
        match *step {
            Step::Literal { word, .. } => add(&mut self.by_word[word.0 as usize], rule),
            Step::Builtin(class, _) if class.is_number() => add(&mut self.by_number, rule),
            Step::Builtin(class @ (Builtin::Capitalised | Builtin::Word), _) => {
                add(&mut self.by_capital, rule);
                if class == Builtin::Word {
                    add(&mut self.by_any, rule);
                }
            }
            Step::Class(class, _) => {
                let words = &self.lexicon.opening(class).words;
                words.iter().for_each(|word| add(&mut self.by_word[word.0 as usize], rule));
            }
            _ => {}
        }
    }
}

impl RuleSet {
    /// The rules, indexed by the words that they can begin with.
    pub fn new(rules: Vec<Rule>, settings: Vec<Settings>, lexicon: &Lexicon) -> Self {
        let by_word = vec![Vec::new(); lexicon.size()];
        let mut found =
            Found { lexicon, by_word, by_number: Vec::new(), by_any: Vec::new(), by_capital: Vec::new() };
        for (index, rule) in rules.iter().enumerate() {
            let (steps, mut opening) = (&rule.program.steps, Vec::new());
            openings(steps, 0, &mut opening);
            opening.into_iter().for_each(|step| found.add(&steps[step], index as u16));
        }
        let seconds: Vec<Second> =
            rules.iter().map(|rule| Second::of(&rule.program.steps, lexicon)).collect();
        let (lists, by_word) = shared(found.by_word, &seconds);
        let [by_number, by_any, by_capital] =
            [found.by_number, found.by_any, found.by_capital].map(|rules| Openers::new(rules, &seconds));
        Self { rules, seconds, settings, lists, by_word, by_number, by_any, by_capital }
    }

    /// The longest match at token `at`; of equally long ones that of the earliest rule.
    pub fn longest<'a>(&'a self, lexicon: &Lexicon, tokens: &[Token], at: usize) -> Option<Match<'a>> {
        self.longest_that(lexicon, tokens, at, &|_| true)
    }

    /// The longest match at token `at` that is accepted; of equally long ones that of the earliest rule. A `weak` rule
    /// gives way to all others.
    pub fn longest_that<'a>(
        &'a self,
        lexicon: &Lexicon,
        tokens: &[Token],
        at: usize,
        accept: &dyn Fn(&Match) -> bool,
    ) -> Option<Match<'a>> {
        let openers = self.openers(tokens.get(at)?);
        if openers.iter().all(|list| list.rules.is_empty()) {
            return None;
        }
        let second = Second::at(lexicon, tokens.get(at + 1));
        // At most tokens no rule is left, and all is said.
        let open = openers.iter().any(|list| list.second.admits(&second));
        if open { self.best(openers, second, Text { lexicon, tokens, at }, accept) } else { None }
    }

    /// The longest match of rules that can begin there, and whose second token can be the one that `second` tells of.
    #[inline(never)]
    fn best<'a>(
        &'a self,
        openers: [&'a Openers; 2],
        second: Second,
        Text { lexicon, tokens, at }: Text,
        accept: &dyn Fn(&Match) -> bool,
    ) -> Option<Match<'a>> {
        let mut best: Option<Match<'a>> = None;
        let mut captures = Vec::new();
        for rule in openers.into_iter().flat_map(|list| &list.rules).map(|rule| usize::from(*rule)) {
            if !self.seconds[rule].admits(&second) {
                continue;
            }
            let rule = &self.rules[rule];
            captures.clear();
            let Some(end) = run(&rule.program, lexicon, tokens, at, &mut captures) else { continue };
            let captures = std::mem::take(&mut captures);
            let found = Match { first: at, end, captures, settings: &self.settings[rule.settings] };
            if best.as_ref().is_none_or(|best| found.beats(best)) && accept(&found) {
                best = Some(found);
            }
        }
        best.filter(|found| found.end > at)
    }

    /// The rules that can begin with the token: by its word, and by what it is.
    fn openers(&self, token: &Token) -> [&Openers; 2] {
        let list = self.by_word.get(token.word.0 as usize).copied().unwrap_or_default();
        let by_kind = match token.figure() {
            Some(_) => &self.by_number,
            None if token.is_capitalised() => &self.by_capital,
            None if token.is_word() => &self.by_any,
            None => &self.lists[0],
        };
        [&self.lists[usize::from(list)], by_kind]
    }
}

fn add(list: &mut Vec<u16>, rule: u16) {
    if list.last() != Some(&rule) {
        list.push(rule);
    }
}

/// Each list once, and for each word the number of its own.
fn shared(by_word: Vec<Vec<u16>>, seconds: &[Second]) -> (Vec<Openers>, Vec<u16>) {
    let (mut lists, mut numbers) = (vec![Openers::default()], FxHashMap::default());
    numbers.insert(Vec::new(), 0);
    let number = |rules: Vec<u16>| {
        *numbers.entry(rules).or_insert_with_key(|rules| {
            lists.push(Openers::new(rules.clone(), seconds));
            (lists.len() - 1) as u16
        })
    };
    let by_word = by_word.into_iter().map(number).collect();
    (lists, by_word)
}
