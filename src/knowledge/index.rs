//! Things by the names that they bear.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::fold;
use super::list::List;

/// Things by folded name, and by the names that are found only as written, with their capitals.
#[derive(Debug)]
pub(super) struct Index<T: 'static> {
    by_name: FxHashMap<String, Vec<&'static T>>,
    by_written: FxHashMap<String, Vec<&'static T>>,
}

impl<T> Index<T> {
    /// An index of things, each with lists of its names. Things that share a name keep the order in which they come.
    pub(super) fn new<const N: usize>(things: impl Iterator<Item = (&'static T, [List; N])>) -> Self {
        let mut index = Self { by_name: FxHashMap::default(), by_written: FxHashMap::default() };
        for (thing, names) in things {
            let distinct =
                (0..N).filter(|at| !names[..*at].contains(&names[*at])).flat_map(|at| names[at].marked());
            distinct.for_each(|(name, as_written)| index.add(name, as_written, thing));
        }
        index
    }

    fn add(&mut self, name: &str, as_written: bool, thing: &'static T) {
        let folded = fold(name);
        let (names, key) = match undotted(name) {
            written if as_written && written != folded => (&mut self.by_written, written.into_owned()),
            _ => (&mut self.by_name, folded),
        };
        let bearers = names.entry(key).or_insert_with(|| Vec::with_capacity(1));
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
        match self.find_only_written(written) {
            [] => self.find(&fold(written)),
            found => found,
        }
    }

    /// Those whose name is found only as it stands in a text.
    pub(super) fn find_only_written(&self, written: &str) -> &[&'static T] {
        self.by_written.get(&*undotted(written)).map_or(&[], Vec::as_slice)
    }

    /// Every name, folded or as written.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().chain(self.by_written.keys()).map(String::as_str)
    }
}

fn undotted(name: &str) -> Cow<'_, str> {
    if name.contains('.') { name.replace('.', "").into() } else { name.into() }
}
