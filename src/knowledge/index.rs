//! Things by the names that they bear.

use rustc_hash::FxHashMap;

use super::table::{Row, TableError, list};
use super::{Localised, fold};

/// Marks a name that is found only as written, for in small letters it is a word.
const AS_WRITTEN: char = '=';

/// The names in a row of a table.
pub(super) struct Names {
    /// All of them, without marks.
    pub(super) all: Localised<Vec<&'static str>>,
    /// Those that were marked.
    pub(super) as_written: Vec<&'static str>,
}

impl Names {
    /// Reads the cells with French and English names; where one is empty, both languages use the other.
    pub(super) fn read<const N: usize>(
        row: &Row<'static, N>,
        fr: &'static str,
        en: &'static str,
    ) -> Result<Self, TableError> {
        let (fr, en) = (if fr.is_empty() { en } else { fr }, if en.is_empty() { fr } else { en });
        if list(fr).is_empty() || list(en).is_empty() {
            return Err(row.error("no name"));
        }
        let marked = list(fr).into_iter().chain(list(en));
        Ok(Self {
            all: Localised { fr: unmarked(fr), en: unmarked(en) },
            as_written: marked.filter_map(|name| name.strip_prefix(AS_WRITTEN)).collect(),
        })
    }
}

fn unmarked(cell: &'static str) -> Vec<&'static str> {
    list(cell).into_iter().map(|name| name.trim_start_matches(AS_WRITTEN)).collect()
}

/// Things by folded name; names that are found only as written stand among them with their capitals.
#[derive(Debug)]
pub(super) struct Index<T: 'static> {
    by_name: FxHashMap<String, Vec<&'static T>>,
}

impl<T> Index<T> {
    /// An index of things, each with its names and those of them that are found only as written. Things that share a
    /// name keep the order in which they come.
    pub(super) fn new<'n>(
        things: impl Iterator<Item = (&'static T, &'n Localised<Vec<&'n str>>, &'n [&'n str])>,
    ) -> Self {
        let mut index = Self { by_name: FxHashMap::default() };
        for (thing, names, as_written) in things {
            names.both().into_iter().flatten().for_each(|name| index.add(key(name, as_written), thing));
        }
        index
    }

    fn add(&mut self, key: String, thing: &'static T) {
        let bearers = self.by_name.entry(key).or_default();
        if !bearers.iter().any(|bearer| std::ptr::eq(*bearer, thing)) {
            bearers.push(thing);
        }
    }

    /// All that bear the folded name.
    pub(super) fn find(&self, folded: &str) -> &[&'static T] {
        self.by_name.get(folded).map_or(&[], Vec::as_slice)
    }

    /// All that bear the name as it stands in a text.
    pub(super) fn find_written(&self, written: &str) -> &[&'static T] {
        match self.find(&undotted(written)) {
            [] => self.find(&fold(written)),
            found => found,
        }
    }

    /// Every name, folded or as written.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

fn key(name: &str, as_written: &[&str]) -> String {
    if as_written.contains(&name) { undotted(name) } else { fold(name) }
}

fn undotted(name: &str) -> String {
    name.replace('.', "")
}
