//! Parts that do not make the whole that the text gives.

mod breakdown;

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Number, last_place, whole};
use crate::mention::quantity::{Hedge, Kind, Quantity};
use crate::span::Span;

use breakdown::{Breakdown, Claim};

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for line in article.lines() {
        let found = breakdown::breakdowns(&line);
        findings.extend(
            found.iter().filter(|found| is_off(found)).map(|found| report(article, line.paragraph, found)),
        );
    }
}

/// Whether the parts cannot make the whole.
fn is_off(found: &Breakdown) -> bool {
    let (sum, total) = (found.sum(), Number::of(found.whole));
    if allows(found.whole, sum, total)
        || found.parts.iter().any(|part| part.hedge.is_some()) && found.claim != Claim::Some
    {
        return false;
    }
    let share = sum.value / total.value;
    match found.claim {
        Claim::All => (0.4..=2.5).contains(&share),
        Claim::Listed => (0.75..=1.33).contains(&share),
        Claim::Some => share > 1.0 && exceeds(found) || is_slip(sum.value, total.value),
    }
}

/// Whether the whole, with its hedge, may be that sum.
fn allows(whole: &Quantity, sum: Number, total: Number) -> bool {
    let hedged = match whole.hedge {
        Some((Hedge::Least | Hedge::Above, _)) => {
            sum.value + sum.give >= whole.value && sum.value <= whole.value * 1.25
        }
        Some(_) => (whole.interval.min..=whole.interval.max).contains(&sum.value),
        None => false,
    };
    hedged || total.meets(sum)
}

/// Whether more than the whole is told of, in parts that do not overlap: what has no noun of its own, or a fate of its
/// own. Of 45 members 20 may be women and 30 young.
fn exceeds(found: &Breakdown) -> bool {
    let stem = |figure: &Quantity| figure.thing.map(|thing| thing.stem);
    let same = |part: &&Quantity| part.thing.is_none() || stem(part) == stem(found.whole);
    let fate = |part: &&Quantity| part.thing.is_some_and(|thing| thing.fate);
    let counted = matches!(found.whole.kind, Kind::Count | Kind::Bare);
    let apart = !counted || found.parts.iter().all(same) || found.parts.iter().all(fate);
    let (widest, most) = if found.whole.kind == Kind::Money { (1.1, 2.5) } else { (1.0, 1.4) };
    let within = found.parts.iter().all(|part| part.value <= found.whole.value * widest);
    apart && within && found.whole.value >= SMALL && found.sum().value <= found.whole.value * most
}

/// A smaller whole is hardly one of parts that are told in figures.
const SMALL: f64 = 10.0;

/// Digits from which on a number that is off by one digit or two neighbours is no chance.
const DIGITS: usize = 3;

/// Whether one number is the other with one digit wrong, or two neighbours swapped.
fn is_slip(one: f64, other: f64) -> bool {
    let step = last_place(one).min(last_place(other));
    let digits = |value: f64| format!("{:.0}", value / step).into_bytes();
    let (one, other) = (digits(one), digits(other));
    let wrong: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    let swapped = |first: usize, second: usize| one[first] == other[second] && one[second] == other[first];
    let slip = match wrong[..] {
        [_] => true,
        [first, second] => second == first + 1 && swapped(first, second),
        _ => false,
    };
    one.len() == other.len() && one.len() >= DIGITS && slip
}

fn report(article: &Article, paragraph: usize, found: &Breakdown) -> Finding {
    let written = |span: Span| article.written(paragraph, span);
    let sum = found.sum();
    let step = found.parts.iter().map(|part| part.step).fold(f64::INFINITY, f64::min);
    let right = article.say_like(sum.value, step, found.whole, written(found.whole.number));
    let parts: Vec<&str> = found.parts.iter().map(|part| written(part.number)).collect();
    let parts = parts.join(" + ");
    let values = [("parts", parts.as_str()), ("right", &right), ("whole", written(found.whole.span))];
    let related = found.parts.iter().map(|part| Related {
        span: article.place(paragraph, whole(part)),
        message: article.say("sum-mismatch-related", &values),
    });
    Finding {
        check: "sum-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, whole(found.whole)),
        message: article.say("sum-mismatch", &values),
        related: related.collect(),
        fixes: fix(article, paragraph, found, &right).into_iter().collect(),
    }
}

/// The sum in place of the whole, where that is written in digits.
fn fix(article: &Article, paragraph: usize, found: &Breakdown, right: &str) -> Option<Fix> {
    let number = article.written(paragraph, found.whole.number);
    let digits = number.bytes().next().is_some_and(|b| b.is_ascii_digit());
    digits.then(|| {
        article.fix_part("sum-mismatch-fix", paragraph, whole(found.whole), found.whole.number, right)
    })
}
