//! Helix: its file of languages, written where there is none yet.

use std::path::Path;

use anyhow::Result;

use super::place::{Consent, Fate, helix_config};
use crate::outcome::Outcome;

/// What Helix has to be told.
const LANGUAGES: &str = include_str!("../../../../editors/helix/languages.toml");

/// Writes the file of languages; where there is one of the user's own, says what to add to it.
pub(super) fn set_up() -> Result<Outcome> {
    let file = helix_config()?.join("languages.toml");
    match Consent::Never.place(&file, LANGUAGES)? {
        Fate::Kept if knows_copydesk(&file) => {
            println!("Copydesk is in {}, which is left as it is.", file.display())
        }
        Fate::Kept => println!("Add this to {}, which is left as it is:\n\n{LANGUAGES}", file.display()),
        Fate::Written => println!("Copydesk is now in {}.", file.display()),
        Fate::There => println!("Copydesk is in {}.", file.display()),
    }
    println!("`hx --health markdown` says whether Helix finds the program.");
    Ok(Outcome::Quiet)
}

/// Whether a file of languages names our server already.
fn knows_copydesk(file: &Path) -> bool {
    std::fs::read_to_string(file).is_ok_and(|text| text.contains("[language-server.copydesk]"))
}
