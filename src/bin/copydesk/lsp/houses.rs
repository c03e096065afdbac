//! The files of the house, as they hold for open drafts: read when a draft is opened, and again when something is saved.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tower_lsp::ls_types::{Diagnostic, Registration, Uri};

use super::diagnostics::of_file;
use super::kept_files::KeptFiles;
use super::translate::Encoding;
use crate::find;
use crate::house::{self, ACCEPTED_FILE, HOUSE_FILE, House, Problem, Shelf};
use crate::kind;

/// What the editor's settings say, and what the files do.
#[derive(Debug, Default)]
pub(crate) struct Houses {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// What the editor's settings say, which stand above all files.
    above: House,
    /// What they say for drafts in these folders.
    above_in: Vec<(PathBuf, House)>,
    /// By their paths.
    files: HashMap<PathBuf, File>,
    /// What was accepted.
    kept: KeptFiles,
    /// What the newsroom knows itself.
    shelf: Shelf,
}

/// One file of the house.
#[derive(Debug, Default)]
struct File {
    /// What it said when it last could be read.
    good: House,
    /// What it says.
    text: String,
    /// What is wrong with it.
    problems: Vec<Problem>,
    /// The editor has not yet been told of what is wrong, or that it no longer is.
    is_news: bool,
}

impl Houses {
    /// Takes over what the editor's settings say.
    pub(crate) fn set_above(&self, above: House) {
        self.lock().above = above;
    }

    /// The same for drafts in folders.
    pub(crate) fn set_above_in(&self, houses: Vec<(PathBuf, House)>) {
        self.lock().above_in = houses;
    }

    /// What holds for a draft: the nearest file, and above it the editor's settings. A file with errors holds as it last was.
    pub(crate) fn of(&self, draft: &Uri) -> House {
        match draft.to_file_path() {
            Some(path) => self.of_file(&path),
            None => self.lock().above.clone(),
        }
    }

    /// The same, for a draft in a file.
    pub(crate) fn of_file(&self, draft: &Path) -> House {
        let mut state = self.lock();
        let below = state.nearest(draft);
        let accepted = Arc::new(state.kept.accepted(draft));
        state.above(draft).over(&House { accepted, ..below })
    }

    /// In which language the editor's settings want the desk to speak, if they say so.
    pub(crate) fn messages(&self) -> Option<String> {
        self.lock().above.spoken().map(str::to_owned)
    }

    /// What the editor has not been told yet: for each file that changed, all that is wrong with it.
    pub(crate) fn news(&self, encoding: Encoding) -> Vec<(Uri, Vec<Diagnostic>)> {
        let mut state = self.lock();
        let news = state.files.iter_mut().filter_map(|(path, file)| {
            let is_news = std::mem::take(&mut file.is_news);
            is_news.then(|| Some((Uri::from_file_path(path)?, file.diagnostics(encoding))))?
        });
        let mut news: Vec<_> = news.collect();
        news.extend(state.shelf.news().filter_map(|(path, file)| {
            let faults = file.faults.iter().map(|fault| (fault.span, fault.message.as_str()));
            Some((Uri::from_file_path(path)?, of_file(&file.text, faults, encoding)))
        }));
        news.extend(state.kept.news(encoding));
        news
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// What the editor's settings say for a draft: those for the folder that holds it most closely.
    fn above(&self, draft: &Path) -> &House {
        let holding = self.above_in.iter().filter(|(folder, _)| draft.starts_with(folder));
        let closest = holding.max_by_key(|(folder, _)| folder.components().count());
        closest.map_or(&self.above, |(_, house)| house)
    }

    /// What the nearest file says, or last said.
    fn nearest(&mut self, draft: &Path) -> House {
        let Ok(Some((path, text))) = house::read_for(draft) else { return House::default() };
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let file = self.files.entry(path).or_default();
        file.update(text);
        let mut house = file.good.clone();
        self.shelf.furnish(&mut house, &folder);
        house
    }
}

impl File {
    /// Takes over what the file says now.
    fn update(&mut self, text: String) {
        if text == self.text {
            return;
        }
        let (house, problems) = match house::parse(&text) {
            Ok(house) => (Some(house), Vec::new()),
            Err(problems) => (None, problems),
        };
        self.is_news |= problems != self.problems || !problems.is_empty();
        self.good = house.unwrap_or_else(|| std::mem::take(&mut self.good));
        (self.text, self.problems) = (text, problems);
    }

    fn diagnostics(&self, encoding: Encoding) -> Vec<Diagnostic> {
        let problems = self.problems.iter().map(|problem| (problem.span(), problem.message.as_str()));
        of_file(&self.text, problems, encoding)
    }
}

/// What to ask of an editor that can tell of changes to files: those of the house, and `drafts` as well if it asks for
/// what is found in drafts that are not open.
pub(crate) fn watch(drafts: bool) -> Registration {
    let mut watched: Vec<String> =
        [HOUSE_FILE, ACCEPTED_FILE, "*.{csv,tsv,toml,gz,register}"].map(str::to_owned).to_vec();
    if drafts {
        watched.push(format!("*.{{{}}}", kind::text_endings().join(",")));
        watched.extend(find::IGNORE_FILES.map(str::to_owned));
    }
    let watchers: Vec<Value> =
        watched.iter().map(|file| json!({ "globPattern": format!("**/{file}") })).collect();
    let method = "workspace/didChangeWatchedFiles".to_owned();
    Registration { id: "house".to_owned(), method, register_options: Some(json!({ "watchers": watchers })) }
}
