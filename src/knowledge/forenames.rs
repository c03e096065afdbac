//! Forenames: evidence that two capitalised words are a person.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fold;
use super::list::List;
use super::table::{Row, Table, TableError};

/// The gender that a name or title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// A woman's.
    Feminine,
    /// A man's.
    Masculine,
    /// Given to both: `Camille`.
    Either,
}

impl Gender {
    pub(super) fn read<const N: usize>(cell: &str, row: &Row<'_, N>) -> Result<Option<Self>, TableError> {
        match Self::of_letter(cell) {
            None if !cell.is_empty() => Err(row.error(format!("neither F nor M nor FM: {cell}"))),
            gender => Ok(gender),
        }
    }

    /// The gender that a table writes so.
    pub fn of_letter(cell: &str) -> Option<Self> {
        Some(match cell {
            "F" => Self::Feminine,
            "M" => Self::Masculine,
            "FM" => Self::Either,
            _ => return None,
        })
    }

    /// How a table writes it.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Feminine => "F",
            Self::Masculine => "M",
            Self::Either => "FM",
        }
    }

    /// Whether one and the same person can have both.
    pub fn agrees_with(self, other: Gender) -> bool {
        self == other || self == Self::Either || other == Self::Either
    }
}

/// Whose name this folded forename is; `None` where it is not known as one. Names that are words or places just as often
/// (`June`, `Doha`) are left out.
pub fn gender(folded: &str) -> Option<Gender> {
    FORENAMES.get(folded).copied()
}

static FORENAMES: LazyLock<FxHashMap<String, Gender>> =
    LazyLock::new(|| read(TABLE).expect("a test reads the table"));

const TABLE: Table<'static> =
    Table { file: "src/knowledge/forenames.tsv", text: include_str!("forenames.tsv") };

/// Reads the table, which has one line for each gender and initial letter.
fn read(table: Table<'static>) -> Result<FxHashMap<String, Gender>, TableError> {
    let mut forenames = FxHashMap::default();
    for row in table.rows(["gender", "names"])? {
        let row = row?;
        let gender = Gender::read(row.cells[0], &row)?.ok_or_else(|| row.error("no gender"))?;
        forenames.extend(List::new(row.cells[1]).iter().map(|name| (fold(name), gender)));
    }
    Ok(forenames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forenames_tell_a_gender() {
        for name in ["mark", "donald", "jean", "philippe", "ashraf", "vladimir", "mohammed"] {
            assert_eq!(gender(name), Some(Gender::Masculine), "{name}");
        }
        for name in ["marie", "angela", "ursula", "nancy", "fatima"] {
            assert_eq!(gender(name), Some(Gender::Feminine), "{name}");
        }
        assert_eq!(gender("camille"), Some(Gender::Either));
    }

    #[test]
    fn words_and_places_are_no_forenames() {
        for word in ["june", "doha", "princess", "paris", "le", "president", "general"] {
            assert_eq!(gender(word), None, "{word}");
        }
    }
}
