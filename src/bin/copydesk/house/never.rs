//! Switching a check off for a house: a line in its `copydesk.toml`, with everything else in it left as it is.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, Item, Table, value};

use super::HOUSE_FILE;
use super::kept::write_whole;

/// Switches a check off in the file that holds for a draft; makes one in `home` where there is none.
///
/// # Errors
///
/// If the file cannot be read, is no TOML, or cannot be written; then it is as it was.
pub(crate) fn switch_off(draft: &Path, home: &Path, check: &str) -> Result<()> {
    let there = draft.ancestors().skip(1).map(|folder| folder.join(HOUSE_FILE)).find(|file| file.is_file());
    let file = there.unwrap_or_else(|| home.join(HOUSE_FILE));
    let text = fs::read_to_string(&file).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(String::new()),
        _ => Err(error),
    });
    let told = || file.display().to_string();
    let mut house: DocumentMut = text.with_context(told)?.parse().with_context(told)?;
    if house.is_empty() {
        return write(&file, &format!("{}[checks]\n{check} = \"off\"\n", house));
    }
    let checks = house.entry("checks").or_insert(Item::Table(Table::new()));
    let checks = checks.as_table_like_mut().with_context(|| format!("{}: `checks` is no table", told()))?;
    checks.insert(check, value("off"));
    write(&file, &house.to_string())
}

fn write(file: &Path, text: &str) -> Result<()> {
    write_whole(file, text).with_context(|| format!("cannot write {}", file.display()))
}
