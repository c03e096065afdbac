//! The fact sheet: everything in a draft that a fact-checker would mark, in the order of the text.

use rustc_hash::FxHashMap;

use super::Analysis;
use crate::article::{Article, At, Entity};
use crate::card::{self, date, figure};
use crate::document::Zone;
use crate::language::Language;
use crate::mention::Sort;
use crate::mention::quantity::Kind;
use crate::span::Span;

/// What sort of fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A figure, with what it counts.
    Figure,
    /// A date, time or duration.
    Date,
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// What somebody is said to have said: words in quotation marks, three or more.
    Quotation,
}

impl FactKind {
    /// Every kind, in the order in which sheets count them.
    pub const ALL: [FactKind; 6] = [
        FactKind::Figure,
        FactKind::Date,
        FactKind::Person,
        FactKind::Place,
        FactKind::Organisation,
        FactKind::Quotation,
    ];

    /// Its name, such as `figure`.
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Figure => "figure",
            FactKind::Date => "date",
            FactKind::Person => "person",
            FactKind::Place => "place",
            FactKind::Organisation => "organisation",
            FactKind::Quotation => "quotation",
        }
    }
}

/// One thing to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Where it stands.
    pub span: Span,
    /// Its words, on one line.
    pub words: String,
    /// The words before it in its paragraph, with the space between; `…` where there are more.
    pub before: String,
    /// The words behind it, in the same way.
    pub after: String,
    /// How it was read, in the language of the messages; empty where the words say it all.
    pub readings: Vec<String>,
    /// Other facts of the sheet that speak of the same: mentions of the same bearer, the same date, figures of the same
    /// thing. Places in [`FactSheet::facts`].
    pub others: Vec<usize>,
    /// What the desk would ask about it: places in [`Analysis::findings`].
    pub findings: Vec<usize>,
}

/// All that is to be checked in a draft.
#[derive(Clone, Debug, Default)]
pub struct FactSheet {
    /// The headline, on one line.
    pub title: Option<String>,
    /// The day or month from which the draft speaks, in words.
    pub date: Option<String>,
    /// In the order of the text.
    pub facts: Vec<Fact>,
    language: Option<&'static Language>,
}

impl FactSheet {
    /// A word of the sheet in the language of the messages, by its key under `[words.facts]` of the language files; the key
    /// itself if there is none.
    pub fn label<'a>(&self, key: &'a str) -> &'a str {
        self.language.map_or(key, |language| language.messages.label("facts", key))
    }

    /// How many facts are of that kind.
    pub fn count(&self, kind: FactKind) -> usize {
        self.facts.iter().filter(|fact| fact.kind == kind).count()
    }
}

impl Analysis {
    /// Everything in the draft that a fact-checker would mark, in the order of the text. Empty for a draft in no known
    /// language.
    pub fn facts(&self) -> FactSheet {
        let Some(article) = &self.article else { return FactSheet::default() };
        let messages = &article.voice.messages;
        let mut sheet = FactSheet {
            title: title(article),
            date: self.anchor.as_ref().map(|anchor| messages.iso_date(&anchor.value)),
            facts: Vec::new(),
            language: Some(article.voice),
        };
        let mut drafts = all(article);
        drafts.sort_by_key(|draft| (draft.fact.span.start, draft.fact.kind, draft.fact.span.end));
        link(&mut drafts);
        sheet.facts = drafts.into_iter().map(|draft| draft.fact).collect();
        self.point(&mut sheet.facts);
        sheet
    }

    /// Notes at each fact which findings speak of it. What is inside a quotation is a fact of its own.
    fn point(&self, facts: &mut [Fact]) {
        for (number, finding) in self.findings.iter().enumerate() {
            let places = finding.related.iter().map(|related| related.span).chain([finding.span]);
            for place in places {
                // Facts stand in the order of their heads, so those from here on begin behind it.
                let behind = facts.partition_point(|fact| fact.span.start < place.end);
                let near = facts[..behind].iter_mut().rev().take(NEAR);
                let meant = near.filter(|fact| fact.kind != FactKind::Quotation && fact.span.overlaps(place));
                meant
                    .filter(|fact| !fact.findings.contains(&number))
                    .for_each(|fact| fact.findings.push(number));
            }
        }
    }
}

/// Facts that may begin inside one place that a finding speaks of, and a few before it.
const NEAR: usize = 32;

/// What ties facts together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Tie {
    /// The same bearer.
    Entity(usize),
    /// The same TIMEX3 value.
    Moment(String),
}

/// A fact before it is numbered.
struct Draft {
    fact: Fact,
    tie: Option<Tie>,
    /// The places of the figures that it was compared with.
    compared: Vec<Span>,
}

fn title(article: &Article) -> Option<String> {
    let placed = article.paragraphs.iter().find(|placed| placed.zone == Zone::Headline)?;
    Some(on_one_line(placed.paragraph.text.trim_start_matches('#'))).filter(|title| !title.is_empty())
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all(article: &Article) -> Vec<Draft> {
    let mut out = dates(article);
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        let figures = placed.paragraph.quantities.iter().enumerate();
        let figures = figures.filter(|(_, figure)| figure.kind != Kind::Rank);
        out.extend(figures.map(|(index, _)| figure(article, (paragraph, index))));
        out.extend((0..placed.paragraph.names.len()).filter_map(|index| name(article, (paragraph, index))));
        let quotations = placed.paragraph.quotations.iter().filter(|span| speaks(article, paragraph, **span));
        out.extend(quotations.map(|span| draft(article, paragraph, *span, FactKind::Quotation)));
    }
    out
}

