//! Reading drafts from files, directories and standard input, with errors that say what to do.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use copydesk::Format;

use crate::find;
use crate::kind::{self, Kind};
use crate::office;

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

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

impl Draft {
    /// Whether its lines are the paragraphs of a file that is no text, such as .docx.
    pub(crate) fn is_extracted(&self) -> bool {
        self.format == Format::Lines
    }
}

/// Every draft that the paths name, in their order; a directory stands for the drafts in it, sorted.
///
/// A path that cannot be read takes nothing from the others: its error stands in its place.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Result<PathBuf>> {
    paths
        .iter()
        .flat_map(|path| if path.is_dir() { find::below(path) } else { vec![Ok(path.clone())] })
        .collect()
}

/// Reads one draft.
pub(crate) fn read(path: &Path) -> Result<Draft> {
    if path.as_os_str() == STANDARD_INPUT {
        return read_standard_input();
    }
    let name = path.display().to_string();
    let bytes = fs::File::open(path).and_then(whole).map_err(|error| explained(&error, &name))?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let (text, format) = match kind::of(path) {
        Kind::Office(office) => (office::text(bytes, office).with_context(|| name.clone())?, Format::Lines),
        Kind::Text(format) => (decode(bytes, &name)?, format),
    };
    Ok(Draft { text, name, file_name, format })
}

/// Reads the draft on standard input.
fn read_standard_input() -> Result<Draft> {
    let bytes = whole(io::stdin().lock()).context("cannot read standard input")?;
    let name = "standard input".to_owned();
    Ok(Draft { text: decode(bytes, &name)?, name, file_name: None, format: Format::Markdown })
}

/// Longest draft, in bytes: a book has a few millions, and a device that never ends would fill the memory.
const LONGEST: u64 = 1 << 30;

/// All that can be read of a draft.
fn whole(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(io::Error::other("this is longer than any draft; give it in parts of less than 1 GB"));
    }
    Ok(bytes)
}

/// The commonest reasons why a file cannot be read, in plain words.
fn explained(error: &io::Error, name: &str) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::NotFound => anyhow::anyhow!("{name}: there is no such file"),
        io::ErrorKind::IsADirectory => anyhow::anyhow!("{name}: this is a directory; name a draft in it"),
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
        bail!("{name}: this is not a text file; save the draft as .docx or .odt, or export it as plain text");
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = memchr::memchr_iter(b'\n', valid).count() + 1;
        anyhow::anyhow!("{name}: line {line} is not UTF-8; save the file as UTF-8 and try again")
    })
}
