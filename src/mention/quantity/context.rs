//! The words around a figure: what two figures must share to be of the same thing, and what tells them apart.
//!
//! `domain/figures_study.md`, section 4, says what is kept and why.

use crate::mention::{Reader, Stem};
use crate::span::Span;
use crate::token::Token;

use super::{Kind, Quantity};

/// The words around a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Content words within nine tokens in its sentence, sorted by stem, with their places.
    pub near: Vec<(Stem, Span)>,
    /// Content words of its sentence, sorted.
    pub sentence: Vec<Stem>,
    /// Stems directly before the figure, the nearest first, four at most.
    pub left: Vec<Stem>,
    /// Stems directly behind what is counted, four at most.
    pub right: Vec<Stem>,
    /// The name that a preposition ties to the thing counted: `deux départements de Corse`.
    pub complement: Option<Stem>,
    /// The noun that is known already and that the figure says more of: `l'amende de 24.000 euros`.
    pub known: Option<Stem>,
    /// Whether it is of what has just been told: `cette amende de 24.000 euros`, `these 24,000 euros`.
    pub pointed: bool,
    /// Whether a preposition of place stands behind it: `8.210 à l'hôpital`.
    pub placed: bool,
    /// Whether words behind it pick some out of many: `les cinq pays avec le plus de points`.
    pub picked: bool,
    /// What governs the figure.
    pub cues: Vec<Cue>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether another figure of the same kind stands in its sentence.
    pub crowded: bool,
}

/// Words that say how a figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it does to the figure.
    pub what: Use,
    /// Where it stands.
    pub span: Span,
}

/// What a cue does to the figure that it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// Sets it against the figure before it, on purpose.
    Contrast,
    /// Ties it to the figure before it: those two are never compared.
    Bind,
    /// Gives it a time, place or event of its own.
    Key,
    /// Makes it a change, not a level.
    Delta,
    /// Makes it a part of another figure.
    Part,
    /// What each bulletin counts anew: warnings, homes without power.
    Bulletin,
    /// Asked for, aimed at, allowed at most.
    Demand,
    /// Plan, forecast, condition.
    Modal,
    /// Per day, per head.
    Rate,
    /// Average, record, total.
    Statistic,
    /// Somebody says so.
    Source,
    /// A time of its own.
    Time,
}

/// Tokens on each side whose words count as near.
const NEAR: usize = 9;
/// Words of a time that stands between commas.
const ASIDE: usize = 8;
/// Words between `dont` and the number of a part, at most.
const PART: usize = 2;
/// Words between `another`, `a rise of` and the number of a change, at most.
const DELTA: usize = 3;
/// Words between a figure and the time behind it, at most.
const KEY: usize = 6;
/// Words between a figure and what asks for it, at most: `six years in prison, as the prosecution demanded`.
const DEMAND: usize = 6;
/// Words of the runs on both sides.
const RUN: usize = 4;

/// Adds the context to the figures of a paragraph.
pub(super) fn add(reader: &Reader, quantities: &mut [Quantity]) {
    let places: Vec<(usize, (usize, usize), Kind)> =
        quantities.iter().map(|q| (q.sentence, q.tokens, q.kind)).collect();
    for (index, quantity) in quantities.iter_mut().enumerate() {
        let from = places.partition_point(|place| place.0 < quantity.sentence);
        let sentence = places[from..].iter().take_while(|place| place.0 == quantity.sentence);
        let others = (from..).zip(sentence).filter(|(other, _)| *other != index);
        quantity.context.crowded = others.clone().any(|(_, place)| place.2 == quantity.kind);
        let others: Vec<(usize, usize)> = others.map(|(_, place)| place.1).collect();
        Around { reader, quantity, others }.fill();
    }
}

struct Around<'a, 'r> {
    reader: &'a Reader<'r>,
    quantity: &'a mut Quantity,
    /// The other figures of the sentence.
    others: Vec<(usize, usize)>,
}

