//! What a page says and that is not so, and how to put it right.

use std::fmt;
use std::ops::Range;

/// One thing that a page says and that is not so.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Number of the line of the page, from 1.
    pub(crate) line: usize,
    /// What is wrong, in one or more lines.
    pub(crate) message: String,
    /// What would put it right, where a machine can know.
    pub(crate) repair: Option<Repair>,
}

/// A change of a page.
#[derive(Debug)]
pub(crate) struct Repair {
    /// What goes.
    pub(crate) range: Range<usize>,
    /// What comes in its place.
    pub(crate) text: String,
}

impl Failure {
    /// A failure that only a person can put right.
    pub(crate) fn at(line: usize, message: String) -> Self {
        Self { line, message, repair: None }
    }

    /// The same failure, which `text` in place of `range` puts right.
    pub(crate) fn repaired_by(self, range: Range<usize>, text: String) -> Self {
        Self { repair: Some(Repair { range, text }), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

/// Two texts that ought to be equal, one below the other.
pub(crate) fn side_by_side(expected: &str, found: &str) -> String {
    let lines = |sign: &str, text: &str| -> String {
        text.lines().map(|line| format!("\n    {sign} {line}")).collect()
    };
    format!("{}{}", lines("expected |", expected), lines("found    |", found))
}
