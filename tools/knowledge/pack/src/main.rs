//! Packs the words on standard input, one a line with a tab and a number behind it, into the map on standard output.

use std::io::{BufRead, BufWriter, stdin, stdout};

use anyhow::{Context, Result};
use fst::MapBuilder;

fn main() -> Result<()> {
    let mut map = MapBuilder::new(BufWriter::new(stdout()))?;
    for line in stdin().lock().lines() {
        let line = line?;
        let (word, value) = line.split_once('\t').with_context(|| format!("no tab: {line}"))?;
        map.insert(word, value.parse()?)?;
    }
    Ok(map.finish()?)
}
