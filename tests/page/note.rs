//! What was found in a draft, written as the caret lines that would ask for it.

use copydesk::{Analysis, Finding, Mention, Reading};

use super::draft::{Draft, Note};
use super::engine::Engine;

/// Every finding and every place linked to one; fixes too, where the page shows one.
pub(crate) fn of_findings(draft: &Draft, analysis: &Analysis, engine: &dyn Engine) -> Vec<Note> {
    let note = |span, text: String| Note { place: draft.place(span), text: text.replace('\n', "\\n") };
    let shows_fixes = draft.notes.iter().any(|note| note.text.starts_with("fix: "));
    let mut notes = Vec::new();
    for (index, finding) in analysis.findings.iter().enumerate() {
        notes.push(note(finding.span, headline(finding, engine)));
        if shows_fixes {
            notes.extend(finding.fixes.iter().map(|fix| note(finding.span, format!("fix: {}", fix.title))));
        }
        let owner = owner(&analysis.findings, index);
        let linked = |message: &str| format!("related{owner}: {message}");
        notes.extend(finding.related.iter().map(|related| note(related.span, linked(&related.message))));
    }
    notes
}

/// `check-name: message`, with the severity where it is not the usual one.
fn headline(finding: &Finding, engine: &dyn Engine) -> String {
    let Finding { check, message, severity, .. } = finding;
    if engine.usual_severity(check) == Some(*severity) {
        format!("{check}: {message}")
    } else {
        format!("{check} ({}): {message}", severity.name())
    }
}

/// What tells a finding from the others of its article: nothing, the name of its check, or that and a number.
fn owner(findings: &[Finding], index: usize) -> String {
    let check = findings[index].check;
    let alike = |findings: &[Finding]| findings.iter().filter(|finding| finding.check == check).count();
    match (findings.len(), alike(findings)) {
        (1, _) => String::new(),
        (_, 1) => format!(" {check}"),
        _ => format!(" {check} #{}", alike(&findings[..=index])),
    }
}

/// Every date, figure and name.
pub(crate) fn of_mentions(draft: &Draft, mentions: &[Mention]) -> Vec<Note> {
    let note = |mention: &Mention| Note { place: draft.place(mention.span), text: reading(&mention.reading) };
    mentions.iter().map(note).collect()
}

/// Every date.
pub(crate) fn of_dates(draft: &Draft, mentions: Vec<Mention>) -> Vec<Note> {
    let is_date = |mention: &Mention| matches!(mention.reading, Reading::Date { .. });
    of_mentions(draft, &mentions.into_iter().filter(is_date).collect::<Vec<_>>())
}

/// How a mention was read, in one line.
fn reading(reading: &Reading) -> String {
    match reading {
        Reading::Date { kind, value } if value.is_empty() => format!("date {kind} ?"),
        Reading::Date { kind, value } => format!("date {kind} {value}"),
        Reading::Name { kind, canonical, .. } => format!("name {kind} {canonical}"),
        Reading::Description { canonical, .. } => format!("description {canonical}"),
        Reading::Quantity { value, min, max, unit, hedge, thing, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" ({unit})"));
            let thing = thing.as_ref().map(|thing| format!(" {thing}"));
            let hedge = hedge.as_ref().map(|hedge| format!(", {hedge}"));
            let parts = [unit, thing, range(*value, *min, *max), hedge];
            format!("quantity {value}{}", parts.into_iter().flatten().collect::<String>())
        }
    }
}

/// The values that a figure may have, unless it is exact; an open side is left empty.
fn range(value: f64, min: f64, max: f64) -> Option<String> {
    let side = |bound: f64| if bound.is_finite() { bound.to_string() } else { String::new() };
    (min != value || max != value).then(|| format!(" [{}..{}]", side(min), side(max)))
}
