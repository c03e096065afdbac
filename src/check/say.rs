//! How checks speak: dates and fixes in the language of the draft.

mod number;

use crate::analysis::{Edit, Fix};
use crate::article::Article;
use crate::span::Span;

impl Article {
    /// A message of the language of the draft.
    pub(super) fn say(&self, name: &str, values: &[(&str, &str)]) -> String {
        self.language.messages.text(name, values)
    }

    /// `17 décembre 2020`, `31 novembre`: as much as is given.
    pub(super) fn say_date(&self, day: i32, month: i32, year: Option<i32>) -> String {
        self.language.messages.date(Some(day), Some(month), year)
    }

    /// `jeudi`.
    pub(super) fn say_weekday(&self, weekday: u32) -> &str {
        self.language.messages.word("weekday", weekday)
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
    pub(super) fn cased(&self, paragraph: usize, wrong: Span, right: &str) -> String {
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
