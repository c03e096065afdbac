//! A name that is spelt two ways.

mod judge;
mod look;
mod transcribe;

use crate::analysis::{Edit, Finding, Fix, Related, Severity};
use crate::article::{Article, At, Form, Twins};
use crate::span::Span;

use judge::Verdict;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for (twins, verdict) in article.twins(|twins| judge::judge(article, twins)) {
        let places = twins.rare.at.iter();
        findings.extend(places.map(|at| report(article, &twins, *at, verdict)));
    }
}

fn report(article: &Article, twins: &Twins, at: At, verdict: Verdict) -> Finding {
    let there = twins.common.at[0];
    let times = twins.common.at.len().to_string();
    let (message, severity) = match verdict {
        Verdict::SamePerson => ("name-mismatch-full", Severity::Warning),
        Verdict::Sure if twins.common.at.len() > 1 => ("name-mismatch-times", Severity::Warning),
        Verdict::Sure => ("name-mismatch", Severity::Warning),
        Verdict::Likely => ("name-mismatch", Severity::Information),
    };
    let shared = Shared::of(twins).filter(|_| verdict == Verdict::SamePerson);
    let values = [
        ("here", written(article, at, shared)),
        ("there", written(article, there, shared)),
        ("times", &times),
    ];
    Finding {
        check: "name-mismatch",
        severity,
        span: place(article, at),
        message: article.say(message, &values),
        related: vec![Related {
            span: place(article, there),
            message: article.say("name-mismatch-related", &values),
        }],
        fixes: fixes(article, twins, at),
    }
}

/// Edits that all fixes of two spellings have together, at most: they are offered at every place, for every place.
const EDITS: usize = 10_000;

/// The other spelling here; in all places of this one; this one in all places of the other.
fn fixes(article: &Article, twins: &Twins, at: At) -> Vec<Fix> {
    let (rare, common) = (&twins.rare, &twins.common);
    let mut fixes = vec![fix(article, "name-mismatch-fix", &[at], common)];
    if rare.at.len() * common.at.len() > EDITS {
        return fixes;
    }
    if rare.at.len() > 1 {
        fixes.push(fix(article, "name-mismatch-fix-all", &rare.at, common));
    }
    fixes.push(fix(article, "name-mismatch-fix-all", &common.at, rare));
    fixes
}

fn fix(article: &Article, title: &str, places: &[At], right: &Form) -> Fix {
    let right = written(article, right.at[0], None);
    let edit = |at: &At| Edit { span: place(article, *at), text: right.to_owned() };
    Fix { title: article.say(title, &[("right", right)]), edits: places.iter().map(edit).collect() }
}

fn place(article: &Article, at: At) -> Span {
    article.place(at.0, article.capital(at).span)
}

/// On which side the two spellings have the same word of a name.
#[derive(Clone, Copy)]
enum Shared {
    Before,
    Behind,
}

impl Shared {
    fn of(twins: &Twins) -> Option<Self> {
        let (rare, common) = (&twins.rare, &twins.common);
        match () {
            () if rare.befores.iter().any(|word| common.befores.contains(word)) => Some(Shared::Before),
            () if rare.behinds.iter().any(|word| common.behinds.contains(word)) => Some(Shared::Behind),
            () => None,
        }
    }
}

/// The word as it stands, with the one beside it that both spellings share.
fn written(article: &Article, at: At, shared: Option<Shared>) -> &str {
    let span = article.capital(at).span;
    let beside = match shared {
        Some(Shared::Before) => article.before(at),
        Some(Shared::Behind) => article.behind(at),
        None => None,
    };
    article.written(at.0, beside.map_or(span, |beside| beside.span.to(span)))
}
