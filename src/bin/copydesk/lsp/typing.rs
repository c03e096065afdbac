//! The word that is being typed: what touches it is not spoken of before the reporter pauses.

use copydesk::{Finding, Span};

/// Longest insertion or deletion, in bytes, that counts as typing; what is longer was pasted, undone or put right.
const KEYSTROKE: usize = 4;

/// The word around an edit at `start` that took `removed` bytes and put `inserted` bytes there; `None` if that was no typing.
pub(crate) fn typed_word(text: &str, start: usize, removed: usize, inserted: usize) -> Option<Span> {
    if removed > KEYSTROKE || inserted > KEYSTROKE {
        return None;
    }
    let (before, behind) = (&text[..start], &text[start + inserted..]);
    Some(Span::new(start - word_before(before), start + inserted + word_behind(behind)))
}

/// Whether a finding speaks of that word, at its own place or at one that it is linked to.
pub(crate) fn speaks_of(finding: &Finding, word: Span) -> bool {
    let places = finding.related.iter().map(|related| related.span).chain([finding.span]);
    places.into_iter().any(|place| place.start <= word.end && word.start <= place.end)
}

/// How many bytes of a word stand at the end of `text`, with one space that was just typed behind it.
fn word_before(text: &str) -> usize {
    let trimmed = text.strip_suffix(is_space).unwrap_or(text);
    let mut chars = trimmed.char_indices().rev().peekable();
    let mut start = trimmed.len();
    while let Some((at, c)) = chars.next() {
        let in_number = is_space(c)
            && trimmed[start..].starts_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(|(_, c)| c.is_ascii_digit());
        if c.is_whitespace() && !in_number {
            break;
        }
        start = at;
    }
    text.len() - start
}

/// How many bytes of a word stand at the beginning of `text`.
fn word_behind(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// A space that may stand inside a number: `2 500`.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, start: usize, inserted: usize) -> &str {
        typed_word(text, start, 0, inserted).map_or("", |span| span.of(text))
    }

    #[test]
    fn the_word_around_the_edit_is_meant() {
        assert_eq!(word("les 2.500 soldats", 8, 1), "2.500");
        assert_eq!(word("les 2 500 soldats", 8, 1), "2 500");
        assert_eq!(word("les 2.500 soldats", 9, 1), "2.500 soldats");
        assert_eq!(word("les", 3, 0), "les");
    }

    #[test]
    fn what_was_pasted_was_not_typed() {
        assert_eq!(typed_word("vendredi", 0, 0, 8), None);
    }
}
