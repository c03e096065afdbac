//! The files of the source tree.

use std::fs;
use std::path::{Path, PathBuf};

use crate::source::Source;

/// The root of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder and all folders in it whose names end with `extension`; none where there is no such folder.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.retain(|path| path.extension().is_some_and(|ending| ending == extension));
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, found) } else { found.push(path) }
    }
}

/// Every Rust file of the library and the program, without those that only hold tests.
pub(crate) fn sources() -> Vec<Source> {
    let is_code = |path: &PathBuf| !path.to_string_lossy().ends_with("tests.rs");
    files("src", "rs").into_iter().filter(is_code).map(|path| Source::read(&path)).collect()
}

/// Every Rust file of the library.
pub(crate) fn library() -> Vec<Source> {
    sources().into_iter().filter(|source| !source.path.starts_with("src/bin/")).collect()
}

/// The path of a file as it is written in messages.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
