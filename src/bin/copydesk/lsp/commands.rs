//! What an editor can have the server do: it asks by name, so that no editor needs code of its own.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use copydesk::{CHECKS, Check};
use serde::Deserialize;
use serde_json::Value;
use tower_lsp::ls_types::Uri;

use super::reading::Reading;
use crate::arguments::SheetFormat;
use crate::facts::{self, Source};
use crate::house::{self, Accepted};

/// Keeps a finding as it stands.
pub(crate) const ACCEPT: &str = "copydesk.accept";

/// Switches a check off for the house.
pub(crate) const NEVER: &str = "copydesk.never";

/// Shows the fact sheet of a draft.
pub(crate) const FACTS: &str = "copydesk.facts";

/// Reads all drafts in a folder, and shows what is found in them.
pub(crate) const CHECK_FOLDER: &str = "copydesk.check-folder";

/// Shows the page about a check.
pub(crate) const ABOUT: &str = "copydesk.about";

/// All there are.
pub(crate) const COMMANDS: [&str; 5] = [ACCEPT, NEVER, FACTS, CHECK_FOLDER, ABOUT];

#[derive(Debug, Deserialize)]
struct ToAccept {
    uri: Uri,
    accepted: Accepted,
}

#[derive(Debug, Deserialize)]
struct ToSwitchOff {
    uri: Uri,
    check: String,
}

/// The draft or folder that the first argument names: `{"uri": …}`.
pub(crate) fn draft_of(arguments: &[Value]) -> Option<Uri> {
    arguments.first()?.get("uri")?.as_str()?.parse().ok()
}

/// Writes the fact sheet of a draft into a file that is the reporter's alone, and says where.
///
/// # Errors
///
/// If the file cannot be written.
pub(crate) fn fact_sheet(reading: &Reading, uri: &Uri) -> Result<PathBuf> {
    let path = uri.path().decode().to_string_lossy().into_owned();
    let name = path.rsplit('/').next().unwrap_or(&path);
    let source = Source { name, text: &reading.draft.text, is_extracted: false, analysis: &reading.analysis };
    let page = facts::write(source, SheetFormat::Html)?;
    let mut file = tempfile::Builder::new().prefix("copydesk-").suffix(".html").tempfile()?;
    file.write_all(page.as_bytes())?;
    Ok(file.into_temp_path().keep()?)
}

/// The check that the first argument names: `{"check": …}`.
pub(crate) fn check_of(arguments: &[Value]) -> Option<&'static Check> {
    let name = arguments.first()?.get("check")?.as_str()?;
    CHECKS.iter().find(|check| check.name == name)
}

/// Writes the page about a check into a file of its own, and says where. An editor that reads it as a draft is asked to find
/// nothing in it: the page is full of examples.
///
/// # Errors
///
/// If the file cannot be written.
pub(crate) fn page_of(check: &Check) -> Result<PathBuf> {
    let prefix = format!("copydesk-{}-", check.name);
    let mut file = tempfile::Builder::new().prefix(&prefix).suffix(".md").tempfile()?;
    writeln!(file, "{}\n\n<!-- copydesk: off -->", check.page.trim_end())?;
    Ok(file.into_temp_path().keep()?)
}

/// Does what was asked for, in the files of the house.
///
/// # Errors
///
/// If there is no such command, its arguments are not what it needs, or a file cannot be read or written; then it is as it was.
pub(crate) fn execute(command: &str, arguments: Vec<Value>, folders: &[PathBuf]) -> Result<()> {
    let argument = arguments.into_iter().next().unwrap_or_default();
    match command {
        ACCEPT => accept(serde_json::from_value(argument).context(ACCEPT)?, folders),
        NEVER => never(serde_json::from_value(argument).context(NEVER)?, folders),
        _ => bail!("there is no command `{command}`"),
    }
}

fn accept(asked: ToAccept, folders: &[PathBuf]) -> Result<()> {
    let draft = path_of(&asked.uri)?;
    let file = house::file_for(&draft, &home_of(&draft, folders));
    house::add(&file, &asked.accepted).with_context(|| format!("cannot write {}", file.display()))
}

fn never(asked: ToSwitchOff, folders: &[PathBuf]) -> Result<()> {
    if !CHECKS.iter().any(|check| check.name == asked.check) {
        bail!("there is no check `{}`", asked.check);
    }
    let draft = path_of(&asked.uri)?;
    house::switch_off(&draft, &home_of(&draft, folders), &asked.check)
}

fn path_of(draft: &Uri) -> Result<PathBuf> {
    let path = draft.to_file_path().map(std::borrow::Cow::into_owned);
    path.with_context(|| format!("{} is no file: save the draft first", draft.as_str()))
}

/// The folders to be read where `named` names a folder or a draft: that folder, or the one that the draft belongs to; else
/// all that are open.
pub(crate) fn folders_of(named: Option<&Uri>, folders: &[PathBuf]) -> Vec<PathBuf> {
    match named.and_then(|uri| Some(uri.to_file_path()?.into_owned())) {
        Some(path) if path.is_dir() => vec![path],
        Some(path) => vec![home_of(&path, folders)],
        None => folders.to_vec(),
    }
}

/// The folder that a draft belongs to: that of the editor's folders which holds it most closely, else its own.
fn home_of(draft: &Path, folders: &[PathBuf]) -> PathBuf {
    let holding = folders.iter().filter(|folder| draft.starts_with(folder));
    let closest = holding.max_by_key(|folder| folder.components().count()).map(PathBuf::as_path);
    closest.or(draft.parent()).unwrap_or(Path::new(".")).to_owned()
}
