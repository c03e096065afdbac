//! Reading `copydesk.toml`: all of it or nothing, and what is wrong with it by line.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Component, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use copydesk::{CHECKS, Span};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{House, Level, OF_THE_DRAFT};
use crate::day;

/// Something in the file that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where it stands, in bytes.
    span: Range<usize>,
    /// What is wrong, and what would be right.
    pub(crate) message: String,
}

impl Problem {
    /// Something that stands there.
    pub(super) fn new(span: Range<usize>, message: String) -> Self {
        Self { span, message }
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.span.start, self.span.end)
    }
}

/// What a newsroom agrees on for the drafts in this folder and below.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "copydesk.toml", extend("$id" = "copydesk.schema.json"))]
pub(super) struct HouseFile {
    /// The language of the drafts, such as "fr". Without it each draft tells its own.
    #[schemars(with = "Option<String>")]
    language: Option<Spanned<String>>,
    /// The language of messages, cards and hints: "draft" for that of each draft, which it is unless set, or a language such as "en".
    #[schemars(with = "Option<String>")]
    messages: Option<Spanned<String>>,
    /// Names of agencies and papers of the house, which a dateline may carry: "LIÈGE, 3 mars (Gazette de Seraing) –".
    #[schemars(with = "Vec<String>")]
    agencies: Vec<Spanned<String>>,
    /// How the house writes numbers.
    numbers: Numbers,
    /// The day of publication, such as "2020-12-17", for drafts that do not give their own.
    #[schemars(with = "Option<String>")]
    date: Option<Spanned<String>>,
    /// Whether figures that are set side by side on purpose are shown (figure-contrast).
    contrasts: Option<bool>,
    /// How long nothing is said of a word that is being typed, in milliseconds; 400 unless set.
    typing_pause: Option<u64>,
    /// Whether editors list what is found in drafts that are not open, as they do unless this is false.
    all_drafts: Option<bool>,
    /// What stands beside the text.
    inlay_hints: InlayHints,
    /// What the newsroom knows itself.
    knowledge: Knowledge,
    /// What becomes of the findings of a check: "off", "on", or the severity that they have.
    #[schemars(with = "BTreeMap<String, Level>")]
    checks: BTreeMap<Spanned<String>, Level>,
}

/// How the house writes numbers.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Numbers {
    /// What stands between groups of three digits: ".", ",", " ", "'", or "" for nothing. Fixes and messages write it, and it is read
    /// in drafts whose language writes another, unless they write that too.
    #[schemars(with = "Option<String>")]
    thousands: Option<Spanned<String>>,
}

/// What the newsroom knows itself.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct Knowledge {
    /// Files of people, places and organisations, in CSV or TOML or as a register, seen from this file's folder. The first that has a name wins.
    #[schemars(with = "Vec<String>")]
    files: Vec<Spanned<PathBuf>>,
}

/// What stands beside the text.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct InlayHints {
    /// The day beside weekdays and relative dates.
    dates: Option<bool>,
}

/// What a file says.
///
/// # Errors
///
/// All that is wrong with it: one syntax error, or else every value that makes no sense.
pub(crate) fn parse(text: &str) -> Result<House, Vec<Problem>> {
    let file: HouseFile = toml::from_str(text).map_err(|error| vec![problem_of(&error)])?;
    let mut problems = Vec::new();
    let house = House {
        language: file.language.and_then(|language| known_language(&language, &[], &mut problems)),
        messages: file.messages.and_then(|code| known_language(&code, &[OF_THE_DRAFT], &mut problems)),
        thousands: file.numbers.thousands.and_then(|mark| known_mark(&mark, &mut problems)),
        agencies: file.agencies.into_iter().filter_map(|name| agency(name, &mut problems)).collect(),
        date: file.date.and_then(|date| day_of(&date, &mut problems)),
        checks: file
            .checks
            .into_iter()
            .filter_map(|(name, level)| known_check(name, level, &mut problems))
            .collect(),
        contrasts: file.contrasts,
        date_hints: file.inlay_hints.dates,
        pause: file.typing_pause.map(Duration::from_millis),
        all_drafts: file.all_drafts,
        knowledge: file.knowledge.files.into_iter().filter_map(|path| inside(path, &mut problems)).collect(),
        ..House::default()
    };
    if problems.is_empty() { Ok(house) } else { Err(problems) }
}

/// A file below the folder of `copydesk.toml`. Others are refused: a folder from elsewhere must not have us read what is not in it.
fn inside(file: Spanned<PathBuf>, problems: &mut Vec<Problem>) -> Option<PathBuf> {
    let stays = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
    if file.as_ref().components().all(stays) {
        return Some(file.into_inner());
    }
    let message = "name a file in the folder of copydesk.toml or below; none outside it is read".to_owned();
    problems.push(Problem { span: file.span(), message });
    None
}

/// A syntax error, a key that there is not, or a value of the wrong kind.
fn problem_of(error: &toml::de::Error) -> Problem {
    Problem { span: error.span().unwrap_or(0..0), message: error.message().to_owned() }
}

/// The code of a language that can be read, or another word that may stand in its place.
fn known_language(language: &Spanned<String>, also: &[&str], problems: &mut Vec<Problem>) -> Option<String> {
    let (known, code) = ([copydesk::languages(), also].concat(), language.as_ref());
    if known.contains(&code.as_str()) {
        return Some(code.clone());
    }
    let message = format!("Copydesk does not know `{code}`; write one of {}", known.join(", "));
    problems.push(Problem { span: language.span(), message });
    None
}

/// Marks that may stand between groups of three digits: a space of any width is one.
pub(super) const MARKS: [&str; 8] = ["", ".", ",", " ", "\u{a0}", "\u{202f}", "'", "’"];

fn known_mark(mark: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<String> {
    if MARKS.contains(&mark.as_ref().as_str()) {
        return Some(mark.as_ref().clone());
    }
    let message =
        "write one character: a full stop, a comma, a space or an apostrophe, or \"\" for nothing".to_owned();
    problems.push(Problem { span: mark.span(), message });
    None
}

/// The name of an agency; an empty one would be found everywhere.
fn agency(name: Spanned<String>, problems: &mut Vec<Problem>) -> Option<String> {
    if name.as_ref().chars().any(char::is_alphanumeric) {
        return Some(name.into_inner());
    }
    problems.push(Problem { span: name.span(), message: "write the name of an agency or paper".to_owned() });
    None
}

fn day_of(date: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    let complain = |message| problems.push(Problem { span: date.span(), message });
    day::parse(date.as_ref()).map_err(complain).ok()
}

fn known_check(name: Spanned<String>, level: Level, problems: &mut Vec<Problem>) -> Option<(String, Level)> {
    let (span, name) = (name.span(), name.into_inner());
    if CHECKS.iter().any(|check| check.name == name) {
        return Some((name, level));
    }
    let message = format!("there is no check `{name}`; `copydesk explain` lists them");
    problems.push(Problem { span, message });
    None
}
