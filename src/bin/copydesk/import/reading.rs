//! The two readings of a dump, each of which goes on where it was broken off.

use std::collections::HashSet;
use std::io::BufRead;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use csv::StringRecord;
use serde::Deserialize;

use super::found::{Choice, Found, Label, Labels};
use super::input::{Input, Position};
use super::journal::{ENTITIES, Journal, Kept, LABELS, Mark, each_kept};
use super::query::{self, Query};
use super::{batch, entity};
use crate::guard;
use crate::progress::Progress;

/// Reads a dump for a journal.
pub(super) struct Reader<'a> {
    pub(super) dump: &'a Path,
    pub(super) journal: &'a mut Journal,
    /// Bytes between two notes.
    pub(super) every: u64,
}

impl Reader<'_> {
    /// Keeps all that is asked for.
    pub(super) fn entities(&mut self, choice: &Choice) -> Result<()> {
        if self.journal.note.entities.done {
            return Ok(());
        }
        let mut kept = self.journal.kept(ENTITIES, &self.journal.note.entities)?;
        let mut first = Input::open(self.dump, 0)?;
        let head = first.reader.fill_buf().with_context(|| format!("cannot read {}", self.dump.display()))?;
        if matches!(head.trim_ascii_start().first(), Some(b'[' | b'{') | None) {
            self.dump_entities(choice, &mut kept)?;
        } else {
            let delimiter = query::delimiter(head);
            self.query_entities(first, delimiter, choice, &mut kept)?;
        }
        self.journal.note.entities.done = true;
        self.journal.write()
    }

    fn dump_entities(&mut self, choice: &Choice, kept: &mut Kept) -> Result<()> {
        let bar = Progress::over_file(self.journal.note.job.length());
        let start = self.journal.note.entities.mark;
        let (mut noted, mut end) = (start.bytes, start);
        let (journal, every) = (&mut *self.journal, self.every);
        batch::each(self.dump, start, |batch, position| {
            end = batch.end;
            for (line, read) in batch.read(|line| read(line, choice)) {
                match read {
                    Ok(Some(found)) => {
                        journal.note.tally.keep(&found);
                        kept.push(&found)?;
                    }
                    Ok(None) => {}
                    Err(message) => journal.note.tally.wrong(line, message),
                }
            }
            journal.note.tally.lines = batch.end.lines;
            show(&bar, position, journal);
            if batch.end.bytes - noted >= every {
                noted = batch.end.bytes;
                settle(journal, kept, batch.end)?;
            }
            Ok(true)
        })?;
        bar.end();
        kept.settle(end, &mut journal.note.entities)
    }

    /// Several lines of one entity follow each other: they are kept when the next one begins.
    fn query_entities(
        &mut self,
        first: Input,
        delimiter: u8,
        choice: &Choice,
        kept: &mut Kept,
    ) -> Result<()> {
        let at = |line: u64| format!("{}:{line}", self.dump.display());
        let mut head = StringRecord::new();
        let mut table = query::reader(first.reader, delimiter);
        table.read_record(&mut head).with_context(|| at(1))?;
        let query = Query::of(&head).map_err(|message| anyhow!("{}: {message}", self.dump.display()))?;
        let bar = Progress::over_file(self.journal.note.job.length());
        let mut start = self.journal.note.entities.mark;
        let mut position = first.position;
        if start.bytes > 0 {
            let input = Input::open(self.dump, start.bytes)?;
            position = input.position;
            table = query::reader(input.reader, delimiter);
        } else {
            start = Mark::default();
        }
        let (journal, every) = (&mut *self.journal, self.every);
        let mut noted = start.bytes;
        let mut pending: Option<Found> = None;
        let mut record = StringRecord::new();
        loop {
            let here = Mark {
                bytes: start.bytes + table.position().byte(),
                lines: start.lines + table.position().line() - 1,
            };
            let read = table.read_record(&mut record);
            if matches!(read, Ok(false)) {
                break;
            }
            let found = read.map_err(|error| fault(&error)).and_then(|_| query.found(&record));
            match found {
                Ok(found) if pending.as_ref().is_some_and(|before| before.is_of(&found)) => {
                    if let Some(before) = &mut pending {
                        before.join(found)
                    }
                }
                Ok(found) => {
                    keep(pending.replace(found), choice, journal, kept)?;
                    if here.bytes - noted >= every {
                        noted = here.bytes;
                        settle(journal, kept, here)?;
                    }
                }
                Err(message) => journal.note.tally.wrong(here.lines + 1, message),
            }
            journal.note.tally.lines = start.lines + table.position().line() - 1;
            if here.lines.is_multiple_of(1000) {
                show(&bar, &position, journal)
            }
        }
        bar.end();
        keep(pending, choice, journal, kept)?;
        kept.settle(start, &mut journal.note.entities)
    }

    /// What the roles and countries are called that were kept as numbers.
    pub(super) fn labels(&mut self) -> Result<Labels> {
        let (mut wanted, mut labels) = (HashSet::new(), Labels::new());
        each_kept(&self.journal.path(ENTITIES), |found: Found| {
            found.wanted().for_each(|id| {
                if !wanted.contains(id) {
                    wanted.insert(id.to_owned());
                }
            });
            Ok(())
        })?;
        let mut kept = self.journal.kept(LABELS, &self.journal.note.labels)?;
        each_kept(&self.journal.path(LABELS), |label: Label| {
            wanted.remove(&label.id);
            labels.insert(label.id.clone(), label);
            Ok(())
        })?;
        if !self.journal.note.labels.done && !wanted.is_empty() {
            self.find_labels(&mut wanted, &mut labels, &mut kept)?;
        }
        self.journal.note.labels.done = true;
        self.journal.write()?;
        Ok(labels)
    }

    /// Reads the dump again until every name is found.
    fn find_labels(
        &mut self,
        wanted: &mut HashSet<String>,
        labels: &mut Labels,
        kept: &mut Kept,
    ) -> Result<()> {
        let bar = Progress::over_file(self.journal.note.job.length());
        let start = self.journal.note.labels.mark;
        let mut noted = start.bytes;
        let (journal, every) = (&mut *self.journal, self.every);
        batch::each(self.dump, start, |batch, position| {
            let found = batch.read(|line| {
                id(line)
                    .filter(|id| wanted.contains(*id))
                    .and_then(|_| entity::read(line).ok()?)
                    .map(|entity| entity.label())
            });
            for label in found.into_iter().filter_map(|(_, label)| label) {
                if wanted.remove(&label.id) {
                    kept.push(&label)?;
                    labels.insert(label.id.clone(), label);
                }
            }
            bar.at(position.get(), &format!("names of roles and countries, {} to find", wanted.len()));
            if batch.end.bytes - noted >= every {
                noted = batch.end.bytes;
                kept.settle(batch.end, &mut journal.note.labels)?;
                journal.write()?;
            }
            Ok(!wanted.is_empty())
        })?;
        bar.end();
        kept.settle(journal.note.labels.mark, &mut journal.note.labels)
    }
}

