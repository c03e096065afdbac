//! Which files a directory stands for: the drafts in it, but not those that an ignore file leaves out.

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
/// Hidden entries and links to directories are left alone. Ignore files count whether or not the directory is under Git.
pub(crate) fn below(directory: &Path) -> Vec<Result<PathBuf>> {
    let mut walker = WalkBuilder::new(directory);
    walker.require_git(false).add_custom_ignore_filename(IGNORE);
    let (mut drafts, mut errors) = (Vec::new(), Vec::new());
    for entry in walker.build() {
        match entry {
            Ok(entry) => {
                errors.extend(entry.error().map(|error| anyhow!("{error}; put that line right")));
                drafts.extend(Some(entry).filter(is_draft).map(DirEntry::into_path));
            }
            Err(error) => errors.push(anyhow!("cannot list a directory: {error}")),
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

/// Whether an entry is a file with the name of a draft.
fn is_draft(entry: &DirEntry) -> bool {
    let path = entry.path();
    kind::is_draft(path) && path.is_file()
}
