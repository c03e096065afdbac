//! A newsroom's file in CSV: its first line names the columns; cells are parted by commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord};

use super::cells::{Column, Fault, Row};

/// The rows that make sense, and what is wrong with the others.
pub(super) fn rows(text: &str) -> (String, Vec<Fault>) {
    let body = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - body.len();
    let (mut rows, mut wrong) = (String::new(), Vec::new());
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(body))
        .flexible(true)
        .comment(Some(b'#'))
        .from_reader(body.as_bytes());
    let Ok(head) = reader.headers().cloned() else { return (rows, Vec::new()) };
    let columns = match columns(&head) {
        Ok(columns) => columns,
        Err(message) => {
            let start = head.position().map_or(0, |position| position.byte() as usize);
            return (rows, Fault::all(text, vec![(skipped + start, message)]));
        }
    };
    let mut record = StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        let fault = match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => row(&record, &columns, &mut rows).err(),
            Err(error) => Some(error.to_string()),
        };
        let at = record.position().map_or(start, |position| position.byte() as usize);
        wrong.extend(fault.map(|message| (skipped + first_byte(body, at), message)));
    }
    (rows, Fault::all(text, wrong))
}

/// Empty lines before a record belong to none.
fn first_byte(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

/// What parts the cells: the mark that the first line has most.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let marks = [b',', b';', b'\t'];
    marks
        .into_iter()
        .max_by_key(|mark| (head.bytes().filter(|byte| byte == mark).count(), *mark == b','))
        .unwrap_or(b',')
}

fn columns(head: &StringRecord) -> Result<Vec<&'static [Column]>, String> {
    let columns = head.iter().map(|name| {
        Column::named(name)
            .ok_or_else(|| format!("there is no column `{name}`; the columns are {}", Column::NAMES))
    });
    let columns: Vec<_> = columns.collect::<Result<_, _>>()?;
    let named = columns.iter().any(|column| column.contains(&Column::Name));
    if named { Ok(columns) } else { Err("the first line names no column `name`".to_owned()) }
}

fn row(record: &StringRecord, columns: &[&'static [Column]], rows: &mut String) -> Result<(), String> {
    if record.len() > columns.len() {
        return Err(format!("{} cells, but the first line names {} columns", record.len(), columns.len()));
    }
    let mut row = Row::default();
    record.iter().zip(columns).for_each(|(cell, column)| row.fill(column, cell));
    row.finish(rows)
}
