//! What the gazetteer says of a name.

use crate::knowledge::{Gender, Place, forenames, places};
use crate::mention::Reader;

/// The likeliest place of that name.
pub(super) fn place(reader: &Reader, folded: &str, written: &str) -> Option<&'static Place> {
    places::likeliest_written(written, reader.language.code)
        .or_else(|| places::likeliest(folded, reader.language.code))
}

/// The gender of the forename that opens a name of several words, if it is one that is known.
pub(super) fn forename(folded: &str) -> Option<Gender> {
    let (first, _) = folded.split_once(' ')?;
    forenames::gender(first)
}
