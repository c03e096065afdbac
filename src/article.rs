//! What the mentions mean, over the whole draft: when, who, and which figures speak of the same thing.
//!
//! Nothing here looks at the words of the draft again; [`Article::written`] quotes them in messages, no more.

pub mod anchor;
mod arithmetic;
mod calendar;
mod claims;
mod common;
mod days;
mod digits;
mod entities;
mod events;
mod line;
mod lists;
mod lives;
mod memory;
mod spellings;
mod tables;
mod telling;
mod timeline;

pub use anchor::Anchor;
pub use arithmetic::{Number, alike, ends, is_level, is_year, last_place};
pub use calendar::{days_in_month, weekday};
pub use claims::{Claims, Clash, Clashes, Features, Group, Reason, Role, Verdict};
pub use common::Common;
pub use days::{Count, Days};
pub use digits::{Found, Scales};
pub use entities::{Entities, Entity};
pub use events::{Dated, Events, Likeness, Part, When};
pub use line::{Item, Line, whole};
pub use lists::List;
pub use lives::{BirthAndAge, FoundingAndFeast, TwoAges};
pub use memory::Memory;
use spellings::Spellings;
pub use spellings::{Form, Twins};
pub use tables::Column;
use telling::Telling;
pub use timeline::{Placement, Timeline};

use std::sync::Arc;

use crate::document::{Map, Zone};
use crate::knowledge::Newsroom;
use crate::language::Language;
use crate::mention::{Acronym, Date, Description, Name, Paragraph};
use crate::span::Span;

/// A paragraph in its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Offset of its first byte in the draft.
    pub start: usize,
    /// Offset just behind its last byte.
    pub end: usize,
    /// What part it plays.
    pub zone: Zone,
    /// What was read in it.
    pub paragraph: Arc<Paragraph>,
    /// Where its words stand in the draft, if markup stands between them.
    pub map: Option<Arc<Map>>,
}

impl Placed {
    /// A place within the paragraph as a place in the draft.
    pub fn place(&self, span: Span) -> Span {
        self.map.as_ref().map_or_else(|| span.shifted(self.start), |map| map.place(span))
    }
}

/// A draft, put together from what was read in its paragraphs.
#[derive(Debug)]
pub struct Article {
    /// The language that it was read in.
    pub language: &'static Language,
    /// The language in which its writer is spoken to; that of the draft unless somebody wants another.
    pub voice: &'static Language,
    /// What the newsroom knows itself.
    pub newsroom: Arc<Newsroom>,
    /// Its paragraphs.
    pub paragraphs: Arc<[Placed]>,
    /// Which of them it has in common with the draft before.
    pub common: Common,
    /// When it speaks.
    pub timeline: Timeline,
    /// Who and what it names.
    pub entities: Arc<Entities>,
    /// What its figures say.
    pub claims: Arc<Claims>,
    /// Those that contradict each other, the surest first.
    pub clashes: Arc<Clashes>,
    /// What it dates.
    pub events: Arc<Events>,
    /// Which of its words are spelt nearly alike.
    spellings: Arc<Spellings>,
}

/// Number of a mention: its paragraph, and its place among the mentions of that kind there.
pub type At = (usize, usize);

impl Article {
    /// Puts a draft together.
    pub fn new(
        language: &'static Language,
        paragraphs: Vec<Placed>,
        anchor: Option<Anchor>,
        newsroom: Arc<Newsroom>,
        memory: &mut Memory,
    ) -> Self {
        let paragraphs: Arc<[Placed]> = paragraphs.into();
        let beside = memory.beside(language.code, &paragraphs);
        let timeline = Timeline::new(&paragraphs, anchor);
        let entities = beside.entities().unwrap_or_else(|| {
            let settled = entities::settle(&paragraphs);
            let known = beside.entities_of(&settled);
            known.unwrap_or_else(|| Entities::new(&paragraphs, settled, language.code).into())
        });
        let events = beside
            .events(anchor)
            .unwrap_or_else(|| Events::new(&paragraphs, &timeline, beside.last_events()).into());
        let spellings = beside.spellings().unwrap_or_else(|| {
            let last = beside.last_spellings();
            Spellings::new(&paragraphs, last.as_deref()).into()
        });
        let known = beside.figures();
        let is_known = known.is_some();
        let (claims, clashes) = known.unwrap_or_else(|| (Claims::new(&paragraphs).into(), Arc::default()));
        let common = beside.common;
        let mut article = Self {
            language,
            voice: language,
            newsroom,
            paragraphs: paragraphs.clone(),
            common,
            timeline,
            entities,
            claims,
            clashes,
            events,
            spellings,
        };
        if !is_known {
            article.clashes = article.find_clashes(beside.last_figures(), &common.edited().1).into();
        }
        memory.keep(&article);
        article
    }

