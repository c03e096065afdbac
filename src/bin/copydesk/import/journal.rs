//! How far an import has come: noted beside the file that is to be written, so that it goes on after it was broken off.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::found::Choice;
use super::tally::Tally;
use crate::house::write_whole;

/// What is kept of the two readings, one JSON value a line.
pub(super) const ENTITIES: &str = "entities.jsonl";
pub(super) const LABELS: &str = "labels.jsonl";
/// The packed register before it is put in its place.
pub(super) const WHOLE: &str = "whole";
const NOTE: &str = "note.json";
const LOCK: &str = "lock";

/// How much of a dump is read, as it is unpacked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    pub(super) bytes: u64,
    pub(super) lines: u64,
}

/// Of what the import is: one of something else cannot go on from here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Job {
    version: u8,
    dump: PathBuf,
    length: u64,
    modified: u64,
    choice: Choice,
}

impl Job {
    /// Raise it when what is kept on the way changes.
    const VERSION: u8 = 1;

    /// The import of a dump as it lies there now.
    pub(super) fn of(dump: &Path, choice: &Choice) -> Result<Self> {
        let cannot = || format!("cannot read {}", dump.display());
        let data = fs::metadata(dump).with_context(cannot)?;
        if !data.is_file() {
            bail!("{} is no file; name the dump itself", dump.display());
        }
        let modified = data.modified().unwrap_or(SystemTime::UNIX_EPOCH).duration_since(UNIX_EPOCH);
        let modified = modified.unwrap_or_default().as_nanos() as u64;
        let dump = fs::canonicalize(dump).with_context(cannot)?;
        Ok(Self { version: Self::VERSION, dump, length: data.len(), modified, choice: choice.clone() })
    }

    /// When the dump was written, in seconds since 1970.
    pub(super) fn seconds(&self) -> i64 {
        (self.modified / 1_000_000_000) as i64
    }

    /// Bytes of the dump as it is packed.
    pub(super) fn length(&self) -> u64 {
        self.length
    }
}

/// One reading of the dump.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Reading {
    /// How much is read.
    pub(super) mark: Mark,
    /// Bytes of what was kept of it.
    kept: u64,
    /// Whether there is no more to read.
    pub(super) done: bool,
}

/// What is noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Note {
    pub(super) job: Job,
    /// Of the entities, and of what the roles and countries are called.
    pub(super) entities: Reading,
    pub(super) labels: Reading,
    pub(super) tally: Tally,
    /// Whether the register was packed, and is in its place or about to be.
    pub(super) packed: bool,
}

/// The folder in which an import works.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    /// Held as long as the import runs.
    _lock: File,
    pub(super) note: Note,
}

/// What a reading keeps, one JSON value a line.
#[derive(Debug)]
pub(super) struct Kept(BufWriter<File>);

impl Journal {
    /// Goes on where an import of the same was broken off, or begins.
    ///
    /// # Errors
    ///
    /// If another import is at work there, or the folder is there for something else and may not be taken away.
    pub(super) fn open(out: &Path, job: Job, force: bool) -> Result<Self> {
        let folder = beside(out);
        let fresh = Note {
            job,
            entities: Reading::default(),
            labels: Reading::default(),
            tally: Tally::default(),
            packed: false,
        };
        let noted = fs::read(folder.join(NOTE)).ok();
        let noted = noted.and_then(|text| serde_json::from_slice::<Note>(&text).ok());
        let note = match noted {
            Some(note) if note.job == fresh.job => note,
            _ if folder.exists() && !force => bail!(
                "{} holds an import of something else, or with other options, that was broken off; give --force to begin anew, \
                 or another --out",
                folder.display()
            ),
            _ => fresh,
        };
        let journal = Self { _lock: lock(&folder)?, folder, note };
        journal.write()?;
        Ok(journal)
    }

    /// Where a file of the import lies.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What a reading has kept so far; what was written after the last note is cut off.
    pub(super) fn kept(&self, name: &str, reading: &Reading) -> Result<Kept> {
        let path = self.path(name);
        let open = || -> std::io::Result<File> {
            let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            file.set_len(reading.kept)?;
            file.seek(SeekFrom::End(0))?;
            Ok(file)
        };
        Ok(Kept(BufWriter::new(open().with_context(|| format!("cannot write {}", path.display()))?)))
    }

    /// Notes how far the import has come.
    pub(super) fn write(&self) -> Result<()> {
        let path = self.path(NOTE);
        let text = serde_json::to_string(&self.note)?;
        write_whole(&path, &text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Takes away a folder from which nothing is gained.
    pub(super) fn remove_if_new(self) {
        let nothing = self.note.entities.done && self.note.tally.kept() == 0;
        if nothing || self.note.entities == Reading::default() {
            self.remove();
        }
    }

    /// Takes away what is no longer needed, and nothing that is not of the import.
    pub(super) fn remove(self) {
        for name in [ENTITIES, LABELS, WHOLE, NOTE, LOCK] {
            let _ = fs::remove_file(self.path(name));
        }
        let _ = fs::remove_dir(self.folder);
    }
}

impl Kept {
    /// Adds a line.
    pub(super) fn push(&mut self, value: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.0, value)?;
        Ok(self.0.write_all(b"\n")?)
    }

    /// Brings it to the disk, and takes down how much of the dump it is of.
    pub(super) fn settle(&mut self, mark: Mark, reading: &mut Reading) -> Result<()> {
        self.0.flush()?;
        let file = self.0.get_ref();
        file.sync_data()?;
        (reading.mark, reading.kept) = (mark, file.metadata()?.len());
        Ok(())
    }
}

/// Hands over what a reading has kept, line by line.
pub(super) fn each_kept<T: DeserializeOwned>(
    path: &Path,
    mut take: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    let mut file =
        BufReader::new(File::open(path).with_context(|| format!("cannot read {}", path.display()))?);
    let mut line = Vec::new();
    while file.read_until(b'\n', &mut line)? > 0 {
        take(
            serde_json::from_slice(&line)
                .with_context(|| format!("{} is damaged; begin anew with --force", path.display()))?,
        )?;
        line.clear();
    }
    Ok(())
}

/// Keeps others out of the folder, until the file is closed or the program ends in whatever way.
fn lock(folder: &Path) -> Result<File> {
    let cannot = || format!("cannot write into {}", folder.display());
    fs::create_dir_all(folder).with_context(cannot)?;
    let file = File::create(folder.join(LOCK)).with_context(cannot)?;
    #[cfg(unix)]
    if rustix::fs::flock(&file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_err() {
        bail!("another import is writing into {}; wait for its end, or name another --out", folder.display());
    }
    Ok(file)
}

/// `wikidata.register.import`, a folder.
fn beside(out: &Path) -> PathBuf {
    let mut folder = out.as_os_str().to_owned();
    folder.push(".import");
    folder.into()
}
