//! `copydesk setup`: puts in place what an editor needs, or says what to write where the file is the user's own.

mod emacs;
mod extension;
mod helix;
mod neovim;
mod place;
mod vscode;

use anyhow::Result;

use crate::arguments::{Editor, SetupArguments};
use crate::outcome::Outcome;
use place::Consent;

/// Sets up one editor. Nothing that is there already is replaced unless the user agrees.
pub(crate) fn run(arguments: &SetupArguments) -> Result<Outcome> {
    let consent = if arguments.yes { Consent::Given } else { Consent::Asked };
    match arguments.editor {
        Editor::Vscode => vscode::set_up(arguments.vsix.as_deref()),
        Editor::Neovim => neovim::set_up(consent),
        Editor::Helix => helix::set_up(),
        Editor::Emacs => emacs::set_up(),
    }
}
