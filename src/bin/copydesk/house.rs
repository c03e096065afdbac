//! What holds for a draft: the house's `copydesk.toml`, and over it what the editor or the command line says.

mod accepted;
mod asides;
mod drafts;
mod file;
mod find;
mod kept;
mod knowledge;
mod never;
mod schema;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use copydesk::knowledge::{Customs, Newsroom};
use copydesk::{CHECKS, Finding, Options, Severity, Switch};
use schemars::JsonSchema;
use serde::Deserialize;

pub(crate) use accepted::Accepted;
pub(crate) use asides::{Asides, switching_off};
pub(crate) use drafts::Houses;
pub(crate) use file::{Problem, parse};
pub(crate) use find::{HOUSE_FILE, read_for};
pub(crate) use kept::{ACCEPTED_FILE, Kept, accepted_in, add, file_for, read, read_above, write_whole};
pub(crate) use knowledge::Shelf;
pub(crate) use never::switch_off;
pub(crate) use schema::schema;

/// How long nothing is said of a word that is being typed, unless the house says otherwise.
const PAUSE: Duration = Duration::from_millis(400);

/// The language of messages that is that of the draft.
pub(crate) const OF_THE_DRAFT: &str = "draft";

/// The check that shows contrasts.
const CONTRASTS: &str = "figure-contrast";

/// What one place says; what it leaves open is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct House {
    /// The language of the drafts.
    pub(crate) language: Option<String>,
    /// The language of the messages: a code, or [`OF_THE_DRAFT`].
    pub(crate) messages: Option<String>,
    /// What stands between groups of three digits.
    pub(crate) thousands: Option<String>,
    /// The names of agencies and papers that a dateline may carry.
    pub(crate) agencies: Vec<String>,
    /// The day of publication.
    pub(crate) date: Option<NaiveDate>,
    /// What becomes of the findings of a check, by its name.
    pub(crate) checks: BTreeMap<String, Level>,
    /// Whether figures that are set side by side on purpose are shown.
    pub(crate) contrasts: Option<bool>,
    /// Whether the day stands beside weekdays and relative dates.
    pub(crate) date_hints: Option<bool>,
    /// How long nothing is said of a word that is being typed.
    pub(crate) pause: Option<Duration>,
    /// Whether an editor that asks about all drafts is told of those that are not open.
    pub(crate) all_drafts: Option<bool>,
    /// What was accepted as it stands.
    pub(crate) accepted: Arc<HashSet<Accepted>>,
    /// The files of the newsroom's own knowledge, as they are named.
    pub(crate) knowledge: Vec<PathBuf>,
    /// What these files say.
    pub(crate) newsroom: Arc<Newsroom>,
}

/// What becomes of the findings of a check.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// They are not shown.
    Off,
    /// They are shown with the severity that the check gives them.
    On,
    /// Style and completeness.
    Hint,
    /// Worth a look.
    Information,
    /// Two places that cannot both be true.
    Warning,
    /// Cannot be true.
    Error,
}

impl Level {
    /// The severity that it sets, if it sets one.
    fn severity(self) -> Option<Severity> {
        match self {
            Self::Off | Self::On => None,
            Self::Hint => Some(Severity::Hint),
            Self::Information => Some(Severity::Information),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl House {
    /// What holds where `self` stands above `below`: the lower one fills what the upper one leaves open.
    pub(crate) fn over(&self, below: &House) -> House {
        let mut checks = below.checks.clone();
        checks.extend(self.checks.iter().map(|(name, level)| (name.clone(), *level)));
        House {
            language: self.language.clone().or_else(|| below.language.clone()),
            messages: self.messages.clone().or_else(|| below.messages.clone()),
            thousands: self.thousands.clone().or_else(|| below.thousands.clone()),
            agencies: [self.agencies.as_slice(), &below.agencies].concat(),
            date: self.date.or(below.date),
            checks,
            contrasts: self.contrasts.or(below.contrasts),
            date_hints: self.date_hints.or(below.date_hints),
            pause: self.pause.or(below.pause),
            all_drafts: self.all_drafts.or(below.all_drafts),
            accepted: below.accepted.clone(),
            knowledge: [self.knowledge.as_slice(), &below.knowledge].concat(),
            newsroom: if self.newsroom.is_empty() { below.newsroom.clone() } else { self.newsroom.clone() },
        }
    }

    /// Tells the library what it needs to know.
    pub(crate) fn fill(&self, options: &mut Options) {
        options.language.clone_from(&self.language);
        options.date = self.date;
        options.also = self.asked_for();
        options.messages = self.spoken().map(str::to_owned);
        options.newsroom.clone_from(&self.newsroom);
        if self.thousands.is_some() || !self.agencies.is_empty() {
            let customs = Customs::new(self.thousands.clone(), &self.agencies);
            options.newsroom = Arc::new(self.newsroom.with_customs(customs));
        }
    }

    /// The language of the messages, where it is not that of each draft.
    pub(crate) fn spoken(&self) -> Option<&str> {
        self.messages.as_deref().filter(|language| *language != OF_THE_DRAFT)
    }

    /// Whether an editor that asks about all drafts is told of those that are not open.
    pub(crate) fn lists_all(&self) -> bool {
        self.all_drafts != Some(false)
    }

    /// The checks that are off by themselves and on here.
    fn asked_for(&self) -> Vec<String> {
        let off = CHECKS.iter().filter(|check| check.default == Switch::Off);
        off.filter(|check| self.level(check.name).is_some_and(|level| level != Level::Off))
            .map(|check| check.name.to_owned())
            .collect()
    }

    /// What is said of a check, if anything.
    fn level(&self, check: &str) -> Option<Level> {
        let contrast = (check == CONTRASTS && self.contrasts == Some(false)).then_some(Level::Off);
        self.checks.get(check).copied().or(contrast)
    }

    /// The findings in a draft that are shown here, with the severities that they have here.
    pub(crate) fn judge(&self, findings: Vec<Finding>, text: &str) -> Vec<Finding> {
        let asides = Asides::of(text);
        let is_shown = |finding: &Finding| {
            self.level(finding.check) != Some(Level::Off)
                && !asides.switch_off(finding.check)
                && !self.accepts(finding, text)
        };
        findings.into_iter().filter(is_shown).map(|finding| self.weigh(finding)).collect()
    }

    /// Whether somebody has accepted a finding as it stands.
    fn accepts(&self, finding: &Finding, text: &str) -> bool {
        !self.accepted.is_empty() && self.accepted.contains(&Accepted::of(finding, text))
    }

    /// A finding with the severity that it has here.
    fn weigh(&self, finding: Finding) -> Finding {
        let severity = self.level(finding.check).and_then(Level::severity);
        Finding { severity: severity.unwrap_or(finding.severity), ..finding }
    }

    /// How long nothing is said of a word that is being typed.
    pub(crate) fn pause(&self) -> Duration {
        self.pause.unwrap_or(PAUSE)
    }
}
