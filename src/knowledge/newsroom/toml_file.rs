//! A newsroom's file in TOML: `[[person]]`, `[[place]]`, `[[organisation]]` or `[[entry]]`, with a key for each column.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Kind;
use super::cells::{Column, Fault, Row};

/// The entries that make sense, and what is wrong with the others.
pub(super) fn rows(text: &str) -> (String, Vec<Fault>) {
    let (mut rows, mut all) = (String::new(), Vec::new());
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            return (rows, Fault::all(text, vec![(at, error.message().to_owned())]));
        }
    };
    for (key, value) in table {
        let (at, kind) = (key.span().start, key.into_inner());
        let Some(entries) = entries(&kind, value) else {
            let message = format!(
                "`{kind}` means nothing here; write [[person]], [[place]], [[organisation]] or [[entry]]"
            );
            all.push((at, message));
            continue;
        };
        for (at, entry) in entries {
            let read = entry.and_then(|entry| row(&kind, &entry, &mut rows));
            all.extend(read.err().map(|(within, message)| (within.unwrap_or(at), message)));
        }
    }
    (rows, Fault::all(text, all))
}

/// What is wrong, and where if that is told.
type Wrong = (Option<usize>, String);

/// The tables under one name.
fn entries<'a>(kind: &str, value: Spanned<DeValue<'a>>) -> Option<Vec<(usize, Result<DeTable<'a>, Wrong>)>> {
    let known = kind == "entry" || Kind::of_name(kind).is_some();
    let DeValue::Array(entries) = value.into_inner() else { return None };
    let table = |entry: Spanned<DeValue<'a>>| {
        let at = entry.span().start;
        let table = match entry.into_inner() {
            DeValue::Table(table) => Ok(table),
            _ => Err((None, "an entry is a table: name = \"…\"".to_owned())),
        };
        (at, table)
    };
    known.then(|| entries.into_iter().map(table).collect())
}

fn row(kind: &str, entry: &DeTable, rows: &mut String) -> Result<(), Wrong> {
    let mut row = Row::default();
    if kind != "entry" {
        row.fill(&[Column::Kind], kind);
    }
    for (key, value) in entry {
        let wrong = |message: String| (Some(key.span().start), message);
        let column = Column::named(key.get_ref());
        let column = column.ok_or_else(|| {
            wrong(format!("there is no key `{}`; the keys are {}", key.get_ref(), Column::NAMES))
        })?;
        row.fill(
            column,
            &said(value.get_ref()).ok_or_else(|| wrong(format!("`{}` is not text", key.get_ref())))?,
        );
    }
    row.finish(rows).map_err(|message| (None, message))
}

/// Text, a number, a date, or a list of texts.
fn said(value: &DeValue) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(parts) => {
            parts.iter().map(|part| said(part.get_ref())).collect::<Option<Vec<_>>>()?.join("|")
        }
        _ => return None,
    })
}
