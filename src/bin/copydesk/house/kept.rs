//! The files of what was accepted, one finding a line: read, with what is wrong with them by line, and written.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::{Accepted, Problem};
use crate::lines::Lines;

/// Where it is kept, below the folder that it holds for.
pub(crate) const ACCEPTED_FILE: &str = ".copydesk/accepted.jsonl";

/// A file of accepted findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it says; nothing where it cannot be read.
    pub(crate) text: String,
    /// What is accepted by it, in its order.
    pub(crate) accepted: Vec<Accepted>,
    /// Its lines that are not understood.
    pub(crate) problems: Vec<Problem>,
}

impl Kept {
    /// What a file says.
    fn of(path: PathBuf, text: String) -> Self {
        let (mut accepted, mut problems) = (Vec::new(), Vec::new());
        for (span, line) in lines(&text).filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str(line) {
                Ok(one) => accepted.push(one),
                Err(error) => {
                    problems.push(Problem::new(span, format!("{error}; put the line right or take it out")));
                }
            }
        }
        Self { path, text, accepted, problems }
    }

    /// A file that is there and cannot be read.
    fn unread(path: PathBuf, error: &io::Error) -> Self {
        let problem = Problem::new(0..0, format!("what was accepted cannot be read: {error}"));
        Self { path, problems: vec![problem], ..Self::default() }
    }

    /// What is wrong with it, each with file and line.
    pub(crate) fn complaints(&self) -> impl Iterator<Item = String> {
        let lines = Lines::of(&self.text);
        self.problems.iter().map(move |problem| {
            let line = lines.line_of(problem.span().start as usize) + 1;
            format!("{}:{line}: {}", self.path.display(), problem.message)
        })
    }
}

/// The lines of a text and where they stand, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    });
    starts.map(|(start, line)| (start..start + line.len(), line))
}

/// The files of what is accepted for a draft in `folder`: the one that is kept there, and those in the folders above.
pub(crate) fn read_above(folder: &Path) -> Vec<Kept> {
    let files = folder.ancestors().map(|folder| folder.join(ACCEPTED_FILE));
    files.filter_map(|file| read(&file).unwrap_or_else(|error| Some(Kept::unread(file, &error)))).collect()
}

/// Everything that files say is accepted.
pub(crate) fn accepted_in(kept: &[Kept]) -> HashSet<Accepted> {
    kept.iter().flat_map(|file| &file.accepted).cloned().collect()
}

/// What a file says; `None` where it is not there.
///
/// # Errors
///
/// If it is there and cannot be read.
pub(crate) fn read(file: &Path) -> io::Result<Option<Kept>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(Kept::of(file.to_owned(), text))),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Adds to a file, with the lines that it has kept as they are.
///
/// # Errors
///
/// If it cannot be read or written; then it is as it was.
pub(crate) fn add(file: &Path, accepted: &Accepted) -> io::Result<()> {
    let before = fs::read_to_string(file).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Ok(String::new()),
        _ => Err(error),
    })?;
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    write_whole(file, &format!("{before}{gap}{}\n", serde_json::to_string(accepted)?))
}

/// Writes a file so that it is never seen half written. One that is there keeps its permissions, and a link stays a link.
pub(crate) fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    let permissions = fs::metadata(&file).ok().map(|there| there.permissions()).or_else(usual);
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    }
    let mut draft = builder.tempfile_in(folder)?;
    io::Write::write_all(&mut draft, text.as_bytes())?;
    draft.persist(file)?;
    Ok(())
}

/// The permissions of a new file, before the user's mask is taken off: a temporary file would be its owner's alone.
#[cfg(unix)]
fn usual() -> Option<fs::Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual() -> Option<fs::Permissions> {
    None
}

/// The file that a draft's accepted findings go to: in the nearest folder that a house has settled in, else in `home`.
pub(crate) fn file_for(draft: &Path, home: &Path) -> PathBuf {
    let settled =
        |folder: &&Path| folder.join(super::HOUSE_FILE).is_file() || folder.join(".copydesk").is_dir();
    draft.ancestors().skip(1).find(settled).unwrap_or(home).join(ACCEPTED_FILE)
}
