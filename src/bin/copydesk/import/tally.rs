//! What became of the lines.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::found::Found;

/// Wrong lines that are told one by one.
const TOLD: usize = 10;

/// Counts of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) lines: u64,
    pub(super) people: u64,
    pub(super) places: u64,
    pub(super) organisations: u64,
    wrong: u64,
    told: Vec<(u64, String)>,
    /// The last day on which anything of the dump was changed.
    pub(super) as_of: String,
}

impl Tally {
    /// Counts a row.
    pub(super) fn keep(&mut self, found: &Found) {
        match found.kind.as_str() {
            "person" => self.people += 1,
            "place" => self.places += 1,
            _ => self.organisations += 1,
        }
        if found.modified > self.as_of {
            self.as_of.clone_from(&found.modified);
        }
    }

    /// Counts a line that makes no sense.
    pub(super) fn wrong(&mut self, line: u64, message: String) {
        self.wrong += 1;
        if self.told.len() < TOLD {
            self.told.push((line, message));
        }
    }

    /// How many lines made no sense.
    pub(super) fn wrong_lines(&self) -> u64 {
        self.wrong
    }

    /// How many rows there are.
    pub(super) fn kept(&self) -> u64 {
        self.people + self.places + self.organisations
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { lines, people, places, organisations, wrong, .. } = self;
        writeln!(
            f,
            "{lines} lines read: {people} people, {places} places and {organisations} organisations kept, {wrong} wrong lines left out."
        )?;
        self.told.iter().try_for_each(|(line, message)| writeln!(f, "  line {line}: {message}"))?;
        let more = self.wrong - self.told.len() as u64;
        if more > 0 { writeln!(f, "  and {more} more") } else { Ok(()) }
    }
}
