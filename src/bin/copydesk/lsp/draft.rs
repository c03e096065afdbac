//! A draft that is open in the editor, and its reading.

use std::sync::atomic::{AtomicU64, Ordering};

use copydesk::{Analysis, Analyst, Format, Options, Span};
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::translate::{Encoding, Translator};
use super::typing::typed_word;
use crate::files;
use crate::house::House;
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
    /// What holds for it.
    house: House,
    /// The word that is being typed.
    pub(crate) typed: Option<Span>,
}

impl Draft {
    /// The draft that the editor opened.
    pub(crate) fn open(document: TextDocumentItem, house: House) -> Self {
        let format = format_of(&document.language_id);
        let mut options = Options { file_name: file_name(&document.uri), format, ..Options::default() };
        house.fill(&mut options);
        let (lines, revision) = (Lines::of(&document.text), next_revision());
        Self { text: document.text, lines, version: document.version, revision, options, house, typed: None }
    }

    /// A draft that is not open.
    pub(crate) fn on_disk(draft: files::Draft, house: House) -> Self {
        let mut options = Options { file_name: draft.file_name, format: draft.format, ..Options::default() };
        house.fill(&mut options);
        let (lines, revision) = (Lines::of(&draft.text), next_revision());
        Self { text: draft.text, lines, version: 0, revision, options, house, typed: None }
    }

    /// Takes over what was edited.
    pub(crate) fn edit(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        let alone = changes.len() == 1;
        for change in changes {
            let typed = self.apply(change, encoding);
            self.typed = typed.filter(|_| alone);
            self.lines = Lines::of(&self.text);
        }
        self.version = version;
        self.revision = next_revision();
    }

    /// Takes over one edit, and says which word it was typed into, if it looks like typing.
    fn apply(&mut self, change: TextDocumentContentChangeEvent, encoding: Encoding) -> Option<Span> {
        let Some(range) = change.range else {
            self.text = change.text;
            return None;
        };
        let span = std::ops::Range::from(self.translator(encoding).span(range));
        self.text.replace_range(span.clone(), &change.text);
        typed_word(&self.text, span.start, span.len(), change.text.len())
    }

    /// Takes over what holds for it now.
    pub(crate) fn configure(&mut self, house: House) {
        house.fill(&mut self.options);
        self.house = house;
        self.revision = next_revision();
    }

    /// How it is marked up.
    pub(crate) fn format(&self) -> Format {
        self.options.format
    }

    /// What holds for it.
    pub(crate) fn house(&self) -> &House {
        &self.house
    }

    /// Translates places in its text.
    pub(crate) fn translator(&self, encoding: Encoding) -> Translator<'_> {
        Translator { text: &self.text, lines: &self.lines, encoding }
    }

    /// What is understood of it, with the findings that are shown here.
    pub(crate) fn read(&self, analyst: &mut Analyst) -> Analysis {
        let mut analysis = analyst.analyse(&self.text, &self.options);
        analysis.findings = self.house.judge(analysis.findings, &self.text);
        analysis
    }
}

/// A number that was never given before.
fn next_revision() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// How a document of that language is marked up; plain copy reads the same as Markdown, so that is the safe guess.
fn format_of(language_id: &str) -> Format {
    Format::named(language_id).unwrap_or_default()
}

/// The last part of the address, which may hold the day of publication.
fn file_name(uri: &Uri) -> Option<String> {
    let path = uri.path().decode().to_string_lossy();
    path.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned)
}
