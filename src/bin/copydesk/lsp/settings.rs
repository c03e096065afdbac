//! What the editor's settings say about all drafts.

use chrono::NaiveDate;
use copydesk::Options;
use serde_json::Value;

use crate::day;

/// The section of the settings that is ours.
const SECTION: &str = "copydesk";

/// What the editor's settings say about all drafts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The language of the drafts.
    language: Option<String>,
    /// The day of publication.
    date: Option<NaiveDate>,
    /// Whether the day stands beside weekdays and relative dates.
    pub(crate) date_hints: bool,
}

impl Settings {
    /// Reads `{"language": "fr", "date": "2020-12-17", "inlayHints": {"dates": true}}`, in a `copydesk` section or bare,
    /// and says what could not be understood. A bad setting counts as none: a typing mistake must not switch the desk off.
    pub(crate) fn parse(value: &Value) -> (Self, Vec<String>) {
        let mut complaints = Vec::new();
        let section = value.get(SECTION).unwrap_or(value);
        let mut setting = |name: &str| {
            text(section.get(name)).map_err(|kind| {
                complaints.push(format!("the setting `{SECTION}.{name}` must be text, not {kind}"));
            })
        };
        let language = setting("language").ok().flatten();
        let date = setting("date").ok().flatten();
        let hints = section.get("inlayHints").and_then(|hints| hints.get("dates"));
        let settings = Self {
            language: known(language, &mut complaints),
            date: parsed(date, &mut complaints),
            date_hints: switched("inlayHints.dates", hints, &mut complaints),
        };
        (settings, complaints)
    }

    /// The library's options for a draft, with what the settings say.
    pub(crate) fn fill(&self, options: &mut Options) {
        options.language.clone_from(&self.language);
        options.date = self.date;
    }
}

/// The text of a setting; empty or `null` means that it is not set.
fn text(value: Option<&Value>) -> Result<Option<&str>, &'static str> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
        Some(Value::Bool(_)) => Err("yes or no"),
        Some(Value::Number(_)) => Err("a number"),
        Some(_) => Err("a list or object"),
    }
}

/// Whether a setting is switched on; what is not set is off.
fn switched(name: &str, value: Option<&Value>, complaints: &mut Vec<String>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(on)) => *on,
        Some(_) => {
            complaints.push(format!("the setting `{SECTION}.{name}` must be true or false"));
            false
        }
    }
}

/// The language, if it is one that can be read.
fn known(language: Option<&str>, complaints: &mut Vec<String>) -> Option<String> {
    let language = language?;
    if copydesk::languages().contains(&language) {
        return Some(language.to_owned());
    }
    let languages = copydesk::languages().join(", ");
    complaints.push(format!("the setting `{SECTION}.language` must be one of {languages}, not `{language}`"));
    None
}

/// The day, if it is one.
fn parsed(date: Option<&str>, complaints: &mut Vec<String>) -> Option<NaiveDate> {
    let complain = |reason| complaints.push(format!("the setting `{SECTION}.date`: {reason}"));
    day::parse(date?).map_err(complain).ok()
}
