//! `57 % contre 47 %`: shares that the text gives as all there are, and that do not make a hundred.

use crate::article::{Article, Line};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

use super::change;

/// What the shares of a sentence make together, if they should make a hundred and do not.
pub(super) fn shares<'a>(article: &Article, line: &Line<'a>) -> Option<(Vec<&'a Quantity>, f64)> {
    let percents: Vec<(usize, &Quantity)> =
        line.figures().filter(|(_, figure)| figure.kind == Kind::Percent).collect();
    let plain = |(at, figure): &(usize, &Quantity)| {
        figure.hedge.is_none() && figure.other.is_none() && !change::is_change(line, *at) && !moves(line, *at)
    };
    let (first, last) = (percents.first()?.0, percents.last()?.0);
    if percents.len() < 2
        || !percents.iter().all(plain)
        || line.has(What::Several)
        || timed(line, first, last)
    {
        return None;
    }
    let sum: f64 = percents.iter().map(|(_, figure)| figure.value).sum();
    let off = match percents.len() {
        2 if is_rest(line, last) => (sum - 100.0).abs() > PAIR && !follows_shares(article, line),
        2 => {
            are_opposed(line, first, last)
                && is_one_whole(line, &percents)
                && (100.0 + PAIR..100.0 + NEAR).contains(&sum)
        }
        _ => {
            (is_poll(line, first, last) || is_whole(line, first, last))
                && (sum - 100.0).abs() > poll(percents.len())
                && (sum - 100.0).abs() < NEAR
        }
    };
    off.then(|| (percents.iter().map(|(_, figure)| *figure).collect(), sum))
}

/// Two rounded shares may be off by so much together.
const PAIR: f64 = 1.2;
/// Further off than this, the shares are hardly of one whole.
const NEAR: f64 = 8.0;

/// What so many rounded shares may be off together.
fn poll(shares: usize) -> f64 {
    0.6 + 0.5 * (shares as f64).sqrt()
}

/// `the other 49 %`.
fn is_rest(line: &Line, at: usize) -> bool {
    line.before(at, 1).next() == Some(What::Rest)
}

/// Whether the sentence before gives shares too: "75 % stayed in the country. 14 % went to …, the remaining 11 % …".
fn follows_shares(article: &Article, line: &Line) -> bool {
    let own = line.figures().next().map_or(0, |(_, figure)| figure.sentence);
    let all = article.paragraphs[line.paragraph].paragraph.quantities.iter();
    let mut before =
        all.take_while(|figure| figure.sentence < own).filter(|figure| figure.sentence + 1 == own);
    before.any(|figure| figure.kind == Kind::Percent)
}

/// Whether words set the two against each other.
fn are_opposed(line: &Line, first: usize, last: usize) -> bool {
    line.between(first, last).any(|what| matches!(what, What::Against | What::While))
}

/// Whether nothing says that they are shares of two things: `60 % of men, against 45 % of women`.
fn is_one_whole(line: &Line, percents: &[(usize, &Quantity)]) -> bool {
    let of = |at: usize| line.items.get(at + 1).is_some_and(|item| item.is(What::Of));
    let both = percents.iter().all(|(at, _)| of(*at));
    !both && percents.iter().all(|(_, figure)| (3.0..=97.0).contains(&figure.value))
}

/// `52 % for, 41 % against and 7 % undecided`.
fn is_poll(line: &Line, first: usize, last: usize) -> bool {
    let behind = line.behind(last, UNDECIDED).any(|what| what == What::Undecided);
    let apart = line.between(first, last).any(|what| matches!(what, What::Mark(';' | ':' | '(')));
    (behind || line.between(first, last).any(|what| what == What::Undecided)) && !apart
}

/// `Sales break down into 45 % in Belgium, 30 % in France and 25 % elsewhere`: words or a colon say that these are all.
fn is_whole(line: &Line, first: usize, last: usize) -> bool {
    let told = line.before(first, TOLD).any(|what| matches!(what, What::Consists | What::Mark(':')));
    let row = |what: What| {
        matches!(
            what,
            What::Mark(',')
                | What::And
                | What::Of
                | What::OfAll
                | What::To
                | What::Rest
                | What::Degree
                | What::Undecided
        )
    };
    let closed = line.before(last, 1).any(|what| what == What::And);
    let bracketed = |at: usize| {
        line.before(at, 0).next() == Some(What::Mark('('))
            && line.behind(at, 0).next() == Some(What::Mark(')'))
    };
    // "shared by the state (60 %), the city (25 %) and the province (15 %)"
    if bracketed(first) && bracketed(last) {
        let row = |what: What| matches!(what, What::Mark(',' | '(' | ')') | What::And);
        let shared = line.before(first, SHARERS).any(|what| what == What::Consists);
        let and = line.between(first, last).collect::<Vec<_>>().ends_with(&[What::And, What::Mark('(')]);
        return shared && and && line.between(first, last).all(row);
    }
    line.between(first, last).all(row) && (closed && told || is_rest(line, last))
}

/// Words between `shared by` and the share of the first.
const SHARERS: usize = 8;
/// Words between what announces the shares and the first of them.
const TOLD: usize = 3;

/// Words between a share and those who have it.
const UNDECIDED: usize = 6;

/// Whether the figure is a level of something that moves.
fn moves(line: &Line, at: usize) -> bool {
    let change = |what: Option<What>| matches!(what, Some(What::Rise | What::Fall));
    let moved = line.items[..at].iter().any(|item| change(item.sign()));
    line.before(at, 2).any(|what| what == What::From || what == What::To && moved)
}

/// Whether the shares are of different times.
fn timed(line: &Line, first: usize, last: usize) -> bool {
    let near = |what: What| what == What::Time;
    line.between(first, last).any(near) || line.behind(last, AFTER).any(near)
}

/// Words behind a share in which its time stands.
const AFTER: usize = 8;
