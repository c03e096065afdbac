//! `le dixième anniversaire de l'attentat de 2009`, in a draft of 2021.

use chrono::Datelike;
use rustc_hash::FxHashSet;

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Anchor, Article};
use crate::mention::Anniversary;

pub(super) fn find(article: &Article, findings: &mut Vec<Finding>) {
    let Some(anchor) = article.timeline.anchor else { return };
    let mut years: Option<FxHashSet<i32>> = None;
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        let late = placed.paragraph.anniversaries.iter().filter(|one| is_late(&anchor, one));
        for one in late {
            let years = years.get_or_insert_with(|| years_told(article));
            if !is_kept_elsewhen(one, years) {
                findings.push(finding(article, paragraph, anchor.year, one));
            }
        }
    }
}

/// Shortest time after an event that is counted as an anniversary is.
const ROUND: i32 = 5;
/// Years by which an anniversary is off where it grew old with the draft; further off, another year is meant.
const OLD: i32 = 5;

/// Whether the anniversary belongs to a year near that of the draft, and not to that year.
fn is_late(anchor: &Anchor, one: &Anniversary) -> bool {
    let now = anchor.year;
    let right = one.year + one.count;
    let turn = (now - i32::from(anchor.month == 1))..=(now + i32::from(anchor.month >= 10));
    // The year behind may be that in which the anniversary is kept.
    let kept = (one.year - now).abs() <= 1 && one.count > 2;
    let told = one.is_feast || one.opens && one.count >= ROUND;
    told && (right - now).abs() <= OLD && !turn.into_iter().any(|year| fits(one, year)) && !kept
}

fn fits(one: &Anniversary, year: i32) -> bool {
    let off = (one.year + one.count - year).abs();
    off <= if one.is_feast { 0 } else { 1 }
}

fn is_kept_elsewhen(one: &Anniversary, years: &FxHashSet<i32>) -> bool {
    (-1..=1).map(|off| one.year + one.count + off).any(|year| fits(one, year) && years.contains(&year))
}

/// The years of which the draft tells.
fn years_told(article: &Article) -> FxHashSet<i32> {
    let placements = article.timeline.placements(&article.paragraphs);
    placements.filter_map(|(_, placement)| Some(placement.start?.year())).collect()
}

fn finding(article: &Article, paragraph: usize, now: i32, one: &Anniversary) -> Finding {
    let (right, year) = ((now - one.year).to_string(), one.year.to_string());
    let values = [
        ("relative", article.written(paragraph, one.span)),
        ("date", year.as_str()),
        ("anchor", &now.to_string()),
        ("right", &right),
    ];
    let fix = one.digits.map(|digits| article.fix("relative-date-mismatch-fix", paragraph, digits, &right));
    let origin = article.timeline.anchor.and_then(|anchor| anchor.span);
    let other = Related {
        span: article.place(paragraph, one.year_span),
        message: article.say("relative-date-mismatch-related", &[]),
    };
    let origin = origin.map(|span| Related { span, message: article.say("anchor-related", &[]) });
    Finding {
        check: "relative-date-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, one.span),
        message: article.say("relative-date-mismatch-anniversary", &values),
        related: std::iter::once(other).chain(origin).collect(),
        fixes: fix.into_iter().collect(),
    }
}
