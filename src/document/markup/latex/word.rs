//! Characters that LaTeX writes in several: accents, dashes, quotation marks, symbols.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::super::collect::Collector;

/// An accent before its letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Accent {
    mark: char,
    /// Where its command begins.
    start: usize,
}

impl Accent {
    /// The accent of a command: `'`, `c`.
    pub(super) fn of(name: &str, start: usize) -> Option<Self> {
        let mark = match name {
            "`" => '\u{300}',
            "'" => '\u{301}',
            "^" => '\u{302}',
            "~" => '\u{303}',
            "=" => '\u{304}',
            "." => '\u{307}',
            "\"" => '\u{308}',
            "r" => '\u{30a}',
            "H" => '\u{30b}',
            "v" => '\u{30c}',
            "c" => '\u{327}',
            "k" => '\u{328}',
            _ => return None,
        };
        Some(Self { mark, start })
    }
}

/// What a command without arguments prints.
pub(super) fn symbol(name: &str) -> Option<&'static str> {
    Some(match name {
        "og" | "guillemotleft" => "«\u{a0}",
        "fg" | "guillemotright" => "\u{a0}»",
        "no" => "n\u{b0}",
        "dots" | "ldots" | "textellipsis" => "…",
        "euro" | "EUR" | "texteuro" => "€",
        "pounds" | "textsterling" => "£",
        "textendash" => "–",
        "textemdash" => "—",
        "oe" => "\u{153}",
        "OE" => "\u{152}",
        "ae" => "\u{e6}",
        "AE" => "\u{c6}",
        "ss" => "\u{df}",
        "o" => "\u{f8}",
        "O" => "\u{d8}",
        "i" => "i",
        "er" | "ier" => "er",
        "iere" | "re" => "re",
        "nobreakspace" => "\u{a0}",
        "quad" | "qquad" | "space" => " ",
        "textbackslash" => "\\",
        _ => return None,
    })
}

/// What is written in several characters and printed as one.
const LIGATURES: [(&str, &str); 5] = [("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘")];

/// A word, with the accent before it.
pub(super) fn read(out: &mut Collector, word: &str, place: Range<usize>, accent: Option<Accent>) {
    let mut at = 0;
    if let (Some(accent), Some(letter)) = (accent, word.chars().next()) {
        at = letter.len_utf8();
        let composed: String = [letter, accent.mark].into_iter().nfc().collect();
        out.instead(&composed, accent.start..place.start + at);
    }
    let mut plain = at;
    while at < word.len() {
        let rest = &word[at..];
        let Some((written, printed)) = LIGATURES.iter().find(|(written, _)| rest.starts_with(written)) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        out.text(place.start + plain..place.start + at);
        out.instead(printed, place.start + at..place.start + at + written.len());
        at += written.len();
        plain = at;
    }
    out.text(place.start + plain..place.end);
}
