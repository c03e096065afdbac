//! `copydesk facts`: the sheet on which a fact-checker ticks off what is in a draft.

mod html;
mod json;
mod markdown;
mod sheet;

use std::fs;
use std::io::{Write, stdout};

use anyhow::{Context, Result};

use crate::arguments::{FactsArguments, SheetFormat};
use crate::checked;
use crate::outcome::Outcome;
use sheet::Sheet;
pub(crate) use sheet::Source;

/// Prints the sheet of a draft, or writes it into a file.
pub(crate) fn run(arguments: &FactsArguments) -> Result<Outcome> {
    let one = checked::read_one(&arguments.draft, &arguments.about)?;
    let source = Source {
        name: &one.draft.name,
        text: &one.draft.text,
        is_extracted: one.draft.is_extracted(),
        analysis: &one.analysis,
    };
    let sheet = write(source, arguments.format)?;
    match &arguments.out {
        Some(path) => fs::write(path, sheet).with_context(|| format!("cannot write {}", path.display()))?,
        None => stdout().write_all(sheet.as_bytes())?,
    }
    Ok(Outcome::Quiet)
}

/// The sheet of a draft, in the language of the messages.
///
/// # Errors
/// None that a draft could cause: a fault of ours in reading or writing it.
pub(crate) fn write(source: Source, format: SheetFormat) -> Result<String> {
    let sheet = Sheet::of(source).with_context(|| source.name.to_owned())?;
    match format {
        SheetFormat::Md => Ok(markdown::write(&sheet)),
        SheetFormat::Html => html::write(&sheet),
        SheetFormat::Json => json::write(&sheet),
    }
}
