//! Parts that do not make the whole that the text gives.

mod breakdown;
mod column;
mod degrees;
mod judge;
mod ladder;
mod rest;
mod told;

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, whole};
use crate::mention::Quantity;
use crate::span::Span;

use ladder::Ladder;
use rest::Rest;

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for line in article.lines(paragraph) {
        let found = breakdown::breakdowns(&line);
        let off = found.iter().filter(|found| judge::is_off(article, &line, found));
        let polls = degrees::faults(&line);
        findings.extend(off.chain(&polls).map(|found| {
            let parts: Vec<Place> = found.parts.iter().map(|part| (line.paragraph, *part)).collect();
            report(article, (line.paragraph, found.whole), &parts, "sum-mismatch")
        }));
    }
    let ladders = ladders(article, paragraph);
    findings.extend(ladders.iter().map(|found| report(article, found.whole, &found.parts, "sum-mismatch")));
    let rests = rest::faults(article, paragraph);
    findings.extend(rests.iter().map(|found| report_rest(article, found)));
    let columns = column::faults(article, paragraph);
    findings
        .extend(columns.iter().map(|found| report(article, found.total, &found.parts, "sum-mismatch-total")));
}

/// The wholes in one sentence and their parts in another, which stand in this paragraph or in the list behind it; each whole
/// once, also where the paragraph before has parts of it.
fn ladders(article: &Article, paragraph: usize) -> Vec<Ladder<'_>> {
    let mut found = all_ladders(article, paragraph);
    found.sort_by_key(|ladder| ladder.key());
    found.dedup_by_key(|ladder| ladder.key());
    if found.iter().any(|ladder| ladder.whole.0 < paragraph) {
        let before = all_ladders(article, paragraph - 1);
        found.retain(|ladder| before.iter().all(|told| told.key() != ladder.key()));
    }
    found
}

fn all_ladders(article: &Article, paragraph: usize) -> Vec<Ladder<'_>> {
    let told = told::faults(article, paragraph);
    told.into_iter().chain(ladder::fault(article, paragraph)).collect()
}

/// A figure and its paragraph.
type Place<'a> = (usize, &'a Quantity);

fn written<'a>(article: &'a Article, place: Place, span: Span) -> &'a str {
    article.written(place.0, span)
}

fn report(article: &Article, total: Place, parts: &[Place], message: &str) -> Finding {
    let sum: f64 = parts.iter().map(|(_, part)| part.value).sum();
    let step = parts.iter().map(|(_, part)| part.step).fold(f64::INFINITY, f64::min);
    let right = article.say_like(sum, step, total.1, written(article, total, total.1.number));
    let numbers: Vec<&str> = parts.iter().map(|part| written(article, *part, part.1.number)).collect();
    let numbers = numbers.join(" + ");
    let values =
        [("parts", numbers.as_str()), ("right", &right), ("whole", written(article, total, total.1.span))];
    Finding {
        check: "sum-mismatch",
        severity: Severity::Warning,
        span: article.place(total.0, whole(total.1)),
        message: article.say(message, &values),
        related: related(article, parts, &values),
        fixes: fix(article, total, &right).into_iter().collect(),
    }
}

/// What is told to be left, with the whole and its part as the other places.
fn report_rest(article: &Article, found: &Rest) -> Finding {
    let number = |place: Place| written(article, place, place.1.number);
    let left = found.whole.1.value - found.part.1.value;
    let right = article.say_like(left, 1.0, found.rest.1, number(found.rest));
    let parts = [number(found.whole), number(found.part)].join(" − ");
    let values = [("parts", parts.as_str()), ("right", &right), ("rest", number(found.rest))];
    Finding {
        check: "sum-mismatch",
        severity: Severity::Warning,
        span: article.place(found.rest.0, whole(found.rest.1)),
        message: article.say("sum-mismatch-rest", &values),
        related: related(article, &[found.part, found.whole], &values),
        fixes: fix(article, found.rest, &right).into_iter().collect(),
    }
}

fn related(article: &Article, parts: &[Place], values: &[(&str, &str)]) -> Vec<Related> {
    let at = |place: &Place| Related {
        span: article.place(place.0, whole(place.1)),
        message: article.say("sum-mismatch-related", values),
    };
    parts.iter().map(at).collect()
}

/// The right number in place of a wrong one, where that is written in digits.
fn fix(article: &Article, place: Place, right: &str) -> Option<Fix> {
    let number = written(article, place, place.1.number);
    let digits = number.bytes().next().is_some_and(|b| b.is_ascii_digit());
    digits.then(|| article.fix_part("sum-mismatch-fix", place.0, whole(place.1), place.1.number, right))
}
