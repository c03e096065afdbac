//! Findings as the editor shows them.

use copydesk::{Finding, Severity, Span};
use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString,
    Uri,
};

use super::abilities::Abilities;
use super::edits::text_edits;
use super::reading::Reading;
use super::translate::{Encoding, Translator};
use crate::lines::Lines;
use crate::manual;

/// What diagnostics say of where they come from.
const SOURCE: &str = "copydesk";

/// All findings of a reading.
pub(crate) fn diagnostics(reading: &Reading, uri: &Uri, abilities: &Abilities) -> Vec<Diagnostic> {
    reading.analysis.findings.iter().map(|finding| diagnostic(finding, reading, uri, abilities)).collect()
}

/// One finding.
pub(crate) fn diagnostic(
    finding: &Finding,
    reading: &Reading,
    uri: &Uri,
    abilities: &Abilities,
) -> Diagnostic {
    let translator = reading.draft.translator(abilities.encoding);
    Diagnostic {
        range: translator.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.check.to_owned())),
        code_description: abilities.code_description.then(|| page(finding.check)).flatten(),
        source: Some(SOURCE.to_owned()),
        message: if abilities.related { finding.message.clone() } else { told_in_full(finding, reading) },
        related_information: abilities.related.then(|| related(finding, translator, uri)),
        data: abilities.data.then(|| data(finding, translator)),
        tags: None,
    }
}

/// What is wrong with a file of the house, at its places.
pub(crate) fn of_file<'a>(
    text: &str,
    problems: impl Iterator<Item = (Span, &'a str)>,
    encoding: Encoding,
) -> Vec<Diagnostic> {
    let lines = Lines::of(text);
    let translator = Translator { text, lines: &lines, encoding };
    let shown = problems.map(|(span, message)| Diagnostic {
        range: translator.range(span),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: message.to_owned(),
        ..Diagnostic::default()
    });
    shown.collect()
}

/// The severity in the protocol's words.
fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// The link to the check's page.
fn page(check: &str) -> Option<CodeDescription> {
    manual::address(check).parse().ok().map(|href| CodeDescription { href })
}

/// The other places that the finding speaks of.
fn related(finding: &Finding, translator: Translator<'_>, uri: &Uri) -> Vec<DiagnosticRelatedInformation> {
    let places = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location::new(uri.clone(), translator.range(related.span)),
        message: related.message.clone(),
    });
    places.collect()
}

/// The message with line, column and words of the other places, for editors that cannot link them.
fn told_in_full(finding: &Finding, reading: &Reading) -> String {
    let (text, lines) = (&reading.draft.text, &reading.draft.lines);
    let places = finding.related.iter().map(|related| {
        let place = lines.place(related.span.start as usize, text);
        format!("\n{}:{}: {}", place.line, place.column, related.message)
    });
    finding.message.clone() + &places.collect::<String>()
}

/// Edits of a fix that is sent along at every keystroke, at most; one of more places is told when an editor asks for it.
const SENT: usize = 8;

/// The fixes, for programs that read diagnostics without asking for code actions.
fn data(finding: &Finding, translator: Translator<'_>) -> Value {
    let few = finding.fixes.iter().filter(|fix| fix.edits.len() <= SENT);
    // Put together by hand: `json!` would copy each edit once more at every level, and there are many.
    let fixes = few.map(|fix| {
        let edits = text_edits(fix, translator).iter().map(|edit| json!(edit)).collect();
        object([("title", Value::String(fix.title.clone())), ("edits", Value::Array(edits))])
    });
    object([("fixes", Value::Array(fixes.collect()))])
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect())
}
