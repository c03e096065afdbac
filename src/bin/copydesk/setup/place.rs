//! Putting files where an editor looks for them.

use std::fs;
use std::io::{ErrorKind, IsTerminal, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dialoguer::Confirm;
use etcetera::{BaseStrategy, base_strategy::Xdg};

use crate::house::write_whole;

/// Whether what is there may be replaced.
#[derive(Clone, Copy, Debug)]
pub(super) enum Consent {
    /// The user has agreed on the command line.
    Given,
    /// To be asked for on a terminal; refused where nobody can be asked.
    Asked,
    /// What is there is the user's own.
    Never,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was not there, or was replaced with the user's consent.
    Written,
    /// It stood there already, word for word.
    There,
    /// Another one stands there, and the user did not agree to replace it.
    Kept,
}

impl Consent {
    /// Writes a file, with the folders above it, and says what became of it.
    ///
    /// # Errors
    ///
    /// If the file or a folder cannot be read or written.
    pub(super) fn place(self, path: &Path, text: &str) -> Result<Fate> {
        let fate = match fs::read_to_string(path) {
            Ok(there) if there == text => Fate::There,
            Ok(_) if !self.to_replace(path)? => Fate::Kept,
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
            _ => Fate::Written,
        };
        if fate == Fate::Written {
            write_whole(path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(fate)
    }

    /// Whether a file may be replaced.
    fn to_replace(self, path: &Path) -> Result<bool> {
        match self {
            Self::Given => Ok(true),
            Self::Asked if stdin().is_terminal() => {
                let question = format!("{} is there and says something else. Replace it?", path.display());
                Ok(Confirm::new().with_prompt(question).default(false).interact()?)
            }
            Self::Asked | Self::Never => Ok(false),
        }
    }
}

/// Where programs keep their settings and data: as the XDG standard says, on every system.
///
/// # Errors
///
/// If the user has no home folder.
pub(super) fn folders() -> Result<Xdg> {
    Xdg::new().context("there is no home folder: set HOME")
}

/// The folder of Neovim's own data, where it looks for plugins.
pub(super) fn neovim_data() -> Result<PathBuf> {
    match std::env::var_os("LOCALAPPDATA") {
        Some(local) if cfg!(windows) => Ok(PathBuf::from(local).join("nvim-data")),
        _ => Ok(folders()?.data_dir().join("nvim")),
    }
}

/// The folder of Helix's settings.
pub(super) fn helix_config() -> Result<PathBuf> {
    match std::env::var_os("APPDATA") {
        Some(roaming) if cfg!(windows) => Ok(PathBuf::from(roaming).join("helix")),
        _ => Ok(folders()?.config_dir().join("helix")),
    }
}

/// The folder of our own data.
pub(super) fn copydesk_data() -> Result<PathBuf> {
    match std::env::var_os("LOCALAPPDATA") {
        Some(local) if cfg!(windows) => Ok(PathBuf::from(local).join("copydesk")),
        _ => Ok(folders()?.data_dir().join("copydesk")),
    }
}
