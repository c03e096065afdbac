//! What a keystroke costs in a draft of your own, without editor and protocol: for profilers, and for `docs/performance.md`.
//!
//! usage: typing DRAFT [KEYSTROKES]
//!
//! Reads the draft once, then types a letter before words all over it and takes it away again. A profiler that is told to
//! look at `keystroke` alone (`--toggle-collect=typing::keystroke`) sees nothing of the opening.

use std::time::{Duration, Instant};

use copydesk::{Analysis, Analyst, Options};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or_else(|| anyhow::anyhow!("usage: typing DRAFT [KEYSTROKES]"))?;
    let count: usize = arguments.next().map_or(Ok(200), |count| count.parse())?;
    let (mut text, options) = (std::fs::read_to_string(path)?, Options::default());
    let mut analyst = Analyst::default();
    let (opening, mut last) = timed(|| analyst.analyse(&text, &options));
    let (words, mentions) = (text.split_whitespace().count(), last.mentions().len());
    println!("opened {words} words in {opening:?}: {mentions} mentions, {} findings", last.findings.len());
    let mut taken: Vec<Duration> = Vec::with_capacity(count);
    let mut typed = None;
    for number in 0..count {
        match typed.take() {
            Some(place) => _ = text.remove(place),
            None => {
                let place = place(&text, number);
                text.insert(place, 'x');
                typed = Some(place);
            }
        }
        taken.push(timed(|| last = keystroke(&mut analyst, &text, &options, &mut last)).0);
    }
    taken.sort_unstable();
    if let [least, .., most] = taken[..] {
        let (middle, slow) = (taken[count / 2], taken[count * 99 / 100]);
        println!(
            "{count} keystrokes: {least:?} at least, {middle:?} in the middle, {slow:?} of a hundred, {most:?} at most"
        );
    }
    Ok(())
}

/// One more letter, and what is shown of the draft before is let go, as an editor does.
#[inline(never)]
fn keystroke(analyst: &mut Analyst, text: &str, options: &Options, last: &mut Analysis) -> Analysis {
    let analysis = analyst.analyse(text, options);
    drop(std::mem::take(last));
    analysis
}

/// The beginning of a word, somewhere else for every number.
fn place(text: &str, number: usize) -> usize {
    let from = number.wrapping_mul(0x9E37_79B9) % text.len();
    text.as_bytes()[from..].iter().position(|byte| *byte == b' ').map_or(text.len(), |at| from + at + 1)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}
