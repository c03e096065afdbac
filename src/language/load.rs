//! Reads the files of a language.

use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::{Table, Value as Toml};

use super::{Classes, Head, Language, Messages};
use crate::pattern::{LexiconBuilder, Rule, RuleSet, Value, compile};
use crate::token::{Habits, Marks};

/// The files of a language together, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    numbers: Numbers,
    apostrophe: Apostrophe,
    grammar: Grammar,
    class: Table,
    date: Vec<Table>,
    quantity: Vec<Table>,
    cue: Vec<Table>,
    relation: Vec<Table>,
    share: Vec<Table>,
    toll: Vec<Table>,
    dateline: Vec<Table>,
    anniversary: Vec<Table>,
    messages: Table,
    words: Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    group: Vec<char>,
    decimal: Vec<char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Apostrophe {
    elisions: FxHashSet<String>,
    clitics: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grammar {
    head: Head,
    /// How verbs of the future end, if they tell it by that.
    #[serde(default)]
    future: Vec<String>,
}

/// Reads the files of a language: of each its name, without ending, and its text.
///
/// # Panics
/// Where a file is wrong, saying what and where. The files are part of the program and a test reads them all.
pub(super) fn load(code: &'static str, files: &[(&str, &str)]) -> Language {
    let mut all = Table::new();
    for (room, text) in files {
        let table = text.parse().unwrap_or_else(|e| panic!("src/language/{code}/{room}.toml: {e}"));
        join(&mut all, table, &|key| {
            panic!("src/language/{code}/{room}.toml: {key} stands in another file too")
        });
    }
    build(code, all.try_into().unwrap_or_else(|e| panic!("src/language/{code}: {e}")))
}

/// Adds what one file says; what stands in two of them is told to `twice`.
fn join(all: &mut Table, more: Table, twice: &dyn Fn(&str)) {
    for (key, value) in more {
        match (all.get_mut(&key), value) {
            (Some(Toml::Table(old)), Toml::Table(new)) => join(old, new, twice),
            (Some(_), _) => twice(&key),
            (None, value) => drop(all.insert(key, value)),
        }
    }
}

fn build(code: &'static str, file: File) -> Language {
    let habits = Habits {
        marks: Marks { group: file.numbers.group, decimal: file.numbers.decimal },
        elisions: file.apostrophe.elisions,
        clitics: file.apostrophe.clitics,
    };
    let mut words = LexiconBuilder::new(&habits);
    classes(&file.class, &mut words, code);
    let rules = [
        file.date,
        file.quantity,
        file.cue,
        file.relation,
        file.share,
        file.toll,
        file.dateline,
        file.anniversary,
    ]
    .map(|list| rules(list, &mut words, code));
    let lexicon = words.build();
    let [dates, quantities, cues, relations, shares, tolls, datelines, anniversaries] =
        rules.map(|(rules, tables)| RuleSet::new(rules, tables, &lexicon));
    let class =
        |name: &str| lexicon.class(name).unwrap_or_else(|| panic!("src/language/{code}: no class {name}"));
    Language {
        code,
        classes: Classes::new(class),
        messages: Messages::new(file.messages, file.words),
        head: file.grammar.head,
        future: file.grammar.future,
        habits,
        lexicon,
        dates,
        quantities,
        cues,
        relations,
        shares,
        tolls,
        datelines,
        anniversaries,
    }
}

fn classes(tables: &Table, words: &mut LexiconBuilder, code: &str) {
    for name in Classes::NAMES {
        assert!(tables.contains_key(*name), "src/language/{code}: the class {name} is missing");
    }
    for (name, members) in tables {
        let class = words.class(name.clone().leak());
        match members {
            Toml::Array(list) => {
                list.iter().filter_map(Toml::as_str).for_each(|word| words.add(class, word, Value::None))
            }
            Toml::Table(table) => table.iter().for_each(|(word, worth)| words.add(class, word, value(worth))),
            _ => panic!("src/language/{code}: the class {name} is neither a list nor a table"),
        }
    }
}

/// The worth of a word; a text lives as long as the program, since the language does.
fn value(worth: &Toml) -> Value {
    match worth {
        Toml::Integer(n) => Value::Number(*n as f64),
        Toml::Float(n) => Value::Number(*n),
        Toml::String(text) => Value::Text(text.clone().leak()),
        _ => Value::None,
    }
}

fn rules(tables: Vec<Table>, words: &mut LexiconBuilder, code: &str) -> (Vec<Rule>, Vec<Table>) {
    let mut out = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let patterns = table.get("match").and_then(Toml::as_array).map_or(&[][..], Vec::as_slice);
        for pattern in patterns.iter().filter_map(Toml::as_str) {
            let program = compile(pattern.to_owned().leak(), words);
            let program = program.unwrap_or_else(|e| panic!("src/language/{code}: `{pattern}`: {e}"));
            out.push(Rule { program, settings: index });
        }
    }
    (out, tables)
}
