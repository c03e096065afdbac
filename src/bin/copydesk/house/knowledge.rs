//! The files of the newsroom's own knowledge: read when they are first needed, and again when they have changed.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use copydesk::Span;
use copydesk::knowledge::Newsroom;
use copydesk::knowledge::newsroom::{Fault, List};
use copydesk::knowledge::register::Register;
use flate2::read::MultiGzDecoder;

use super::{House, inside};

/// The files that were read, by their paths.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    files: HashMap<PathBuf, OnShelf>,
    /// What files say together, so that the same ones are put together once.
    newsrooms: HashMap<Vec<PathBuf>, Arc<Newsroom>>,
}

/// What a file says.
#[derive(Debug)]
enum Said {
    /// By rows that somebody wrote.
    List(Arc<List>),
    /// By rows that were imported.
    Register(Arc<Register>),
}

impl Default for Said {
    fn default() -> Self {
        Self::List(Arc::default())
    }
}

/// One file, as it was when it was last read.
#[derive(Debug, Default)]
pub(crate) struct OnShelf {
    stamp: Option<(SystemTime, u64)>,
    said: Said,
    /// What it says; empty for a packed file.
    pub(crate) text: String,
    /// What is wrong with it.
    pub(crate) faults: Vec<Fault>,
    /// Nobody has been told yet of what is wrong, or that it no longer is.
    pub(crate) is_news: bool,
}

impl Shelf {
    /// Gives the house what its files say; they are named as seen from `folder`.
    pub(crate) fn furnish(&mut self, house: &mut House, folder: &Path) {
        let paths: Vec<PathBuf> = house.knowledge.iter().map(|file| folder.join(file)).collect();
        if paths.is_empty() {
            return;
        }
        let mut changed = false;
        for path in &paths {
            changed |= self.files.entry(path.clone()).or_default().update(path, folder);
        }
        if changed {
            self.newsrooms.clear();
        }
        let together = || together(paths.iter().filter_map(|path| Some(&self.files.get(path)?.said)));
        house.newsroom = self.newsrooms.entry(paths.clone()).or_insert_with(|| Arc::new(together())).clone();
    }

    /// The files with something to tell; they are told of once.
    pub(crate) fn news(&mut self) -> impl Iterator<Item = (&Path, &OnShelf)> {
        self.files
            .iter_mut()
            .filter_map(|(path, file)| std::mem::take(&mut file.is_news).then_some((path.as_path(), &*file)))
    }
}

/// What files say together.
fn together<'a>(files: impl Iterator<Item = &'a Said>) -> Newsroom {
    let (mut lists, mut registers) = (Vec::new(), Vec::new());
    for said in files {
        match said {
            Said::List(list) => lists.push(list.clone()),
            Said::Register(register) => registers.push(register.clone()),
        }
    }
    Newsroom::with_registers(lists, registers)
}

impl OnShelf {
    /// Reads the file if it has changed, and says whether it had.
    fn update(&mut self, path: &Path, folder: &Path) -> bool {
        let stamp = fs::metadata(path).and_then(|file| Ok((file.modified()?, file.len()))).ok();
        if stamp.is_some() && stamp == self.stamp {
            return false;
        }
        let before = std::mem::take(&mut self.faults);
        let missing = self.stamp.is_none() && before.len() == 1;
        match read(path, folder) {
            Ok(bytes) => self.take(path, bytes),
            Err(error) => self.complain(&error),
        }
        self.is_news |= self.faults != before || !self.faults.is_empty() && !missing;
        self.stamp = stamp;
        true
    }
}

impl OnShelf {
    /// Takes over what the file says now.
    fn take(&mut self, path: &Path, bytes: Vec<u8>) {
        if Register::is(&bytes) {
            self.text = String::new();
            return match Register::open(bytes) {
                Ok(register) => self.said = Said::Register(Arc::new(register)),
                Err(message) => self.complain(&message),
            };
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return self.complain(&"it is neither text in UTF-8 nor a register");
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let (list, faults) = List::parse(name.trim_end_matches(".gz"), &text);
        (self.said, self.faults) = (Said::List(Arc::new(list)), faults);
        // A packed file cannot be shown in an editor, and would only take room.
        self.text = if is_packed(path) { String::new() } else { text };
    }

    /// Says why the file cannot be read; what it said before holds.
    fn complain(&mut self, error: &dyn fmt::Display) {
        let message = format!("this file of the newsroom's knowledge cannot be read: {error}");
        self.faults = vec![Fault { line: 1, span: Span::new(0, 0), message }];
        self.text = String::new();
    }
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "gz")
}

/// Most that is read of one file, in bytes; a packed one can be anything.
const LARGEST: u64 = 256 * 1024 * 1024;

fn read(path: &Path, folder: &Path) -> io::Result<Vec<u8>> {
    let bytes = inside::bytes(path, folder, LARGEST)?;
    if !is_packed(path) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(&bytes[..]).take(LARGEST + 1).read_to_end(&mut unpacked)?;
    if unpacked.len() as u64 > LARGEST {
        return Err(io::Error::other(format!("there is more than {} MB in it", LARGEST >> 20)));
    }
    Ok(unpacked)
}
