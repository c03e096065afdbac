//! One article of a page and the blocks that answer it: `card` and `fixed`.

use std::ops::Range;
use std::sync::Arc;

use copydesk::knowledge::Newsroom;
use copydesk::{Analysis, Card, Fix};

use super::block::Block;
use super::draft::{Draft, Note, caret_line};
use super::engine::Engine;
use super::failure::{Failure, side_by_side};
use super::gold::{self, Score};
use super::header::{Ask, Header};
use super::note;

/// An article that was read.
struct Article<'p> {
    block: &'p Block<'p>,
    header: Header,
    draft: Draft,
    analysis: Analysis,
    engine: &'p dyn Engine,
}

/// All that an article and the blocks behind it say and that is not so.
pub(crate) fn check(
    block: &Block,
    answers: &[Block],
    newsroom: &Arc<Newsroom>,
    engine: &dyn Engine,
) -> Vec<Failure> {
    let article = match Article::read(block, newsroom, engine) {
        Ok(article) => article,
        Err(failure) => return vec![failure],
    };
    let of_kind = |kind: &str| answers.iter().filter(|answer| answer.kind() == kind).collect::<Vec<_>>();
    let (hovers, cards) = article.hovers();
    let mut failures = article.check_header();
    failures.extend(article.check_notes(hovers));
    failures.extend(article.check_cards(&cards, &of_kind("card")));
    failures.extend(of_kind("fixed").into_iter().filter_map(|fixed| article.check_fixed(fixed)));
    failures.extend(answers.iter().filter_map(mistaken));
    failures
}

/// How well the dates of an article are read, if people annotated them by hand.
pub(crate) fn score(block: &Block, engine: &dyn Engine) -> Option<Score> {
    let article = Article::read(block, &Arc::default(), engine)
        .ok()
        .filter(|article| article.header.ask == Ask::Gold)?;
    Some(Score::of(&article.draft.notes, &article.dates()))
}

/// What is wrong with a block that is none of ours and has caret lines: most likely its name is misspelt.
pub(crate) fn mistaken(block: &Block) -> Option<Failure> {
    let ours = matches!(block.kind(), "article" | "card" | "fixed");
    let suspect = !ours && block.content.lines().any(|line| caret_line(line).is_some());
    suspect.then(|| {
        Failure::at(
            block.line,
            format!("carets in a ```{} block are not read; write ```article", block.kind()),
        )
    })
}

impl<'p> Article<'p> {
    /// Takes the block apart and has the draft read.
    fn read(block: &'p Block<'p>, newsroom: &Arc<Newsroom>, engine: &'p dyn Engine) -> Result<Self, Failure> {
        let mut header = Header::parse(block.rest()).map_err(|message| Failure::at(block.line, message))?;
        header.options.newsroom = Arc::new(header.with_customs(newsroom));
        let draft = Draft::parse(block.content)
            .map_err(|(row, message)| Failure::at(block.line + 1 + row, message))?;
        let analysis = engine.analyse(&draft.text, &header.options);
        Ok(Self { block, header, draft, analysis, engine })
    }

    /// What the words behind the fence say and that is not so.
    fn check_header(&self) -> Vec<Failure> {
        let anchor = self.analysis.anchor.as_ref().map(|anchor| anchor.value.as_str());
        let asked = [
            ("anchor", &self.header.anchor, anchor),
            ("detect", &self.header.language, self.analysis.language),
        ];
        asked
            .into_iter()
            .filter_map(|(word, expected, found)| self.check_word(word, expected.as_deref()?, found))
            .collect()
    }

    /// What one of these words says and that is not so.
    fn check_word(&self, word: &str, expected: &str, found: Option<&str>) -> Option<Failure> {
        let found = found.unwrap_or("none");
        let message = || format!("expected {word}={expected}, found {word}={found}");
        (expected != found).then(|| Failure::at(self.block.line, message()))
    }

    /// What the caret lines say and that is not so. All of the block is repaired at once.
    fn check_notes(&self, hovers: Vec<Note>) -> Vec<Failure> {
        let mut found = self.found();
        found.extend(hovers);
        let missing = without(&self.draft.notes, &found);
        if self.header.ask == Ask::SomeMentions {
            found.retain(|note| self.is_asked(note, &missing));
        }
        let surplus = without(&found, &self.draft.notes);
        let lines = 0..self.draft.rows.len();
        let mut failures: Vec<_> =
            lines.filter_map(|line| self.line_failure(line, &missing, &surplus)).collect();
        if let Some(last) = failures.pop() {
            failures.push(last.repaired_by(self.block.inside.clone(), self.draft.annotated(&found)));
        }
        failures
    }

    /// What the engine found, of the kind that the article asks for.
    fn found(&self) -> Vec<Note> {
        match self.header.ask {
            Ask::Findings => note::of_findings(&self.draft, &self.analysis, self.engine),
            Ask::Gold => gold::right(&self.draft.notes, &self.dates()),
            _ => note::of_mentions(&self.draft, &self.engine.mentions(&self.analysis, &self.draft.text)),
        }
    }

