//! A sheet as it is shown, in whatever format: numbers, lines and words.

use anyhow::Result;
use copydesk::{Analysis, Fact, FactKind, FactSheet, Finding};

use crate::guard::guarded;
use crate::lines::Lines;

/// A draft that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// How the sheet calls it.
    pub(crate) name: &'a str,
    /// What it says.
    pub(crate) text: &'a str,
    /// Whether its lines are the paragraphs of a file that is no text, such as .docx.
    pub(crate) is_extracted: bool,
    /// What was understood of it.
    pub(crate) analysis: &'a Analysis,
}

/// The sheet of one draft.
pub(crate) struct Sheet<'a> {
    /// The draft.
    pub(crate) one: Source<'a>,
    /// What is to be checked.
    pub(crate) facts: FactSheet,
    lines: Lines,
}

/// A kind of fact, with the number of facts of that kind.
pub(crate) struct Counted<'a> {
    /// Its name in the program.
    pub(crate) name: &'static str,
    /// Its name in the language of the messages: `chiffres`.
    pub(crate) label: &'a str,
    /// How many.
    pub(crate) count: usize,
}

/// A kind, and its names for one fact and for several.
const KINDS: [(FactKind, &str, &str); 6] = [
    (FactKind::Figure, "figure", "figures"),
    (FactKind::Date, "date", "dates"),
    (FactKind::Person, "person", "persons"),
    (FactKind::Place, "place", "places"),
    (FactKind::Organisation, "organisation", "organisations"),
    (FactKind::Quotation, "quotation", "quotations"),
];

impl<'a> Sheet<'a> {
    pub(crate) fn of(one: Source<'a>) -> Result<Self> {
        let facts = guarded(|| one.analysis.facts())?;
        Ok(Self { one, facts, lines: Lines::of(one.text) })
    }

    /// A word in the language of the messages.
    pub(crate) fn say<'k>(&self, key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        self.facts.label(key)
    }

    /// The headline, or the name of the file.
    pub(crate) fn title(&self) -> &str {
        self.facts.title.as_deref().unwrap_or(self.one.name)
    }

    /// What it is, and of which draft.
    pub(crate) fn heading(&self) -> String {
        self.say("sheet_of").replace("{title}", self.title())
    }

    /// From which day the draft speaks.
    pub(crate) fn date(&self) -> String {
        match &self.facts.date {
            Some(date) => self.say("story").replace("{date}", date),
            None => self.say("no_story").to_owned(),
        }
    }

    /// The kinds that are in the draft, with their numbers.
    pub(crate) fn counts(&self) -> Vec<Counted<'_>> {
        let all = KINDS.iter().map(|(kind, one, many)| (kind.name(), *one, *many, self.facts.count(*kind)));
        let there = all.filter(|(.., count)| *count > 0);
        let counted = |(name, one, many, count): (_, _, _, usize)| {
            let label = self.facts.label(if count == 1 { one } else { many });
            Counted { name, label, count }
        };
        there.map(counted).collect()
    }

    /// What the desk would ask about.
    pub(crate) fn findings(&self) -> &'a [Finding] {
        &self.one.analysis.findings
    }

    /// The line of a place, from one.
    pub(crate) fn line(&self, offset: u32) -> usize {
        self.lines.line_of(offset as usize) + 1
    }

    /// `l. 3`; `par. 3` in a file whose paragraphs alone can be counted.
    pub(crate) fn place(&self, offset: u32) -> String {
        let key = if self.one.is_extracted { "paragraph" } else { "line" };
        self.say(key).replace("{line}", &self.line(offset).to_string())
    }

    /// What sort of fact it is, in the language of the messages.
    pub(crate) fn kind(&self, fact: &Fact) -> &str {
        self.say(fact.kind.name())
    }

    /// What the desk would ask about a fact.
    pub(crate) fn questions<'s>(&'s self, fact: &'s Fact) -> impl Iterator<Item = &'s Finding> {
        fact.findings.iter().filter_map(|number| self.findings().get(*number))
    }
}
