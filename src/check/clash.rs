//! How two figures that contradict each other are reported.

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Clash, Reason, Verdict};
use crate::mention::quantity::{Kind, Use};
use crate::span::Span;

/// Adds the clashes of which `wanted` is true, as findings of the check of that name.
pub(super) fn run(
    article: &Article,
    findings: &mut Vec<Finding>,
    check: &'static str,
    wanted: impl Fn(&Clash) -> bool,
) {
    let told = findings.len();
    for clash in article.clashes.all.iter().filter(|clash| wanted(clash)) {
        let finding = report(article, clash, check);
        if !findings[..told].iter().any(|told| says_the_same(told, &finding)) {
            findings.push(finding);
        }
    }
}

/// Whether a check that knows more, such as one of ages or scales, has spoken of the same two places.
fn says_the_same(told: &Finding, finding: &Finding) -> bool {
    let places = |finding: &Finding| finding.related.first().map(|other| (finding.span, other.span));
    let (Some((here, there)), Some((one, other))) = (places(told), places(finding)) else { return false };
    told.check != finding.check
        && told.severity <= finding.severity
        && (here.overlaps(one) && there.overlaps(other) || here.overlaps(other) && there.overlaps(one))
}

/// The finding of a clash, by the check of that name.
fn report(article: &Article, clash: &Clash, check: &'static str) -> Finding {
    let (here, there) = (clash.reported(), clash.other());
    let related = Related {
        span: place(article, there),
        message: article.say("figure-mismatch-related", &[("there", &written(article, there))]),
    };
    Finding {
        check,
        severity: if clash.verdict.is_alarm() { Severity::Warning } else { Severity::Information },
        span: place(article, here),
        message: message(article, clash),
        related: vec![related],
        fixes: fixes(article, here, there),
    }
}

fn message(article: &Article, clash: &Clash) -> String {
    let paragraph = article.claims.all[clash.pair.later].at.0;
    let shared: Vec<&str> = clash.shared.iter().map(|span| article.written(paragraph, *span)).collect();
    let reason = clash.reason.map(|reason| say_reason(article, &reason)).unwrap_or_default();
    let name = match clash.verdict {
        Verdict::Definite => "figure-mismatch-definite",
        Verdict::Explained => "figure-mismatch-reason",
        Verdict::Possible => "figure-mismatch-possible",
        _ if clash.headline => "headline-mismatch",
        _ if shared.is_empty() => "figure-mismatch-bare",
        _ => "figure-mismatch",
    };
    let (here, there) = (written(article, clash.reported()), written(article, clash.other()));
    let shared = shared.join(", ");
    article.say(name, &[("here", &here), ("there", &there), ("shared", &shared), ("reason", &reason)])
}

/// The other figure, in either place.
fn fixes(article: &Article, here: usize, there: usize) -> Vec<Fix> {
    let number = |claim: usize| (article.claims.all[claim].at.0, article.figure(claim).number);
    let fix = |name: &str, to: usize, from: usize| {
        let ((paragraph, span), (other, right)) = (number(to), number(from));
        article.fix(name, paragraph, span, article.written(other, right))
    };
    vec![fix("figure-mismatch-fix", here, there), fix("figure-mismatch-fix-there", there, here)]
}

/// The place of number and noun, or number and unit.
fn figure_span(article: &Article, claim: usize) -> (usize, Span) {
    let figure = article.figure(claim);
    let noun = figure.thing.filter(|_| matches!(figure.kind, Kind::Count | Kind::Collective));
    (article.claims.all[claim].at.0, noun.map_or(figure.span, |noun| figure.span.to(noun.head)))
}

fn place(article: &Article, claim: usize) -> Span {
    let (paragraph, span) = figure_span(article, claim);
    article.place(paragraph, span)
}

fn written(article: &Article, claim: usize) -> String {
    let (paragraph, span) = figure_span(article, claim);
    article.written(paragraph, span).to_owned()
}

/// The words that stand for a difference, and what they tell.
fn say_reason(article: &Article, reason: &Reason) -> String {
    let cue = article.written(article.claims.all[reason.claim].at.0, reason.span);
    let key = if matches!(reason.what, Use::Demand | Use::Modal) { "modal" } else { "cue" };
    article.voice.messages.label("reason", key).replace("{cue}", cue)
}
