//! The ways in which drafts are marked up, and the names that files and editors have for them.

/// How a text is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown; plain copy reads the same in it.
    #[default]
    Markdown,
    /// Plain text: nothing is markup.
    Plain,
    /// Plain text with a paragraph on each line, however short: what is taken out of files of word processors.
    Lines,
    /// HTML.
    Html,
    /// AsciiDoc.
    AsciiDoc,
    /// reStructuredText.
    ReStructuredText,
    /// LaTeX.
    Latex,
    /// Typst.
    Typst,
    /// Org.
    Org,
}

/// What is known of a format beside how it is read.
struct Entry {
    format: Format,
    /// Its name first, then others that editors have for it.
    names: &'static [&'static str],
    endings: &'static [&'static str],
    built_in: bool,
}

const fn entry(
    format: Format,
    names: &'static [&'static str],
    endings: &'static [&'static str],
    built_in: bool,
) -> Entry {
    Entry { format, names, endings, built_in }
}

/// In the order of [`Format::ALL`].
const ENTRIES: [Entry; 9] = [
    entry(Format::Markdown, &["markdown"], &["md", "markdown"], true),
    entry(Format::Plain, &["plain", "plaintext", "text"], &["txt"], true),
    entry(Format::Lines, &["lines"], &[], true),
    entry(Format::Html, &["html", "xhtml"], &["html", "htm", "xhtml"], cfg!(feature = "html")),
    entry(Format::AsciiDoc, &["asciidoc", "asciidoctor"], &["adoc", "asciidoc"], cfg!(feature = "asciidoc")),
    entry(Format::ReStructuredText, &["rst", "restructuredtext"], &["rst"], cfg!(feature = "rst")),
    entry(Format::Latex, &["latex", "tex"], &["tex"], cfg!(feature = "latex")),
    entry(Format::Typst, &["typst"], &["typ"], cfg!(feature = "typst")),
    entry(Format::Org, &["org"], &["org"], cfg!(feature = "org")),
];

impl Format {
    /// Every format.
    pub const ALL: [Format; 9] = [
        Format::Markdown,
        Format::Plain,
        Format::Lines,
        Format::Html,
        Format::AsciiDoc,
        Format::ReStructuredText,
        Format::Latex,
        Format::Typst,
        Format::Org,
    ];

    fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize]
    }

    /// Its name in records and options, such as `html`.
    pub fn name(self) -> &'static str {
        self.entry().names[0]
    }

    /// The endings that the names of its files have, without the full stop.
    pub fn endings(self) -> &'static [&'static str] {
        self.entry().endings
    }

    /// Whether its parser was compiled in, as the features of this crate ask for. A draft in a format that was not is read
    /// as Markdown.
    pub fn is_built_in(self) -> bool {
        self.entry().built_in
    }

    /// Whether a parser finds the prose in it, rather than its lines.
    pub(crate) fn is_markup(self) -> bool {
        !matches!(self, Format::Markdown | Format::Plain | Format::Lines) && self.is_built_in()
    }

    /// Text as it is written in this format, with what would be taken for markup escaped.
    pub(crate) fn written(self, text: &str) -> String {
        let escaped = match self {
            Format::Html => {
                return text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            }
            Format::Latex => "%&#$_{}",
            Format::Typst => "#$*_@<`\\",
            _ => "",
        };
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            out.extend(escaped.contains(c).then_some('\\'));
            out.push(c);
        }
        out
    }

    /// The format of that name, or of that language identifier of an editor.
    pub fn named(name: &str) -> Option<Self> {
        ENTRIES.iter().find(|entry| entry.names.contains(&name)).map(|entry| entry.format)
    }

    /// The format of files with that ending, in small letters.
    pub fn of_ending(ending: &str) -> Option<Self> {
        ENTRIES.iter().find(|entry| entry.endings.contains(&ending)).map(|entry| entry.format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_entry() {
        assert!(Format::ALL.iter().all(|format| format.entry().format == *format));
        assert!(Format::ALL.iter().all(|format| Format::named(format.name()) == Some(*format)));
        assert_eq!(Format::of_ending("htm"), Some(Format::Html));
    }
}
