//! The report for people: it points at the text.

use std::io::{IsTerminal, Write, stdout};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Result;
use copydesk::{Finding, Severity, Span};

use crate::checked::{Checked, findings};
use crate::lines::Lines;
use crate::manual;

/// Width where there is no terminal to ask.
const WIDTH: usize = 120;

/// Prints every finding with its text, then one line that sums up.
///
/// The colours are always written; `anstream` takes them out again where they are not wanted (no terminal, `NO_COLOR`).
pub(crate) fn write(checked: &[Checked]) -> Result<()> {
    let mut out = anstream::stdout().lock();
    let width = width();
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(width);
    for one in checked {
        let lines = Lines::of(&one.draft.text);
        let page = Page { text: &one.draft.text, lines: &lines, width };
        for finding in &one.analysis.findings {
            writeln!(out, "{}\n", renderer.render(&[group(finding, one, page)]))?;
        }
    }
    if !checked.is_empty() {
        writeln!(out, "{}", summary(checked))?;
        if checked.iter().any(|one| one.draft.is_extracted() && !one.analysis.findings.is_empty()) {
            writeln!(
                out,
                "In .docx and .odt files, the number of a line is the number of a paragraph with words in it."
            )?;
        }
    }
    Ok(())
}

/// The width of the terminal. It counts here: a paragraph of news copy is often one long line.
fn width() -> usize {
    if stdout().is_terminal() { termimad::terminal_size().0.into() } else { WIDTH }
}

/// One finding: its message, its places, and how to put it right.
fn group<'a>(finding: &'a Finding, one: &'a Checked, page: Page) -> Group<'a> {
    let title = level(finding.severity).primary_title(&*finding.message).id(finding.check);
    let views = views(finding, page).into_iter().map(|places| view(places, one));
    let fixes = finding.fixes.iter().map(|fix| Level::HELP.message(&*fix.title));
    title.id_url(manual::address(finding.check)).elements(views).elements(fixes)
}

/// A place to underline, and what to say of it.
#[derive(Clone, Copy)]
struct Place<'a> {
    span: Span,
    label: Option<&'a str>,
}

impl Place<'_> {
    /// Whether both can be seen at once: the renderer keeps all marks of a view in sight, however wide that makes it.
    fn fits(self, other: Self, page: Page) -> bool {
        let (ours, theirs) = (page.columns(self.span), page.columns(other.span));
        ours.1.max(theirs.1) - ours.0.min(theirs.0) < page.width / 2
    }
}

/// The draft as it is shown.
#[derive(Clone, Copy)]
struct Page<'a> {
    text: &'a str,
    lines: &'a Lines,
    width: usize,
}

impl Page<'_> {
    /// From which to which byte of its line a span goes.
    fn columns(self, span: Span) -> (usize, usize) {
        let line = self.lines.range(self.lines.line_of(span.start as usize), self.text);
        let start = span.start as usize - line.start;
        (start, start + span.len())
    }
}

/// The places that the finding speaks of, parted into views so that what stands far apart is shown apart.
fn views<'a>(finding: &'a Finding, page: Page) -> Vec<Vec<Place<'a>>> {
    let mut views = vec![vec![Place { span: finding.span, label: None }]];
    for related in &finding.related {
        let place = Place { span: related.span, label: Some(&related.message) };
        match views.iter_mut().find(|view| view.iter().all(|other| place.fits(*other, page))) {
            Some(view) => view.push(place),
            None => views.push(vec![place]),
        }
    }
    views
}

/// The lines around some places, with the places underlined.
fn view<'a>(places: Vec<Place<'a>>, one: &'a Checked) -> Snippet<'a, Annotation<'a>> {
    let marks = places.into_iter().map(|place| match place.label {
        None => AnnotationKind::Primary.span(place.span.into()),
        Some(label) => AnnotationKind::Context.span(place.span.into()).label(label),
    });
    Snippet::source(&*one.draft.text).path(&*one.draft.name).annotations(marks)
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
