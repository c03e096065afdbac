//! The report as SARIF 2.1.0, for code scanning and review tools.

use anyhow::Result;
use copydesk::{CHECKS, Check, Finding, Severity, Span, Switch};
use serde_json::{Value, json};

use crate::checked::Checked;
use crate::lines::Lines;
use crate::manual;
use crate::print;

/// Prints one SARIF log.
pub(crate) fn write(checked: &[Checked]) -> Result<()> {
    print::json(&json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{
            "tool": { "driver": driver() },
            "columnKind": "unicodeCodePoints",
            "results": checked.iter().flat_map(results).collect::<Vec<_>>(),
        }],
    }))
}

/// The program and its checks.
fn driver() -> Value {
    json!({
        "name": "copydesk",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": CHECKS.iter().map(rule).collect::<Vec<_>>(),
    })
}

/// One check.
fn rule(check: &Check) -> Value {
    json!({
        "id": check.name,
        "shortDescription": { "text": manual::summary(check) },
        "helpUri": manual::address(check.name),
        "defaultConfiguration": { "level": level(check.severity), "enabled": check.default == Switch::On },
    })
}

/// The findings in one draft.
fn results(one: &Checked) -> Vec<Value> {
    let lines = Lines::of(&one.draft.text);
    one.analysis.findings.iter().map(|finding| result(finding, one, &lines)).collect()
}

/// One finding.
fn result(finding: &Finding, one: &Checked, lines: &Lines) -> Value {
    let related = finding.related.iter().enumerate().map(|(id, related)| {
        let mut location = location(related.span, one, lines);
        location["id"] = json!(id);
        location["message"] = json!({ "text": related.message });
        location
    });
    json!({
        "ruleId": finding.check,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(finding.span, one, lines)],
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

/// A place in a draft.
fn location(span: Span, one: &Checked, lines: &Lines) -> Value {
    let start = lines.place(span.start as usize, &one.draft.text);
    let end = lines.place(span.end as usize, &one.draft.text);
    let region = json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    });
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&one.draft.name) }, "region": region } })
}

/// A path as a relative URI: blanks, accents and the like are escaped.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte);
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    path.bytes()
        .map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The severity as SARIF knows it.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}
