//! How sure it is that two figures speak of the same thing.
//!
//! The weights are those of `domain/figures_study.md`, section 5: fitted on all pairs of 2 075 published articles and
//! 178 errors at once, then rounded.

use crate::article::{Article, Evidence, Pair, Role};
use crate::mention::quantity::{Kind, Quantity, Use};

/// What is said of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Both cannot be true as written.
    Sure,
    /// They would contradict each other, but a reason stands at one of them.
    Explained,
    /// The later one refers back to something of which the earlier one gives another number.
    Definite,
    /// The same subject, no reason found.
    Possible,
}

/// Score from which a pair is an alarm.
const ALARM: i32 = 13;
/// Score from which a pair is worth a look.
const LOOK: i32 = 10;

/// Words that must adjoin both figures, and stand near both, for a repetition to be near-verbatim.
const VERBATIM: (usize, usize) = (3, 3);

/// What is said of a pair with this score, if anything.
pub(super) fn verdict(article: &Article, pair: Pair, evidence: &Evidence, score: i32) -> Option<Verdict> {
    let verbatim =
        evidence.adjoining >= VERBATIM.0 && evidence.shared.len() >= VERBATIM.1 && evidence.values <= 2;
    let both = evidence.supported.0 && evidence.supported.1;
    let sure = verbatim && !both || score >= ALARM;
    match () {
        () if sure && evidence.reason.is_some_and(|reason| explains(reason.what, verbatim)) => {
            Some(Verdict::Explained)
        }
        () if sure => Some(Verdict::Sure),
        () if refers_back(article, pair, evidence) => Some(Verdict::Definite),
        () if score >= LOOK && evidence.reason.is_none() => Some(Verdict::Possible),
        () => None,
    }
}

/// Whether words like these tell two figures apart. Of two figures in nearly the same words "plans to" is no reason.
fn explains(what: Use, verbatim: bool) -> bool {
    let told = matches!(what, Use::Contrast | Use::Bind | Use::Key | Use::Delta | Use::Part);
    told || what == Use::Modal && !verbatim
}

/// `les 13.000 soldats`, after some 2.500: only two values, and nothing that makes either a part or change.
fn refers_back(article: &Article, pair: Pair, evidence: &Evidence) -> bool {
    let later = article.figure(pair.later);
    let own = |figure: &Quantity| {
        figure
            .context
            .cues
            .iter()
            .any(|cue| matches!(cue.what, Use::Delta | Use::Part | Use::Key | Use::Contrast | Use::Bind))
    };
    evidence.definite
        && later.kind == Kind::Count
        && evidence.values <= 2
        && !own(later)
        && !own(article.figure(pair.earlier))
}

/// The weights, added up.
pub(super) fn score(article: &Article, pair: Pair, evidence: &Evidence) -> i32 {
    let (a, b) = (article.figure(pair.earlier), article.figure(pair.later));
    let each = |test: fn(&Quantity) -> bool| i32::from(test(a) != test(b));
    let shared = evidence.shared.len().min(5) as i32;
    headline(evidence)
        + 2 * shared
        + (3.0_f64 * evidence.containment).round() as i32
        + evidence.adjoining as i32
        + unit(article, b)
        + slip(a.value, b.value)
        + i32::from(evidence.definite)
        - 4 * i32::from(evidence.values >= 3)
        - 3 * i32::from(evidence.supported.0 && evidence.supported.1)
        - i32::from(a.context.crowded || b.context.crowded)
        - i32::from(a.hedge.is_some() || b.hedge.is_some())
        - each(has_rate)
        - each(has_cue)
}

/// The headline against the lead weighs most; a headline that shares little with the other place says little.
fn headline(evidence: &Evidence) -> i32 {
    let little = if evidence.shared.len() < 2 { -4 } else { 0 };
    match evidence.roles {
        (Role::Headline, Role::Lead) => 9 + little,
        (Role::Headline, _) if !evidence.supported.0 => 4 + little,
        (Role::Headline, _) => little,
        _ => 0,
    }
}

fn unit(article: &Article, figure: &Quantity) -> i32 {
    let market = (4.0 * article.claims.market).round() as i32;
    match figure.kind {
        Kind::Duration => 3,
        Kind::Age | Kind::Count => 2,
        Kind::Percent | Kind::Points | Kind::Money => -market,
        _ => 0,
    }
}

/// Two digits in each other's place, or one of three or more digits another: a slip of the hand.
fn slip(one: f64, other: f64) -> i32 {
    let (one, other) = (digits(one), digits(other));
    if one.len() != other.len() {
        return 0;
    }
    let off: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    match off.as_slice() {
        [_] if one.len() >= 3 => 3,
        [a, b] if a + 1 == *b && one[*a] == other[*b] && one[*b] == other[*a] => 3,
        _ => 0,
    }
}

fn digits(value: f64) -> Vec<u8> {
    let text = format!("{value}");
    let digits = text.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let significant = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |at| at + 1);
    digits[..significant.max(1)].to_vec()
}

fn has_rate(figure: &Quantity) -> bool {
    figure.context.cues.iter().any(|cue| cue.what == Use::Rate)
}

fn has_cue(figure: &Quantity) -> bool {
    figure.context.cues.iter().any(|cue| !matches!(cue.what, Use::Source | Use::Time | Use::Rate))
}
