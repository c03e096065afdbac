//! Cells of a table that hold several names.

use super::Localised;
use super::table::{Row, TableError};

/// Marks a name that is found only as written, for in small letters it is a word.
const AS_WRITTEN: char = '=';

/// Several names in one cell of a table, parted by `|`, the usual one first. It takes no memory of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(&'static str);

impl List {
    pub(super) fn new(cell: &'static str) -> Self {
        Self(cell)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.marked().map(|(name, _)| name)
    }

    /// The usual one; empty where there is none.
    pub fn first(self) -> &'static str {
        self.iter().next().unwrap_or_default()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Each of them, and whether it is found only as written.
    pub(super) fn marked(self) -> impl Iterator<Item = (&'static str, bool)> {
        let parts = self.0.split('|').filter(|part| !part.is_empty());
        parts.map(|part| part.strip_prefix(AS_WRITTEN).map_or((part, false), |name| (name, true)))
    }
}

/// The names in a French and an English cell; where one is empty, both languages use the other.
pub(super) fn names<const N: usize>(
    row: &Row<'static, N>,
    fr: &'static str,
    en: &'static str,
) -> Result<Localised<List>, TableError> {
    match (fr, en) {
        ("", "") => Err(row.error("no name")),
        ("", one) | (one, "") => Ok(Localised { fr: List(one), en: List(one) }),
        (fr, en) => Ok(Localised { fr: List(fr), en: List(en) }),
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn marks_are_not_shown() {
        let list = List::new("United States|=US");
        assert_eq!(list.iter().collect::<Vec<_>>(), ["United States", "US"]);
        assert_eq!(list.marked().map(|(_, as_written)| as_written).collect::<Vec<_>>(), [false, true]);
        assert_eq!((list.first(), List::default().first()), ("United States", ""));
    }
}
