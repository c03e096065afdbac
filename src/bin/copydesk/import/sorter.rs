//! Sorts more numbers than fit into memory: in runs that are written down, and then merged.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// Numbers that are sorted at once: four megabytes.
const RUN: usize = 1 << 19;
/// Bytes of each run that are fetched at a time.
const ROOM: usize = 1 << 14;

/// Numbers that are to be sorted, in a folder for runs.
#[derive(Debug)]
pub(super) struct Sorter {
    folder: PathBuf,
    numbers: Vec<u64>,
    runs: Vec<File>,
    most: usize,
}

impl Sorter {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self::with_runs_of(folder, RUN)
    }

    fn with_runs_of(folder: PathBuf, most: usize) -> Self {
        Self { folder, numbers: Vec::new(), runs: Vec::new(), most }
    }

    /// Adds a number.
    pub(super) fn push(&mut self, number: u64) -> io::Result<()> {
        self.numbers.push(number);
        if self.numbers.len() == self.most { self.write_run() } else { Ok(()) }
    }

    /// Hands over the numbers in order, each once.
    pub(super) fn each(mut self, mut take: impl FnMut(u64) -> io::Result<()>) -> io::Result<()> {
        self.write_run()?;
        let mut runs: Vec<_> = self.runs.into_iter().map(|run| BufReader::with_capacity(ROOM, run)).collect();
        let mut heads = BinaryHeap::new();
        for (at, run) in runs.iter_mut().enumerate() {
            heads.extend(next(run)?.map(|number| Reverse((number, at))));
        }
        let mut last = None;
        while let Some(Reverse((number, at))) = heads.pop() {
            if last.replace(number) != Some(number) {
                take(number)?;
            }
            heads.extend(next(&mut runs[at])?.map(|number| Reverse((number, at))));
        }
        Ok(())
    }

    fn write_run(&mut self) -> io::Result<()> {
        self.numbers.sort_unstable();
        self.numbers.dedup();
        let mut file = BufWriter::new(tempfile::tempfile_in(&self.folder)?);
        self.numbers.drain(..).try_for_each(|number| file.write_all(&number.to_le_bytes()))?;
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        self.runs.push(file);
        Ok(())
    }
}

fn next(run: &mut impl Read) -> io::Result<Option<u64>> {
    let mut bytes = [0; 8];
    match run.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(u64::from_le_bytes(bytes))),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_many_runs_come_in_order_and_once() {
        let mut sorter = Sorter::with_runs_of(std::env::temp_dir(), 7);
        (0..1000u64).for_each(|number| sorter.push(number * 7919 % 613).unwrap());
        let mut sorted = Vec::new();
        sorter
            .each(|number| {
                sorted.push(number);
                Ok(())
            })
            .unwrap();
        assert_eq!(sorted, (0..613).collect::<Vec<_>>());
    }
}
