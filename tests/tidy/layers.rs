//! Each module uses only modules to its left.

use crate::source::Source;
use crate::{assert_none, tree};

/// The modules of the library from left to right; those of one row do not know each other. A new module goes where all
/// that it uses is above it and all that uses it is below.
const LAYERS: &[&[&str]] = &[
    &["span"],
    &["token"],
    &["pattern"],
    &["language"],
    &["document"],
    &["knowledge"],
    &["mention"],
    &["article"],
    &["check", "card"],
    &["analysis"],
];

/// The plain data of the boundary, which every module may speak of; what reads a draft stands to the right of all.
const VOCABULARY: &[&str] =
    &["Anchor", "Edit", "Finding", "Fix", "Format", "Mention", "Options", "Reading", "Related", "Severity"];

/// What a module must not use although it stands to its left: checks see the article, never its text.
const HIDDEN: &[(&str, &[&str])] = &[("check", &["document", "pattern", "token"])];

#[test]
fn modules_use_only_modules_to_their_left() {
    let faults =
        tree::library().iter().filter(|source| source.path != "src/lib.rs").flat_map(faults).collect();
    assert_none(
        faults,
        "A module may use only those above it in LAYERS (tests/tidy/layers.rs): move what is shared to the left, or hand \
         the value in as an argument. Write `crate::module::Item`, so that the module can be seen.",
    );
}

/// What a file uses and must not.
fn faults(source: &Source) -> Vec<String> {
    let module = module(&source.path);
    let mut faults = Vec::new();
    for path in source.paths() {
        let Some(used) = from_root(&path.what, &source.path) else { continue };
        if let Some(fault) = fault(&module[0], used) {
            faults.push(format!("{}: {fault}", source.at(path.line)));
        }
    }
    faults.dedup();
    faults
}

/// What is wrong with the use of `used`, a path from the root of the library, in `module`.
fn fault(module: &str, used: &[String]) -> Option<String> {
    let (top, item) = (used.first()?, used.last()?);
    let of_boundary = top == item || top == "analysis";
    if top == module || of_boundary && VOCABULARY.contains(&item.as_str()) {
        return None;
    }
    let (Some(own), Some(other)) = (layer(module), layer(top)) else {
        let unknown = if layer(module).is_none() { module } else { top };
        return Some(format!(
            "`{unknown}` is no module in LAYERS; it is used as `crate::{}`",
            used.join("::")
        ));
    };
    let hidden = HIDDEN.iter().any(|(who, what)| *who == module && what.contains(&top.as_str()));
    (other >= own || hidden).then(|| format!("`{module}` must not use `crate::{}`", used.join("::")))
}

/// How far to the right a module stands.
fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

/// The part of a path that counts from the root of the library, if it does: behind `crate`, or enough `super`s.
fn from_root<'a>(path: &'a [String], file: &str) -> Option<&'a [String]> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(&path[1..]),
        "super" if ups >= module(file).len() => Some(&path[ups..]),
        _ => None,
    }
}

/// The module that a file holds: `src/check/age.rs` is `["check", "age"]`.
fn module(file: &str) -> Vec<String> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(String::from).collect()
}

#[test]
fn uses_to_the_right_are_seen() {
    let faults = |path: &str, text: &str| faults(&Source::parse(path.into(), text));
    assert_eq!(
        faults("src/check/age.rs", "use crate::article::Article; use crate::{Finding, analysis::Severity};"),
        [""; 0]
    );
    assert_eq!(faults("src/check/age.rs", "use super::Check; use super::super::article::X;"), [""; 0]);
    assert_eq!(faults("src/token.rs", "use crate::{span::Span, language::Lexicon};").len(), 1);
    assert_eq!(faults("src/mention/date.rs", "fn f() { super::super::article::f() }").len(), 1);
    assert_eq!(faults("src/article.rs", "use crate::analysis::analyse;").len(), 1);
    assert_eq!(faults("src/check.rs", "use crate::card::known;").len(), 1);
    assert_eq!(faults("src/check.rs", "use crate::document::Document;").len(), 1);
    assert_eq!(faults("src/news.rs", "use crate::span::Span;").len(), 1);
}