impl Around<'_, '_> {
    fn fill(&mut self) {
        let range = self.reader.sentence_range(self.quantity.sentence);
        let (first, end) = self.quantity.tokens;
        let head = self.quantity.thing.map_or(end, |thing| self.token_behind(thing.head));
        let close = (end + NEAR).min(range.1);
        let mut near: Vec<(Stem, Span)> = self
            .content(first.saturating_sub(NEAR).max(range.0), first)
            .chain(self.content(end, close))
            .collect();
        near.sort_unstable();
        near.dedup_by_key(|(stem, _)| *stem);
        let mut sentence: Vec<Stem> = self.content(range.0, range.1).map(|(stem, _)| stem).collect();
        sentence.sort_unstable();
        sentence.dedup();
        let left = self.run((range.0..first).rev());
        let right = self.run(head..range.1);
        let complement = self.complement(range.1);
        let known = self.known(range.0);
        let pointed = self.is_pointed(range.0, known);
        let behind = self.quantity.thing.map_or(end, |thing| self.token_behind(thing.span));
        let locative = self.reader.language.classes.locative;
        let placed = self.reader.language.is(locative, &self.reader.tokens, behind).is_some();
        let picking = self.reader.language.classes.picking;
        let picked = self.reader.language.is(picking, &self.reader.tokens, behind).is_some();
        let quoted = self.reader.quoted[first];
        let cues = self.cues(range);
        let crowded = self.quantity.context.crowded;
        self.quantity.context = Context {
            near,
            sentence,
            left,
            right,
            complement,
            known,
            pointed,
            placed,
            picked,
            cues,
            quoted,
            crowded,
        };
    }

    fn complement(&self, close: usize) -> Option<Stem> {
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let at = self.token_behind(self.quantity.thing?.span);
        let tie = reader.language.is(classes.locative, &reader.tokens, at)?;
        let words = reader.tokens[..close.min(tie + RUN)].iter().skip(tie);
        let mut words = words.take_while(|token| token.is_word()).filter(|token| is_content(reader, token));
        let first = words.next().filter(|token| token.is_capitalised())?;
        Some(Stem::of(first.span.of(reader.text)))
    }

    fn known(&self, open: usize) -> Option<Stem> {
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let behind_noun = self.quantity.tokens.0.checked_sub(3).filter(|article| *article >= open)?;
        let [article, noun, of] = [0, 1, 2].map(|at| &reader.tokens[behind_noun + at]);
        let known = reader.language.has(classes.known, article)
            && is_content(reader, noun)
            && reader.language.has(classes.fraction_of, of);
        known.then(|| Stem::of(noun.span.of(reader.text)))
    }

    /// Whether `cette`, `these` stands before the figure, or before the noun that it says more of.
    fn is_pointed(&self, open: usize, known: Option<Stem>) -> bool {
        let (reader, classes) = (self.reader, &self.reader.language.classes);
        let noun = known.map_or(1, |_| 3);
        let article = self.quantity.tokens.0.checked_sub(noun).filter(|article| *article >= open);
        article.is_some_and(|article| reader.language.has(classes.demonstrative, &reader.tokens[article]))
    }

    fn token_behind(&self, span: Span) -> usize {
        self.reader.tokens.partition_point(|token| token.span.end <= span.end)
    }

    /// The content words from `first` to `end`; what is counted is not among them.
    fn content(&self, first: usize, end: usize) -> impl Iterator<Item = (Stem, Span)> {
        let head = self.quantity.thing.map(|thing| thing.stem);
        let reader = self.reader;
        (first..end.max(first))
            .filter(|at| is_content(reader, &reader.tokens[*at]))
            .map(|at| (reader.stem(at), reader.tokens[at].span))
            .filter(move |(stem, _)| Some(*stem) != head)
    }

    fn run(&self, tokens: impl Iterator<Item = usize>) -> Vec<Stem> {
        let quotes =
            |token: &Token| ['\'', '’', '"', '“', '”', '«', '»'].into_iter().any(|mark| token.is_mark(mark));
        let tokens = tokens.filter(|at| !quotes(&self.reader.tokens[*at]));
        let words = tokens.take_while(|at| self.reader.tokens[*at].is_word()).take(RUN);
        words.map(|at| self.reader.stem(at)).collect()
    }

    /// The cues in the clause of the figure that govern it: no other figure stands between.
    fn cues(&self, sentence: (usize, usize)) -> Vec<Cue> {
        let (from, to) = self.clause(sentence);
        let mut out: Vec<Cue> = (from..to).filter_map(|at| self.cue(at)).collect();
        let opening = self.opening(sentence.0).filter(|cue| !out.contains(cue));
        out.extend(opening);
        out.extend((sentence.0.max(from.saturating_sub(ASIDE))..from).find_map(|at| self.aside(at, from)));
        out.extend((from..to).filter_map(|at| self.flag(at)));
        out
    }

    /// `Plus tôt dans la matinée, …`: a time that opens the sentence governs all of it.
    fn opening(&self, at: usize) -> Option<Cue> {
        let found = self.reader.language.longest(&self.reader.language.cues, &self.reader.tokens, at)?;
        let key = found.settings.get("use").and_then(toml::Value::as_str) == Some("key");
        let span = self.reader.span(found.first, found.end);
        (key && found.end < self.quantity.tokens.0).then_some(Cue { what: Use::Key, span })
    }

