//! Emacs: the lines for its init file, which is the user's own.

use anyhow::Result;

use crate::outcome::Outcome;

/// What Emacs has to be told.
const INIT: &str = include_str!("../../../../editors/emacs/init.el");

/// Says what to add to the init file.
pub(super) fn set_up() -> Result<Outcome> {
    println!(
        ";; Add this to your init file (C-x C-f ~/.emacs.d/init.el). Eglot comes with Emacs 29; for 28, install it from ELPA.\n"
    );
    println!("{}", INIT.trim_end());
    Ok(Outcome::Quiet)
}
