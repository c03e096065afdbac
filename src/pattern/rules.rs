//! Many patterns tried at once: only those that can begin with the word at hand are run.

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
    /// For each word of the lexicon, the rules that can begin with it.
    by_word: Vec<Vec<u16>>,
    /// The rules that can begin with a number.
    by_number: Vec<u16>,
    /// The rules that can begin with any word.
    by_any: Vec<u16>,
}

impl RuleSet {
    /// The rules, indexed by the words that they can begin with.
    pub fn new(rules: Vec<Rule>, settings: Vec<Settings>, lexicon: &Lexicon) -> Self {
        let mut set = Self { by_word: vec![Vec::new(); lexicon.size()], settings, ..Self::default() };
        for (index, rule) in rules.iter().enumerate() {
            let (steps, mut opening) = (&rule.program.steps, Vec::new());
            openings(steps, 0, &mut opening);
            opening.into_iter().for_each(|step| set.index(&steps[step], index as u16, lexicon));
        }
        set.seconds = rules.iter().map(|rule| Second::of(&rule.program.steps, lexicon)).collect();
        set.rules = rules;
        set
    }

    fn index(&mut self, step: &Step, rule: u16, lexicon: &Lexicon) {
        match *step {
            Step::Literal { word, .. } => add(&mut self.by_word[word.0 as usize], rule),
            Step::Builtin(class, _) if class.is_number() => add(&mut self.by_number, rule),
            Step::Builtin(Builtin::Capitalised | Builtin::Word, _) => add(&mut self.by_any, rule),
            Step::Class(class, _) => {
                let words = &lexicon.opening(class).words;
                words.iter().for_each(|word| add(&mut self.by_word[word.0 as usize], rule));
            }
            _ => {}
        }
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
        let mut best: Option<Match<'a>> = None;
        let mut captures = Vec::new();
        let second = Second::at(lexicon, tokens.get(at + 1));
        for rule in self.candidates(tokens.get(at)?).map(|rule| usize::from(*rule)) {
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

    fn candidates(&self, token: &Token) -> impl Iterator<Item = &u16> {
        let by_word: &[u16] = self.by_word.get(token.word.0 as usize).map_or(&[], Vec::as_slice);
        let by_number: &[u16] = if token.figure().is_some() { &self.by_number } else { &[] };
        let by_any: &[u16] = if token.is_word() { &self.by_any } else { &[] };
        by_word.iter().chain(by_number).chain(by_any)
    }
}

fn add(list: &mut Vec<u16>, rule: u16) {
    if list.last() != Some(&rule) {
        list.push(rule);
    }
}
