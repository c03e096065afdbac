//! What is kept of an entity on the way: a row whose roles and country may still be numbers.

use std::collections::HashMap;

use clap::ValueEnum;
use copydesk::knowledge::newsroom::Kind;
use serde::{Deserialize, Serialize};

/// What to keep of a dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// Which kinds.
    pub(crate) kinds: Vec<Wanted>,
    /// In how many Wikipedias at least it has a page.
    pub(crate) wikis: u32,
}

/// A kind that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
pub(crate) enum Wanted {
    /// Whoever holds or held an office, or is otherwise of public life
    People,
    /// Towns, regions, and other places that are written of
    Places,
    /// Companies, parties, institutions
    Organisations,
}

impl Choice {
    /// Whether a table's lines of that kind are asked for.
    pub(super) fn wants(&self, kind: &str) -> bool {
        Kind::of_name(kind).is_some_and(|kind| self.takes(kind, u32::MAX))
    }

    /// Whether something of that kind, with pages in so many Wikipedias, is asked for.
    pub(super) fn takes(&self, kind: Kind, wikis: u32) -> bool {
        let wanted = match kind {
            Kind::Person => Wanted::People,
            Kind::Place => Wanted::Places,
            Kind::Organisation => Wanted::Organisations,
        };
        wikis >= self.wikis && self.kinds.contains(&wanted)
    }
}

/// A role that somebody held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Held {
    /// Its number in Wikidata, or its name.
    pub(super) role: String,
    /// First and last day, month or year; empty where not known.
    pub(super) from: String,
    pub(super) until: String,
    /// Whether it is over.
    pub(super) over: bool,
}

impl Held {
    /// Whether the later term begins when this one ends.
    pub(super) fn goes_on(&self, later: &Held) -> bool {
        let meets =
            self.until.get(..7).or(self.until.get(..4)).is_some_and(|end| later.from.starts_with(end));
        self.role == later.role && meets
    }
}

/// A row on the way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) kind: String,
    pub(super) names: Vec<String>,
    pub(super) held: Vec<Held>,
    pub(super) about_fr: String,
    pub(super) about_en: String,
    /// Numbers, codes or names.
    pub(super) countries: Vec<String>,
    pub(super) born: String,
    pub(super) died: String,
    pub(super) position: Option<(f32, f32)>,
    pub(super) population: Option<u64>,
    pub(super) fame: u32,
    pub(super) id: String,
    pub(super) gender: Option<String>,
    /// The day on which it was last changed.
    pub(super) modified: String,
}

impl Found {
    /// The numbers of entities whose names it needs.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &str> {
        let roles = self.held.iter().map(|held| held.role.as_str());
        roles.chain(self.countries.iter().map(String::as_str)).filter(|id| is_number(id))
    }
}

/// What an entity is called by others that name it: a role, or a country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Label {
    pub(super) id: String,
    pub(super) fr: String,
    pub(super) en: String,
    /// What a woman in that role is called; empty where it is the same.
    pub(super) woman_fr: String,
    pub(super) woman_en: String,
    /// The code of a country.
    pub(super) iso: String,
}

/// Labels by the numbers of their entities.
pub(super) type Labels = HashMap<String, Label>;

/// Whether it is the number of an entity: `Q142`.
pub(super) fn is_number(text: &str) -> bool {
    text.strip_prefix('Q')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}
