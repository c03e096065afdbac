//! Switching a check off for a house: a line in its `copydesk.toml`, with everything else in it left as it is.

use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, Item, Table, value};

use super::find::LONGEST;
use super::{HOUSE_FILE, inside};

/// Switches a check off in the file that holds for a draft; makes one in `home` where there is none.
///
/// # Errors
///
/// If the file cannot be read, is no TOML, or cannot be written; then it is as it was.
pub(crate) fn switch_off(draft: &Path, home: &Path, check: &str) -> Result<()> {
    let folder = draft.ancestors().skip(1).find(|folder| folder.join(HOUSE_FILE).is_file()).unwrap_or(home);
    let file = folder.join(HOUSE_FILE);
    let text = inside::text(&file, folder, LONGEST).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(String::new()),
        _ => Err(error),
    });
    let told = || file.display().to_string();
    let house = switched_off(&text.with_context(told)?, check).with_context(told)?;
    inside::write(&file, folder, &house).with_context(|| format!("cannot write {}", told()))
}

/// What `copydesk.toml` says with a check switched off; an error where it is no TOML, or its checks are no table.
fn switched_off(text: &str, check: &str) -> Result<String> {
    let mut house: DocumentMut = text.parse()?;
    if house.is_empty() {
        // There is at most a comment, which has to stay one.
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return Ok(format!("{text}{gap}[checks]\n{check} = \"off\"\n"));
    }
    let checks = house.entry("checks").or_insert(Item::Table(Table::new()));
    checks.as_table_like_mut().context("`checks` is no table")?.insert(check, value("off"));
    Ok(house.to_string())
}