    /// A place within paragraph `paragraph` as a place in the draft.
    pub fn place(&self, paragraph: usize, span: Span) -> Span {
        self.paragraphs[paragraph].place(span)
    }

    /// Whether a place in the draft can be replaced without harm: no markup stands inside it.
    pub fn is_whole(&self, place: Span) -> bool {
        let behind = self.paragraphs.partition_point(|placed| placed.start <= place.start as usize);
        let placed = behind.checked_sub(1).map(|at| &self.paragraphs[at]);
        placed
            .and_then(|placed| placed.map.as_ref())
            .is_none_or(|map| place.is_empty() || map.is_whole(place))
    }

    /// The words at a place within a paragraph, to be quoted in a message.
    pub fn written(&self, paragraph: usize, span: Span) -> &str {
        span.of(&self.paragraphs[paragraph].paragraph.text)
    }

    /// A name.
    pub fn name(&self, (paragraph, index): At) -> &Name {
        &self.paragraphs[paragraph].paragraph.names[index]
    }

    /// An office without a name.
    pub fn description(&self, (paragraph, index): At) -> &Description {
        &self.paragraphs[paragraph].paragraph.descriptions[index]
    }

    /// Where somebody is spoken of, by name or by office, in the order of the text.
    pub fn spoken_of(&self, entity: &Entity) -> Vec<Span> {
        let named = entity.mentions.iter().map(|at| self.place(at.0, self.name(*at).span));
        let described = entity.described.iter().map(|at| self.place(at.0, self.description(*at).span));
        let mut spans: Vec<Span> = named.chain(described).collect();
        spans.sort_unstable();
        spans
    }

    /// The role of somebody as the draft first gives it, and its paragraph: beside the name, or else the office that is read there.
    pub fn role(&self, entity: &Entity) -> Option<(usize, Span)> {
        let beside = entity.role.and_then(|at| Some((at.0, self.name(at).role?)));
        beside.or_else(|| entity.mentions.iter().find_map(|at| Some((at.0, self.office_of(*at)?))))
    }

    /// The office beside a name.
    fn office_of(&self, (paragraph, index): At) -> Option<Span> {
        let offices = &self.paragraphs[paragraph].paragraph.offices;
        offices.iter().find(|office| office.name == index).map(|office| office.span)
    }

    /// Whether the draft itself names it, in running text and out of quotation marks.
    pub fn is_told(&self, at: At) -> bool {
        self.paragraphs[at.0].zone == Zone::Body && !self.name(at).quoted
    }

    /// The date of that number.
    pub fn date(&self, (paragraph, index): At) -> &Date {
        &self.paragraphs[paragraph].paragraph.dates[index]
    }

    /// An acronym.
    pub fn acronym(&self, (paragraph, index): At) -> &Acronym {
        &self.paragraphs[paragraph].paragraph.acronyms[index]
    }

    /// Every acronym that is spelt out, with its number.
    pub fn acronyms(&self) -> impl Iterator<Item = (At, &Acronym)> {
        self.paragraphs.iter().enumerate().flat_map(|(paragraph, placed)| {
            placed.paragraph.acronyms.iter().enumerate().map(move |(index, one)| ((paragraph, index), one))
        })
    }
}
