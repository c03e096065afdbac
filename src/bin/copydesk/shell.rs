//! What shells and `man` want to know of the command line.

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::outcome::Outcome;

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "copydesk", &mut script);
    stdout().write_all(&script)?;
    Ok(Outcome::Quiet)
}

/// Prints the page for `man`, or writes those of all commands into a directory.
pub(crate) fn man(directory: Option<&Path>) -> Result<Outcome> {
    let command = Arguments::command();
    match directory {
        None => clap_mangen::Man::new(command).render(&mut stdout())?,
        Some(directory) => {
            let cannot = || format!("cannot write the pages into {}", directory.display());
            std::fs::create_dir_all(directory).with_context(cannot)?;
            clap_mangen::generate_to(command, directory).with_context(cannot)?;
        }
    }
    Ok(Outcome::Quiet)
}
