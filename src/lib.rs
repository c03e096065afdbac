//! Copydesk reads a draft as a good copy editor would, and says what contradicts itself.
//!
//! ```text
//! text -> document -> tokens -> mentions  |  article: timeline, entities, claims -> checks -> findings, cards
//!         one paragraph at a time         |  the whole draft, but only mentions, never its text
//!         remembered by content           |  computed again on every keystroke
//! ```
//!
//! ```
//! let draft = "KABOUL 17/12/2020 (Agence) - La trêve court jusqu'au 31 novembre.";
//! let analysis = copydesk::analyse(draft, &copydesk::Options::default());
//! let finding = &analysis.findings[0];
//! assert_eq!((finding.check, finding.span.of(draft)), ("impossible-date", "31 novembre"));
//! ```
//!
//! Reading a paragraph never looks outside it: `jeudi` is read as "a Thursday", and only the timeline, which knows the
//! dateline, makes it a day. `docs/architecture.md` is the map of the house.

pub mod analysis;
mod article;
pub mod card;
pub mod check;
mod document;
pub mod knowledge;
mod language;
mod mention;
mod pattern;
pub mod span;
mod token;

pub use analysis::{
    Analysis, Analyst, Anchor, Bearer, Completion, Edit, Fact, FactKind, FactSheet, Finding, Fix, Format,
    Mention, Options, Reading, Refusal, Related, Severity, analyse, languages, phrase, warm_up,
};
#[doc(hidden)]
pub use analysis::{Compared, StudiedClaim, Study};
pub use card::{Card, Hint};
pub use check::{CHECKS, Check, Switch};
#[doc(hidden)]
pub use mention::{feature_name, features};
pub use span::Span;
