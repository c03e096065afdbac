//! What somebody has accepted as it stands: kept by content in `.copydesk/accepted.jsonl`, so that it survives edits
//! elsewhere and lapses when its own words change.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use copydesk::{Finding, Span};
use serde::{Deserialize, Serialize};

use super::inside;

/// Where it is kept, below the folder that it holds for.
pub(crate) const ACCEPTED_FILE: &str = ".copydesk/accepted.jsonl";

/// The greatest length of that file, in bytes.
const LONGEST: u64 = 64 * 1024 * 1024;

/// A finding that is accepted, by what it says and not by where it stands.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) struct Accepted {
    /// The check.
    pub(crate) check: String,
    /// The places that it speaks of, in alphabetical order.
    pub(crate) places: Vec<Place>,
}

/// A place that a finding speaks of.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) struct Place {
    /// The words that are underlined or linked.
    pub(crate) words: String,
    /// The sentence that they stand in.
    pub(crate) sentence: String,
}

impl Accepted {
    /// A finding in a text, as it would be accepted.
    pub(crate) fn of(finding: &Finding, text: &str) -> Self {
        let spans = finding.related.iter().map(|related| related.span).chain([finding.span]);
        let mut places = spans.map(|span| Place::of(span, text)).collect::<Vec<_>>();
        places.sort();
        Self { check: finding.check.to_owned(), places }
    }
}

impl Place {
    fn of(span: Span, text: &str) -> Self {
        Self { words: on_one_line(span.of(text)), sentence: on_one_line(sentence(span, text)) }
    }
}

/// The sentence around a place: from one full stop or empty line to the next.
fn sentence(span: Span, text: &str) -> &str {
    let (start, end) = (span.start as usize, span.end as usize);
    let (before, behind) = (&text[..start], &text[end..]);
    let cut = |mark: &str| before.rfind(mark).map_or(0, |at| at + mark.len());
    let from = ["\n\n", "\r\n\r\n", ". ", "! ", "? "].map(cut).into_iter().max().unwrap_or(0);
    let cut = |mark: &str| behind.find(mark).unwrap_or(behind.len());
    let to = ["\n\n", "\r\n\r\n", ". ", "! ", "? "].map(cut).into_iter().min().unwrap_or(behind.len());
    &text[from..end + to]
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything that is accepted for a draft in `folder`: what is kept there and in the folders above.
///
/// # Errors
///
/// A file that is there and cannot be read, or a line of it that is not understood; what can be read holds.
pub(crate) fn read_above(folder: &Path) -> (HashSet<Accepted>, Vec<String>) {
    let (mut all, mut complaints) = (HashSet::new(), Vec::new());
    for file in folder.ancestors().map(|folder| folder.join(ACCEPTED_FILE)) {
        match read(&file) {
            Ok((accepted, wrong)) => {
                all.extend(accepted);
                complaints.extend(wrong);
            }
            Err(error) => complaints.push(format!("{}: {error}", file.display())),
        }
    }
    (all, complaints)
}

/// What a file holds, in its order, and which of its lines are not understood. A file that is not there holds nothing.
pub(crate) fn read(file: &Path) -> io::Result<(Vec<Accepted>, Vec<String>)> {
    let text = match inside::text(file, folder_of(file), LONGEST) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Default::default());
        }
        text => text?,
    };
    let (mut accepted, mut complaints) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(one) => accepted.push(one),
            Err(error) => complaints.push(format!(
                "{}:{}: {error}; put the line right or take it out",
                file.display(),
                number + 1
            )),
        }
    }
    Ok((accepted, complaints))
}

/// Adds to a file, with the lines that it has kept as they are.
///
/// # Errors
///
/// If it cannot be read or written; then it is as it was.
pub(crate) fn add(file: &Path, accepted: &Accepted) -> io::Result<()> {
    let before = inside::text(file, folder_of(file), LONGEST).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Ok(String::new()),
        _ => Err(error),
    })?;
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    rewrite(file, &format!("{before}{gap}{}\n", serde_json::to_string(accepted)?))
}

/// Writes a file of accepted findings anew.
///
/// # Errors
///
/// If it cannot be written, or is a link that leads out of its folder; then it is as it was.
pub(crate) fn rewrite(file: &Path, text: &str) -> io::Result<()> {
    inside::write(file, folder_of(file), text)
}

/// The folder that a file of accepted findings holds for.
fn folder_of(file: &Path) -> &Path {
    file.parent().and_then(Path::parent).unwrap_or(Path::new("."))
}

/// Writes a file so that it is never seen half written. One that is there keeps its permissions, and a link stays a link. What is
/// no file, such as a terminal, is written to as it is.
pub(crate) fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    if fs::metadata(&file).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return fs::write(file, text);
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    let permissions = fs::metadata(&file).ok().map(|there| there.permissions()).or_else(usual);
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    }
    let mut draft = builder.tempfile_in(folder)?;
    io::Write::write_all(&mut draft, text.as_bytes())?;
    // Else a machine that loses its power a moment later may find the new name and nothing in it.
    draft.as_file().sync_all()?;
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
