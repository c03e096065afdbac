//! What stands behind the fence of an article: how to read the draft, and what to ask.

use chrono::NaiveDate;
use copydesk::knowledge::{Customs, Newsroom};
use copydesk::{Format, Options, languages};

/// How to read a draft, and what to ask about it.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// What the library is told of the draft.
    pub(crate) options: Options,
    /// What the caret lines speak of.
    pub(crate) ask: Ask,
    /// The language that has to be recognised (`detect=fr`); `none` asks for none.
    pub(crate) language: Option<String>,
    /// What the house writes between groups of three digits (`thousands=.`).
    thousands: Option<String>,
    /// What its agencies are called (`agency=Gazette_de_Seraing`).
    agencies: Vec<String>,
    /// The day that the draft has to speak from (`anchor=2020-12-17`); `none` asks for none.
    pub(crate) anchor: Option<String>,
}

/// What the caret lines of an article speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ask {
    /// All findings.
    #[default]
    Findings,
    /// All dates, figures and names.
    Mentions,
    /// Those dates, figures and names that are annotated.
    SomeMentions,
    /// All dates, against those that people annotated by hand.
    Gold,
}

impl Header {
    /// Reads the words behind `article`.
    pub(crate) fn parse(words: &str) -> Result<Self, String> {
        let mut header = Self::default();
        for word in words.split_whitespace() {
            header.take(word)?;
        }
        if header.options.language.is_none() && header.language.is_none() {
            return Err(format!(
                "name the language: ```article {} or ```article detect=fr",
                languages().join(", ")
            ));
        }
        Ok(header)
    }

    /// A newsroom that writes as the words behind the fence say.
    pub(crate) fn with_customs(&self, newsroom: &Newsroom) -> Newsroom {
        newsroom.with_customs(Customs::new(self.thousands.clone(), &self.agencies))
    }

    /// Takes one word.
    fn take(&mut self, word: &str) -> Result<(), String> {
        match word.split_once('=') {
            None if languages().contains(&word) => self.options.language = Some(word.into()),
            None if word == "mentions" => self.ask = Ask::Mentions,
            None if word == "gold" => self.ask = Ask::Gold,
            None if word == "some" && self.ask == Ask::Mentions => self.ask = Ask::SomeMentions,
            Some(("date", day)) => self.options.date = Some(date(day)?),
            Some(("file", name)) => self.options.file_name = Some(name.into()),
            Some(("messages", code)) if languages().contains(&code) => {
                self.options.messages = Some(code.into())
            }
            Some(("thousands", mark)) => self.thousands = Some(mark.replace('_', " ")),
            Some(("agency", name)) => self.agencies.push(name.replace('_', " ")),
            Some(("also", check)) => self.options.also.push(check.into()),
            Some(("format", name)) if Format::named(name).is_some() => {
                self.options.format = Format::named(name).unwrap_or_default();
            }
            Some(("detect", language)) => self.language = Some(language.into()),
            Some(("anchor", day)) => self.anchor = Some(day.into()),
            _ => return Err(format!("`{word}` means nothing here; tests/README.md lists the words that do")),
        }
        Ok(())
    }
}

/// Reads `2020-12-17`.
fn date(day: &str) -> Result<NaiveDate, String> {
    day.parse().map_err(|_| format!("`{day}` is no day; write date=2020-12-17"))
}
