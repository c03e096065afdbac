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
    let pairs = offices.windows(2).map(|pair| (pair[0], pair[1]));
    let (there, here) = pairs.into_iter().find(|(there, here)| clashes(*there, *here))?;
    Some(report(article, here, there))
}

fn clashes(there: (usize, &Office), here: (usize, &Office)) -> bool {
    let (one, other) = (there.1, here.1);
    let one_sentence = there.0 == here.0 && one.sentence == other.sentence;
    let shared = one.scope.iter().any(|stem: &Stem| other.scope.contains(stem));
    let open = one.scope.is_empty() || other.scope.is_empty();
    let clash = if one.kind == other.kind {
        !open && !shared && one.group == PORTFOLIOS
    } else {
        open || shared || one.group != CHAIRS
    };
    one.group == other.group && !one_sentence && clash
}

/// The group whose offices are told apart by what they are for.
const PORTFOLIOS: &str = "cabinet";
/// The group of offices that a person may hold in several places.
const CHAIRS: &str = "chair";

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
