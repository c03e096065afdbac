//! Folds each number into one token: words (`vingt-cinq`), scale (`1,5 million`), halves (`deux millions et demi`).

use text2num::text2digits;

use crate::language::Language;
use crate::token::{Case, Figure, Kind, Token, WordId};

/// The tokens with every number made one.
pub(super) fn fold(tokens: Vec<Token>, text: &str, language: &Language) -> Vec<Token> {
    let fold = Fold { tokens: &tokens, text, language };
    if !tokens.iter().any(|token| fold.may_change(token)) {
        return tokens;
    }
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (end, figure) = fold.number(at).unwrap_or((at + 1, None));
        out.push(figure.map_or(tokens[at], |figure| fold.token(at, end, figure)));
        at = end;
    }
    out
}

/// Words of scale behind one number.
const SCALES: usize = 2;
/// Words, marks counted, behind the first one of a number in words.
const WORDS: usize = 16;

struct Fold<'a> {
    tokens: &'a [Token],
    text: &'a str,
    language: &'a Language,
}

impl Fold<'_> {
    fn may_change(&self, token: &Token) -> bool {
        token.word != WordId::UNKNOWN
            && (self.is_numeral(token) || self.language.has(self.language.classes.scale, token))
    }

    fn is_numeral(&self, token: &Token) -> bool {
        self.language.has(self.language.classes.numeral, token)
    }

    fn token(&self, first: usize, end: usize, figure: Figure) -> Token {
        let span = self.tokens[first].span.to(self.tokens[end - 1].span);
        let spaced = self.tokens[first].spaced;
        Token { span, kind: Kind::Number(figure), word: WordId::UNKNOWN, case: Case::Lower, spaced }
    }

    /// The number that begins at `at`: where it ends and, if more than one token makes it, what it is worth.
    fn number(&self, at: usize) -> Option<(usize, Option<Figure>)> {
        let (end, figure) = match self.tokens[at].figure() {
            Some(figure) => (at + 1, figure),
            None if self.is_month(at) => return None,
            None => self.in_words(at)?,
        };
        let (scaled_end, scaled) = self.scaled(end, figure);
        let (half_end, halved) = self.halved(scaled_end, scaled);
        let (end, figure) = self.scaled(half_end, halved);
        Some((end, Some(figure)))
    }

    /// `1,5 million`, `deux cents mille milliards`.
    fn scaled(&self, end: usize, figure: Figure) -> (usize, Figure) {
        let scale = self.language.classes.scale;
        let next = |(end, figure): &(usize, Figure)| {
            let (behind, value) = self.language.lexicon.longest(scale, self.tokens, *end)?;
            Some((behind, figure.times(value.number().unwrap_or(1.0))))
        };
        let scales = std::iter::successors(Some((end, figure)), next);
        scales.take(1 + SCALES).last().expect("the number itself is the first")
    }

    /// `deux millions et demi`.
    fn halved(&self, end: usize, figure: Figure) -> (usize, Figure) {
        match self.language.is(self.language.classes.half, self.tokens, end) {
            Some(behind) => {
                let unit = if figure.scaled { figure.step } else { 1.0 };
                (behind, Figure { value: figure.value + unit / 2.0, step: unit / 10.0, ..figure })
            }
            None => (end, figure),
        }
    }

    /// `31 sept.`: the word is a month behind its day, whatever number it may be elsewhere.
    fn is_month(&self, at: usize) -> bool {
        let day = |before: &Token| before.figure().is_some_and(|figure| (1..=2).contains(&figure.digits));
        let month = self.language.has(self.language.classes.month, &self.tokens[at]);
        month && at.checked_sub(1).is_some_and(|before| day(&self.tokens[before]))
    }

    /// The longest run of number words at `at` that makes a number.
    fn in_words(&self, at: usize) -> Option<(usize, Figure)> {
        // "5 pour cent" holds one number.
        if self.is_percent(at) {
            return None;
        }
        if let Some(one) = self.one_of_a_scale(at) {
            return Some(one);
        }
        if !self.is_numeral(&self.tokens[at]) {
            return None;
        }
        if let Some(year) = self.year_in_pairs(at) {
            return Some(year);
        }
        let longest = self.run_end(at);
        (at + 1..=longest).rev().find_map(|end| Some((end, self.worth(at, end)?)))
    }

    fn is_percent(&self, at: usize) -> bool {
        let percent = self.language.classes.percent;
        at.checked_sub(1)
            .is_some_and(|before| self.language.is(percent, self.tokens, before).is_some_and(|end| end > at))
    }

    /// `un million`: the article counts only before a scale.
    fn one_of_a_scale(&self, at: usize) -> Option<(usize, Figure)> {
        let classes = &self.language.classes;
        self.language.is(classes.one, self.tokens, at)?;
        let next = self.tokens.get(at + 1).filter(|next| !self.is_numeral(next))?;
        self.language.has(classes.scale, next).then_some((at + 1, Figure::in_words(1.0)))
    }

    /// `nineteen ninety-six`: two pairs of digits that make a year; "twenty thirty-year-olds" are none.
    fn year_in_pairs(&self, at: usize) -> Option<(usize, Figure)> {
        let opening = self.language.classes.year_opening;
        let (second, century) = self.language.lexicon.longest(opening, self.tokens, at)?;
        self.tokens.get(second).filter(|token| token.spaced && self.is_numeral(token))?;
        let ends = (second + 1..=self.run_end(second)).rev();
        let (end, rest) = ends.filter_map(|end| Some((end, self.worth(second, end)?))).next()?;
        let closed = self.tokens.get(end).is_none_or(|token| !token.is_mark('-') || token.spaced);
        let value = century.number()? * 100.0 + rest.value;
        let year = Figure { digits: 4, step: 1.0, ..Figure::in_words(value) };
        (closed && (10.0..100.0).contains(&rest.value)).then_some((end, year))
    }

    fn run_end(&self, at: usize) -> usize {
        let classes = &self.language.classes;
        let belongs = |token: &Token| {
            let joint = token.is_mark('-') || self.language.has(classes.numeral_joint, token);
            joint || self.is_numeral(token) || self.language.has(classes.scale, token)
        };
        let rest = &self.tokens[at + 1..];
        at + 1 + rest.iter().take(WORDS).take_while(|token| belongs(token)).count()
    }

    fn worth(&self, first: usize, end: usize) -> Option<Figure> {
        let written = self.tokens[first].span.to(self.tokens[end - 1].span).of(self.text).to_lowercase();
        let digits = text2digits(&written, &self.language.numerals).ok()?;
        let value: f64 = digits.parse().ok()?;
        let scaled = value >= 1e6;
        Some(Figure { scaled, ..Figure::in_words(value) })
    }
}
