//! `copydesk explain`: the manual in the terminal.

use std::io::{IsTerminal, Write, stdout};

use anyhow::{Context, Result};
use copydesk::{CHECKS, Check, Switch};
use termimad::MadSkin;

use crate::manual;
use crate::outcome::Outcome;

/// Prints the page about a check, or lists them all.
pub(crate) fn run(name: Option<&str>) -> Result<Outcome> {
    match name {
        Some(name) => print_page(find(name)?)?,
        None => CHECKS.iter().try_for_each(print_line)?,
    }
    Ok(Outcome::Quiet)
}

/// The check of that name. The command line has refused other names already, and said which there are.
fn find(name: &str) -> Result<&'static Check> {
    CHECKS.iter().find(|check| check.name == name).with_context(|| format!("there is no check `{name}`"))
}

/// Prints a page, laid out for the terminal if it goes to one.
fn print_page(check: &Check) -> Result<()> {
    let mut out = stdout();
    if out.is_terminal() {
        writeln!(out, "{}", skin().term_text(check.page))?;
    } else {
        writeln!(out, "{}", check.page.trim_end())?;
    }
    Ok(())
}

/// The terminal's usual looks, or none for those who ask for none (<https://no-color.org>).
fn skin() -> MadSkin {
    match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => MadSkin::no_style(),
        _ => MadSkin::default(),
    }
}

/// Prints a check's name, what it looks for, and whether it has to be asked for.
fn print_line(check: &Check) -> Result<()> {
    let off = if check.default == Switch::Off { " (off unless asked for)" } else { "" };
    writeln!(stdout(), "{:24} {:12} {}{off}", check.name, check.severity.name(), manual::summary(check))?;
    Ok(())
}
