//! Runs the pages of the manual and the annotated articles, a test each; `tests/README.md` tells how they are written.
//!
//! `cargo test --test pages weekday` runs the pages with that word in their name; with `UPDATE_EXPECT=1` in the
//! environment, pages are written anew as the library answers now.

mod page;
mod scores;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use copydesk::{Analysis, CHECKS, Card, Mention, Options, Severity};
use libtest_mimic::{Arguments, Failed, Trial};
use page::{Engine, Failure};

/// Where pages are, seen from the root of the package.
const FOLDERS: [&str; 4] =
    ["docs/checks", "tests/articles", "tests/articles/gold/en", "tests/articles/gold/fr"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match pages() {
        Ok(pages) => {
            let mut trials: Vec<Trial> = pages.into_iter().map(trial).collect();
            trials.push(Trial::test("scores", || scores::run(&Copydesk)));
            libtest_mimic::run(&arguments, trials).exit_code()
        }
        Err(error) => {
            eprintln!("the pages cannot be listed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Every page, in the order of the alphabet.
fn pages() -> io::Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = Vec::new();
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| folder.exists()) {
        for entry in fs::read_dir(folder)? {
            pages.push(entry?.path());
        }
    }
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    Ok(pages)
}

/// The test of a page, under the name of its file.
fn trial(path: PathBuf) -> Trial {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    Trial::test(format!("{folder}::{name}"), move || run(&path, &name))
}

/// Checks a page, after having brought it up to date if that was asked for.
fn run(path: &Path, name: &str) -> Result<(), Failed> {
    let mut page = fs::read_to_string(path)?;
    if env::var("UPDATE_EXPECT").is_ok_and(|value| !value.is_empty() && value != "0") {
        let updated = page::update(&page, &Copydesk);
        if updated != page {
            fs::write(path, &updated)?;
        }
        page = updated;
    }
    match page::check(&page, &Copydesk) {
        failures if failures.is_empty() => Ok(()),
        failures => Err(report(path, name, &failures).into()),
    }
}

/// All that is wrong with a page, and what to do.
fn report(path: &Path, name: &str, failures: &[Failure]) -> String {
    let shown = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display();
    let list: String = failures.iter().map(|failure| format!("{shown}:{failure}\n\n")).collect();
    let advice = format!(
        "Where the library is right, `UPDATE_EXPECT=1 cargo test --test pages {name}` corrects the page."
    );
    if failures.iter().any(|failure| failure.repair.is_some()) {
        format!("\n{list}{advice}")
    } else {
        format!("\n{list}")
    }
}

/// The library itself.
struct Copydesk;

impl Engine for Copydesk {
    fn analyse(&self, text: &str, options: &Options) -> Analysis {
        copydesk::analyse(text, options)
    }

    fn mentions(&self, analysis: &Analysis, _text: &str) -> Vec<Mention> {
        analysis.mentions()
    }

    fn card_at(&self, analysis: &Analysis, text: &str, offset: usize) -> Option<Card> {
        analysis.card_at(text, offset)
    }

    fn usual_severity(&self, check: &str) -> Option<Severity> {
        CHECKS.iter().find(|known| known.name == check).map(|known| known.severity)
    }
}
