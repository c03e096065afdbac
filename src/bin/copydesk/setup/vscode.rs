//! VS Code and its kin: the extension, installed by the editor itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::extension;
use super::place::copydesk_data;
use crate::outcome::Outcome;

/// The commands of the editors that take an extension as a file, in the order in which they are tried.
const EDITORS: [&str; 6] = ["code", "code-insiders", "codium", "code-server", "cursor", "windsurf"];

/// Where a Mac keeps the command of an editor that did not put it on the PATH.
const ON_A_MAC: [&str; 3] = [
    "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",
    "/Applications/VSCodium.app/Contents/Resources/app/bin/codium",
    "/Applications/Cursor.app/Contents/Resources/app/bin/cursor",
];

/// Has the editor install the extension: the file that was named, or the one that the program carries.
pub(super) fn set_up(named: Option<&Path>) -> Result<Outcome> {
    let Some(editor) = editor() else { return by_hand(named) };
    match named {
        Some(file) => install(&editor, file)?,
        None => {
            let folder = tempfile::tempdir().context("cannot make a folder for the extension")?;
            install(&editor, &unpacked(folder.path())?)?;
        }
    }
    println!("The extension is installed. Open a draft (.md or .txt).");
    Ok(Outcome::Quiet)
}

/// The first editor of the family that is on this machine.
fn editor() -> Option<PathBuf> {
    let on_a_mac =
        ON_A_MAC.iter().map(PathBuf::from).filter(|command| cfg!(target_os = "macos") && command.is_file());
    EDITORS.iter().find_map(|name| which::which(name).ok()).or_else(|| on_a_mac.into_iter().next())
}

/// Leaves the extension where the user can pick it up, as no editor could be asked to install it.
fn by_hand(named: Option<&Path>) -> Result<Outcome> {
    let file = match named {
        Some(file) => file.to_owned(),
        None => unpacked(&copydesk_data()?)?,
    };
    bail!(
        "none of {} is on the PATH. In the editor itself: open the Extensions, then `…`, `Install from VSIX…`, and choose {}",
        EDITORS.join(", "),
        file.display()
    );
}

/// Writes the extension that the program carries into a folder.
fn unpacked(folder: &Path) -> Result<PathBuf> {
    let file = folder.join(extension::file_name());
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(&file, extension::packed()?).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn install(editor: &Path, vsix: &Path) -> Result<()> {
    let status = Command::new(editor).arg("--install-extension").arg(vsix).arg("--force").status();
    let status = status.with_context(|| format!("cannot run {}", editor.display()))?;
    if !status.success() {
        bail!("{} could not install {}: see its own words above", editor.display(), vsix.display());
    }
    Ok(())
}
