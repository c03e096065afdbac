//! Reading and writing the files of a house. A folder may come from anywhere: nothing in it may have a file outside it read or
//! written, or keep the program waiting for something that is no file or never ends.

use std::fs::{self, File};
use std::io::{self, Error, Read};
use std::path::Path;

/// Reads a file that belongs to a folder.
///
/// # Errors
///
/// If it cannot be read, leads out of the folder, is no file, or has more than `most` bytes.
pub(super) fn bytes(file: &Path, folder: &Path, most: u64) -> io::Result<Vec<u8>> {
    stays(file, folder)?;
    let data = fs::metadata(file)?;
    if !data.is_file() {
        return Err(Error::other("it is no file"));
    }
    if data.len() > most {
        return Err(Error::other(format!("it is larger than {} MB", most >> 20)));
    }
    let mut bytes = Vec::with_capacity(data.len() as usize);
    File::open(file)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The same, of a text file.
pub(super) fn text(file: &Path, folder: &Path, most: u64) -> io::Result<String> {
    String::from_utf8(bytes(file, folder, most)?).map_err(|_| Error::other("it is not text in UTF-8"))
}

/// Writes a file that belongs to a folder, so that it is never seen half written.
///
/// # Errors
///
/// If it cannot be written, or leads out of the folder; then it is as it was.
pub(super) fn write(file: &Path, folder: &Path, text: &str) -> io::Result<()> {
    let parent = file.parent().unwrap_or(folder);
    fs::create_dir_all(parent)?;
    stays(parent, folder)?;
    if file.exists() {
        stays(file, folder)?;
    }
    super::write_whole(file, text)
}

/// Refuses a link that leads out of a folder.
fn stays(file: &Path, folder: &Path) -> io::Result<()> {
    let folder = fs::canonicalize(Path::new(".").join(folder))?;
    if fs::canonicalize(file)?.starts_with(folder) {
        return Ok(());
    }
    Err(Error::other("it is a link that leads out of the folder; no file outside it is read or written"))
}
