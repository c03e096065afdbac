//! Another number than that of the things that follow.

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, List, whole};
use crate::mention::Enumeration;
use crate::span::Span;

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    findings.extend(article.announced_list(paragraph).and_then(|list| in_list(article, &list)));
    let enumerations = article.paragraphs[paragraph].paragraph.enumerations.iter();
    findings.extend(enumerations.filter_map(|told| in_line(article, paragraph, told)));
}

/// A list may be shorter or longer than announced by so much, and still be that list.
const NEAR: f64 = 2.0;

fn in_list(article: &Article, list: &List) -> Option<Finding> {
    let count = &article.paragraphs[list.paragraph].paragraph.quantities[list.announced.quantity];
    let items = list.items as f64;
    let off = (count.value - items).abs();
    if off == 0.0 || off > NEAR || list.announced.others.contains(&items) {
        return None;
    }
    let last = &article.paragraphs[list.last];
    let text = &last.paragraph.text;
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    let item = last.place(Span::new(start.min(end), end));
    Some(report(article, list.paragraph, whole(count), list.items, item, "count-mismatch-last"))
}

fn in_line(article: &Article, paragraph: usize, told: &Enumeration) -> Option<Finding> {
    let count = &article.paragraphs[paragraph].paragraph.quantities[told.quantity];
    let off = (count.value - told.items as f64).abs();
    // Behind a comma, names may stand for some of them only.
    let most = if told.told { NEAR } else { 1.0 };
    let few = told.told || count.value <= FEW;
    let items = article.place(paragraph, told.span);
    (off > 0.0 && off <= most && few)
        .then(|| report(article, paragraph, whole(count), told.items, items, "count-mismatch-related"))
}

/// Up to so many are told by name behind a comma.
const FEW: f64 = 4.0;

fn report(
    article: &Article,
    paragraph: usize,
    count: Span,
    items: usize,
    place: Span,
    related: &str,
) -> Finding {
    let number = items.to_string();
    let values = [("count", article.written(paragraph, count)), ("items", number.as_str())];
    Finding {
        check: "count-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, count),
        message: article.say("count-mismatch", &values),
        related: vec![Related { span: place, message: article.say(related, &values) }],
        fixes: Vec::new(),
    }
}
