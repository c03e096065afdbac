//! `copydesk mentions`: lists what was recognised in drafts.

use std::io::{Write, stdout};

use anyhow::{Context, Result};
use copydesk::{Mention, Reading};
use serde_json::json;

use crate::arguments::{ListFormat, MentionsArguments};
use crate::checked::{Checked, Wanted, read_all};
use crate::guard::guarded;
use crate::jsonl::{self, Question};
use crate::lines::Lines;
use crate::outcome::Outcome;
use crate::print;
use crate::records::{DraftRecord, Label};

/// Beyond this width the words of a mention push the rest of their own row only.
const WIDEST: usize = 40;

/// Lists the mentions in the drafts, or answers records.
pub(crate) fn run(arguments: &MentionsArguments) -> Result<Outcome> {
    if arguments.input.jsonl {
        return jsonl::run(Question::Mentions, &arguments.input);
    }
    let (checked, outcome) = read_all(&arguments.input.paths, &arguments.input.about, Wanted::Everything);
    match arguments.format {
        ListFormat::Human => checked.iter().try_for_each(print_table)?,
        ListFormat::Json => print_all_json(&checked)?,
    }
    Ok(outcome)
}

/// Prints one JSON object about all drafts.
fn print_all_json(checked: &[Checked]) -> Result<()> {
    let mentions = checked.iter().map(mentions).collect::<Result<Vec<_>>>()?;
    let records = checked.iter().zip(&mentions).map(|(one, mentions)| {
        DraftRecord::of_mentions(Label::Path(&one.draft.name), &one.analysis, mentions, &one.draft.text)
    });
    print::json(&json!({ "documents": records.collect::<Vec<_>>() }))
}

/// Prints one line a mention: where it stands, what sort it is, what stands there, how it was read.
fn print_table(one: &Checked) -> Result<()> {
    let mut out = stdout().lock();
    let rows = rows(one)?;
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (place, words) = (width(0), width(2).min(WIDEST));
    for [at, kind, said, read] in &rows {
        writeln!(out, "{at:place$}  {kind:8}  {said:words$}  {read}")?;
    }
    Ok(())
}

/// The cells of the table.
fn rows(one: &Checked) -> Result<Vec<[String; 4]>> {
    let text = &one.draft.text;
    let lines = Lines::of(text);
    let row = |mention: &Mention| {
        let place = lines.place(mention.span.start as usize, text);
        let at = format!("{}:{}:{}", one.draft.name, place.line, place.column);
        [at, kind(mention).to_owned(), on_one_line(mention, text), told(&mention.reading)]
    };
    Ok(mentions(one)?.iter().map(row).collect())
}

/// The mentions in one draft.
fn mentions(one: &Checked) -> Result<Vec<Mention>> {
    guarded(|| one.analysis.mentions()).with_context(|| one.draft.name.clone())
}

/// The words of a mention, which may stand on two lines of the draft.
fn on_one_line(mention: &Mention, text: &str) -> String {
    mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What sort of mention it is.
fn kind(mention: &Mention) -> &'static str {
    match mention.reading {
        Reading::Date { .. } => "date",
        Reading::Quantity { .. } => "quantity",
        Reading::Name { .. } => "name",
        Reading::Description { .. } => "description",
    }
}

/// How a mention was read, in one line.
fn told(reading: &Reading) -> String {
    match reading {
        Reading::Date { kind, value } => format!("{kind} {value}"),
        Reading::Name { kind, entity, canonical } => format!("{kind} #{entity} {canonical}"),
        Reading::Description { entity, canonical } => format!("#{entity} {canonical}"),
        Reading::Quantity { value, min, max, unit, thing, .. } => {
            let mut line = value.to_string();
            if min < max {
                line.push_str(&format!(" ({} to {})", bound(*min), bound(*max)));
            }
            for word in [unit, thing].into_iter().flatten() {
                line.push(' ');
                line.push_str(word);
            }
            line
        }
    }
}

/// One end of an interval; an open one is left out.
fn bound(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { "…".to_owned() }
}
