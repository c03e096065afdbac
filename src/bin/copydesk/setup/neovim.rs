//! Neovim: the plugin, as a package that Neovim loads by itself.

use std::path::Path;

use anyhow::Result;

use super::place::{Consent, Fate, neovim_data};
use crate::outcome::Outcome;

/// The files of the plugin, by their place in it.
const PLUGIN: [(&str, &str); 6] = [
    ("plugin/copydesk.lua", include_str!("../../../../editors/neovim/plugin/copydesk.lua")),
    ("lsp/copydesk.lua", include_str!("../../../../editors/neovim/lsp/copydesk.lua")),
    ("lua/copydesk.lua", include_str!("../../../../editors/neovim/lua/copydesk.lua")),
    ("lua/copydesk/start.lua", include_str!("../../../../editors/neovim/lua/copydesk/start.lua")),
    ("lua/copydesk/health.lua", include_str!("../../../../editors/neovim/lua/copydesk/health.lua")),
    ("doc/copydesk.txt", include_str!("../../../../editors/neovim/doc/copydesk.txt")),
];

/// Puts the plugin among Neovim's packages. No file of the user's is touched.
pub(super) fn set_up(consent: Consent) -> Result<Outcome> {
    let plugin = neovim_data()?.join("site/pack/copydesk/start/copydesk");
    let fates = PLUGIN
        .iter()
        .map(|(name, text)| consent.place(&plugin.join(name), text))
        .collect::<Result<Vec<_>>>()?;
    report(&plugin, &fates);
    Ok(if fates.contains(&Fate::Kept) { Outcome::Failed } else { Outcome::Quiet })
}

/// Says what was done, and what to do next.
fn report(plugin: &Path, fates: &[Fate]) {
    for ((name, _), _) in PLUGIN.iter().zip(fates).filter(|(_, fate)| **fate == Fate::Kept) {
        eprintln!(
            "copydesk: {} was changed and is left as it is; `copydesk setup neovim --yes` replaces it",
            plugin.join(name).display()
        );
    }
    let done = if fates.contains(&Fate::Written) { "is now in" } else { "is in" };
    println!("The plugin {done} {}.", plugin.display());
    println!("Open a draft (.md or .txt) in Neovim; :checkhealth copydesk says whether all is well.");
}
