//! `WPF` where the draft has introduced the `WFP`: two letters in each other's place.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, At};
use crate::knowledge::organisations;
use crate::mention::Name;

/// Letters of an acronym that has swapped neighbours which another one has not by chance.
const LEAST: usize = 3;

/// Acronyms that are spelt out nowhere, and but for two neighbouring letters are one that is.
pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let known: FxHashSet<&str> = article.acronyms().map(|(_, acronym)| &*acronym.letters).collect();
    let slips: FxHashMap<String, At> = article
        .acronyms()
        .flat_map(|(at, acronym)| swaps(&acronym.letters).into_iter().map(move |letters| (letters, at)))
        .collect();
    if slips.is_empty() {
        return;
    }
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        for name in placed.paragraph.names.iter().filter(|name| is_acronym(name)) {
            let letters = &*name.form;
            let stranger = !known.contains(letters) && organisations::find(letters).is_empty();
            let slip = slips.get(letters).filter(|_| stranger);
            findings.extend(slip.map(|meant| report(article, paragraph, name, *meant)));
        }
    }
}

fn is_acronym(name: &Name) -> bool {
    name.shouted && name.words.len() == 1
}

/// The letters with each two neighbours in each other's place.
fn swaps(letters: &str) -> Vec<String> {
    let letters: Vec<char> = letters.chars().collect();
    let pairs = (1..letters.len()).filter(|at| letters.len() >= LEAST && letters[at - 1] != letters[*at]);
    let swapped = pairs.map(|at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect()
    });
    swapped.collect()
}

fn report(article: &Article, paragraph: usize, name: &Name, meant: At) -> Finding {
    let acronym = article.acronym(meant);
    let there = article.written(meant.0, acronym.short);
    let values = [
        ("here", article.written(paragraph, name.span)),
        ("there", there),
        ("long", article.written(meant.0, acronym.long)),
    ];
    Finding {
        check: "acronym-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, name.span),
        message: article.say("acronym-mismatch-swapped", &values),
        related: vec![Related {
            span: article.place(meant.0, acronym.short),
            message: article.say("acronym-mismatch-related", &values),
        }],
        fixes: vec![article.fix("acronym-mismatch-fix", paragraph, name.span, there)],
    }
}
