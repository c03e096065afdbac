//! An acronym that stands for two things, two acronyms for one, or an acronym with two letters in each other's place.

mod swapped;

use rustc_hash::FxHashMap;

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, At};
use crate::mention::{Acronym, Stem};
use crate::span::Span;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    swapped::run(article, findings);
    let mut by_letters = FxHashMap::<&str, At>::default();
    let mut by_words = FxHashMap::<&[Stem], At>::default();
    for (at, acronym) in article.acronyms() {
        let first = *by_letters.entry(&acronym.letters).or_insert(at);
        if !say_the_same(&article.acronym(first).words, &acronym.words) {
            findings.push(report(article, "acronym-mismatch", (at, acronym.long), (first, |one| one.long)));
            continue;
        }
        let first = *by_words.entry(&acronym.words).or_insert(at);
        if article.acronym(first).letters != acronym.letters {
            findings.push(report(
                article,
                "acronym-mismatch-letters",
                (at, acronym.short),
                (first, |one| one.short),
            ));
        }
    }
}

/// Whether one of the two only says more: `Organisation mondiale`, `Organisation mondiale de la santé`.
fn say_the_same(one: &[Stem], other: &[Stem]) -> bool {
    one.iter().all(|stem| other.contains(stem)) || other.iter().all(|stem| one.contains(stem))
}

fn report(article: &Article, message: &str, here: (At, Span), there: (At, fn(&Acronym) -> Span)) -> Finding {
    let (at, span) = here;
    let (first, part) = there;
    let other = part(article.acronym(first));
    let acronym = article.written(at.0, article.acronym(at).short);
    let values = [
        ("acronym", acronym),
        ("here", article.written(at.0, span)),
        ("there", article.written(first.0, other)),
        ("long", article.written(at.0, article.acronym(at).long)),
    ];
    let related = article.say("acronym-mismatch-related", &values);
    Finding {
        check: "acronym-mismatch",
        severity: Severity::Information,
        span: article.place(at.0, span),
        message: article.say(message, &values),
        related: vec![Related { span: article.place(first.0, other), message: related }],
        fixes: vec![article.fix("acronym-mismatch-fix", at.0, span, article.written(first.0, other))],
    }
}
