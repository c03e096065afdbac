//! Files stay short enough to be read in one sitting.

use crate::{assert_none, tree};

/// The most lines that a file may have, its tests not counted.
const MOST: usize = 500;

#[test]
fn no_file_is_longer_than_a_sitting() {
    let long = tree::sources().into_iter().filter(|source| source.lines > MOST);
    let faults =
        long.map(|source| format!("{}: {} lines without its tests", source.path, source.lines)).collect();
    assert_none(
        faults,
        &format!("No file may have more than {MOST} lines: part it where its subject parts."),
    );
}
