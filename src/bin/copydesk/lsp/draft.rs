//! A draft that is open in the editor, and its reading.

use std::sync::atomic::{AtomicU64, Ordering};

use copydesk::{Analysis, Analyst, Format, Options};
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::settings::Settings;
use super::translate::{Encoding, Translator};
use crate::lines::Lines;

/// A draft as the editor last sent it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// What it says.
    pub(crate) text: String,
    /// Where its lines begin.
    pub(crate) lines: Lines,
    /// The editor's number for this text.
    pub(crate) version: i32,
    /// Our own number, which rises with every change to the text or its options: editors may count as they like.
    pub(crate) revision: u64,
    /// What to know of it.
    options: Options,
}

impl Draft {
    /// The draft that the editor opened.
    pub(crate) fn open(document: TextDocumentItem, settings: &Settings) -> Self {
        let format = format_of(&document.language_id);
        let mut options = Options { file_name: file_name(&document.uri), format, ..Options::default() };
        settings.fill(&mut options);
        let lines = Lines::of(&document.text);
        Self { text: document.text, lines, version: document.version, revision: next_revision(), options }
    }

    /// Takes over what was edited.
    pub(crate) fn edit(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = self.translator(encoding).span(range);
                    self.text.replace_range(std::ops::Range::from(span), &change.text);
                }
                None => self.text = change.text,
            }
            self.lines = Lines::of(&self.text);
        }
        self.version = version;
        self.revision = next_revision();
    }

    /// Takes over what was set.
    pub(crate) fn configure(&mut self, settings: &Settings) {
        settings.fill(&mut self.options);
        self.revision = next_revision();
    }

    /// Translates places in its text.
    pub(crate) fn translator(&self, encoding: Encoding) -> Translator<'_> {
        Translator { text: &self.text, lines: &self.lines, encoding }
    }

    /// What is understood of it.
    pub(crate) fn read(&self, analyst: &mut Analyst) -> Analysis {
        analyst.analyse(&self.text, &self.options)
    }
}

/// A number that was never given before.
fn next_revision() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// How a document of that language is marked up; plain copy reads the same as Markdown, so that is the safe guess.
fn format_of(language_id: &str) -> Format {
    match language_id {
        "plaintext" | "text" => Format::Plain,
        _ => Format::Markdown,
    }
}

/// The last part of the address, which may hold the day of publication.
fn file_name(uri: &Uri) -> Option<String> {
    let path = uri.path().decode().to_string_lossy();
    path.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned)
}
