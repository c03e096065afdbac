//! Which files a directory stands for: the drafts in it, but not those that an ignore file leaves out.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use ignore::{DirEntry, WalkBuilder};

use crate::kind;

/// The ignore file of our own, beside `.gitignore`, in the same notation.
const IGNORE: &str = ".copydeskignore";

/// The files that say which others are left out.
pub(crate) const IGNORE_FILES: [&str; 2] = [".gitignore", IGNORE];

/// The drafts below a directory, sorted; what cannot be listed stands at the end, as an error.
///
/// Hidden entries, links to directories and links that lead out of the directory are left alone: nothing in a folder from
/// elsewhere has a file outside it read. Ignore files count whether or not the directory is under Git.
pub(crate) fn below(directory: &Path) -> Vec<Result<PathBuf>> {
    let mut walker = WalkBuilder::new(directory);
    walker.require_git(false).add_custom_ignore_filename(IGNORE);
    let (mut drafts, mut errors) = (Vec::new(), Vec::new());
    for entry in walker.build() {
        match entry {
            Ok(entry) => {
                errors.extend(entry.error().map(|error| anyhow!("{error}; put that line right")));
                let draft = Some(entry).filter(|entry| is_draft(entry) && stays(entry, directory));
                drafts.extend(draft.map(DirEntry::into_path));
            }
            Err(error) => errors.push(explained(&error)),
        }
    }
    if drafts.is_empty() && errors.is_empty() {
        let endings = kind::endings();
        errors.push(anyhow!(
            "no drafts in {}: looked for {endings} files that .gitignore and {IGNORE} do not leave out",
            directory.display()
        ));
    }
    drafts.sort();
    drafts.into_iter().map(Ok).chain(errors.into_iter().map(Err)).collect()
}

/// Why a directory cannot be listed; the error itself names it.
fn explained(error: &ignore::Error) -> anyhow::Error {
    match (error, error.io_error().map(io::Error::kind)) {
        (ignore::Error::WithPath { path, .. }, Some(io::ErrorKind::PermissionDenied)) => {
            anyhow!("{}: you are not allowed to list this directory", path.display())
        }
        _ => anyhow!("cannot list a directory: {error}"),
    }
}

/// Whether an entry is a file with the name of a draft.
fn is_draft(entry: &DirEntry) -> bool {
    let path = entry.path();
    kind::is_draft(path) && path.is_file()
}

/// Whether what an entry stands for lies in the directory.
fn stays(entry: &DirEntry, directory: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    !entry.path_is_symlink()
        || whole(entry.path()).zip(whole(directory)).is_some_and(|(file, folder)| file.starts_with(folder))
}
