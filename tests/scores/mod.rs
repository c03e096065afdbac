//! How well dates are read, measured against the dispatches of `tests/articles/gold/`, and what `docs/dates.md` says of it.

use std::path::Path;
use std::{env, fs, io};

use libtest_mimic::Failed;

use crate::page::{self, Engine, Score};

/// The page that tells the scores.
const PAGE: &str = "docs/dates.md";
/// What stands before the table and behind it.
const AROUND: [&str; 2] = [
    "<!-- scores: written by UPDATE_EXPECT=1 cargo test --test pages scores -->\n",
    "<!-- end of scores -->",
];
/// The languages, and the folder of each.
const LANGUAGES: [(&str, &str); 2] =
    [("French", "tests/articles/gold/fr"), ("English", "tests/articles/gold/en")];

/// Measures, prints the table, and compares it with the one on the page.
pub(crate) fn run(engine: &dyn Engine) -> Result<(), Failed> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = table(root, engine)?;
    println!("{table}");
    let path = root.join(PAGE);
    let page = fs::read_to_string(&path)?;
    let (head, tail) = page.split_once(AROUND[0]).ok_or("the page has no place for its scores")?;
    let (_, tail) = tail.split_once(AROUND[1]).ok_or("the place for the scores has no end")?;
    let right = [head, AROUND[0], &table, AROUND[1], tail].concat();
    if env::var("UPDATE_EXPECT").is_ok_and(|value| !value.is_empty() && value != "0") {
        fs::write(&path, right)?;
    } else if right != page {
        let advice = "tells other scores; `UPDATE_EXPECT=1 cargo test --test pages scores` corrects it";
        return Err(format!("{PAGE} {advice}").into());
    }
    Ok(())
}

/// The scores of each language, as a table of Markdown.
fn table(root: &Path, engine: &dyn Engine) -> io::Result<String> {
    let mut table = String::from(
        "| | Dispatches | Dates | Found as marked (F1) | Found at all (F1) | Right type (F1) | Right value (F1) | Known gaps |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (language, folder) in LANGUAGES {
        let scores = scores(&root.join(folder), engine)?;
        let all: Score = scores.iter().copied().sum();
        let [strict, relaxed, kind, value] =
            [all.strict, all.relaxed, all.kind, all.value].map(|right| f1(right, &all));
        table += &format!(
            "| {language} | {} | {} | {strict:.1} | {relaxed:.1} | {kind:.1} | {value:.1} | {} |\n",
            scores.len(),
            all.seen,
            all.gaps,
        );
    }
    Ok(table)
}

/// The scores of the dispatches in a folder.
fn scores(folder: &Path, engine: &dyn Engine) -> io::Result<Vec<Score>> {
    let mut scores = Vec::new();
    for entry in fs::read_dir(folder)? {
        scores.extend(page::scores(&fs::read_to_string(entry?.path())?, engine));
    }
    Ok(scores)
}

/// The mean of precision and recall, in percent.
fn f1(right: usize, all: &Score) -> f64 {
    200.0 * right as f64 / (all.seen + all.read).max(1) as f64
}
