//! Folds each number into one token: words (`vingt-cinq`), scale (`1,5 million`), halves (`deux millions et demi`),
//! fractions (`two thirds of a million`), signs (`-3`, `minus five`).

mod cardinal;
mod decimals;
mod fraction;
mod sign;
mod sum;
mod year;

use crate::language::Language;
use crate::pattern::{ClassId, ClassSet};
use crate::token::{Case, Figure, Kind, Token, WordId};

/// The tokens with every number made one.
pub(super) fn fold(tokens: Vec<Token>, text: &str, language: &Language) -> Vec<Token> {
    let fold = Fold { tokens: &tokens, text, language, opening: opening(language) };
    if !tokens.iter().any(|token| fold.may_change(token)) {
        return tokens;
    }
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (end, figure) = fold.read(at).map_or((at + 1, None), |(end, figure)| (end, Some(figure)));
        out.push(figure.map_or(tokens[at], |figure| fold.token(at, end, figure)));
        at = end;
    }
    out
}

/// Words of scale behind one number.
const SCALES: usize = 2;

/// A number, and the index behind its last token.
type Read = (usize, Figure);

#[derive(Clone, Copy)]
struct Fold<'a> {
    tokens: &'a [Token],
    text: &'a str,
    language: &'a Language,
    /// The classes of words that a number can begin with.
    opening: ClassSet,
}

fn opening(language: &Language) -> ClassSet {
    let classes = &language.classes;
    let counting = [classes.numeral, classes.scale, classes.one, classes.single, classes.half_of];
    ClassSet::of(counting.into_iter().chain([classes.minus, classes.year_opening]))
}

impl Fold<'_> {
    fn may_change(&self, token: &Token) -> bool {
        let classes = &self.language.classes;
        token.figure().is_some()
            || token.word != WordId::UNKNOWN
                && [classes.numeral, classes.scale, classes.denominator, classes.half_of, classes.minus]
                    .iter()
                    .any(|class| self.language.has(*class, token))
    }

    fn token(&self, first: usize, end: usize, figure: Figure) -> Token {
        let span = self.tokens[first].span.to(self.tokens[end - 1].span);
        let spaced = self.tokens[first].spaced;
        Token { span, kind: Kind::Number(figure), word: WordId::UNKNOWN, case: Case::Lower, spaced }
    }

    /// The number that begins at `at`, if one does.
    fn read(&self, at: usize) -> Option<Read> {
        match self.tokens[at].kind {
            Kind::Number(figure) => Some(self.in_digits(at, figure)),
            Kind::Mark(_) => self.below_zero(at),
            Kind::Word if !self.language.lexicon.opens(self.tokens[at].word).meets(self.opening) => None,
            Kind::Word => self.below_zero(at).or_else(|| self.in_words(at)),
        }
    }

    /// `1,5 million`, `10k`, `3 1/4`.
    fn in_digits(&self, at: usize, figure: Figure) -> Read {
        let (end, figure) = self.foreign_decimals(at).unwrap_or((at + 1, figure));
        if figure.chained {
            return (end, figure);
        }
        let (end, figure) = self.suffixed((end, figure));
        let read = self.scaled((end, figure));
        let read = if read.0 > end { self.and_more(at, read) } else { read };
        // "3 cinquièmes" is a fraction; "3 thirds" too.
        let fraction = self.fraction_of_digits(at, read);
        self.parted(at, fraction.unwrap_or(read))
    }

    fn in_words(&self, at: usize) -> Option<Read> {
        // "5 pour cent" holds one number.
        if self.is_percent(at) || self.is_month(at) {
            return None;
        }
        if let Some(year) = self.year_in_pairs(at) {
            return Some(year);
        }
        if let Some(read) = self.half_of_scale(at).or_else(|| self.fraction(at)) {
            return Some(self.parted(at, read));
        }
        let read = match self.cardinal(at) {
            Some(count) => self.decimals(count.read()),
            None => self.one_and_part(at)?,
        };
        let scaled = self.scaled(read);
        let read = if scaled.0 > read.0 { self.and_more(at, scaled) } else { read };
        Some(self.parted(at, read))
    }

    /// Whether a word of percentage that began before goes on here: `pour cent`, `pour-cent`.
    fn is_percent(&self, at: usize) -> bool {
        let percent = self.language.classes.percent;
        let reaches = |before: usize| self.at(percent, before).is_some_and(|end| end > at);
        (at.saturating_sub(2)..at).any(reaches)
    }

    /// `1,5 million`, `deux cents mille milliards`.
    fn scaled(&self, read: Read) -> Read {
        let scale = self.language.classes.scale;
        let next = |(end, figure): &Read| {
            let (behind, value) = self.value(scale, *end)?;
            Some((behind, figure.times(value)))
        };
        std::iter::successors(Some(read), next).take(1 + SCALES).last().unwrap_or(read)
    }

    /// `10k`: a small letter, or a capital behind more than the number of a film format or a run. `1.2b` is a billion, `3b`
    /// a flat.
    fn suffixed(&self, (end, figure): Read) -> Read {
        let glued = self.tokens.get(end).filter(|token| !token.spaced);
        let fits = |token: &&Token| token.case == Case::Lower || figure.value >= 15.0;
        let suffix = glued.filter(fits).and_then(|_| self.value(self.language.classes.suffix, end));
        match suffix.filter(|(_, scale)| *scale < 1e6 || figure.decimals > 0) {
            Some((behind, scale)) => (behind, figure.times(scale)),
            None => (end, figure),
        }
    }

    /// `2.5 %` in French, `1,5 million` in English: the other language's decimal mark, where what follows says that this
    /// is one number.
    fn foreign_decimals(&self, at: usize) -> Option<Read> {
        let (end, figure) = foreign_decimals(self.tokens, at)?;
        let classes = &self.language.classes;
        let measured = [classes.percent, classes.currency, classes.scale, classes.unit, classes.point];
        measured.iter().any(|class| self.at(*class, end).is_some()).then_some((end, figure))
    }

    /// The end of the member of the class that stands there.
    fn at(&self, class: ClassId, at: usize) -> Option<usize> {
        self.language.is(class, self.tokens, at)
    }

    /// The end and worth of the member of the class that stands there.
    fn value(&self, class: ClassId, at: usize) -> Option<(usize, f64)> {
        let (end, value) = self.language.lexicon.longest(class, self.tokens, at)?;
        Some((end, value.number()?))
    }
}

/// `5.00` where the language writes `5,00`: two numbers, one mark, and nothing else hangs on them. A group of three is
/// left alone, it may be one.
pub(in crate::mention) fn foreign_decimals(tokens: &[Token], at: usize) -> Option<Read> {
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    let chained = |token: &Token| token.figure().filter(|figure| figure.chained);
    let whole = chained(&tokens[at]).filter(|figure| figure.decimals == 0 && !figure.grouped)?;
    glued(at + 1).filter(|mark| mark.is_mark('.') || mark.is_mark(','))?;
    let places =
        glued(at + 2).and_then(chained).filter(|figure| figure.decimals == 0 && figure.digits != 3)?;
    let hangs = |mark: usize, number: usize| {
        glued(mark).is_some_and(|t| !t.is_word()) && glued(number).is_some_and(|t| chained(t).is_some())
    };
    let before =
        at >= 2 && !tokens[at].spaced && !tokens[at - 1].spaced && chained(&tokens[at - 2]).is_some();
    let step = 0.1f64.powi(i32::from(places.digits));
    let figure = Figure { decimals: places.digits, chained: false, step, ..whole.plus(places.value * step) };
    (!before && !hangs(at + 3, at + 4)).then_some((at + 3, figure))
}
