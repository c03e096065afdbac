//! A name that the house spells otherwise: its own files say how.

use crate::analysis::{Edit, Finding, Fix, Severity};
use crate::article::Article;
use crate::mention::Listed;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let all: Vec<_> = others(article).collect();
    findings.extend(all.iter().map(|(paragraph, listed, right)| {
        let same = || all.iter().filter(|(.., other)| other == right);
        let values = [("here", article.written(*paragraph, listed.span)), ("right", right)];
        let mut fixes = vec![article.fix("house-spelling-fix", *paragraph, listed.span, right)];
        if same().count() > 1 {
            let edit = |(at, one, _): &(usize, &Listed, &str)| Edit {
                span: article.place(*at, one.span),
                text: (*right).to_owned(),
            };
            fixes.push(Fix {
                title: article.say("house-spelling-fix-all", &values),
                edits: same().map(edit).collect(),
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
