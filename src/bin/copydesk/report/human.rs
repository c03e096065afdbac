//! The report for people: it points at the text.

use std::io::{IsTerminal, Write, stdout};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Result;
use copydesk::{Finding, Severity};

use crate::check_command::{Checked, findings};
use crate::manual;

/// Width where there is no terminal to ask.
const WIDTH: u16 = 120;

/// Prints every finding with its text, then one line that sums up.
///
/// The colours are always written; `anstream` takes them out again where they are not wanted (no terminal, `NO_COLOR`).
pub(crate) fn write(checked: &[Checked]) -> Result<()> {
    let mut out = anstream::stdout().lock();
    let renderer = renderer();
    for one in checked {
        for finding in &one.analysis.findings {
            writeln!(out, "{}\n", renderer.render(&[group(finding, one)]))?;
        }
    }
    writeln!(out, "{}", summary(checked))?;
    Ok(())
}

/// Draws to the width of the terminal: a paragraph of news copy is often one long line.
fn renderer() -> Renderer {
    let width = if stdout().is_terminal() { termimad::terminal_size().0 } else { WIDTH };
    Renderer::styled().decor_style(DecorStyle::Ascii).term_width(width.into())
}

/// One finding: its message, its places, and how to put it right.
fn group<'a>(finding: &'a Finding, one: &'a Checked) -> Group<'a> {
    let title = level(finding.severity).primary_title(&*finding.message).id(finding.check);
    let fixes = finding.fixes.iter().map(|fix| Level::HELP.message(&*fix.title));
    title.id_url(manual::address(finding.check)).element(snippet(finding, one)).elements(fixes)
}

/// The lines that the finding speaks of, with its places underlined.
fn snippet<'a>(finding: &'a Finding, one: &'a Checked) -> Snippet<'a, Annotation<'a>> {
    let related = finding
        .related
        .iter()
        .map(|related| AnnotationKind::Context.span(related.span.into()).label(&*related.message));
    Snippet::source(&*one.draft.text)
        .path(&*one.draft.name)
        .annotation(AnnotationKind::Primary.span(finding.span.into()))
        .annotations(related)
}

/// The severity as the renderer knows it.
fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name(severity.name()),
        Severity::Hint => Level::NOTE.with_name(severity.name()),
    }
}

/// `3 drafts: 1 error, 2 warnings.`
fn summary(checked: &[Checked]) -> String {
    let drafts = counted(checked.len(), "draft", "drafts");
    let parts: Vec<_> = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Information, "remark", "remarks"),
        (Severity::Hint, "hint", "hints"),
    ]
    .into_iter()
    .map(|(severity, one, many)| (count(checked, severity), one, many))
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(number, one, many))
    .collect();
    let found = if parts.is_empty() { "nothing found".to_owned() } else { parts.join(", ") };
    format!("{drafts}: {found}.")
}

/// How many findings are of that severity.
fn count(checked: &[Checked], severity: Severity) -> usize {
    findings(checked).filter(|finding| finding.severity == severity).count()
}

/// A number and what it counts.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
