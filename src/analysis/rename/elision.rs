//! The word before a name that changes: `d'Alice` becomes `de Bob`.

use super::super::Edit;
use crate::knowledge::fold;
use crate::language::Messages;

/// The edit with the word before it, where that has to lose or gain its vowel. `before` is what stands before the name in its
/// paragraph.
pub(super) fn with_article(messages: &Messages, before: &str, edit: Edit) -> Edit {
    let changed = match begins_with_vowel(&edit.text) {
        Some(true) => pairs(messages).find_map(|(full, elided)| elide(before, full, elided)),
        Some(false) => pairs(messages).find_map(|(full, elided)| spell_out(before, full, elided)),
        None => None,
    };
    let Some((length, word)) = changed else { return edit };
    let mut span = edit.span;
    span.start -= length as u32;
    Edit { span, text: word + &edit.text }
}

/// The words that lose their vowel, and what is left of them.
fn pairs(messages: &Messages) -> impl Iterator<Item = (&str, &str)> {
    let pair = |number| (messages.word("full", number), messages.word("elided", number));
    (1..).map(pair).take_while(|(full, elided)| !full.is_empty() && !elided.is_empty())
}

/// `de ` before the name as `d'`, and how many bytes of the text that replaces.
fn elide(before: &str, full: &str, elided: &str) -> Option<(usize, String)> {
    let word = before.strip_suffix(' ')?;
    ends_with_word(word, full).then(|| (full.len() + 1, as_written(&word[word.len() - full.len()..], elided)))
}

/// `d'` before the name as `de `.
fn spell_out(before: &str, full: &str, elided: &str) -> Option<(usize, String)> {
    let mark = before.chars().next_back().filter(|mark| ['\'', '’'].contains(mark))?;
    let (word, letters) = (before.strip_suffix(mark)?, elided.trim_end_matches('\''));
    let length = letters.len() + mark.len_utf8();
    ends_with_word(word, letters)
        .then(|| (length, as_written(&word[word.len() - letters.len()..], full) + " "))
}

/// Whether the text ends with that word, in whatever case.
fn ends_with_word(text: &str, word: &str) -> bool {
    let Some((head, tail)) = text.len().checked_sub(word.len()).and_then(|at| text.split_at_checked(at))
    else {
        return false;
    };
    tail.to_lowercase() == word && !head.ends_with(char::is_alphanumeric)
}

/// The word with a capital where what it replaces had one.
fn as_written(old: &str, new: &str) -> String {
    let mut letters = new.chars();
    match letters.next() {
        Some(first) if old.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => new.to_owned(),
    }
}

/// Whether the name begins with a vowel; `None` before `h`, of which only the ear knows.
fn begins_with_vowel(name: &str) -> Option<bool> {
    let folded = fold(name);
    let mut letters = folded.chars();
    let first = letters.next().filter(|first| first.is_alphabetic())?;
    let vowel = |letter: char| ['a', 'e', 'i', 'o', 'u'].contains(&letter);
    match first {
        'h' => None,
        // `Yves` opens with a vowel, `Yémen` does not.
        'y' => Some(letters.next().is_some_and(|second| !vowel(second))),
        _ => Some(vowel(first)),
    }
}
