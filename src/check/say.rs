//! How checks speak, and what they write: messages in the language in which the writer is spoken to, fixes in that of the draft.

mod number;

use crate::analysis::{Edit, Fix};
use crate::article::Article;
use crate::span::Span;

impl Article {
    /// A message.
    pub(super) fn say(&self, name: &str, values: &[(&str, &str)]) -> String {
        self.voice.messages.text(name, values)
    }

    /// `17 décembre 2020`, `31 novembre`, in a message: as much as is given.
    pub(super) fn say_date(&self, day: i32, month: i32, year: Option<i32>) -> String {
        self.voice.messages.date(Some(day), Some(month), year)
    }

    /// `jeudi`, in a message.
    pub(super) fn say_weekday(&self, weekday: u32) -> &str {
        self.voice.messages.word("weekday", weekday)
    }

    /// `jeudi`, to be written into the draft in the place of `wrong`, with its capitals.
    pub(super) fn write_weekday(&self, paragraph: usize, wrong: Span, weekday: u32) -> String {
        self.cased(paragraph, wrong, self.language.messages.word("weekday", weekday))
    }

    /// `octobre`, the same.
    pub(super) fn write_month(&self, paragraph: usize, wrong: Span, month: u32) -> String {
        self.cased(paragraph, wrong, self.language.messages.word("month", month))
    }

    /// A fix that writes `right` in one place of a paragraph.
    pub(super) fn fix(&self, name: &str, paragraph: usize, span: Span, right: &str) -> Fix {
        let edit = Edit { span: self.place(paragraph, span), text: right.to_owned() };
        Fix { title: self.say(name, &[("right", right)]), edits: vec![edit] }
    }

    /// The same, with all of `whole` as it will read in the title: "Écrire « vendredi 18 décembre 2020 »".
    pub(super) fn fix_part(&self, name: &str, paragraph: usize, whole: Span, part: Span, right: &str) -> Fix {
        let (head, tail) = (Span { end: part.start, ..whole }, Span { start: part.end, ..whole });
        let shown = [self.written(paragraph, head), right, self.written(paragraph, tail)].concat();
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        Fix { title: self.say(name, &[("right", &shown)]), ..self.fix(name, paragraph, part, right) }
    }

    /// `right` with the capitals that `wrong` has in the text.
    fn cased(&self, paragraph: usize, wrong: Span, right: &str) -> String {
        let written = self.written(paragraph, wrong);
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let capital = letters.next().is_some_and(char::is_uppercase);
        let shouted = capital && letters.next().is_some_and(char::is_uppercase);
        match (shouted, capital) {
            (true, _) => right.to_uppercase(),
            (_, true) => capitalised(right),
            _ => right.to_owned(),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
