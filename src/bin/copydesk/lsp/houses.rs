//! The files of the house, as they hold for open drafts: read when a draft is opened, and again when something is saved.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tower_lsp::ls_types::{Diagnostic, DiagnosticSeverity, Registration, Uri};

use super::translate::{Encoding, Translator};
use crate::house::{self, HOUSE_FILE, House, Problem};
use crate::lines::Lines;

/// What the editor's settings say, and what the files do.
#[derive(Debug, Default)]
pub(crate) struct Houses {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// What the editor's settings say, which stand above all files.
    above: House,
    /// By their paths.
    files: HashMap<PathBuf, File>,
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

    /// What holds for a draft: the nearest file, and above it the editor's settings. A file with errors holds as it last was.
    pub(crate) fn of(&self, draft: &Uri) -> House {
        let mut state = self.lock();
        let file = draft.to_file_path().and_then(|path| house::read_for(&path).ok().flatten());
        let Some((path, text)) = file else { return state.above.clone() };
        let file = state.files.entry(path).or_default();
        file.update(text);
        let below = file.good.clone();
        state.above.over(&below)
    }

    /// What the editor has not been told yet: for each file that changed, all that is wrong with it.
    pub(crate) fn news(&self, encoding: Encoding) -> Vec<(Uri, Vec<Diagnostic>)> {
        let mut state = self.lock();
        let news = state.files.iter_mut().filter_map(|(path, file)| {
            let is_news = std::mem::take(&mut file.is_news);
            is_news.then(|| Some((Uri::from_file_path(path)?, file.diagnostics(encoding))))?
        });
        news.collect()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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
        let lines = Lines::of(&self.text);
        let translator = Translator { text: &self.text, lines: &lines, encoding };
        let shown = self.problems.iter().map(|problem| Diagnostic {
            range: translator.range(problem.span()),
            severity: Some(DiagnosticSeverity::ERROR),
            source: Some("copydesk".to_owned()),
            message: problem.message.clone(),
            ..Diagnostic::default()
        });
        shown.collect()
    }
}

/// What to ask of an editor that can tell of changes to files.
pub(crate) fn watch() -> Registration {
    let watchers = json!({ "watchers": [{ "globPattern": format!("**/{HOUSE_FILE}") }] });
    let method = "workspace/didChangeWatchedFiles".to_owned();
    Registration { id: "house".to_owned(), method, register_options: Some(watchers) }
}
