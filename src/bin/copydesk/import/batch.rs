//! The lines of a dump in batches: one is unpacked while the one before is read.

use std::io::{self, BufRead, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::input::{Input, Position};
use super::journal::Mark;

/// Bytes of a batch, but for the end of its last line.
const SIZE: usize = 2 << 20;
/// Bytes that one line may have; the longest of Wikidata has about five million.
const LONGEST: usize = 64 << 20;

/// Some lines of a dump.
#[derive(Debug, Default)]
pub(super) struct Batch {
    text: Vec<u8>,
    lines: Vec<Range<usize>>,
    /// How far the dump is read where it ends.
    pub(super) end: Mark,
}

/// Reads a dump from `start` and hands over its batches in order.
///
/// # Errors
///
/// If it cannot be read; what stood before was handed over.
pub(super) fn each(
    dump: &Path,
    start: Mark,
    mut take: impl FnMut(&Batch, &Position) -> Result<bool>,
) -> Result<()> {
    let Input { reader, position } = Input::open(dump, start.bytes)?;
    let (sender, batches) = sync_channel(1);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut batches = Batches { reader, at: start };
            while let Some(batch) = batches.next().transpose() {
                let goes_on = batch.is_ok();
                if sender.send(batch).is_err() || !goes_on {
                    break;
                }
            }
        });
        hand_over(batches, dump, |batch| take(batch, &position))
    })
}

/// Hands over batches until `take` has enough, or there is a fault.
fn hand_over(
    batches: Receiver<io::Result<Batch>>,
    dump: &Path,
    mut take: impl FnMut(&Batch) -> Result<bool>,
) -> Result<()> {
    let mut line = 0;
    for batch in batches {
        let batch = batch.with_context(|| {
            format!(
                "cannot read {} behind line {line}: it is damaged, or only a part of it; fetch it again",
                dump.display()
            )
        })?;
        line = batch.end.lines;
        if !take(&batch)? {
            break;
        }
    }
    Ok(())
}

struct Batches {
    reader: Box<dyn BufRead + Send>,
    at: Mark,
}

impl Batches {
    /// The next lines; `None` behind the last.
    fn next(&mut self) -> io::Result<Option<Batch>> {
        let mut batch = Batch::default();
        while batch.text.len() < SIZE {
            let start = batch.text.len();
            let read = self.reader.by_ref().take(LONGEST as u64).read_until(b'\n', &mut batch.text)?;
            if read == 0 {
                break;
            }
            self.at.bytes += read as u64;
            if read == LONGEST && batch.text.last() != Some(&b'\n') {
                self.at.bytes += skip_line(&mut self.reader)?;
            }
            self.at.lines += 1;
            batch.lines.push(start..batch.text.len());
        }
        batch.end = self.at;
        Ok((!batch.lines.is_empty()).then_some(batch))
    }
}

/// Skips what is left of a line, and says how long it was.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let here = reader.fill_buf()?;
        let end = here.iter().position(|byte| *byte == b'\n');
        let (length, done) = (end.map_or(here.len(), |end| end + 1), end.is_some() || here.is_empty());
        reader.consume(length);
        skipped += length as u64;
        if done {
            return Ok(skipped);
        }
    }
}

impl Batch {
    /// What `read` makes of each line, with its number, in order; all cores help.
    pub(super) fn read<T: Send>(&self, read: impl Fn(&[u8]) -> T + Sync) -> Vec<(u64, T)> {
        let first = self.end.lines + 1 - self.lines.len() as u64;
        let lines = self.lines.par_iter().enumerate().with_min_len(64);
        lines.map(|(at, line)| (first + at as u64, read(&self.text[line.clone()]))).collect()
    }
}
