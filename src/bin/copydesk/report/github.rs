//! Annotations for GitHub Actions: one workflow command a finding.

use std::io::{Write, stdout};

use anyhow::Result;
use copydesk::{Finding, Severity};

use crate::checked::Checked;
use crate::lines::Lines;

/// Prints one workflow command a finding.
pub(crate) fn write(checked: &[Checked]) -> Result<()> {
    let mut out = stdout().lock();
    for one in checked {
        let lines = Lines::of(&one.draft.text);
        for finding in &one.analysis.findings {
            writeln!(out, "{}", command(finding, one, &lines))?;
        }
    }
    Ok(())
}

/// `::error file=…,line=…,…,title=…::…`
fn command(finding: &Finding, one: &Checked, lines: &Lines) -> String {
    let start = lines.place(finding.span.start as usize, &one.draft.text);
    let end = lines.place(finding.span.end as usize, &one.draft.text);
    format!(
        "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        level(finding.severity),
        escape_property(&one.draft.name),
        start.line,
        end.line,
        start.column,
        end.column,
        escape_property(finding.check),
        escape(&finding.message)
    )
}

/// The severity as GitHub knows it.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    }
}

/// Text with the characters escaped that would end a command.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same for a property, which a comma or colon would end too.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
