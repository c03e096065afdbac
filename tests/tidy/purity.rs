//! What the library never touches, and what the whole program never does.

use crate::source::Source;
use crate::{assert_none, tree};

/// Paths that no file of the library may hold, in any position.
const IMPURE: &[&str] = &[
    "tower_lsp",
    "tokio",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::time",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "env::var",
    "env::vars",
    "env::args",
];

/// Paths that no file at all may hold.
const NETWORK: &[&str] =
    &["std::net", "tokio::net", "reqwest", "hyper", "ureq", "curl", "isahc", "TcpStream", "UdpSocket"];

/// The only file that counts in UTF-16.
const TRANSLATE: &str = "src/bin/copydesk/lsp/translate.rs";

#[test]
fn the_library_knows_no_protocol_no_files_and_no_clock() {
    assert_none(
        tree::library().iter().flat_map(|source| uses(source, IMPURE)).collect(),
        "The library only turns a text into an analysis. Do this in src/bin/copydesk and hand the result in, as Options do.",
    );
}

#[test]
fn nothing_speaks_to_the_network() {
    assert_none(
        tree::sources().iter().flat_map(|source| uses(source, NETWORK)).collect(),
        "Nothing that a user writes leaves the machine: the program has no network code.",
    );
}

#[test]
fn only_the_translator_counts_in_utf_16() {
    let others = tree::sources().into_iter().filter(|source| source.path != TRANSLATE);
    let counts = |source: &Source| -> Vec<String> {
        let paths = source.paths().into_iter();
        let counting = paths.filter(|path| path.what.iter().any(|part| part.contains("utf16")));
        counting.map(|path| format!("{}: {}", source.at(path.line), path.what.join("::"))).collect()
    };
    assert_none(
        others.flat_map(|source| counts(&source)).collect(),
        &format!(
            "Offsets are UTF-8 bytes everywhere but in {TRANSLATE}, which turns them into positions: use it."
        ),
    );
}

/// The forbidden paths that a file holds.
fn uses(source: &Source, forbidden: &[&str]) -> Vec<String> {
    let holds = |path: &[String]| forbidden.iter().any(|name| contains(path, name));
    let paths = source.paths().into_iter().filter(|path| holds(&path.what));
    paths.map(|path| format!("{}: {}", source.at(path.line), path.what.join("::"))).collect()
}

/// Whether the parts of `name` stand side by side in `path`.
fn contains(path: &[String], name: &str) -> bool {
    let parts: Vec<&str> = name.split("::").collect();
    path.windows(parts.len()).any(|window| window == parts)
}

#[test]
fn forbidden_paths_are_seen() {
    let count = |text: &str| uses(&Source::parse("src/a.rs".into(), text), IMPURE).len();
    assert_eq!(count("use std::{fmt, fs::File};"), 1);
    assert_eq!(count("fn f() { let t = std::time::Instant::now(); }"), 1);
    assert_eq!(count("use tower_lsp::lsp_types::*;"), 1);
    assert_eq!(count("const P: &str = env!(\"CARGO\"); // std::fs\nfn now() {}"), 0);
}
