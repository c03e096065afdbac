//! What kind of file a draft is, by the ending of its name.

use std::path::Path;

use copydesk::Format;

/// A file of a word processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Office {
    /// Office Open XML, as Word writes it.
    Docx,
    /// OpenDocument, as LibreOffice writes it.
    Odt,
}

/// How a file holds its draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As text, with such markup.
    Text(Format),
    /// In an archive, with much else.
    Office(Office),
}

/// The files of word processors by their endings.
const OFFICE: [(&str, Office); 2] = [("docx", Office::Docx), ("odt", Office::Odt)];

/// What kind of file a path names. What has no ending that tells is read as Markdown, as which plain copy reads the same.
pub(crate) fn of(path: &Path) -> Kind {
    known(path).unwrap_or(Kind::Text(Format::Markdown))
}

/// Whether the name of a file is that of a draft.
pub(crate) fn is_draft(path: &Path) -> bool {
    known(path).is_some_and(|kind| !matches!(kind, Kind::Text(format) if !format.is_built_in()))
}

/// The endings of drafts that are text: `md`, `txt`.
pub(crate) fn text_endings() -> Vec<&'static str> {
    let formats = Format::ALL.into_iter().filter(|format| format.is_built_in());
    formats.flat_map(Format::endings).copied().collect()
}

/// The endings of drafts, for messages: `.md, .txt`.
pub(crate) fn endings() -> String {
    let all = text_endings().into_iter().chain(OFFICE.map(|(ending, _)| ending));
    all.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

fn known(path: &Path) -> Option<Kind> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let office = OFFICE.iter().find(|(known, _)| *known == ending).map(|(_, office)| Kind::Office(*office));
    office.or_else(|| Format::of_ending(&ending).map(Kind::Text))
}
