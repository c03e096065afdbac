//! YAML and TOML front matter: only its date, title and language are looked at.

use std::sync::LazyLock;

use regex::Regex;

use crate::span::Span;

/// What the front matter of a draft says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Where the date stands, in ISO 8601.
    pub date: Option<Span>,
    /// Where the title stands, without quotation marks.
    pub title: Option<Span>,
    /// Where the code of the language stands.
    pub language: Option<Span>,
    /// Where the text behind it begins; 0 where there is none.
    pub end: usize,
}

impl FrontMatter {
    /// What one of two says, this one first.
    pub(super) fn or(self, other: FrontMatter) -> Self {
        Self {
            date: self.date.or(other.date),
            title: self.title.or(other.title),
            language: self.language.or(other.language),
            end: self.end.max(other.end),
        }
    }
}

/// Reads the front matter at the head of a text.
pub(super) fn read(text: &str) -> FrontMatter {
    static BLOCK: LazyLock<Regex> = LazyLock::new(|| {
        let block = r"\A\u{feff}?(?:---[ \t]*(?:\r\n|\n|\r)(?s:.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)|\+\+\+[ \t]*(?:\r\n|\n|\r)(?s:.*?)(?:\r\n|\n|\r)\+\+\+)[ \t]*(?:\r\n|\n|\r|\z)";
        Regex::new(block).expect("the pattern is a constant")
    });
    let Some(block) = BLOCK.find(text) else { return FrontMatter::default() };
    let head = block.as_str();
    FrontMatter {
        date: value(head, &DATE),
        title: value(head, &TITLE).filter(|title| !title.is_empty()),
        language: value(head, &LANGUAGE),
        end: block.end(),
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| key(r"date", r"(\d{4}-\d{2}(?:-\d{2})?)(?:[T \t][^\r\n]*)?"));
static TITLE: LazyLock<Regex> = LazyLock::new(|| key(r"title|titre", r"([^\r\n]*?)"));
static LANGUAGE: LazyLock<Regex> = LazyLock::new(|| key(r"lang|language|langue", r"([a-z]{2})"));

/// `key: "value"` in YAML, `key = "value"` in TOML.
fn key(name: &str, value: &str) -> Regex {
    let line = format!(r#"(?mi)^(?:{name})[ \t]*[:=][ \t]*["']?{value}["']?[ \t]*\r?$"#);
    Regex::new(&line).expect("the pattern is a constant")
}

fn value(head: &str, key: &Regex) -> Option<Span> {
    let found = key.captures(head)?.get(1)?;
    Some(Span::new(found.start(), found.end()))
}
