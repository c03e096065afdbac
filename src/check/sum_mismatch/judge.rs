//! Whether parts can make a whole, with the roundings and hedges that both have.

use crate::article::{Article, Line, Number, last_place};
use crate::mention::What;
use crate::mention::quantity::{Hedge, Kind, Quantity};

use super::breakdown::{Breakdown, Claim};

/// Whether the parts cannot make the whole.
pub(super) fn is_off(article: &Article, line: &Line, found: &Breakdown) -> bool {
    let (sum, total) = (found.sum(), Number::of(found.whole));
    let hedged = found.parts.iter().any(|part| part.hedge.is_some());
    if allows(found.whole, sum, total) || hedged && !matches!(found.claim, Claim::Some | Claim::Of) {
        return false;
    }
    // The parts may be those of another figure: "420 voters of 800: 210 for, 180 against and 30 blank".
    if line.figures().any(|(_, figure)| figure.value == sum.value) {
        return false;
    }
    if (0.0..=singles(line, found)).contains(&(total.value - sum.value)) {
        return false;
    }
    let share = sum.value / total.value;
    let greatest = found.parts.iter().map(|part| part.value).fold(0.0, f64::max) / total.value;
    match found.claim {
        Claim::All => (0.4..=2.5).contains(&share) && greatest < 2.0,
        // Fewer than all may be listed: two of three regions.
        Claim::Listed => {
            let least = if found.parts.len() > 2 { 0.75 } else { PAIR };
            found.closed && (least..=1.33).contains(&share)
        }
        Claim::Some | Claim::Of => {
            share > 1.0 && exceeds(line, found)
                || is_slip(sum.value, total.value, if greatest > 1.0 { 4 } else { digits(found) })
                || is_told(article, line.paragraph, found) && is_slip(sum.value, total.value, 2)
        }
    }
}

/// Two parts that come as near to the whole as this are hardly two of three.
const PAIR: f64 = 0.92;

/// How many more parts there may be that one person or thing makes, told by an article.
fn singles(line: &Line, found: &Breakdown) -> f64 {
    let all = || found.parts.iter().copied().chain([found.whole]);
    let ends = all().min_by_key(|figure| figure.tokens).zip(all().max_by_key(|figure| figure.tokens));
    ends.map_or(0.0, |(first, last)| line.ones(first, last) as f64)
}

/// Digits from which on a sum that is off by one digit or two neighbours is no chance: two parts can be anything.
fn digits(found: &Breakdown) -> usize {
    if found.parts.len() > 2 { 3 } else { 4 }
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
fn exceeds(line: &Line, found: &Breakdown) -> bool {
    let stem = |figure: &Quantity| figure.thing.map(|thing| thing.stem);
    let same = |part: &&Quantity| part.thing.is_none() || stem(part) == stem(found.whole);
    let fate = |part: &&Quantity| part.thing.is_some_and(|thing| thing.fate);
    let counted = matches!(found.whole.kind, Kind::Count | Kind::Bare);
    let bare = found.claim == Claim::Some && found.parts.iter().all(same) && are_alike(line, found);
    let apart = !counted || bare || found.parts.iter().all(fate);
    // Money may all be in one part, and that part off; people are counted.
    let (widest, most) = if found.whole.kind == Kind::Money { (1.1, 2.5) } else { (1.0, 1.4) };
    let within = found.parts.iter().all(|part| part.value <= found.whole.value * widest);
    apart && within && found.whole.value >= SMALL && found.sum().value <= found.whole.value * most
}

/// Whether the parts are told apart in one way: by where they are, or with the same word. "4,100 people, 2,600 of them part time
/// and 1,900 in branches" are told apart in two.
fn are_alike(line: &Line, found: &Breakdown) -> bool {
    let mut firsts = found.parts.iter().map(|part| part.context.right.first());
    let first = firsts.next();
    let at =
        |part: &Quantity| line.figures().find(|(_, figure)| std::ptr::eq(*figure, part)).map(|(at, _)| at);
    let of_them = |part: &Quantity| at(part).is_some_and(|at| line.behind(at, 0).next() == Some(What::Part));
    found.parts.iter().all(|part| part.context.placed && !of_them(part))
        || firsts.all(|next| Some(next) == first)
}

/// A smaller whole is hardly one of parts that are told in figures.
const SMALL: f64 = 10.0;

/// Whether the sum was told before, in the same paragraph: the whole is the one that is wrong.
fn is_told(article: &Article, paragraph: usize, found: &Breakdown) -> bool {
    let before = article.paragraphs[paragraph].paragraph.quantities.iter();
    let mut before = before.take_while(|figure| figure.sentence < found.whole.sentence);
    let sum = found.sum().value;
    sum >= SMALL && before.any(|figure| figure.kind == found.whole.kind && figure.value == sum)
}

/// Whether one number is the other with one digit wrong, or two neighbours swapped, of `least` digits or more.
pub(super) fn is_slip(one: f64, other: f64, least: usize) -> bool {
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
    one.len() == other.len() && one.len() >= least && slip
}
