//! An age that does not go with the birth given for the same person, with another age of that person, or with the
//! founding of what is so old.

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, At, BirthAndAge, FoundingAndFeast, TwoAges};
use crate::mention::Quantity;
use crate::span::Span;

/// Further off than this, in years, and the two are hardly the same person.
const FAR: i32 = 30;
/// Younger than this, and what was born is hardly a person in the news.
const YOUNG: i32 = 5;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    findings.extend(article.births_and_ages().iter().filter_map(|both| by_birth(article, both)));
    findings.extend(article.two_ages().iter().filter_map(|both| by_age(article, both)));
    findings.extend(article.foundings_and_feasts().iter().filter_map(|both| by_founding(article, both)));
}

fn figure(article: &Article, (paragraph, index): At) -> &Quantity {
    &article.paragraphs[paragraph].paragraph.quantities[index]
}

fn date(article: &Article, (paragraph, index): At) -> Span {
    article.paragraphs[paragraph].paragraph.dates[index].span
}

fn by_birth(article: &Article, both: &BirthAndAge) -> Option<Finding> {
    let age = figure(article, both.age);
    let (least, greatest) = both.allowed;
    let said = age.value as i32;
    let off = (least - said).max(said - greatest);
    // What happened "at 26" may have happened long ago, unless a digit slipped.
    let slipped = (least..=greatest).any(|right| is_slip(right, said));
    if off <= 0 || off > FAR || greatest < YOUNG || both.loose && !slipped {
        return None;
    }
    let one = least.to_string();
    let either = article.say("age-mismatch-either", &[("one", &one), ("other", &greatest.to_string())]);
    let right = if least == greatest { &one } else { &either };
    let birth = date(article, both.birth);
    let values = [
        ("age", article.written(both.age.0, age.span)),
        ("birth", article.written(both.birth.0, birth)),
        ("right", right),
    ];
    let fix = (least == greatest).then(|| article.fix("age-mismatch-fix", both.age.0, age.number, right));
    let other = Related {
        span: article.place(both.birth.0, birth),
        message: article.say("age-mismatch-related", &values),
    };
    let message = article.say("age-mismatch", &values);
    Some(finding(article, both.age.0, age.span, message, other, fix))
}

/// Two ages that no birthday between them explains.
fn by_age(article: &Article, both: &TwoAges) -> Option<Finding> {
    let (first, later) = (figure(article, both.first), figure(article, both.later));
    let off = (first.value - later.value).abs();
    let values = [
        ("age", article.written(both.later.0, later.span)),
        ("other", article.written(both.first.0, first.span)),
    ];
    let other = Related {
        span: article.place(both.first.0, first.span),
        message: article.say("age-mismatch-two-related", &values),
    };
    let message = article.say("age-mismatch-two", &values);
    (off > 1.0 && off <= f64::from(FAR))
        .then(|| finding(article, both.later.0, later.span, message, other, None))
}

fn by_founding(article: &Article, both: &FoundingAndFeast) -> Option<Finding> {
    let feast = &article.paragraphs[both.feast.0].paragraph.feasts[both.feast.1];
    let off = (feast.count - both.right).abs();
    let (founding, right) = (date(article, both.founding), both.right.to_string());
    let values = [
        ("age", article.written(both.feast.0, feast.span)),
        ("founding", article.written(both.founding.0, founding)),
        ("right", &right),
    ];
    let fix = feast.digits.map(|digits| article.fix("age-mismatch-fix", both.feast.0, digits, &right));
    let other = Related {
        span: article.place(both.founding.0, founding),
        message: article.say("age-mismatch-founding-related", &values),
    };
    let message = article.say("age-mismatch-founding", &values);
    (off > 1 && off <= FAR).then(|| finding(article, both.feast.0, feast.span, message, other, fix))
}

fn finding(
    article: &Article,
    paragraph: usize,
    span: Span,
    message: String,
    other: Related,
    fix: Option<Fix>,
) -> Finding {
    Finding {
        check: "age-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, span),
        message,
        related: vec![other],
        fixes: fix.into_iter().collect(),
    }
}

/// Whether one digit is another, or the two stand in each other's place.
fn is_slip(one: i32, other: i32) -> bool {
    let (tens, units) = ((one / 10, other / 10), (one % 10, other % 10));
    (tens.0 == tens.1) != (units.0 == units.1) || (tens.0, units.0) == (units.1, tens.1)
}
