//! The card over a date: when it is, in words, and how that is known.

mod ground;
mod hint;
mod reason;
mod stretch;
mod value;

pub use hint::Hint;
pub(crate) use hint::hints;

use super::{Card, markdown};
use crate::article::{Article, At};
use crate::language::Messages;
use crate::span::Span;
use ground::{Ground, Grounded};

/// The card over the date at `offset`.
pub(super) fn at(article: &Article, text: &str, offset: usize) -> Option<Card> {
    let (at, span) = date_at(article, offset)?;
    let found = ground::find(article, at)?;
    let title = written(article, at);
    let markdown = Writer { article, text, found: &found }.card(&title);
    Some(Card { span, title, markdown })
}

/// How a date was read, in words: `jeudi 17 décembre 2020, d'après la date de la dépêche`.
pub(crate) fn reading(article: &Article, at: At) -> Option<String> {
    let found = ground::find(article, at)?;
    Some(Writer { article, text: "", found: &found }.headline())
}

fn date_at(article: &Article, offset: usize) -> Option<(At, Span)> {
    let behind = article.paragraphs.partition_point(|placed| placed.start <= offset);
    let paragraph = behind.checked_sub(1)?;
    let dates = article.paragraphs[paragraph].paragraph.dates.iter().enumerate();
    let mut found = dates.map(|(i, date)| ((paragraph, i), article.place(paragraph, date.extent())));
    found.find(|(_, span)| span.touches(offset))
}

/// The words of a date, on one line.
fn written(article: &Article, at: At) -> String {
    let words = article.written(at.0, article.date(at).extent());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of a list, with its slots filled.
fn label(messages: &Messages, list: &str, key: &str, values: &[(&str, &str)]) -> String {
    let template = messages.label(list, key).to_owned();
    values.iter().fold(template, |text, (key, value)| text.replace(&format!("{{{key}}}"), value))
}

struct Writer<'a> {
    article: &'a Article,
    text: &'a str,
    found: &'a Grounded,
}

impl Writer<'_> {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        label(&self.article.voice.messages, "when", key, values)
    }

    fn card(&self, title: &str) -> String {
        let mut out =
            format!("### {}\n\n{}\n", markdown::escaped(title), markdown::escaped(&self.headline()));
        let reasons = reason::reasons(self.article, self.found).into_iter();
        let mut lines: Vec<String> = reasons.map(|reason| markdown::escaped(&reason)).collect();
        lines.extend(self.range().map(|range| markdown::escaped(&range)));
        lines.extend(self.is_the_story().then(|| self.say("anchor", &[])));
        lines.extend(self.origin().map(|span| markdown::mention(self.article, self.text, span)));
        if !lines.is_empty() {
            out += &format!("\n{}", lines.iter().map(|line| format!("- {line}\n")).collect::<String>());
        }
        let placement = &self.found.placement;
        let value = if placement.value.is_empty() { "?" } else { &placement.value };
        out + &format!("\nTIMEX3: `{} {value}`\n", placement.kind)
    }

    /// `jeudi 17 décembre 2020, d'après la date de la dépêche`.
    fn headline(&self) -> String {
        let placement = &self.found.placement;
        let words = value::words(&self.article.voice.messages, placement.kind, &placement.value);
        let Some(words) = words else { return self.say("nowhere", &[("why", &self.lack())]) };
        let key = match (self.found.ground, placement.kind) {
            (_, "DURATION") => "duration",
            (_, "SET") => "set",
            (Ground::Nothing, _) => return self.say("open", &[("value", &words), ("why", &self.lack())]),
            (Ground::Words, _) if placement.value.ends_with("_REF") => return words,
            (Ground::Words, _) => "written",
            (Ground::Story, _) if self.anchor().is_none() => "given",
            (Ground::Story, _) => "story",
            (Ground::Date(at), _) => {
                let date = written(self.article, at);
                return self.say("date", &[("value", &words), ("date", &date)]);
            }
            (Ground::Text, _) => "text",
        };
        self.say(key, &[("value", &words)])
    }

    /// What is not said, so that a date could not be placed.
    fn lack(&self) -> String {
        let anchor = self.article.timeline.anchor;
        let has_name = self.found.placement.value.starts_with("XXXX-")
            && !self.found.placement.value.starts_with("XXXX-W")
            && !self.found.placement.value.starts_with("XXXX-XX");
        let key = match anchor {
            _ if has_name => "no_year",
            None => "no_story",
            Some(anchor) if anchor.day.is_none() => "only_month",
            Some(_) => "no_count",
        };
        self.say(key, &[])
    }

    /// Where the draft says its day.
    fn anchor(&self) -> Option<Span> {
        self.article.timeline.anchor?.span
    }

    /// Where that stands from which the date is counted.
    fn origin(&self) -> Option<Span> {
        match self.found.ground {
            Ground::Story => self.anchor(),
            Ground::Date(at) => Some(self.article.place(at.0, self.article.date(at).extent())),
            _ => None,
        }
    }

    /// Whether it is the day from which the draft speaks.
    fn is_the_story(&self) -> bool {
        let own = self.article.place(self.found.at.0, self.article.date(self.found.at).extent());
        self.anchor().is_some_and(|anchor| own.overlaps(anchor))
    }

    /// The period that it opens or closes, with the number of its days.
    fn range(&self) -> Option<String> {
        let (paragraph, index) = self.found.at;
        let opens = |index: usize| self.article.date((paragraph, index)).range.is_some();
        let first = if opens(index) { index } else { index.checked_sub(1).filter(|index| opens(*index))? };
        let [start, end] = [first, first + 1].map(|index| ground::find(self.article, (paragraph, index)));
        let (start, end) = (start?.placement, end?.placement);
        let messages = &self.article.voice.messages;
        let say = |value: &str| value::words(messages, "DATE", value);
        let is_day = |value: &str| value.len() == "2020-12-17".len() && !value.contains(['W', 'X']);
        let days = (end.start? - start.start?).num_days() + 1;
        let length = stretch::words(messages, &format!("P{days}D")).filter(|_| days > 0)?;
        let key = if is_day(&start.value) && is_day(&end.value) { "range_days" } else { "range" };
        Some(self.say(key, &[("start", &say(&start.value)?), ("end", &say(&end.value)?), ("days", &length)]))
    }
}
