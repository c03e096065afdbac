//! A surname whose bearer was never introduced.

use crate::analysis::{Finding, Severity};
use crate::article::{Article, At, Entity};
use crate::knowledge::bearers::{FORENAMES, SURNAMES};
use crate::knowledge::{organisations, people};
use crate::mention::Sort;

/// What must speak for a person where no title does, in hundredths of a natural logarithm.
const SURE: i32 = 300;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let people = article.entities.all.iter().filter(|entity| entity.sort == Sort::Person);
    let (introduced, bare): (Vec<_>, Vec<_>) = people.partition(|entity| is_introduced(article, entity));
    // Where surnames are all that there is, in results and match reports, that is the habit of the draft.
    if bare.len() < 3 || introduced.len() >= bare.len() {
        let first = bare.iter().filter_map(|entity| first_bare(article, entity));
        findings.extend(first.map(|at| report(article, at)));
    }
}

/// Whether the draft tells a forename or an office, or no forename is needed.
fn is_introduced(article: &Article, entity: &Entity) -> bool {
    let mut names = entity.mentions.iter().map(|at| article.name(*at));
    let [only] = entity.words.as_slice() else { return true };
    names.any(|name| name.words.len() > 1 || name.role.is_some()) || !people::find(only).is_empty()
}

/// Where the name first stands in running text, out of quotation marks, if it is a surname: a title stands before it, or it
/// speaks and is listed as one.
fn first_bare(article: &Article, entity: &Entity) -> Option<At> {
    let word = entity.words.first()?;
    let mut names = entity.mentions.iter().map(|at| article.name(*at));
    let listed = SURNAMES.has(word) && !FORENAMES.has(word) && organisations::find(word).is_empty();
    let speaks = listed && names.clone().any(|name| name.acts && name.scores[0] >= SURE);
    let surname = speaks || names.any(|name| name.titled);
    let whole = word.len() > 2 && !entity.shouted;
    entity.mentions.iter().copied().find(|at| article.is_told(*at)).filter(|_| whole && surname)
}

fn report(article: &Article, at: At) -> Finding {
    let span = article.name(at).span;
    Finding {
        check: "unintroduced-name",
        severity: Severity::Hint,
        span: article.place(at.0, span),
        message: article.say("unintroduced-name", &[("here", article.written(at.0, span))]),
        related: Vec::new(),
        fixes: Vec::new(),
    }
}
