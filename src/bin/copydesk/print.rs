//! JSON on standard output.

use std::io::{Write, stdout};

use anyhow::Result;
use serde::Serialize;

/// Prints a JSON value on lines of its own.
pub(crate) fn json(value: &impl Serialize) -> Result<()> {
    writeln!(stdout(), "{}", serde_json::to_string_pretty(value)?)?;
    Ok(())
}

/// Prints a JSON value on one line.
pub(crate) fn json_line(value: &impl Serialize) -> Result<()> {
    writeln!(stdout(), "{}", serde_json::to_string(value)?)?;
    Ok(())
}
