//! One person with two offices that nobody holds at a time.

use rustc_hash::FxHashMap;

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, At};
use crate::mention::{Office, Stem};

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let mut people = FxHashMap::<usize, Vec<(usize, &Office)>>::default();
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        for office in &placed.paragraph.offices {
            if let Some(person) = article.entities.of.get(&(paragraph, office.name)) {
                people.entry(*person).or_default().push((paragraph, office));
            }
        }
    }
    for offices in people.into_values() {
        findings.extend(clash(article, &offices));
    }
}

/// The first office that does not go with the one before it. A draft that speaks of a change of the person's offices is right.
fn clash(article: &Article, offices: &[(usize, &Office)]) -> Option<Finding> {
    if offices.iter().any(|(_, office)| office.changes) {
        return None;
    }
    let near = |at: usize| offices[at.saturating_sub(WINDOW)..at].iter().rev();
    let mut pairs = (1..offices.len()).flat_map(|at| near(at).map(move |there| (*there, offices[at])));
    let (there, here) = pairs.find(|(there, here)| clashes(*there, *here))?;
    Some(report(article, here, there))
}

/// An office is compared with so many before it.
const WINDOW: usize = 4;

fn clashes(there: (usize, &Office), here: (usize, &Office)) -> bool {
    let one_sentence = there.0 == here.0 && there.1.sentence == here.1.sentence;
    let posts = there.1.posts.iter().flat_map(|one| here.1.posts.iter().map(move |other| (one, other)));
    let mut alike = posts.filter(|(one, other)| one.0 == other.0);
    !one_sentence && alike.any(|(one, other)| excludes(*one, *other, there.1, here.1))
}

/// Whether nobody holds both posts of one group, with what the offices are for.
fn excludes(first: (&str, &str), second: (&str, &str), one: &Office, other: &Office) -> bool {
    let shared = one.scope.iter().any(|stem: &Stem| other.scope.contains(stem));
    let open = one.scope.is_empty() || other.scope.is_empty();
    let of_something = |kind: &str, office: &Office| kind == PRESIDENT && !office.scope.is_empty();
    match first.0 {
        PORTFOLIOS if first.1 == second.1 => !open && !shared,
        _ if first.1 == second.1 => false,
        CHAIRS => open || shared,
        // A party or a club has a president too.
        _ => !of_something(first.1, one) && !of_something(second.1, other),
    }
}

/// The group whose offices are told apart by what they are for.
const PORTFOLIOS: &str = "cabinet";
/// The group of offices that a person may hold in several places.
const CHAIRS: &str = "chair";
/// The head of a state, or of anything else.
const PRESIDENT: &str = "president";

fn report(article: &Article, here: (usize, &Office), there: (usize, &Office)) -> Finding {
    let written = |(paragraph, office): (usize, &Office)| article.written(paragraph, office.span);
    let at: At = (here.0, here.1.name);
    let name = article
        .entities
        .of(at)
        .map_or("", |entity| article.written(entity.fullest.0, article.name(entity.fullest).span));
    let values = [("here", written(here)), ("there", written(there)), ("name", name)];
    let related = article.say("title-mismatch-related", &values);
    Finding {
        check: "title-mismatch",
        severity: Severity::Information,
        span: article.place(here.0, here.1.span),
        message: article.say("title-mismatch", &values),
        related: vec![Related { span: article.place(there.0, there.1.span), message: related }],
        fixes: Vec::new(),
    }
}
