//! A name that the house spells otherwise: its own files say how.

use rustc_hash::FxHashMap;

use crate::analysis::{Edit, Finding, Fix, Severity};
use crate::article::Article;
use crate::mention::Listed;

/// Places of a name in which it is put right at once: the fix is offered at each of them, for all of them.
const THROUGHOUT: usize = 100;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let all: Vec<_> = others(article).collect();
    let mut places = FxHashMap::<&str, Vec<(usize, &Listed)>>::default();
    all.iter().for_each(|(at, listed, right)| places.entry(right).or_default().push((*at, listed)));
    findings.extend(all.iter().map(|(paragraph, listed, right)| {
        let same = &places[right];
        let values = [("here", article.written(*paragraph, listed.span)), ("right", right)];
        let mut fixes = vec![article.fix("house-spelling-fix", *paragraph, listed.span, right)];
        if (2..=THROUGHOUT).contains(&same.len()) {
            let edit = |(at, one): &(usize, &Listed)| Edit {
                span: article.place(*at, one.span),
                text: (*right).to_owned(),
            };
            fixes.push(Fix {
                title: article.say("house-spelling-fix-all", &values),
                edits: same.iter().map(edit).collect(),
            });
        }
        Finding {
            check: "house-spelling",
            severity: Severity::Information,
            span: article.place(*paragraph, listed.span),
            message: article.say("house-spelling", &values),
            related: Vec::new(),
            fixes,
        }
    }));
}

/// Every name that the house spells otherwise: its paragraph, the name, and what the house writes.
fn others(article: &Article) -> impl Iterator<Item = (usize, &Listed, &str)> {
    article.paragraphs.iter().enumerate().flat_map(|(paragraph, placed)| {
        let listed = placed.paragraph.listed.iter();
        listed.filter_map(move |listed| Some((paragraph, listed, listed.preferred.as_deref()?)))
    })
}