    /// The dates that the engine read.
    fn dates(&self) -> Vec<Note> {
        note::of_dates(&self.draft, self.engine.mentions(&self.analysis, &self.draft.text))
    }

    /// Whether a note is one that the article has, or stands where it has a wrong one.
    fn is_asked(&self, note: &Note, missing: &[Note]) -> bool {
        self.draft.notes.contains(note) || missing.iter().any(|other| other.place.overlaps(note.place))
    }

    /// The text line, and below it the carets expected against the carets found.
    fn line_failure(&self, line: usize, missing: &[Note], surplus: &[Note]) -> Option<Failure> {
        let carets = |label: &str, notes: &[Note]| -> String {
            let here = notes.iter().filter(|note| note.place.line == line);
            here.map(|note| format!("\n    {label}{}", note.caret_line())).collect()
        };
        let (expected, found) = (carets("expected | ", missing), carets("found    | ", surplus));
        let comment = match (expected.is_empty(), found.is_empty()) {
            (true, true) => return None,
            (true, false) => "nothing is annotated here, but was found:",
            (false, true) => "nothing was found here, but is annotated:",
            (false, false) => "found otherwise than annotated:",
        };
        let text = self.draft.line(line);
        let message = format!("{comment}\n             | {text}{expected}{found}");
        Some(Failure::at(self.block.line + 1 + self.draft.rows[line], message))
    }

    /// For each `hover` or `no hover`, from the top: the note that would be right, and the card if there is one.
    fn hovers(&self) -> (Vec<Note>, Vec<Card>) {
        let is_hover = |note: &&Note| note.text == "hover" || note.text == "no hover";
        let mut asked: Vec<&Note> = self.draft.notes.iter().filter(is_hover).collect();
        asked.sort_by_key(|note| note.place);
        let card = |note: &&Note| {
            self.engine.card_at(&self.analysis, &self.draft.text, self.draft.offset(note.place))
        };
        let cards: Vec<Option<Card>> = asked.iter().map(card).collect();
        let right = |(note, card): (&&Note, &Option<Card>)| match card {
            Some(card) => Note { place: self.draft.place(card.span), text: "hover".into() },
            None => Note { place: note.place, text: "no hover".into() },
        };
        let notes = asked.iter().zip(&cards).map(right).collect();
        (notes, cards.into_iter().flatten().collect())
    }

    /// Which `card` blocks are not the cards that were found, one by one from the top.
    fn check_cards(&self, cards: &[Card], blocks: &[&Block]) -> Vec<Failure> {
        let behind = blocks.last().map_or(self.block.range.end, |block| block.range.end);
        let pair = |index: usize| match (cards.get(index), blocks.get(index)) {
            (Some(card), Some(block)) => differs(block, &card.markdown),
            (Some(card), None) => Some(self.missing_card(card, behind..behind)),
            (None, Some(block)) => Some(surplus_card(block)),
            (None, None) => None,
        };
        (0..cards.len().max(blocks.len())).filter_map(pair).collect()
    }

    /// A card that the page does not show.
    fn missing_card(&self, card: &Card, behind: Range<usize>) -> Failure {
        let message = format!("no ```card block shows the card of `{}`", card.title);
        let text = format!("\n```card\n{}\n```\n", card.markdown.trim_end());
        Failure::at(self.block.line, message).repaired_by(behind, text)
    }

    /// What is wrong with a `fixed` block: the draft after the fix that it names, or else the first one.
    fn check_fixed(&self, block: &Block) -> Option<Failure> {
        let title = block.rest();
        let mut fixes = self.analysis.findings.iter().flat_map(|finding| &finding.fixes);
        match fixes.find(|fix| title.is_empty() || fix.title == title) {
            Some(fix) => differs(block, &fixed(&self.draft.text, fix)),
            None => Some(Failure::at(block.line, "no finding of the article above offers such a fix".into())),
        }
    }
}

/// A `card` block that no `hover` asks for.
fn surplus_card(block: &Block) -> Failure {
    let message = "no `hover` of the article above is answered by this card".into();
    Failure::at(block.line, message).repaired_by(block.range.clone(), String::new())
}

/// Whether a block holds another text than was found. White space at the end does not count.
fn differs(block: &Block, found: &str) -> Option<Failure> {
    let (expected, found) = (block.content.trim_end(), found.trim_end());
    let message = || format!("```{}{}", block.kind(), side_by_side(expected, found));
    let repaired =
        || Failure::at(block.line, message()).repaired_by(block.inside.clone(), format!("{found}\n"));
    (expected != found).then(repaired)
}

/// The text after a fix.
fn fixed(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut text = text.to_owned();
    for edit in edits.into_iter().rev() {
        text.replace_range(Range::from(edit.span), &edit.text);
    }
    text
}

/// The notes that are not among `others`; a note that stands twice has to stand there twice.
fn without(notes: &[Note], others: &[Note]) -> Vec<Note> {
    let mut others: Vec<&Note> = others.iter().collect();
    let mut rest = Vec::new();
    for note in notes {
        match others.iter().position(|other| *other == note) {
            Some(at) => drop(others.swap_remove(at)),
            None => rest.push(note.clone()),
        }
    }
    rest
}
