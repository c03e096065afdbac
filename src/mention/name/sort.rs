//! What a forename says of its bearer.

use crate::knowledge::{Gender, forenames};

/// The gender of the forename that opens a name of several words, if it is one that is known.
pub(super) fn forename(folded: &str) -> Option<Gender> {
    let (first, _) = folded.split_once(' ')?;
    forenames::gender(first)
}
