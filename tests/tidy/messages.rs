//! All languages say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use copydesk::CHECKS;
use toml::{Table, Value};

use crate::{assert_none, tree};

/// The tables of a language file that hold what is shown.
const SHOWN: &[&str] = &["message", "messages", "words"];

/// The messages of a language: under each key, the `{slots}` of its text.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn all_languages_have_the_same_messages() {
    let languages = languages();
    let pairs = languages.iter().flat_map(|one| languages.iter().map(move |other| (one, other)));
    let faults = pairs.flat_map(|((file, messages), (other, others))| lacks(file, messages, other, others));
    assert_none(
        faults.collect(),
        "Give every language each message and word that another has, with the same {slots}.",
    );
}

#[test]
fn each_check_has_a_message_in_each_language() {
    let mut faults = Vec::new();
    for (file, messages) in languages() {
        let silent = CHECKS.iter().filter(|check| !messages.keys().any(|key| belongs(key, check.name)));
        faults.extend(silent.map(|check| format!("{file} has no message for {}", check.name)));
    }
    assert_none(
        faults,
        "Write the message under [messages], with the check's name as its key, or `name-variant` for several.",
    );
}

/// Whether a key, such as `messages.age-mismatch` or `messages.age-mismatch-older`, is one of a check.
fn belongs(key: &str, check: &str) -> bool {
    let name = key.split_once('.').map_or(key, |(_, name)| name);
    name.strip_prefix(check).is_some_and(|variant| variant.is_empty() || variant.starts_with(['-', '.']))
}

/// The `messages.toml` of every language and what it holds.
fn languages() -> Vec<(String, Messages)> {
    let mut files = tree::files("src/language", "toml");
    files.retain(|path| path.ends_with("messages.toml"));
    files.iter().map(|path| (tree::shown(path), read(path))).collect()
}

/// The messages of a language file.
fn read(path: &std::path::Path) -> Messages {
    let text = fs::read_to_string(path).expect("the file was just listed");
    messages(&text.parse().unwrap_or_else(|error| panic!("{}: {error}", tree::shown(path))))
}

/// The messages of a language.
fn messages(language: &Table) -> Messages {
    let mut messages = Messages::new();
    for key in SHOWN {
        if let Some(value) = language.get(*key) {
            collect(key, value, &mut messages);
        }
    }
    messages
}

/// Collects the messages under a key.
fn collect(key: &str, value: &Value, messages: &mut Messages) {
    match value {
        Value::Table(table) => {
            table.iter().for_each(|(name, value)| collect(&format!("{key}.{name}"), value, messages))
        }
        value => drop(messages.insert(key.to_owned(), slots(value))),
    }
}

/// The names that stand in braces, in a text or in a list of texts.
fn slots(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => {
            let parts = text.split('{').skip(1);
            parts.filter_map(|part| part.split_once('}')).map(|(slot, _)| slot.to_owned()).collect()
        }
        Value::Array(list) => list.iter().flat_map(slots).collect(),
        _ => BTreeSet::new(),
    }
}

/// What `other` has and `file` lacks.
fn lacks(file: &str, messages: &Messages, other: &str, others: &Messages) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, slots) in others {
        match messages.get(key) {
            None => faults.push(format!("{file} lacks `{key}`, which {other} has")),
            Some(own) => {
                let missing = slots
                    .difference(own)
                    .map(|slot| format!("{file}: `{key}` lacks {{{slot}}}, which {other} has"));
                faults.extend(missing);
            }
        }
    }
    faults
}

#[test]
fn lacking_keys_and_slots_are_named() {
    let parse = |text: &str| messages(&text.parse().expect("the text below is TOML"));
    let fr = parse("[messages]\na = \"{x} {y}\"\n[messages.b]\none = \"un\"\n[months]\nz = 1\n");
    let en = parse("[messages]\na = \"{y}\"\n\"b.one\" = \"one\"\n");
    let faults = lacks("en.toml", &en, "fr.toml", &fr);
    assert_eq!(faults, ["en.toml: `messages.a` lacks {x}, which fr.toml has"]);
    assert_eq!(lacks("fr.toml", &fr, "en.toml", &parse("[messages]\nc = \"\"")).len(), 1);
}
