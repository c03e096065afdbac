//! A period that ends before it begins.

mod hours;

use crate::analysis::{Edit, Finding, Fix, Related, Severity};
use crate::article::Article;
use crate::mention::{Calendar, Date, Form};
use crate::span::Span;

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for pair in article.paragraphs[paragraph].paragraph.dates.windows(2) {
        findings.extend(finding(article, paragraph, &pair[0], &pair[1]));
    }
}

fn finding(article: &Article, paragraph: usize, first: &Date, last: &Date) -> Option<Finding> {
    let whole = first.range?;
    let fix = match (&first.form, &last.form) {
        (Form::Calendar(start), Form::Calendar(end)) => {
            is_reversed(start, end).then(|| swapped(article, paragraph, start, end))?
        }
        (Form::Time { .. }, Form::Time { .. }) => hours::is_reversed(article, paragraph, first, last)
            .then(|| hours::swapped(article, paragraph, first, last))?,
        _ => return None,
    };
    let (open, close) = (article.written(paragraph, first.span), article.written(paragraph, last.span));
    let related = article.say("reversed-range-related", &[]);
    Some(Finding {
        check: "reversed-range",
        severity: Severity::Error,
        span: article.place(paragraph, whole),
        message: article.say("reversed-range", &[("start", open), ("end", close)]),
        related: vec![Related { span: article.place(paragraph, last.span), message: related }],
        fixes: fix.into_iter().collect(),
    })
}

/// Compares year, month and day, the coarsest first, as far as both have them. A year that is not written decides
/// nothing, so months without years may go over New Year.
fn is_reversed(start: &Calendar, end: &Calendar) -> bool {
    if goes_over_month(start, end) {
        return false;
    }
    let parts = [(start.year, end.year), (start.month, end.month), (start.day, end.day)];
    let known_year = start.year.is_some() && end.year.is_some();
    for (rank, (one, other)) in parts.into_iter().enumerate() {
        let (Some(one), Some(other)) = (one, other) else { continue };
        if one.value != other.value {
            return one.value > other.value && (rank != 1 || known_year);
        }
    }
    false
}

/// `du 28 au 3 février`: the month that is not written may be the one before.
fn goes_over_month(start: &Calendar, end: &Calendar) -> bool {
    let lent = start.month.is_some_and(|month| month.lent);
    let (Some(first), Some(last)) = (start.day, end.day) else { return false };
    lent && first.value - last.value > 14
}

/// Start and end put in each other's place, part by part, where both have written the same parts.
fn swapped(article: &Article, paragraph: usize, start: &Calendar, end: &Calendar) -> Option<Fix> {
    let day = (start.day, end.day);
    let year = (start.year, end.year);
    let (one, other) = match (day, year) {
        ((Some(one), Some(other)), _) => (one, other),
        (_, (Some(one), Some(other))) => (one, other),
        _ => return None,
    };
    let same_month = start.month.map(|m| m.value) == end.month.map(|m| m.value);
    (same_month && !one.lent && !other.lent).then(|| swap(article, paragraph, one.span, other.span))
}

/// Each of two places written in the other.
fn swap(article: &Article, paragraph: usize, one: Span, other: Span) -> Fix {
    let written = |span| article.written(paragraph, span).to_owned();
    let edit = |to, from| Edit { span: article.place(paragraph, to), text: written(from) };
    let right = format!("{} … {}", written(other), written(one));
    Fix {
        title: article.say("reversed-range-fix", &[("right", &right)]),
        edits: vec![edit(one, other), edit(other, one)],
    }
}
