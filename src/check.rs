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
mod quiet;
mod relative_date_mismatch;
mod reversed_range;
mod say;
mod sum_mismatch;
mod title_mismatch;
mod unintroduced_name;
mod weekday_mismatch;

use crate::analysis::{Finding, Severity};
use crate::article::Article;
pub(crate) use quiet::Quiet;

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
    /// How far it looks.
    reach: Reach,
}

/// How far a check looks, and how it adds what it finds.
#[derive(Debug)]
enum Reach {
    /// At the whole draft.
    Draft(fn(&Article, &mut Vec<Finding>)),
    /// At one paragraph and what stands near it, as [`quiet`] tells: it is not run again where it found nothing before.
    Near(fn(&Article, usize, &mut Vec<Finding>)),
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
    ($name:literal, $severity:ident, $reach:ident($module:ident)) => {
        check!($name, $severity, $reach($module), On)
    };
    ($name:literal, $severity:ident, $reach:ident($module:ident), $default:ident) => {
        Check {
            name: $name,
            severity: Severity::$severity,
            default: Switch::$default,
            page: include_str!(concat!("../docs/checks/", $name, ".md")),
            reach: Reach::$reach($module::run),
        }
    };
}

/// Every check, in the order of the manual.
pub static CHECKS: &[Check] = &[
    check!("weekday-mismatch", Error, Near(weekday_mismatch)),
    check!("impossible-date", Error, Near(impossible_date)),
    check!("reversed-range", Error, Near(reversed_range)),
    check!("relative-date-mismatch", Warning, Draft(relative_date_mismatch)),
    check!("duration-mismatch", Warning, Near(duration_mismatch)),
    check!("date-mismatch", Warning, Draft(date_mismatch)),
    check!("age-mismatch", Warning, Draft(age_mismatch)),
    check!("magnitude-mismatch", Warning, Draft(magnitude_mismatch)),
    check!("headline-mismatch", Warning, Draft(headline_mismatch)),
    check!("figure-mismatch", Warning, Draft(figure_mismatch)),
    check!("name-mismatch", Warning, Draft(name_mismatch)),
    check!("title-mismatch", Information, Draft(title_mismatch)),
    check!("acronym-mismatch", Information, Draft(acronym_mismatch)),
    check!("house-spelling", Information, Draft(house_spelling)),
    check!("figure-contrast", Information, Draft(figure_contrast)),
    check!("sum-mismatch", Warning, Near(sum_mismatch)),
    check!("percentage-mismatch", Warning, Near(percentage_mismatch)),
    check!("conversion-mismatch", Warning, Near(conversion_mismatch)),
    check!("count-mismatch", Warning, Near(count_mismatch)),
    check!("unintroduced-name", Hint, Draft(unintroduced_name), Off),
];

/// What the checks find that are on, and those in `also`, in the order of the text.
pub(crate) fn run_all(article: &Article, also: &[String], quiet: &mut Quiet) -> Vec<Finding> {
    let mut findings = Vec::new();
    let runs = |check: &&Check| check.default == Switch::On || also.iter().any(|name| name == check.name);
    let mut heard = quiet.listen(article, also);
    for check in CHECKS.iter().filter(runs) {
        match check.reach {
            Reach::Draft(run) => run(article, &mut findings),
            Reach::Near(run) => heard.run(|paragraph| {
                let before = findings.len();
                run(article, paragraph, &mut findings);
                findings.len() > before
            }),
        }
    }
    quiet.keep(heard);
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
