//! The sheet as JSON, for newsroom systems: offsets in UTF-8 bytes, numbers from one.

use anyhow::Result;
use copydesk::Fact;
use serde_json::{Value, json};

use super::sheet::Sheet;

/// Writes the sheet.
pub(super) fn write(sheet: &Sheet) -> Result<String> {
    let analysis = &sheet.one.analysis;
    let facts = sheet.facts.facts.iter().enumerate().map(|(number, fact)| entry(sheet, number, fact));
    let findings = sheet.findings().iter().map(|finding| {
        json!({
            "check": finding.check, "severity": finding.severity.name(), "line": sheet.line(finding.span.start),
            "start": finding.span.start, "end": finding.span.end, "message": finding.message,
        })
    });
    let value = json!({
        "path": sheet.one.name,
        "language": analysis.language,
        "date": analysis.anchor.as_ref().map(|anchor| &anchor.value),
        "title": sheet.facts.title,
        "facts": facts.collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
}

/// One fact.
fn entry(sheet: &Sheet, number: usize, fact: &Fact) -> Value {
    json!({
        "number": number + 1,
        "kind": fact.kind.name(),
        "line": sheet.line(fact.span.start),
        "start": fact.span.start,
        "end": fact.span.end,
        "text": fact.words,
        "before": fact.before,
        "after": fact.after,
        "readings": fact.readings,
        "others": fact.others.iter().map(|other| other + 1).collect::<Vec<_>>(),
        "findings": fact.findings,
        "checked": false,
    })
}