    /// `… , il y a vingt ans, …`: a time that ends at the comma before the clause of the figure.
    fn aside(&self, at: usize, clause: usize) -> Option<Cue> {
        let cue = self.opening(at)?;
        let ends = self.reader.tokens[clause - 1].is_mark(',')
            && cue.span.end <= self.reader.tokens[clause - 1].span.start;
        let adjoins = self.reader.tokens.get(clause.checked_sub(2)?)?.span.end == cue.span.end;
        (ends && adjoins).then_some(cue)
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let found = self.reader.language.longest(&self.reader.language.cues, &self.reader.tokens, at)?;
        let (first, end) = self.quantity.tokens;
        let before = found.end <= first && self.is_clear(found.end, first);
        let after = found.first >= end && self.is_clear(end, found.first);
        let governs = match found.settings.get("side").and_then(toml::Value::as_str) {
            Some("before") => before,
            Some("after") => after,
            _ => before || after,
        };
        let what = match found.settings.get("use").and_then(toml::Value::as_str)? {
            "contrast" => Use::Contrast,
            "bind" => Use::Bind,
            "key" => Use::Key,
            "delta" => Use::Delta,
            "bulletin" => Use::Bulletin,
            _ => Use::Part,
        };
        let reach = match what {
            // "dont la fermeture coûtera 64 millions" is no part, "hire another firm every three years" no change.
            Use::Part if before => PART,
            Use::Delta if before => DELTA,
            // "45 banks, to reclaim money paid before the crash of last year" are of now.
            Use::Key if after => KEY,
            _ => usize::MAX,
        };
        let close = self.distance(found.first, found.end) <= reach;
        let base = what == Use::Key && after && self.is_base(found.first);
        // "Sur les 13 blessés, …" at the head of a sentence takes up what was told, and ties it to no figure before it.
        let ties = what != Use::Bind || found.first > self.reader.sentence_range(self.quantity.sentence).0;
        (governs && close && !base && ties)
            .then(|| Cue { what, span: self.reader.span(found.first, found.end) })
    }

    /// "Up 3 percent from a year earlier" is of now: the time behind `from` is that of another figure.
    fn is_base(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.reader.tokens[before]);
        before.is_some_and(|word| self.reader.language.has(self.reader.language.classes.base, word))
    }

    /// Words that colour every figure of their clause.
    fn flag(&self, at: usize) -> Option<Cue> {
        let classes = &self.reader.language.classes;
        let all = [
            (classes.demand, Use::Demand),
            (classes.modal, Use::Modal),
            (classes.rate, Use::Rate),
            (classes.statistic, Use::Statistic),
            (classes.speech, Use::Source),
            (classes.time_word, Use::Time),
            (classes.month, Use::Time),
            (classes.weekday, Use::Time),
        ];
        let opens = self.reader.language.lexicon.opens(self.reader.tokens[at].word);
        all.into_iter().filter(|(class, _)| opens.has(*class)).find_map(|(class, what)| {
            let end = self.reader.language.is(class, &self.reader.tokens, at)?;
            let governs = what != Use::Demand || self.distance(at, end) <= DEMAND;
            governs.then(|| Cue { what, span: self.reader.span(at, end) })
        })
    }

    /// How many words stand between the figure and those from `at` to `end`.
    fn distance(&self, at: usize, end: usize) -> usize {
        let (first, close) = self.quantity.tokens;
        at.saturating_sub(close).max(first.saturating_sub(end))
    }

    fn is_clear(&self, from: usize, to: usize) -> bool {
        !self.others.iter().any(|other| from <= other.0 && other.1 <= to)
    }

    /// From the mark or conjunction before the figure to the one behind it.
    fn clause(&self, sentence: (usize, usize)) -> (usize, usize) {
        let (first, end) = self.quantity.tokens;
        let clause = self.reader.language.classes.clause;
        let ends = |at: &usize| self.reader.language.is(clause, &self.reader.tokens, *at).is_some();
        let from = (sentence.0..first)
            .rev()
            .find(ends)
            .map_or(sentence.0, |at| if self.reader.tokens[at].is_word() { at } else { at + 1 });
        let to = (end..sentence.1).find(ends).unwrap_or(sentence.1);
        (from, to)
    }
}

/// Whether a word says something.
pub(in crate::mention) fn is_content(reader: &Reader, token: &Token) -> bool {
    token.is_word() && token.span.len() > 2 && !reader.language.has(reader.language.classes.stop, token)
}
