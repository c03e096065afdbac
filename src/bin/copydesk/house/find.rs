//! Finding `copydesk.toml`: in the folder of the draft, or the nearest one above it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The name of the file.
pub(crate) const HOUSE_FILE: &str = "copydesk.toml";

/// The file that holds for a draft at `path`, and what it says; `None` where there is no such file.
///
/// # Errors
///
/// If the file is there and cannot be read.
pub(crate) fn read_for(path: &Path) -> io::Result<Option<(PathBuf, String)>> {
    let Ok(path) = std::path::absolute(path) else { return Ok(None) };
    for folder in path.ancestors().skip(1) {
        let file = folder.join(HOUSE_FILE);
        match fs::read_to_string(&file) {
            Ok(text) => return Ok(Some((file, text))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}
