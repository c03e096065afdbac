//! Reading drafts from files, directories and standard input, with errors that say what to do.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use copydesk::Format;

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Endings of the file names that are drafts, where a directory is given.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// A draft as it was read.
#[derive(Debug)]
pub(crate) struct Draft {
    /// How reports call it.
    pub(crate) name: String,
    /// The name of its file, which may hold the day of publication.
    pub(crate) file_name: Option<String>,
    /// How it is marked up.
    pub(crate) format: Format,
    /// What it says.
    pub(crate) text: String,
}

/// Every draft that the paths name, in their order; a directory stands for the drafts in it, sorted.
///
/// A path that cannot be read takes nothing from the others: its error stands in its place.
pub(crate) fn read_all(paths: &[PathBuf]) -> impl Iterator<Item = Result<Draft>> {
    paths.iter().flat_map(|path| match expand(path) {
        Ok(files) => files.into_iter().map(|file| read(&file)).collect(),
        Err(error) => vec![Err(error)],
    })
}

/// The files that a path stands for.
fn expand(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    collect(path, &mut files)?;
    if files.is_empty() {
        bail!("no drafts in {}: looked for .md, .markdown and .txt files", path.display());
    }
    files.sort();
    Ok(files)
}

/// Adds the drafts below a directory to `files`. Hidden entries and links to directories are left alone.
fn collect(directory: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = || format!("cannot list {}", directory.display());
    for entry in fs::read_dir(directory).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type().with_context(unreadable)?.is_dir() {
            collect(&entry.path(), files)?;
        } else if is_draft(&entry.path()) {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Whether the name of a file is that of a draft.
fn is_draft(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    ENDINGS.iter().any(|known| ending == *known) && path.is_file()
}

/// Reads one draft.
fn read(path: &Path) -> Result<Draft> {
    if path.as_os_str() == STANDARD_INPUT {
        return read_standard_input();
    }
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| explained(&error, &name))?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(Draft { text: decode(bytes, &name)?, name, file_name, format: format_of(path) })
}

/// Reads the draft on standard input.
fn read_standard_input() -> Result<Draft> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    let name = "standard input".to_owned();
    Ok(Draft { text: decode(bytes, &name)?, name, file_name: None, format: Format::Markdown })
}

/// How a file is marked up, by its ending.
fn format_of(path: &Path) -> Format {
    match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("txt") => Format::Plain,
        _ => Format::Markdown,
    }
}

/// The commonest reasons why a file cannot be read, in plain words.
fn explained(error: &io::Error, name: &str) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::NotFound => anyhow::anyhow!("{name}: there is no such file"),
        io::ErrorKind::PermissionDenied => anyhow::anyhow!("{name}: you are not allowed to read this file"),
        _ => anyhow::anyhow!("{name}: {error}"),
    }
}

/// The text in `bytes`, or what is wrong with them and how to put it right.
fn decode(bytes: Vec<u8>, name: &str) -> Result<String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        bail!("{name}: this is UTF-16 text; save it as UTF-8 and try again");
    }
    if memchr::memchr(0, &bytes).is_some() {
        bail!("{name}: this is not a text file; export the draft as plain text or Markdown");
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = memchr::memchr_iter(b'\n', valid).count() + 1;
        anyhow::anyhow!("{name}: line {line} is not UTF-8; save the file as UTF-8 and try again")
    })
}
