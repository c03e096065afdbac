//! Organisations, institutions and groups, and what their acronyms stand for.

use std::sync::LazyLock;

use super::Localised;
use super::index::Index;
use super::list::{List, names};
use super::table::{Row, Table, TableError};

/// An organisation, institution or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its names, the one that news uses first. Never empty.
    pub names: Localised<List>,
    /// What the usual name stands for: `Organisation du traité de l'Atlantique Nord`; empty where it stands for itself.
    pub full: Localised<&'static str>,
    /// What it is, in a few words; mostly empty.
    pub note: Localised<&'static str>,
    /// ISO code of the country that it belongs to; `None` where it belongs to none or to several.
    pub country: Option<&'static str>,
}

/// When what the table says was last gone through, in ISO 8601.
pub const AS_OF: &str = "2025-12";

impl Organisation {
    /// Its usual name in the language with this code.
    pub fn name(&self, language: &str) -> &'static str {
        self.names.get(language).first()
    }
}

/// Every organisation.
pub fn all() -> &'static [Organisation] {
    &ORGANISATIONS
}

/// All organisations of this folded name.
pub fn find(folded: &str) -> &'static [&'static Organisation] {
    NAMES.find(folded)
}

/// All organisations of a name as it stands in a text, `UN` and `W.H.O.` among them.
pub fn find_written(written: &str) -> &'static [&'static Organisation] {
    NAMES.find_written(written)
}

/// Whether an organisation bears the name, folded or as it stands in a text.
pub fn is_name(folded: &str, written: &str) -> bool {
    !NAMES.find(folded).is_empty() || !NAMES.find_only_written(written).is_empty()
}

pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    NAMES.keys()
}

static ORGANISATIONS: LazyLock<Vec<Organisation>> =
    LazyLock::new(|| read(TABLE).expect("a test reads the table"));

static NAMES: LazyLock<Index<Organisation>> = LazyLock::new(|| {
    let names =
        |one: &Organisation| [one.names.fr, one.names.en, List::new(one.full.fr), List::new(one.full.en)];
    Index::new(all().iter().map(|one| (one, names(one))))
});

const TABLE: Table<'static> =
    Table { file: "src/knowledge/organisations.tsv", text: include_str!("organisations.tsv") };

const COLUMNS: [&str; 7] = ["fr", "en", "fr_full", "en_full", "country", "fr_note", "en_note"];

fn read(table: Table<'static>) -> Result<Vec<Organisation>, TableError> {
    table.rows(COLUMNS)?.map(|row| organisation(&row?)).collect()
}

fn organisation(row: &Row<'static, 7>) -> Result<Organisation, TableError> {
    let [fr, en, fr_full, en_full, country, fr_note, en_note] = row.cells;
    Ok(Organisation {
        names: names(row, fr, en)?,
        full: Localised { fr: fr_full, en: en_full },
        note: Localised { fr: fr_note, en: en_note },
        country: Some(country).filter(|iso| !iso.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::places;

    #[test]
    fn an_acronym_is_known_in_both_languages() {
        for (name, full) in [("otan", "North Atlantic Treaty Organization"), ("bce", "European Central Bank")]
        {
            assert_eq!(find(name)[0].full.en, full);
        }
        assert_eq!(find("nations unies"), find_written("UN"));
        assert_eq!(find_written("O.N.U."), find_written("U.N."));
    }

    #[test]
    fn a_word_in_small_letters_is_no_acronym() {
        assert!(find("un").is_empty() && find("who").is_empty());
        assert!(find_written("un").is_empty() && find_written("Un").is_empty());
        assert_eq!(find_written("WHO")[0].name("fr"), "OMS");
    }

    #[test]
    fn its_country_is_a_country() {
        let known = |iso: &str| places::country(iso).is_some();
        assert!(all().iter().filter_map(|one| one.country).all(known));
    }
}
