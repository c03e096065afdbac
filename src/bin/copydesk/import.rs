//! `copydesk knowledge import`: a dump of Wikidata, or a query result, becomes a register, which a newsroom names in
//! `copydesk.toml`.
//!
//! A dump is read twice. The first time whoever is asked for is kept, with roles and countries as numbers of other entities;
//! the second time these are looked for alone, so that what is remembered is as large as there are roles and countries, and not
//! as there are people. Both times it is noted every so often how far it has come. What was kept is then packed.

mod batch;
mod claims;
mod entity;
mod found;
mod input;
mod journal;
mod pack;
mod public_life;
mod query;
mod reading;
mod sorter;
mod tally;

use std::fs;
use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, bail};
use chrono::DateTime;
use copydesk::knowledge::register::Head;

use crate::arguments::ImportArguments;
use crate::outcome::Outcome;
pub(crate) use found::{Choice, Wanted};
use journal::{Job, Journal, WHOLE};
use reading::Reader;

/// Imports a dump or a query result.
///
/// # Errors
///
/// If a file cannot be read or written, or would be written over. A line that makes no sense is counted and told, and the rest
/// goes on.
pub(crate) fn run(arguments: &ImportArguments) -> Result<Outcome> {
    let job = Job::of(&arguments.dump, &arguments.choice())?;
    let mut journal = Journal::open(&arguments.out, job, arguments.force)?;
    let whole = journal.path(WHOLE);
    let in_place = journal.note.packed && !whole.exists();
    if arguments.out.exists() && !arguments.force && !in_place {
        journal.remove_if_new();
        bail!(
            "{} is there already; give --force to write over it, or another --out",
            arguments.out.display()
        );
    }
    if !in_place {
        if let Err(error) = make(arguments, &mut journal, &whole) {
            journal.remove_if_new();
            return Err(error);
        }
        let cannot = || format!("cannot write {}", arguments.out.display());
        fs::rename(&whole, &arguments.out).with_context(cannot)?;
    }
    tell(&arguments.out, &journal)?;
    journal.remove();
    Ok(Outcome::Quiet)
}

/// Reads the dump and packs what is kept.
fn make(arguments: &ImportArguments, journal: &mut Journal, whole: &Path) -> Result<()> {
    let mut reader = Reader { dump: &arguments.dump, journal, every: arguments.note_every };
    reader.entities(&arguments.choice())?;
    let labels = reader.labels()?;
    if journal.note.tally.kept() == 0 {
        let tally = journal.note.tally.to_string();
        bail!(
            "nothing in {} is asked for, so no file is written. {}",
            arguments.dump.display(),
            tally.trim_end()
        );
    }
    let as_of = match journal.note.tally.as_of.as_str() {
        "" => day(journal.note.job.seconds()),
        as_of => as_of.to_owned(),
    };
    pack::write(journal, &labels, Head { as_of, source: "Wikidata".to_owned(), ..Head::default() }, whole)?;
    journal.note.packed = true;
    journal.write()
}

/// The day on which the dump was written, where it does not say itself.
fn day(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).map(|time| time.date_naive().to_string()).unwrap_or_default()
}

/// Says what was done, and how to use it.
fn tell(out: &Path, journal: &Journal) -> Result<()> {
    let megabytes = fs::metadata(out)?.len() as f64 / 1e6;
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    write!(stdout(), "{}", journal.note.tally)?;
    writeln!(
        stdout(),
        "{} written, {megabytes:.1} MB. To use it, put it in the folder of copydesk.toml, and there:",
        out.display()
    )?;
    writeln!(stdout(), "\n[knowledge]\nfiles = [\"{name}\"]")?;
    Ok(())
}
