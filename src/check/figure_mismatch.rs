//! Two figures for the same thing that cannot both be right.

mod score;

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Evidence, Pair, Reason, Role, Values};
use crate::mention::quantity::{Kind, Use};
use crate::span::Span;

use score::Verdict;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let mut found: Vec<Clash> =
        article.claims.groups.iter().flat_map(|group| clashes(article, group)).collect();
    // Each figure is reported once, with its best partner.
    found.sort_by_key(|clash| std::cmp::Reverse(clash.score));
    let mut spoken = FxHashSet::default();
    for clash in found {
        if spoken.insert(clash.places().0) {
            findings.push(clash.report(article));
        }
    }
}

/// Two figures that contradict each other.
struct Clash {
    pair: Pair,
    evidence: Evidence,
    verdict: Verdict,
    score: i32,
}

fn clashes<'a>(article: &'a Article, group: &'a [usize]) -> impl Iterator<Item = Clash> + 'a {
    let pairs = article.claims.pairs(group).filter(|pair| article.differ(*pair));
    let values = LazyCell::new(|| Values::of(article, group));
    pairs.filter_map(move |pair| {
        let evidence = article.evidence(pair, &values);
        let score = score::score(article, pair, &evidence);
        let verdict = score::verdict(article, pair, &evidence, score)?;
        Some(Clash { pair, evidence, verdict, score })
    })
}

impl Clash {
    /// The figure that is reported, and the one that it is linked to: what differs from the body is put right in the
    /// headline, else the later one follows the earlier.
    fn places(&self) -> (usize, usize) {
        match self.evidence.roles.0 {
            Role::Headline => (self.pair.earlier, self.pair.later),
            _ => (self.pair.later, self.pair.earlier),
        }
    }

    fn report(&self, article: &Article) -> Finding {
        let (here, there) = self.places();
        let related = Related {
            span: place(article, there),
            message: article.say("figure-mismatch-related", &[("there", &written(article, there))]),
        };
        Finding {
            check: "figure-mismatch",
            severity: if self.verdict == Verdict::Sure { Severity::Warning } else { Severity::Information },
            span: place(article, here),
            message: self.message(article, here, there),
            related: vec![related],
            fixes: self.fixes(article, here, there),
        }
    }

    fn message(&self, article: &Article, here: usize, there: usize) -> String {
        let paragraph = article.claims.all[self.pair.later].at.0;
        let shared: Vec<&str> =
            self.evidence.shared.iter().map(|span| article.written(paragraph, *span)).collect();
        let reason = self.evidence.reason.map(|reason| say_reason(article, &reason)).unwrap_or_default();
        let name = match self.verdict {
            Verdict::Sure => "figure-mismatch",
            Verdict::Explained => "figure-mismatch-reason",
            Verdict::Definite => "figure-mismatch-definite",
            Verdict::Possible => "figure-mismatch-possible",
        };
        let (here, there) = (written(article, here), written(article, there));
        let shared = shared.join(", ");
        article.say(name, &[("here", &here), ("there", &there), ("shared", &shared), ("reason", &reason)])
    }

    /// The other figure, in either place.
    fn fixes(&self, article: &Article, here: usize, there: usize) -> Vec<Fix> {
        let number = |claim: usize| (article.claims.all[claim].at.0, article.figure(claim).number);
        let fix = |name: &str, to: usize, from: usize| {
            let ((paragraph, span), (other, right)) = (number(to), number(from));
            article.fix(name, paragraph, span, article.written(other, right))
        };
        vec![fix("figure-mismatch-fix", here, there), fix("figure-mismatch-fix-there", there, here)]
    }
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
    let key = match reason.what {
        Use::Time => "time",
        Use::Modal => "modal",
        _ => "cue",
    };
    let template = article.language.messages.label("reason", key);
    template.replace("{cue}", cue).replace("{time}", cue)
}
