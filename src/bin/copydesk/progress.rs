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

    /// Over a file of so many bytes.
    pub(crate) fn over_file(length: u64) -> Self {
        let style = ProgressStyle::with_template("{bar:30} {percent} %, {eta} to go: {msg}");
        Self(ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// So many bytes are read.
    pub(crate) fn at(&self, position: u64, message: &str) {
        self.0.set_message(message.to_owned());
        self.0.set_position(position);
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
