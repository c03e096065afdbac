//! What the editor's settings say about all drafts.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::NaiveDate;
use copydesk::CHECKS;
use serde::Deserialize;
use serde_json::Value;

use crate::day;
use crate::house::{House, Level, OF_THE_DRAFT};

/// The section of the settings that is ours.
pub(crate) const SECTION: &str = "copydesk";

/// The language that is none: each draft tells its own.
const AUTO: &str = "auto";

/// Reads `{"language": "fr", "messages": "en", "date": "2020-12-17", "checks": {"name-mismatch": "off"}}`, in a `copydesk` section or bare,
/// and says what could not be understood. A bad setting counts as none: a typing mistake must not switch the desk off.
pub(crate) fn parse(value: &Value) -> (House, Vec<String>) {
    let mut complaints = Vec::new();
    let section = value.get(SECTION).unwrap_or(value);
    let mut setting = |name: &str| {
        text(section.get(name)).map_err(|kind| {
            complaints.push(format!("the setting `{SECTION}.{name}` must be text, not {kind}"));
        })
    };
    let language = setting("language").ok().flatten();
    let date = setting("date").ok().flatten();
    let messages = setting("messages").ok().flatten();
    let hints = section.get("inlayHints").and_then(|hints| hints.get("dates"));
    let house = House {
        language: known(language, "language", &[], &mut complaints),
        messages: known(messages, "messages", &[OF_THE_DRAFT], &mut complaints),
        date: parsed(date, &mut complaints),
        checks: levels(section.get("checks"), &mut complaints),
        contrasts: switched("contrasts", section.get("contrasts"), &mut complaints),
        date_hints: switched("inlayHints.dates", hints, &mut complaints),
        all_drafts: switched("allDrafts", section.get("allDrafts"), &mut complaints),
        pause: milliseconds("typingPause", section.get("typingPause"), &mut complaints),
        ..House::default()
    };
    (house, complaints)
}

/// What becomes of the findings of checks.
fn levels(value: Option<&Value>, complaints: &mut Vec<String>) -> BTreeMap<String, Level> {
    let checks = value.and_then(Value::as_object).into_iter().flatten();
    let mut known = BTreeMap::new();
    for (name, level) in checks {
        let named = CHECKS.iter().any(|check| check.name == name);
        match Level::deserialize(level) {
            Ok(level) if named => drop(known.insert(name.clone(), level)),
            Ok(_) => {
                complaints.push(format!("the setting `{SECTION}.checks.{name}`: there is no such check"))
            }
            Err(error) => complaints.push(format!("the setting `{SECTION}.checks.{name}`: {error}")),
        }
    }
    known
}

/// A stretch of time, in milliseconds.
fn milliseconds(name: &str, value: Option<&Value>, complaints: &mut Vec<String>) -> Option<Duration> {
    let value = value.filter(|value| !value.is_null())?;
    if value.as_u64().is_none() {
        complaints.push(format!("the setting `{SECTION}.{name}` must be a number of milliseconds"));
    }
    value.as_u64().map(Duration::from_millis)
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

/// Whether a setting is switched on or off, if it is set.
fn switched(name: &str, value: Option<&Value>, complaints: &mut Vec<String>) -> Option<bool> {
    let value = value.filter(|value| !value.is_null())?;
    if !value.is_boolean() {
        complaints.push(format!("the setting `{SECTION}.{name}` must be true or false"));
    }
    value.as_bool()
}

/// The language of a setting, if it is one that can be read, or another word that may stand there.
fn known(language: Option<&str>, name: &str, also: &[&str], complaints: &mut Vec<String>) -> Option<String> {
    // An editor whose settings all have a value says by this one that there is none.
    let language = language.filter(|language| *language != AUTO)?;
    let known = [copydesk::languages(), also].concat();
    if known.contains(&language) {
        return Some(language.to_owned());
    }
    let known = known.join(", ");
    complaints.push(format!("the setting `{SECTION}.{name}` must be one of {known}, not `{language}`"));
    None
}

/// The day, if it is one.
fn parsed(date: Option<&str>, complaints: &mut Vec<String>) -> Option<NaiveDate> {
    let complain = |reason| complaints.push(format!("the setting `{SECTION}.date`: {reason}"));
    day::parse(date?).map_err(complain).ok()
}
