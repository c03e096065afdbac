//! Finding `copydesk.toml`: in the folder of the draft, or the nearest one above it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::inside;

/// The name of the file.
pub(crate) const HOUSE_FILE: &str = "copydesk.toml";

/// Its greatest length, in bytes.
pub(super) const LONGEST: u64 = 1024 * 1024;

/// The file that holds for a draft at `path`, and what it says; `None` where there is no such file.
///
/// # Errors
///
/// If the file is there and cannot be read: which it is, and why.
pub(crate) fn read_for(path: &Path) -> Result<Option<(PathBuf, String)>, (PathBuf, io::Error)> {
    let Ok(path) = std::path::absolute(path) else { return Ok(None) };
    for folder in path.ancestors().skip(1) {
        let file = folder.join(HOUSE_FILE);
        match inside::text(&file, folder, LONGEST) {
            Ok(text) => return Ok(Some((file, text))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err((file, error)),
        }
    }
    Ok(None)
}
