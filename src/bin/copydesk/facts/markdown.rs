//! The sheet as Markdown, with boxes that editors and forges let one tick.

use copydesk::Fact;

use super::sheet::Sheet;

/// Others that are listed at a fact; of more, the first ones.
const OTHERS: usize = 8;

/// Writes the sheet.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n\n", escaped(&sheet.heading()));
    out += &format!("`{}`. {}\n\n", sheet.one.name.replace('`', "'"), escaped(&sheet.date()));
    let counts = sheet.counts();
    let counts: Vec<String> = counts.iter().map(|kind| format!("{} {}", kind.count, kind.label)).collect();
    out += &if counts.is_empty() { sheet.say("none").to_owned() } else { counts.join(", ") };
    out.push('\n');
    if !sheet.findings().is_empty() {
        out += &format!("\n## {}\n\n", sheet.say("findings"));
        let lines = sheet.findings().iter().map(|finding| {
            format!("- [ ] {} · {}\n", sheet.place(finding.span.start), escaped(&finding.message))
        });
        out.extend(lines);
    }
    if !sheet.facts.facts.is_empty() {
        out += &format!("\n## {}\n\n", sheet.say("facts"));
        out.extend(sheet.facts.facts.iter().enumerate().map(|(number, fact)| entry(sheet, number, fact)));
    }
    out
}

/// A fact, with what is to be known of it below.
fn entry(sheet: &Sheet, number: usize, fact: &Fact) -> String {
    let place = sheet.place(fact.span.start);
    let kind = sheet.kind(fact);
    let words = format!("{}**{}**{}", escaped(&fact.before), escaped(&fact.words), escaped(&fact.after));
    let mut out = format!("- [ ] {}. {place} · {kind} · {}\n", number + 1, words.trim());
    if !fact.readings.is_empty() {
        out += &format!("    - {}\n", escaped(&fact.readings.join(" · ")));
    }
    if !fact.others.is_empty() {
        let numbers: Vec<String> =
            fact.others.iter().take(OTHERS).map(|other| (other + 1).to_string()).collect();
        let more = if fact.others.len() > OTHERS { " …" } else { "" };
        out += &format!("    - {}{more}\n", sheet.say("also").replace("{numbers}", &numbers.join(", ")));
    }
    out.extend(sheet.questions(fact).map(|finding| format!("    - **{}**\n", escaped(&finding.message))));
    out
}

/// Text in which nothing is taken for markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        out.extend("*_`[]<>#\\|~".contains(c).then_some('\\'));
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
