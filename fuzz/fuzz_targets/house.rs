//! What a newsroom writes down beside its drafts: `copydesk.toml`, `accepted.jsonl`, and the switches inside of a draft. What is wrong with
//! them is told by place; what they switch off is off, and what Copydesk writes into them it understands again.
#![no_main]
#![allow(dead_code, unused_imports, reason = "the program uses more of these files")]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use copydesk::{CHECKS, Format, Options, analyse};
use house::{Asides, Houses, Level};
use libfuzzer_sys::fuzz_target;
use program::files::{arguments, day, guard, house, import, jsonl, lines, manual, outcome, records};
use tempfile::TempDir;

const DRAFT: &str = "NAMUR, 17 décembre 2020 (Agence) - Elle est partie vendredi 17 décembre 2020. Ann Lee l'a dit. 12 morts et 8 blessés, soit 21 victimes.\n";

/// Pieces of all three.
const PIECES: &[&str] = &[
    "[checks]\n", "[knowledge]\n", "[inlay-hints]\n", "checks.", "[[checks]]\n", "weekday-mismatch", "sum-mismatch", "no-such-check", " = ", "\"off\"\n", "\"on\"\n",
    "\"hint\"\n", "\"loud\"\n", "off", "language = ", "\"fr\"\n", "\"tlh\"\n", "date = ", "\"2020-12-17\"\n", "2020-12-17\n", "contrasts = ", "true\n", "typing-pause = ",
    "400\n", "-1\n", "9223372036854775807\n", "files = [", "\"names.csv\", ", "\"../x\", ", "\"/etc/hosts\", ", "]\n", "dates = ", "{ ", " }\n", "{", "}", "[", "]", ",", ":", "\"", "'",
    "'''", "# ", "\n", "\r\n", "\r", " ", "\t", "\u{feff}", "é", "\\u00e9", "\\ud800", "{\"check\":\"sum-mismatch\",\"places\":[", "{\"words\":\"12\",\"sentence\":\"12 morts\"}", "]}\n",
    "null", "<!-- copydesk: off ", " -->", "<!--", "-->", "copydesk-off: ", "copydesk-off = ", "copydesk", "---\n", "+++\n", "---", "% copydesk: off ", "// copydesk: off\n", ".. ", "title: Un\n",
];

/// A folder that is the fuzzer's alone.
static HOME: LazyLock<TempDir> = LazyLock::new(|| TempDir::with_prefix("copydesk-fuzz").expect("a folder"));

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let pieces = fragments::text(rest, PIECES);
    match first % 8 {
        0 | 1 => settings(pieces.as_bytes()),
        2 => settings(rest),
        3 => accepted(pieces.as_bytes()),
        4 => accepted(rest),
        _ => asides(&pieces, Format::ALL[usize::from(first / 8) % Format::ALL.len()]),
    }
});

/// `copydesk.toml`, as the program meets it.
fn settings(text: &[u8]) {
    let (file, draft) = (HOME.path().join("copydesk.toml"), HOME.path().join("draft.md"));
    fs::write(&file, text).expect("the folder is ours");
    let mut houses = Houses::default();
    let house = houses.of(&draft, &arguments::About::default());
    let mut options = Options::default();
    house.fill(&mut options);
    for finding in house.judge(analyse(DRAFT, &options).findings, DRAFT) {
        assert_ne!(house.checks.get(finding.check), Some(&Level::Off), "{finding:?}");
    }
    let Ok(text) = std::str::from_utf8(text) else { return };
    match house::parse(text) {
        Ok(before) => switch_off(&file, &draft, &before),
        Err(problems) => {
            for problem in problems {
                assert!(text.get(std::ops::Range::from(problem.span())).is_some(), "{problem:?}");
            }
        }
    }
}

/// One more check is switched off in the file, and all else stays as it was.
fn switch_off(file: &Path, draft: &Path, before: &house::House) {
    let check = CHECKS[0].name;
    house::switch_off(draft, HOME.path(), check).expect("it was understood");
    let text = fs::read_to_string(file).expect("it was written");
    let mut after = house::parse(&text).unwrap_or_else(|problems| panic!("{text:?} {problems:?}"));
    assert_eq!(after.checks.get(check), Some(&Level::Off), "{text:?}");
    after.checks.clone_from(&before.checks);
    assert_eq!(after, *before);
}

/// `accepted.jsonl`: what is added to it stands in it, and so does what stood there before.
fn accepted(text: &[u8]) {
    let file = HOME.path().join("accepted.jsonl");
    fs::write(&file, text).expect("the folder is ours");
    let Ok(Some(before)) = house::read(&file) else { return };
    let finding = &analyse(DRAFT, &Options::default()).findings[0];
    let new = house::Accepted::of(finding, DRAFT);
    house::add(&file, &new).expect("it could be read");
    let after = house::read(&file).expect("it was written").expect("it is there");
    assert_eq!(after.accepted, [before.accepted, vec![new]].concat());
    assert_eq!(after.problems.len(), before.problems.len());
}

/// A check that Copydesk switches off in a draft is off, and the draft's other words are as they were.
fn asides(text: &str, format: Format) {
    let before = Asides::of(text);
    let (at, edit) = house::switching_off(text, "age-mismatch", format);
    let edited = [&text[..at], &edit, &text[at..]].concat();
    assert!(Asides::of(&edited).switch_off("age-mismatch"), "{format:?} {edited:?}");
    for check in CHECKS.iter().filter(|check| before.switch_off(check.name)) {
        assert!(Asides::of(&edited).switch_off(check.name), "{} {edited:?}", check.name);
    }
}
