//! What a newsroom knows itself: people, places and organisations of its own files, and how the house spells them.
//!
//! A file is CSV or TOML; it is handed in as text, for the library opens none. A file may be long (an import of Wikidata), so
//! its rows stay text and are found by the hashes of their names.

mod cells;
mod csv_file;
mod toml_file;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHasher;

use super::register::{Record, Register};
use super::{Customs, fold};
pub use cells::Fault;
use cells::{Cells, Column};

/// All files of a newsroom, the one that wins first, and how it writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Newsroom {
    lists: Vec<Arc<List>>,
    registers: Vec<Arc<Register>>,
    customs: Customs,
}

/// What one file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct List {
    /// Its name, which cards give as their source.
    file: String,
    /// A row a line, its cells parted by tabs, in the order of [`Column`].
    rows: String,
    /// Hashes of folded names, each with the offset of a row; in order.
    names: Vec<(u64, u32)>,
    /// Words in its longest name.
    longest: usize,
}

/// One person, place or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    cells: Cells<'a>,
    file: &'a str,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
}

impl Newsroom {
    /// The files in the order in which they win.
    pub fn new(lists: Vec<Arc<List>>) -> Self {
        Self { lists, ..Self::default() }
    }

    /// The same with registers, which are only asked for what no list says.
    pub fn with_registers(lists: Vec<Arc<List>>, registers: Vec<Arc<Register>>) -> Self {
        Self { lists, registers, ..Self::default() }
    }

    /// The same with this way to write.
    #[must_use]
    pub fn with_customs(&self, customs: Customs) -> Self {
        Self { customs, ..self.clone() }
    }

    /// How it writes.
    pub fn customs(&self) -> &Customs {
        &self.customs
    }

    /// The bearers of this folded name in the first register that has any.
    pub fn registered(&self, folded: &str) -> Vec<Record<'_>> {
        let found = self.registers.iter().map(|register| register.find(folded));
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The most words that a name has in a register that begins with this folded word; 0 where none does.
    pub fn most_registered(&self, first: &str) -> usize {
        self.registers.iter().map(|register| register.most_words(first)).max().unwrap_or(0)
    }

    /// Whether a register may have this folded name: rarely one does not that seems to.
    pub fn may_register(&self, folded: &str) -> bool {
        self.registers.iter().any(|register| register.may_have(folded))
    }

    /// Whether there is any register.
    pub fn has_registers(&self) -> bool {
        !self.registers.is_empty()
    }

    /// Whether no list says anything.
    pub fn is_empty(&self) -> bool {
        self.lists.iter().all(|list| list.rows.is_empty())
    }

    /// The entry of this folded name; the first file that has one wins.
    pub fn find(&self, folded: &str) -> Option<Entry<'_>> {
        self.lists.iter().find_map(|list| list.find(folded))
    }

    /// Words in the longest name, as parted by spaces after [`fold()`].
    pub fn longest(&self) -> usize {
        self.lists.iter().map(|list| list.longest).max().unwrap_or(0)
    }
}

impl List {
    /// Reads a file: TOML where its name says so, otherwise CSV. Rows that make no sense are left out and told.
    pub fn parse(file: &str, text: &str) -> (Self, Vec<Fault>) {
        let (rows, faults) =
            if file.ends_with(".toml") { toml_file::rows(text) } else { csv_file::rows(text) };
        let mut list = Self { file: file.to_owned(), rows, ..Self::default() };
        list.index();
        (list, faults)
    }

    fn index(&mut self) {
        let mut start = 0;
        for line in self.rows.split_inclusive('\n') {
            for name in Cells::of(line.trim_end_matches('\n')).names() {
                let folded = fold(name);
                self.longest = self.longest.max(folded.split(' ').count());
                self.names.push((hash(&folded), start));
            }
            start += line.len() as u32;
        }
        self.names.sort_unstable();
        self.names.dedup();
        self.names.shrink_to_fit();
    }

    fn find(&self, folded: &str) -> Option<Entry<'_>> {
        let hash = hash(folded);
        let first = self.names.partition_point(|(other, _)| *other < hash);
        let same = self.names[first..].iter().take_while(|(other, _)| *other == hash);
        let mut rows = same.filter_map(|(_, at)| self.rows[*at as usize..].lines().next()).map(Cells::of);
        let cells = rows.find(|cells| cells.names().any(|name| fold(name) == folded))?;
        Some(Entry { cells, file: &self.file })
    }
}

impl<'a> Entry<'a> {
    /// What it is, where the newsroom says so.
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_name(self.cells.get(Column::Kind))
    }

    /// Its name as the house writes it.
    pub fn name(&self) -> &'a str {
        let preferred = self.cells.get(Column::Preferred);
        if preferred.is_empty() { self.cells.get(Column::Name) } else { preferred }
    }

    /// What the house writes where `written` stands; `None` where that is right or the house does not mind.
    pub fn preferred_to(&self, written: &str) -> Option<&'a str> {
        let preferred = self.cells.get(Column::Preferred);
        let shouted =
            !written.chars().any(char::is_lowercase) && written.to_lowercase() == preferred.to_lowercase();
        let listed = || self.cells.names().any(|name| name == written) || fold(written) != fold(preferred);
        (!preferred.is_empty() && written != preferred && !shouted && listed()).then_some(preferred)
    }

    /// Office or role in the language with this code.
    pub fn role(&self, language: &str) -> &'a str {
        let [own, other] = match language {
            "fr" => [Column::RoleFr, Column::RoleEn],
            _ => [Column::RoleEn, Column::RoleFr],
        };
        let own = self.cells.get(own);
        if own.is_empty() { self.cells.get(other) } else { own }
    }

    /// ISO code of its country; empty where none is given.
    pub fn country(&self) -> &'a str {
        self.cells.get(Column::Country)
    }

    /// What else the newsroom says.
    pub fn note(&self) -> &'a str {
        self.cells.get(Column::Note)
    }

    /// Days, months or years of birth and death in ISO 8601, each empty where it is not given.
    pub fn life(&self) -> (&'a str, &'a str) {
        (self.cells.get(Column::Born), self.cells.get(Column::Died))
    }

    /// Degrees north and east.
    pub fn position(&self) -> Option<(f32, f32)> {
        let number = |column| self.cells.get(column).parse().ok();
        number(Column::Latitude).zip(number(Column::Longitude))
    }

    /// Where it comes from: what the row says, otherwise the name of the file.
    pub fn source(&self) -> &'a str {
        let source = self.cells.get(Column::Source);
        if source.is_empty() { self.file } else { source }
    }

    /// The day, month or year on which it was so, in ISO 8601; empty where none is given.
    pub fn as_of(&self) -> &'a str {
        self.cells.get(Column::AsOf)
    }
}

impl Kind {
    /// What a file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
        }
    }

    /// The kind that a file calls so.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "person" => Self::Person,
            "place" => Self::Place,
            "organisation" | "organization" => Self::Organisation,
            _ => return None,
        })
    }
}

fn hash(folded: &str) -> u64 {
    let mut hasher = FxHasher::default();
    folded.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
#[path = "newsroom_tests.rs"]
mod tests;