/// What is kept of a line.
fn read(line: &[u8], choice: &Choice) -> Result<Option<Found>, String> {
    guard::rehearse(&String::from_utf8_lossy(line));
    Ok(entity::read(line)?.and_then(|entity| entity.found(choice)))
}

/// The number of the entity of a line, mostly without reading on.
fn id(line: &[u8]) -> Option<&str> {
    #[derive(Deserialize)]
    struct Id<'a> {
        #[serde(borrow)]
        id: &'a str,
    }
    let usual = line.strip_prefix(b"{\"type\":\"item\",\"id\":\"");
    if let Some(rest) = usual {
        let end = memchr::memchr(b'"', rest)?;
        return std::str::from_utf8(&rest[..end]).ok();
    }
    let line = line.trim_ascii().strip_suffix(b",").unwrap_or(line);
    serde_json::from_slice::<Id>(line).ok().map(|line| line.id)
}

fn keep(found: Option<Found>, choice: &Choice, journal: &mut Journal, kept: &mut Kept) -> Result<()> {
    let Some(found) = found.filter(|found| choice.wants(&found.kind)) else { return Ok(()) };
    journal.note.tally.keep(&found);
    kept.push(&found)
}

fn settle(journal: &mut Journal, kept: &mut Kept, mark: Mark) -> Result<()> {
    kept.settle(mark, &mut journal.note.entities)?;
    journal.write()
}

fn show(bar: &Progress, position: &Position, journal: &Journal) {
    let tally = &journal.note.tally;
    bar.at(
        position.get(),
        &format!("{} lines, {} kept, {} wrong", tally.lines, tally.kept(), tally.wrong_lines()),
    );
}

/// What is wrong with a line, without its place, which is told otherwise.
fn fault(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "the line is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
