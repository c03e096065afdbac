//! `copydesk mentions`: lists what was recognised in drafts.

use std::fmt::Write as _;
use std::io::{Write, stdout};

use anyhow::Result;
use copydesk::{Mention, Reading};
use serde_json::json;

use crate::arguments::{ListFormat, MentionsArguments};
use crate::check_command::{Checked, print_json, read_all};
use crate::jsonl::{self, Question};
use crate::lines::Lines;
use crate::outcome::Outcome;
use crate::records::{DraftRecord, Label};

/// Lists the mentions in the drafts, or answers records.
pub(crate) fn run(arguments: &MentionsArguments) -> Result<Outcome> {
    if arguments.input.jsonl {
        return jsonl::run(Question::Mentions, &arguments.input.about);
    }
    let (checked, outcome) = read_all(&arguments.input);
    match arguments.format {
        ListFormat::Human => checked.iter().try_for_each(print_table)?,
        ListFormat::Json => print_all_json(&checked)?,
    }
    Ok(outcome)
}

/// Prints one JSON object about all drafts.
fn print_all_json(checked: &[Checked]) -> Result<()> {
    let mentions: Vec<_> = checked.iter().map(|one| one.analysis.mentions(&one.draft.text)).collect();
    let records = checked.iter().zip(&mentions).map(|(one, mentions)| {
        DraftRecord::of_mentions(Label::Path(&one.draft.name), &one.analysis, mentions, &one.draft.text)
    });
    print_json(&json!({ "documents": records.collect::<Vec<_>>() }))
}

/// Prints one line a mention: where it stands, what stands there, how it was read.
fn print_table(one: &Checked) -> Result<()> {
    let (text, mut out) = (&one.draft.text, stdout().lock());
    let lines = Lines::of(text);
    for mention in one.analysis.mentions(text) {
        let place = lines.place(mention.span.start as usize, text);
        let at = format!("{}:{}:{}", one.draft.name, place.line, place.column);
        writeln!(
            out,
            "{at}  {:8}  {:32}  {}",
            kind(&mention),
            on_one_line(&mention, text),
            told(&mention.reading)
        )?;
    }
    Ok(())
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
    }
}

/// How a mention was read, in one line.
fn told(reading: &Reading) -> String {
    match reading {
        Reading::Date { kind, value } => format!("{kind} {value}"),
        Reading::Name { kind, entity, canonical } => format!("{kind} #{entity} {canonical}"),
        Reading::Quantity { value, min, max, unit, thing, .. } => {
            let mut line = value.to_string();
            if min < max {
                // Writing to a string cannot fail.
                let _ = write!(line, " ({min} to {max})");
            }
            for word in [unit, thing].into_iter().flatten() {
                line.push(' ');
                line.push_str(word);
            }
            line
        }
    }
}
