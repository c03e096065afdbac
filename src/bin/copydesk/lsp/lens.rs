//! The line above a draft that counts what is in it, and opens the fact sheet.

use std::collections::HashSet;

use copydesk::{Mention, Reading};
use serde_json::json;
use tower_lsp::ls_types::{CodeLens, Command, Range};

use super::asked::Asked;
use super::commands::FACTS;

/// One lens, at the first line of the text; none for a draft that was not read.
pub(crate) fn lenses(asked: Asked<'_>) -> Option<Vec<CodeLens>> {
    let analysis = &asked.reading.analysis;
    let start = analysis.start()?;
    let mentions = analysis.mentions();
    let count = |is: fn(&Mention) -> bool| mentions.iter().filter(|mention| is(mention)).count().to_string();
    let figures = count(|mention| matches!(mention.reading, Reading::Quantity { .. }));
    let dates = count(|mention| matches!(mention.reading, Reading::Date { .. }));
    let (people, findings) = (people(&mentions).to_string(), analysis.findings.len().to_string());
    let counts = [("figures", figures), ("dates", dates), ("people", people), ("findings", findings)];
    let values = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let command = Command {
        title: analysis.phrase("action-counts", &values),
        command: FACTS.to_owned(),
        arguments: Some(vec![json!({ "uri": asked.uri })]),
    };
    let place = asked.translator().position(start);
    Some(vec![CodeLens { range: Range::new(place, place), command: Some(command), data: None }])
}

/// How many people there are: each counts once, however often it is named.
fn people(mentions: &[Mention]) -> usize {
    let bearers = mentions.iter().filter_map(|mention| match &mention.reading {
        Reading::Name { kind: "PER", entity, .. } => Some(entity),
        _ => None,
    });
    bearers.collect::<HashSet<_>>().len()
}
