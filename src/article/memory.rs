//! What is remembered from one draft to the next of how they were put together.
//!
//! A keystroke changes one paragraph, and seldom a name, a figure and a date in it. Who is named depends on the names of all
//! paragraphs alone, what figures say of each other on figures alone, and so on; where those are as they were, so is what was
//! made of them. What is compared here is all that a stage looks at, so that the answer is the same as without a memory.

use std::ops::Range;
use std::sync::Arc;

use super::entities::Settled;
use super::{Anchor, Article, Claims, Clashes, Common, Entities, Events, Placed, Spellings};
use crate::knowledge::Place;
use crate::mention::{Capital, Description, Event, Name, Paragraph, Quantity};
use crate::span::Span;

/// What is remembered from one draft to the next.
#[derive(Debug, Default)]
pub struct Memory {
    last: Option<Last>,
}

/// The last draft, and what was made of it.
#[derive(Debug)]
struct Last {
    language: &'static str,
    anchor: Option<Anchor>,
    paragraphs: Arc<[Placed]>,
    entities: Arc<Entities>,
    figures: Figures,
    events: Arc<Events>,
    spellings: Arc<Spellings>,
}

/// The figures of a draft, and those that contradict each other.
pub(super) type Figures = (Arc<Claims>, Arc<Clashes>);

/// The last draft beside one that is put together.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    last: Option<&'a Last>,
    paragraphs: &'a [Placed],
    /// What the two have in common.
    pub(super) common: Common,
}

impl Memory {
    /// The last draft beside this one. What was made of a draft in another language says nothing of one in this.
    pub(super) fn beside<'a>(&'a self, language: &str, paragraphs: &'a [Placed]) -> Beside<'a> {
        let last = self.last.as_ref().filter(|last| last.language == language);
        let before = last.map_or(&[][..], |last| &last.paragraphs);
        Beside { last, paragraphs, common: Common::of(before, paragraphs) }
    }

    /// Remembers a draft.
    pub(super) fn keep(&mut self, article: &Article) {
        self.last = Some(Last {
            language: article.language.code,
            anchor: article.timeline.anchor,
            paragraphs: article.paragraphs.clone(),
            entities: article.entities.clone(),
            figures: (article.claims.clone(), article.clashes.clone()),
            events: article.events.clone(),
            spellings: article.spellings.clone(),
        });
    }
}

impl<'a> Beside<'a> {
    /// Who is named, if the names are those of the last draft.
    pub(super) fn entities(self) -> Option<Arc<Entities>> {
        self.alike(same_names).map(|last| last.entities.clone())
    }

    /// The same, if no more than what speaks for the names is not as in the last draft, and they are settled as there.
    pub(super) fn entities_of(self, settled: &Settled) -> Option<Arc<Entities>> {
        let last = self.alike(same_bearers).filter(|last| last.entities.settled == *settled);
        last.map(|last| last.entities.clone())
    }

    /// What figures say, if they are those of the last draft, and as much is said of markets.
    pub(super) fn figures(self) -> Option<Figures> {
        let last = self.alike(same_figures)?;
        let (before, now) = self.common.edited();
        let markets = last.figures.0.is_of_market_with(&last.paragraphs[before], &self.paragraphs[now]);
        markets.then(|| last.figures.clone())
    }

