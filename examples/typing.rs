//! What a keystroke costs in a draft of your own, without editor and protocol: for profilers, and for `docs/performance.md`.
//!
//! usage: typing DRAFT [KEYSTROKES]
//!
//! Reads the draft once, then types one letter at a time behind words all over it.

use std::time::{Duration, Instant};

use copydesk::{Analyst, Options};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or_else(|| anyhow::anyhow!("usage: typing DRAFT [KEYSTROKES]"))?;
    let count: usize = arguments.next().map_or(Ok(200), |count| count.parse())?;
    let (mut text, options) = (std::fs::read_to_string(path)?, Options::default());
    let mut analyst = Analyst::default();
    let (opening, findings) = timed(|| analyst.analyse(&text, &options).findings.len());
    println!("opened {} words in {opening:?}: {findings} findings", text.split_whitespace().count());
    let mut taken: Vec<Duration> = Vec::with_capacity(count);
    for number in 0..count {
        text.insert(place(&text, number), 'e');
        taken.push(timed(|| analyst.analyse(&text, &options).findings.len()).0);
    }
    taken.sort_unstable();
    if let [least, .., most] = taken[..] {
        println!(
            "{count} keystrokes: {least:?} at least, {:?} in the middle, {most:?} at most",
            taken[count / 2]
        );
    }
    Ok(())
}

/// The end of a word, somewhere else for every number.
fn place(text: &str, number: usize) -> usize {
    let from = number.wrapping_mul(0x9E37_79B9) % text.len();
    text.as_bytes()[from..].iter().position(|byte| *byte == b' ').map_or(text.len(), |at| from + at)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}
