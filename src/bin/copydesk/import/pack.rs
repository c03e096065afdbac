//! Turns what was kept into a register: the last step, begun anew if it was broken off.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use copydesk::knowledge::newsroom::Kind;
use copydesk::knowledge::register::{self, Beginning, Head, NameKey, Row};
use copydesk::knowledge::{Gender, Localised, fold, places};

use super::found::{Found, Labels, is_number};
use super::journal::{ENTITIES, Journal, each_kept};
use super::sorter::Sorter;

/// Writes the register of all that the journal has kept into a file of its folder.
pub(super) fn write(journal: &Journal, labels: &Labels, head: Head, path: &Path) -> Result<Head> {
    let mut packer = Packer::new(journal, head)?;
    each_kept(&journal.path(ENTITIES), |found: Found| packer.add(&found, labels))?;
    packer.finish(path).with_context(|| format!("cannot write {}", path.display()))
}

struct Packer {
    head: Head,
    /// Roles that were met, in the order in which they were.
    roles: HashMap<Localised<String>, usize>,
    role_lines: String,
    names: Sorter,
    beginnings: Sorter,
    /// Rows of the block that is not full yet.
    lines: String,
    blocks: BufWriter<File>,
    ends: BufWriter<File>,
    length: usize,
}

impl Packer {
    fn new(journal: &Journal, head: Head) -> Result<Self> {
        let folder = journal.path("");
        let file = || Ok::<_, io::Error>(BufWriter::new(tempfile::tempfile_in(&folder)?));
        Ok(Self {
            head,
            roles: HashMap::new(),
            role_lines: String::new(),
            names: Sorter::new(folder.clone()),
            beginnings: Sorter::new(folder.clone()),
            lines: String::new(),
            blocks: file()?,
            ends: file()?,
            length: 0,
        })
    }

    fn add(&mut self, found: &Found, labels: &Labels) -> Result<()> {
        let number = u32::try_from(self.head.rows)?;
        for name in &found.names {
            let folded = fold(&register::clean(name));
            self.names.push(NameKey::of(&folded).to(number))?;
            self.beginnings.push(Beginning::of_name(&folded).into())?;
        }
        let row = self.row(found, labels);
        self.lines += &row.line();
        self.head.rows += 1;
        if self.head.rows.is_multiple_of(register::ROWS) { self.end_block() } else { Ok(()) }
    }

    /// The row with its roles and its country by their names.
    fn row(&mut self, found: &Found, labels: &Labels) -> Row {
        let is_woman = found.gender.as_deref() == Some("F");
        let held = found.held.iter().filter_map(|held| {
            let role = role(&held.role, is_woman, labels)?;
            // Nobody holds an office after their death.
            let over = held.over || !found.died.is_empty();
            Some((self.number(role), held.from.clone(), held.until.clone(), over))
        });
        let terms = held.collect();
        Row {
            kind: Kind::of_name(&found.kind),
            names: found.names.clone(),
            terms,
            about: Localised { fr: found.about_fr.clone(), en: found.about_en.clone() },
            country: found.countries.iter().find_map(|one| country(one, labels)).unwrap_or_default(),
            born: found.born.clone(),
            died: found.died.clone(),
            position: found.position,
            population: found.population,
            fame: found.fame,
            id: found.id.clone(),
            gender: found.gender.as_deref().and_then(Gender::of_letter),
        }
    }

    /// The number of a role.
    fn number(&mut self, role: Localised<String>) -> usize {
        let next = self.roles.len();
        *self.roles.entry(role).or_insert_with_key(|role| {
            self.role_lines += &format!("{}\t{}\n", role.fr, role.en);
            next
        })
    }

    fn end_block(&mut self) -> Result<()> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let packed = register::pack(&self.lines);
        self.lines.clear();
        self.length += packed.len();
        let Ok(end) = u32::try_from(self.length) else {
            bail!(
                "that is more than a register holds; give --min-sitelinks a higher number, or --kinds fewer kinds"
            );
        };
        self.head.blocks += 1;
        self.ends.write_all(&end.to_le_bytes())?;
        Ok(self.blocks.write_all(&packed)?)
    }

    /// Puts the parts one behind the other.
    fn finish(mut self, path: &Path) -> Result<Head> {
        self.end_block()?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let (names, count) = sorted(self.names, folder, |number, out| out.write_all(&number.to_le_bytes()))?;
        self.head.names = count;
        let (words, count) =
            sorted(self.beginnings, folder, |number, out| out.write_all(&(number as u32).to_le_bytes()))?;
        self.head.beginnings = count;
        self.head.roles = self.role_lines.len();
        let mut out = BufWriter::new(File::create(path)?);
        out.write_all(&self.head.written())?;
        out.write_all(self.role_lines.as_bytes())?;
        for part in [names, words, self.ends, self.blocks] {
            let mut part = part.into_inner().map_err(io::IntoInnerError::into_error)?;
            part.seek(SeekFrom::Start(0))?;
            io::copy(&mut part, &mut out)?;
        }
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(self.head)
    }
}

/// A file with the numbers in order, and how many there are.
fn sorted(
    numbers: Sorter,
    folder: &Path,
    write: impl Fn(u64, &mut BufWriter<File>) -> io::Result<()>,
) -> Result<(BufWriter<File>, usize)> {
    let (mut file, mut count) = (BufWriter::new(tempfile::tempfile_in(folder)?), 0);
    numbers.each(|number| {
        count += 1;
        write(number, &mut file)
    })?;
    Ok((file, count))
}

/// What a role is called; `None` where nobody told.
fn role(role: &str, is_woman: bool, labels: &Labels) -> Option<Localised<String>> {
    if !is_number(role) {
        let said = register::clean(role);
        return Some(Localised { fr: said.clone(), en: said });
    }
    let label = labels.get(role)?;
    let of =
        |woman: &str, any: &str| register::clean(if is_woman && !woman.is_empty() { woman } else { any });
    match (of(&label.woman_fr, &label.fr), of(&label.woman_en, &label.en)) {
        (fr, en) if fr.is_empty() && en.is_empty() => None,
        (fr, en) if fr.is_empty() => Some(Localised { fr: en.clone(), en }),
        (fr, en) if en.is_empty() => Some(Localised { en: fr.clone(), fr }),
        (fr, en) => Some(Localised { fr, en }),
    }
}

/// The ISO code of a country that is given by number, code or name.
fn country(given: &str, labels: &Labels) -> Option<String> {
    let code = if is_number(given) { labels.get(given)?.iso.as_str() } else { given };
    let known = places::country(code)
        .or_else(|| places::find_written(code).iter().find(|place| place.iso.is_some()).copied());
    known.and_then(|place| place.iso).map(str::to_owned)
}
