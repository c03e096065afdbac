//! VS Code and its kin: the extension, installed by the editor itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::outcome::Outcome;

/// The commands of the editors that take an extension as a file, in the order in which they are tried.
const EDITORS: [&str; 4] = ["code", "codium", "code-server", "cursor"];

/// Has the editor install the extension: the file that was named, or the one that came with the program.
pub(super) fn set_up(named: Option<&Path>) -> Result<Outcome> {
    let vsix = match named {
        Some(file) => file.to_owned(),
        None => beside_the_program()?.context(
            "there is no copydesk-*.vsix beside the program: download it with the program, or build it with \
             `npm ci && npm run package` in editors/vscode, and name it with --vsix FILE",
        )?,
    };
    let editor = EDITORS.iter().find_map(|name| which::which(name).ok());
    let Some(editor) = editor else {
        bail!(
            "none of {} is on the PATH. In VS Code: Extensions, `…`, Install from VSIX, {}",
            EDITORS.join(", "),
            vsix.display()
        );
    };
    install(&editor, &vsix)?;
    println!("The extension is installed. Open a draft (.md or .txt).");
    Ok(Outcome::Quiet)
}

/// The newest extension in the folder of the program, if one came with it.
fn beside_the_program() -> Result<Option<PathBuf>> {
    let program = env::current_exe().context("cannot tell where the program is")?;
    let folder = program.parent().unwrap_or(Path::new("."));
    let entries = folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(files.filter(|file| is_extension(file)).max())
}

fn is_extension(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("copydesk-") && name.ends_with(".vsix")
}

fn install(editor: &Path, vsix: &Path) -> Result<()> {
    let status = Command::new(editor).arg("--install-extension").arg(vsix).status();
    let status = status.with_context(|| format!("cannot run {}", editor.display()))?;
    if !status.success() {
        bail!("{} could not install {}: see its own words above", editor.display(), vsix.display());
    }
    Ok(())
}
