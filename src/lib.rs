//! Copydesk reads a draft as a good copy editor would.

pub mod analysis;
pub mod card;
pub mod check;
pub mod knowledge;
pub mod span;

pub use analysis::{
    Analysis, Analyst, Anchor, Edit, Finding, Fix, Format, Mention, Options, Reading, Related, Severity,
    analyse, languages,
};
pub use card::Card;
pub use check::{CHECKS, Check};
pub use span::Span;
