//! The same figure twice with another scale: 2 billion here, 2 million there.

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, Found, Scales, whole};
use crate::mention::quantity::Kind;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let scales = article.scales(|pair| severity(pair).is_some());
    let mut clashes: Vec<(Severity, Scales)> =
        scales.filter_map(|pair| Some((severity(&pair)?, pair))).collect();
    // Each figure is told once, with the one that speaks most for it.
    clashes.sort_by_key(|(_, pair)| (pair.later.paragraph, pair.later.figure.span, -score(pair)));
    clashes.dedup_by_key(|(_, pair)| (pair.later.paragraph, pair.later.figure.span));
    findings.extend(clashes.iter().map(|(severity, pair)| report(article, pair, *severity)));
}

/// How sure it is that the two are one figure, once with the wrong scale; `None` where nothing speaks for it.
fn severity(pair: &Scales) -> Option<Severity> {
    match () {
        // Millions against billions: easily confused, if anything says that they are one sum.
        () if is_worded(pair) => worded(pair),
        () if pair.ratio <= 100.0 && counted(pair) => Some(Severity::Warning),
        () => None,
    }
}

/// Points from which on two figures are one.
const SURE: i32 = 6;

/// Whether the one is a thousand times the other, and both are written in words of scale.
fn is_worded(pair: &Scales) -> bool {
    pair.ratio == 1e3 && pair.earlier.figure.value.min(pair.later.figure.value) >= 1e6
}

/// `2,1 millions` and `2,1 milliards`: round digits are often the same by chance, others seldom.
fn worded(pair: &Scales) -> Option<Severity> {
    let near = pair.shared + pair.adjoining > 1 || pair.headline || pair.headed || pair.later.figure.definite;
    match score(pair) {
        SURE.. => Some(Severity::Warning),
        _ if near && pair.digits > 1 => Some(Severity::Warning),
        5 if pair.digits == 1 => Some(Severity::Warning),
        4.. if pair.digits > 1 => Some(Severity::Information),
        _ => None,
    }
}

/// A zero more or less: both count the same things and the later one refers back, or the words around are the same.
fn counted(pair: &Scales) -> bool {
    let (one, other) = (pair.earlier.figure, pair.later.figure);
    let bare = one.kind == Kind::Bare || other.kind == Kind::Bare;
    let told = pair.adjoining > 0 || other.definite && pair.shared > 0;
    let odd = pair.digits > 1 || pair.headline || pair.shared > 0;
    let back = is_same_thing(pair) && odd && other.definite;
    !bare && (back || told && score(pair) >= SURE || pair.digits > 1 && pair.adjoining > 1 && pair.shared > 0)
}

fn is_same_thing(pair: &Scales) -> bool {
    let (one, other) = (pair.earlier.figure.thing, pair.later.figure.thing);
    one.zip(other).is_some_and(|(one, other)| one.stem == other.stem)
}

/// What speaks for the two being one figure, in points: words near both and directly beside both, a noun that both
/// count, digits that are no round number, an article that refers back, words of scale that are easily confused.
fn score(pair: &Scales) -> i32 {
    let (one, other) = (pair.earlier.figure, pair.later.figure);
    let (noun, words) = (is_same_thing(pair), is_worded(pair));
    let points = [(noun, 1), (pair.digits > 1, 2), (other.definite && !one.definite, 2), (words, 2)];
    let held: i32 = points.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
    held + pair.shared.min(4) as i32 + pair.adjoining.min(3) as i32
}

fn report(article: &Article, pair: &Scales, severity: Severity) -> Finding {
    let written = |found: &Found| article.written(found.paragraph, whole(found.figure));
    let number = |found: &Found| article.written(found.paragraph, found.figure.number);
    let ratio = article.say_number(pair.ratio, 1.0, "");
    let values = [("here", written(&pair.later)), ("there", written(&pair.earlier)), ("ratio", &ratio)];
    let message = if pair.earlier.figure.value > pair.later.figure.value { "less" } else { "more" };
    let fix = |name: &str, to: &Found, from: &Found| {
        article.fix(name, to.paragraph, to.figure.number, number(from))
    };
    Finding {
        check: "magnitude-mismatch",
        severity,
        span: article.place(pair.later.paragraph, whole(pair.later.figure)),
        message: article.say(&format!("magnitude-mismatch-{message}"), &values),
        related: vec![Related {
            span: article.place(pair.earlier.paragraph, whole(pair.earlier.figure)),
            message: article.say("magnitude-mismatch-related", &values),
        }],
        fixes: vec![
            fix("magnitude-mismatch-fix", &pair.later, &pair.earlier),
            fix("magnitude-mismatch-fix-there", &pair.earlier, &pair.later),
        ],
    }
}