fn dates(article: &Article) -> Vec<Draft> {
    let placements = article.timeline.placements(&article.paragraphs);
    let date = |(at, placement): (At, crate::article::Placement)| {
        let one = draft(article, at.0, article.date(at).extent(), FactKind::Date);
        let tie = Some(placement.value).filter(|value| !value.is_empty() && placement.kind != "DURATION");
        let readings = date::reading(article, at).into_iter().collect();
        Draft { tie: tie.map(Tie::Moment), fact: Fact { readings, ..one.fact }, ..one }
    };
    placements.map(date).collect()
}

fn figure(article: &Article, at: At) -> Draft {
    let quantity = &article.paragraphs[at.0].paragraph.quantities[at.1];
    let one = draft(article, at.0, figure::whole(quantity), FactKind::Figure);
    let readings = figure::facts(article, at, quantity);
    Draft { fact: Fact { readings, ..one.fact }, compared: figure::compared(article, at), ..one }
}

fn name(article: &Article, at: At) -> Option<Draft> {
    let open = article.entities.open.contains(&at).then_some(FactKind::Person);
    let entity = article.entities.of(at);
    let kind = entity.map(kind).or(open)?;
    let mut one = draft(article, at.0, article.name(at).span, kind);
    if let Some(entity) = entity {
        one.tie = article.entities.of.get(&at).map(|index| Tie::Entity(*index));
        one.fact.readings = bearer(article, entity, &one.fact.words);
    }
    Some(one)
}

fn kind(entity: &Entity) -> FactKind {
    match entity.sort {
        Sort::Person => FactKind::Person,
        Sort::Place => FactKind::Place,
        _ => FactKind::Organisation,
    }
}

/// The full name of a bearer, where these words are not it, and the role.
fn bearer(article: &Article, entity: &Entity, words: &str) -> Vec<String> {
    let say =
        |key: &str, slot: &str, with: &str| article.voice.messages.label("facts", key).replace(slot, with);
    let (full, role) = (card::title(article, entity), card::role(article, entity));
    let full = Some(full)
        .filter(|full| full.to_lowercase() != words.to_lowercase())
        .map(|full| say("full", "{name}", &full));
    let role = Some(role).filter(|role| !role.is_empty()).map(|role| say("role", "{role}", &role));
    full.into_iter().chain(role).collect()
}

/// Fewest words of a quotation: one or two words in quotation marks are a title, a nickname or a word held at arm's length.
const SAID: usize = 3;

fn speaks(article: &Article, paragraph: usize, span: Span) -> bool {
    let words = article.written(paragraph, span).split_whitespace();
    words.filter(|word| word.contains(char::is_alphabetic)).count() >= SAID
}

fn draft(article: &Article, paragraph: usize, span: Span, kind: FactKind) -> Draft {
    let text = &article.paragraphs[paragraph].paragraph.text;
    let fact = Fact {
        kind,
        span: article.place(paragraph, span),
        words: on_one_line(span.of(text)),
        before: before(&text[..span.start as usize]),
        after: after(&text[span.end as usize..]),
        readings: Vec::new(),
        others: Vec::new(),
        findings: Vec::new(),
    };
    Draft { fact, tie: None, compared: Vec::new() }
}

/// Characters shown on each side of a fact.
const AROUND: usize = 60;

fn before(text: &str) -> String {
    let cut = text.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let near =
        cut.map_or(text, |at| text[at..].split_once(char::is_whitespace).map_or("", |(_, words)| words));
    let gap = if text.ends_with(char::is_whitespace) { " " } else { "" };
    let more = if cut.is_some() { "… " } else { "" };
    let words = format!("{more}{}", on_one_line(near));
    if words.is_empty() { words } else { words + gap }
}

fn after(text: &str) -> String {
    let cut = text.char_indices().nth(AROUND).map(|(at, _)| at);
    let near =
        cut.map_or(text, |at| text[..at].rsplit_once(char::is_whitespace).map_or("", |(words, _)| words));
    let gap = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let more = if cut.is_some() { " …" } else { "" };
    let words = format!("{}{more}", on_one_line(near));
    if words.is_empty() { words } else { format!("{gap}{words}") }
}

/// Fills in which facts speak of the same.
fn link(drafts: &mut [Draft]) {
    let mut ties: FxHashMap<Tie, Vec<usize>> = FxHashMap::default();
    let mut figures: FxHashMap<Span, usize> = FxHashMap::default();
    for (number, draft) in drafts.iter().enumerate() {
        if let Some(tie) = &draft.tie {
            ties.entry(tie.clone()).or_default().push(number);
        }
        if draft.fact.kind == FactKind::Figure {
            figures.insert(draft.fact.span, number);
        }
    }
    for (number, draft) in drafts.iter_mut().enumerate() {
        let tied = draft.tie.as_ref().and_then(|tie| ties.get(tie)).into_iter().flatten().copied();
        let compared = draft.compared.iter().filter_map(|span| figures.get(span).copied());
        let mut others: Vec<usize> = tied.chain(compared).filter(|other| *other != number).collect();
        others.sort_unstable();
        others.dedup();
        draft.fact.others = others;
    }
}
