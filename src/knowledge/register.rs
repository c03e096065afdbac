//! A register: a large file of people, places and organisations, as `copydesk knowledge import` makes it of Wikidata.
//!
//! It is searched where it lies. Opening it reads no row: its rows stay packed, [`ROWS`] to a block, and a block is unpacked
//! when somebody asks for a name that stands in it. So 200,000 rows take the room of their file and no time at start.

mod key;
mod layout;
mod row;

use std::hash::{Hash, Hasher};
use std::ops::Range;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Localised, fold};
pub use key::{Beginning, NameKey};
pub use layout::{Head, MAGIC};
pub use row::{Record, Row, Term, clean};

/// Rows that are packed together: more take less room, and longer to unpack.
pub const ROWS: usize = 64;
/// More bytes than a block can have; what unpacks to more is no block of ours.
const BLOCK: usize = 1 << 20;
/// How thoroughly blocks are packed, of 10.
const LEVEL: u8 = 8;
/// Bearers of one name that are looked at.
const BEARERS: usize = 64;

/// A register that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    head: Head,
    /// The whole file.
    bytes: Vec<u8>,
    /// In it, the roles, French and English to a line; the ends of the blocks; the blocks.
    roles: Range<usize>,
    blocks: Range<usize>,
    /// Where the lines of the roles begin.
    role_lines: Vec<u32>,
    /// Where each block ends.
    ends: Vec<u32>,
    /// The names, in order.
    names: Vec<u64>,
    /// The words that names begin with, in order.
    beginnings: Vec<u32>,
}

impl Register {
    /// Whether a file that begins so is a register.
    pub fn is(bytes: &[u8]) -> bool {
        bytes.starts_with(MAGIC)
    }

    /// Opens the bytes of a file.
    ///
    /// # Errors
    ///
    /// Says why it is no whole register, and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Self, String> {
        let (head, mut rest) = Head::read(&bytes)?;
        let start = bytes.len() - rest.len();
        let roles = start..start + head.roles;
        let text = std::str::from_utf8(&bytes[roles.clone()]).map_err(|_| layout::DAMAGED.to_owned())?;
        let lines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
        let role_lines = std::iter::once(0).chain(lines).collect();
        rest = &rest[head.roles..];
        let names = layout::numbers(&mut rest, head.names, u64::from_le_bytes);
        let beginnings = layout::numbers(&mut rest, head.beginnings, u32::from_le_bytes);
        let ends = layout::numbers(&mut rest, head.blocks, u32::from_le_bytes);
        let blocks = bytes.len() - rest.len()..bytes.len();
        Ok(Self { role_lines, ends, names, beginnings, roles, blocks, head, bytes })
    }

    /// What it was made of, and how much of it there is.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// How many words, as parted by spaces after [`fold()`], its longest name has that begins with this folded word; 0 where
    /// none does. Words that share a key count for each other.
    pub fn most_words(&self, first: &str) -> usize {
        let key = Beginning::of(first).key();
        let at = self.beginnings.partition_point(|other| *other < key);
        self.beginnings[at..]
            .iter()
            .take_while(|other| **other >> 4 == key >> 4)
            .last()
            .map_or(0, |last| (last & 15) as usize)
    }

    /// Whether a name has the key of this folded one: one time in thousands it is another name's.
    pub fn may_have(&self, folded: &str) -> bool {
        !self.keys(folded).is_empty()
    }

    /// All that bear the folded name; whoever most is written of comes first.
    pub fn find(&self, folded: &str) -> Vec<Record<'_>> {
        let rows = self.keys(folded).iter().take(BEARERS).filter_map(|key| self.record(NameKey::row(*key)));
        let mut found: Vec<Record> =
            rows.filter(|record| record.names().any(|name| fold(name) == folded)).collect();
        found.sort_by_key(|record| std::cmp::Reverse(record.fame()));
        found
    }

    /// The row with this number, counted from 0.
    pub fn record(&self, row: u32) -> Option<Record<'_>> {
        let text = self.block(row as usize / ROWS)?;
        text.lines().nth(row as usize % ROWS).map(|line| Record::new(line.to_owned(), self))
    }

    /// A role in both languages.
    fn role(&self, number: usize) -> Option<Localised<&str>> {
        let start = self.roles.start + *self.role_lines.get(number)? as usize;
        let text = std::str::from_utf8(self.bytes.get(start..self.roles.end)?).ok()?;
        let (fr, en) = text.lines().next()?.split_once('\t')?;
        Some(Localised { fr, en })
    }

    fn keys(&self, folded: &str) -> &[u64] {
        let key = NameKey::of(folded);
        let first = self.names.partition_point(|other| *other < key.first());
        let count = self.names[first..].partition_point(|other| *other <= key.last());
        &self.names[first..first + count]
    }

    fn block(&self, number: usize) -> Option<String> {
        let blocks = self.bytes.get(self.blocks.clone())?;
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let packed = blocks.get(start as usize..*self.ends.get(number)? as usize)?;
        String::from_utf8(decompress_to_vec_with_limit(packed, BLOCK).ok()?).ok()
    }
}

/// Its file is long: what it was made of tells enough.
impl Hash for Register {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.head, self.bytes.len()).hash(state);
    }
}

/// Packs the lines of up to [`ROWS`] rows.
pub fn pack(lines: &str) -> Vec<u8> {
    compress_to_vec(lines.as_bytes(), LEVEL)
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
