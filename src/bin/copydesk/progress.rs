//! How far the work is, on a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer drafts than this are read before anybody could look.
const FEW: usize = 20;

/// A bar on standard error, if that is a terminal and there is enough to wait for.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Over so many drafts.
    pub(crate) fn over(drafts: usize) -> Self {
        if drafts < FEW {
            return Self(ProgressBar::hidden());
        }
        // It hides by itself where there is no terminal.
        let bar = ProgressBar::new(drafts as u64);
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} drafts, {eta} to go");
        Self(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }

    /// All is done: the bar goes away.
    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
