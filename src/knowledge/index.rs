//! Things by the names that they bear.

use rustc_hash::FxHashMap;

use super::fold;
use super::list::List;

/// Things by folded name; names that are found only as written stand among them with their capitals.
#[derive(Debug)]
pub(super) struct Index<T: 'static> {
    by_name: FxHashMap<String, Vec<&'static T>>,
}

impl<T> Index<T> {
    /// An index of things, each with lists of its names. Things that share a name keep the order in which they come.
    pub(super) fn new<const N: usize>(things: impl Iterator<Item = (&'static T, [List; N])>) -> Self {
        let mut index = Self { by_name: FxHashMap::default() };
        for (thing, names) in things {
            let distinct =
                (0..N).filter(|at| !names[..*at].contains(&names[*at])).flat_map(|at| names[at].marked());
            distinct.for_each(|(name, as_written)| index.add(key(name, as_written), thing));
        }
        index
    }

    fn add(&mut self, key: String, thing: &'static T) {
        let bearers = self.by_name.entry(key).or_insert_with(|| Vec::with_capacity(1));
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

fn key(name: &str, as_written: bool) -> String {
    if as_written { undotted(name) } else { fold(name) }
}

fn undotted(name: &str) -> String {
    name.replace('.', "")
}
