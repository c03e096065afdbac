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
    let dates: Vec<&Mention> =
        mentions.iter().filter(|mention| matches!(mention.reading, Reading::Date { .. })).collect();
    let figures = figures(&mentions, &dates).to_string();
    let dates = dates.len().to_string();
    let (people, findings) = (people(&mentions).to_string(), analysis.findings.len().to_string());
    let counts = [("figures", figures), ("dates", dates), ("people", people), ("findings", findings)];
    let values = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let command = Command {
        title: without_nothing(&analysis.phrase("action-counts", &values)),
        command: FACTS.to_owned(),
        arguments: Some(vec![json!({ "uri": asked.uri })]),
    };
    let place = asked.translator().position(start);
    Some(vec![CodeLens { range: Range::new(place, place), command: Some(command), data: None }])
}

/// How many figures there are; the one of "two years ago" belongs to the date, as it does on the fact sheet.
fn figures(mentions: &[Mention], dates: &[&Mention]) -> usize {
    let in_a_date = |figure: &Mention| {
        let behind = dates.partition_point(|date| date.span.start <= figure.span.start);
        behind > 0 && dates[behind - 1].span.contains(figure.span)
    };
    let figures = mentions.iter().filter(|mention| matches!(mention.reading, Reading::Quantity { .. }));
    figures.filter(|figure| !in_a_date(figure)).count()
}

/// The counts without those that are nought, but for the last one, which says whether there is something to do.
fn without_nothing(counts: &str) -> String {
    let (counts, last) = counts.rsplit_once(BETWEEN).unwrap_or(("", counts));
    let there = counts.split(BETWEEN).filter(|count| !count.is_empty() && !count.ends_with(" 0"));
    let counts = there.chain([last]).collect::<Vec<_>>().join(BETWEEN);
    let mut letters = counts.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What stands between two counts.
const BETWEEN: &str = " · ";

/// How many people there are: each counts once, however often it is named.
fn people(mentions: &[Mention]) -> usize {
    let bearers = mentions.iter().filter_map(|mention| match &mention.reading {
        Reading::Name { kind: "PER", entity, .. } => Some(entity),
        _ => None,
    });
    bearers.collect::<HashSet<_>>().len()
}