    /// What figures said in the last draft, if it had as many paragraphs.
    pub(super) fn last_figures(self) -> Option<&'a Figures> {
        let (before, now) = self.common.edited();
        self.last.filter(|_| before == now).map(|last| &last.figures)
    }

    /// What is dated, if the dates and what happens on them are those of the last draft, and both speak from one day.
    pub(super) fn events(self, anchor: Option<Anchor>) -> Option<Arc<Events>> {
        let day = |anchor: Option<Anchor>| anchor.map(|anchor| (anchor.year, anchor.month, anchor.day));
        let last = self.alike(same_events).filter(|last| day(last.anchor) == day(anchor));
        last.map(|last| last.events.clone())
    }

    /// What was dated in the last draft, if it had as many paragraphs; and which of them were edited.
    pub(super) fn last_events(self) -> Option<(&'a Events, Range<usize>)> {
        let (before, now) = self.common.edited();
        self.last.filter(|_| before == now).map(|last| (&*last.events, now))
    }

    /// Which words are spelt nearly alike, if the capitalised words are those of the last draft.
    pub(super) fn spellings(self) -> Option<Arc<Spellings>> {
        self.alike(same_capitals).map(|last| last.spellings.clone())
    }

    /// The spellings of the last draft, whatever they were.
    pub(super) fn last_spellings(self) -> Option<Arc<Spellings>> {
        self.last.map(|last| last.spellings.clone())
    }

    /// The last draft, if it has as many paragraphs, each of which is the same or `same` as the one in its place.
    fn alike(self, same: fn(&Paragraph, &Paragraph) -> bool) -> Option<&'a Last> {
        let last = self.last?;
        let (before, now) = self.common.edited();
        let mut edited = last.paragraphs[before.clone()].iter().zip(&self.paragraphs[now.clone()]);
        let alike = |(one, other): (&Placed, &Placed)| {
            one.zone == other.zone && same(&one.paragraph, &other.paragraph)
        };
        (before == now && edited.all(alike)).then_some(last)
    }
}

/// Whether settling and linking names sees the same in both.
fn same_names(one: &Paragraph, other: &Paragraph) -> bool {
    let scored = |name: &Name| (name.sort, name.scores);
    same_bearers(one, other) && one.names.iter().map(scored).eq(other.names.iter().map(scored))
}

/// Whether linking names that are settled sees the same in both. Where acronyms are spelt out, it looks at places, too.
fn same_bearers(one: &Paragraph, other: &Paragraph) -> bool {
    one.acronyms.is_empty()
        && other.acronyms.is_empty()
        && one.names.len() == other.names.len()
        && one.names.iter().zip(&other.names).all(|(one, other)| same_bearer(one, other))
        && one
            .descriptions
            .iter()
            .map(Description::somewhere)
            .eq(other.descriptions.iter().map(Description::somewhere))
}

/// Whether the two differ at most in where they stand, and in what speaks for them.
fn same_bearer(one: &Name, other: &Name) -> bool {
    // All parts are named here, so that a new one is thought of.
    let Name {
        span: _,
        sentence: _,
        form,
        words,
        sort: _,
        scores: _,
        opens_sentence,
        place,
        organisation,
        role,
        gender,
        shouted,
        titled,
        quoted,
        acts,
    } = one;
    let place_of = |place: &Option<&'static Place>| place.map(std::ptr::from_ref);
    (form, words) == (&other.form, &other.words)
        && (gender, shouted, titled) == (&other.gender, &other.shouted, &other.titled)
        && (quoted, acts, organisation) == (&other.quoted, &other.acts, &other.organisation)
        && (*opens_sentence, role.is_some()) == (other.opens_sentence, other.role.is_some())
        && place_of(place) == place_of(&other.place)
}

/// Whether comparing figures sees the same in both: all of them, and the words of what governs them.
fn same_figures(one: &Paragraph, other: &Paragraph) -> bool {
    let cues = |figure: &'_ Quantity| figure.context.cues.iter().map(|cue| cue.span).collect::<Vec<_>>();
    let mut cues = one.quantities.iter().flat_map(cues);
    one.quantities == other.quantities && cues.all(|cue| cue.of(&one.text) == cue.of(&other.text))
}

/// Whether comparing dates sees the same in both: what happens on them, and the dates themselves, wherever they stand.
fn same_events(one: &Paragraph, other: &Paragraph) -> bool {
    let date = |paragraph: &Paragraph, event: &Event| paragraph.dates[event.date].somewhere();
    let same = |(a, b): (&Event, &Event)| a.somewhere() == b.somewhere() && date(one, a) == date(other, b);
    one.events.len() == other.events.len() && one.events.iter().zip(&other.events).all(same)
}

/// Whether comparing spellings sees the same in both: all capitalised words, wherever they stand.
fn same_capitals(one: &Paragraph, other: &Paragraph) -> bool {
    let somewhere = |capital: &Capital| Capital { span: Span::default(), ..capital.clone() };
    one.capitals.len() == other.capitals.len()
        && one.capitals.iter().zip(&other.capitals).all(|(one, other)| somewhere(one) == somewhere(other))
}
