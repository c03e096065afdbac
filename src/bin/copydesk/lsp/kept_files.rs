//! The files of what was accepted as it stands, as they were when they were last read, and what is wrong with them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use tower_lsp::ls_types::{Diagnostic, Uri};

use super::diagnostics::of_file;
use super::translate::Encoding;
use crate::house::{self, ACCEPTED_FILE, Accepted, Kept};

/// The files, and which of them the editor has not yet been told of.
#[derive(Debug, Default)]
pub(crate) struct KeptFiles {
    files: HashMap<PathBuf, Kept>,
    unsaid: BTreeSet<PathBuf>,
}

impl KeptFiles {
    /// What is accepted for a draft. Whether something is wrong with its files is remembered.
    pub(crate) fn accepted(&mut self, draft: &Path) -> HashSet<Accepted> {
        let folder = draft.parent().unwrap_or(draft);
        let kept = house::read_above(folder);
        for path in folder.ancestors().map(|folder| folder.join(ACCEPTED_FILE)) {
            self.take_over(&path, kept.iter().find(|kept| kept.path == path));
        }
        house::accepted_in(&kept)
    }

    /// Takes over what a file says now, if it is there.
    fn take_over(&mut self, path: &Path, now: Option<&Kept>) {
        let before = self.files.remove(path);
        let problems = |kept: Option<&Kept>| kept.map(|kept| kept.problems.clone()).unwrap_or_default();
        if problems(now) != problems(before.as_ref()) {
            self.unsaid.insert(path.to_owned());
        }
        self.files.extend(now.map(|now| (path.to_owned(), now.clone())));
    }

    /// What the editor has not been told yet: for each file, all that is wrong with it.
    pub(crate) fn news(&mut self, encoding: Encoding) -> Vec<(Uri, Vec<Diagnostic>)> {
        let unsaid = std::mem::take(&mut self.unsaid);
        let news =
            unsaid.iter().filter_map(|path| Some((Uri::from_file_path(path)?, self.wrong(path, encoding))));
        news.collect()
    }

    fn wrong(&self, path: &Path, encoding: Encoding) -> Vec<Diagnostic> {
        let Some(kept) = self.files.get(path) else { return Vec::new() };
        let problems = kept.problems.iter().map(|problem| (problem.span(), problem.message.as_str()));
        of_file(&kept.text, problems, encoding)
    }
}
