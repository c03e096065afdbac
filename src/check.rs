//! The checks: one file each, one table of them all.

mod acronym_mismatch;
mod age_mismatch;
mod clash;
mod conversion_mismatch;
mod count_mismatch;
mod date_mismatch;
mod duration_mismatch;
mod figure_contrast;
mod figure_mismatch;
mod headline_mismatch;
mod house_spelling;
mod impossible_date;
mod magnitude_mismatch;
mod name_mismatch;
mod percentage_mismatch;
mod relative_date_mismatch;
mod reversed_range;
mod say;
mod sum_mismatch;
mod title_mismatch;
mod unintroduced_name;
mod weekday_mismatch;

use crate::analysis::{Finding, Severity};
use crate::article::Article;

/// A check, as the manual, the configuration and the reports know it.
#[derive(Debug)]
pub struct Check {
    /// Stable name in kebab case, which names the fault: `weekday-mismatch`.
    pub name: &'static str,
    /// The severity that its findings have unless they say otherwise.
    pub severity: Severity,
    /// Whether it runs where nobody says.
    pub default: Switch,
    /// Its page in Markdown: the manual, its test and what `copydesk explain` prints.
    pub page: &'static str,
    /// Adds what it finds.
    pub(crate) run: fn(&Article, &mut Vec<Finding>),
}

/// Whether a check runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// It does, unless it is switched off.
    On,
    /// It does not, unless it is asked for: a matter of house style.
    Off,
}

macro_rules! check {
    ($name:literal, $severity:ident, $module:ident) => {
        check!($name, $severity, $module, On)
    };
    ($name:literal, $severity:ident, $module:ident, $default:ident) => {
        Check {
            name: $name,
            severity: Severity::$severity,
            default: Switch::$default,
            page: include_str!(concat!("../docs/checks/", $name, ".md")),
            run: $module::run,
        }
    };
}

/// Every check, in the order of the manual.
pub static CHECKS: &[Check] = &[
    check!("weekday-mismatch", Error, weekday_mismatch),
    check!("impossible-date", Error, impossible_date),
    check!("reversed-range", Error, reversed_range),
    check!("relative-date-mismatch", Warning, relative_date_mismatch),
    check!("duration-mismatch", Warning, duration_mismatch),
    check!("date-mismatch", Warning, date_mismatch),
    check!("age-mismatch", Warning, age_mismatch),
    check!("magnitude-mismatch", Warning, magnitude_mismatch),
    check!("headline-mismatch", Warning, headline_mismatch),
    check!("figure-mismatch", Warning, figure_mismatch),
    check!("name-mismatch", Warning, name_mismatch),
    check!("title-mismatch", Information, title_mismatch),
    check!("acronym-mismatch", Information, acronym_mismatch),
    check!("house-spelling", Information, house_spelling),
    check!("figure-contrast", Information, figure_contrast),
    check!("sum-mismatch", Warning, sum_mismatch),
    check!("percentage-mismatch", Warning, percentage_mismatch),
    check!("conversion-mismatch", Warning, conversion_mismatch),
    check!("count-mismatch", Warning, count_mismatch),
    check!("unintroduced-name", Hint, unintroduced_name, Off),
];

/// What the checks find that are on, and those in `also`, in the order of the text.
pub(crate) fn run_all(article: &Article, also: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let runs = |check: &&Check| check.default == Switch::On || also.iter().any(|name| name == check.name);
    for check in CHECKS.iter().filter(runs) {
        (check.run)(article, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.span, finding.severity));
    without_echoes(findings)
}

/// An alarm and an information that link the same two places say one thing: the alarm is enough.
fn without_echoes(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let places = |other: &Finding| other.related.iter().map(|related| related.span).collect::<Vec<_>>();
        let same = kept.iter().rev().take_while(|other| other.span == finding.span);
        let echo =
            same.filter(|other| other.severity.is_alarm()).any(|other| places(other) == places(&finding));
        if finding.severity.is_alarm() || !echo {
            kept.push(finding);
        }
    }
    kept
}
