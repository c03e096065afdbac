//! Fixes that need no second look: what is wrong cannot be true, and there is one way to put it right.

use copydesk::{CHECKS, Edit, Finding, Severity};

/// The edits of all sure fixes, none of which touches another; of two that would, the one that stands first in the draft.
pub(crate) fn sure_edits(findings: &[Finding]) -> Vec<&Edit> {
    let mut edits: Vec<&Edit> = Vec::new();
    for finding in findings.iter().filter(|finding| is_sure(finding)) {
        let new = &finding.fixes[0].edits;
        let free = |one: &Edit| {
            edits.iter().all(|other| one.span.end < other.span.start || other.span.end < one.span.start)
        };
        if new.iter().all(free) {
            edits.extend(new);
        }
    }
    edits
}

/// Whether a finding is an error, for its check as for the house, with one fix and no other.
fn is_sure(finding: &Finding) -> bool {
    let check = CHECKS.iter().find(|check| check.name == finding.check);
    let is_error = check.is_some_and(|check| check.severity == Severity::Error);
    is_error && finding.severity == Severity::Error && finding.fixes.len() == 1
}

#[cfg(test)]
mod tests {
    use copydesk::{Fix, Span};

    use super::*;

    /// A finding with a fix of two letters at each place.
    fn finding(check: &'static str, fixes: &[usize]) -> Finding {
        let edit = |at: &usize| Edit { span: Span::new(*at, at + 2), text: at.to_string() };
        let fixes =
            fixes.iter().map(|at| Fix { title: String::new(), edits: vec![edit(at)] }).collect::<Vec<_>>();
        let span = Span::new(0, 1);
        Finding { check, severity: Severity::Error, span, message: String::new(), related: Vec::new(), fixes }
    }

    fn texts(findings: &[Finding]) -> Vec<&str> {
        sure_edits(findings).iter().map(|edit| edit.text.as_str()).collect()
    }

    #[test]
    fn only_an_error_with_one_fix_is_sure() {
        assert_eq!(texts(&[finding("impossible-date", &[3])]), ["3"]);
        assert_eq!(texts(&[finding("weekday-mismatch", &[3, 9])]), [""; 0], "two fixes");
        assert_eq!(texts(&[finding("name-mismatch", &[3])]), [""; 0], "an error for the house alone");
        let milder = Finding { severity: Severity::Warning, ..finding("impossible-date", &[3]) };
        assert_eq!(texts(&[milder]), [""; 0], "no error for the house");
    }

    #[test]
    fn no_fix_touches_another() {
        let findings = [3, 4, 5, 6].map(|at| finding("impossible-date", &[at]));
        assert_eq!(texts(&findings), ["3", "6"]);
    }
}
