//! A fault of ours stays small: it costs one draft its answer, is told once and without a word of the draft, and all else
//! goes on.
//!
//! Builds for tests break on a draft that holds what `COPYDESK_REHEARSAL` says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use support::{Editor, at, every_ability};

const GOOD: &str = "NAMUR 17/12/2020 (Agence) - Elle est partie vendredi 17 décembre 2020.";
const MARK: &str = "Xyzzy";

fn program(command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    program.env("COPYDESK_REHEARSAL", MARK).arg(command);
    program
}

#[test]
fn the_editor_hears_of_a_fault_once_and_the_other_drafts_go_on() {
    let mut editor = Editor::of(&mut program("lsp"));
    editor.shake_hands(Value::Null, every_ability("utf-8"), Value::Null);
    let (bad, good) = ("file:///desk/bad.md", "file:///desk/good.md");
    editor.open(bad, &format!("{GOOD} Un secret de {MARK}."));
    let told = editor.shown();
    assert!(told.contains("worker.rs") || told.contains("guard.rs"), "it says where: {told}");
    assert!(told.contains("please report that at https://"), "{told}");
    assert!(!told.contains("secret") && !told.contains(MARK), "{told}");
    assert!(!editor.log_line().contains("secret"));

    assert_eq!(editor.hover(bad, at(0, 50)), Value::Null, "who asks about it is answered");
    let here = json!({ "start": at(0, 0), "end": at(0, 0) });
    editor.change(bad, 2, json!([{ "range": here, "text": "é" }]));
    editor.open(good, GOOD);
    assert_eq!(editor.diagnostics(good, Some(1)).len(), 1);

    editor.change(bad, 3, json!([{ "text": GOOD }]));
    assert_eq!(editor.diagnostics(bad, Some(3)).len(), 1, "the draft is read again once it can be");
    assert!(!editor.has_shown(), "told once");
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn an_archive_gets_all_its_other_answers() {
    let mut program = program("check")
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let record = |id: u8, text: &str| json!({ "id": id, "text": text }).to_string() + "\n";
    let broken = format!("{GOOD} Un secret de {MARK}.");
    let lines = [record(1, GOOD), record(2, &broken), record(3, GOOD)].concat();
    program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    let answers: Vec<Value> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice(line).ok())
        .collect();
    assert_eq!(answers.iter().map(|answer| answer["id"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!([0, 2].map(|answer| answers[answer]["findings"].as_array().unwrap().len()), [1, 1]);
    let error = answers[1]["error"].as_str().unwrap();
    assert!(error.contains("please report that at") && !error.contains("secret"), "{error}");
    assert!(output.stderr.is_empty(), "{:?}", String::from_utf8_lossy(&output.stderr));
}

/// The pipe stays open here, as where another child of the editor has inherited it.
#[cfg(unix)]
#[test]
fn the_server_ends_when_the_editor_is_no_more() {
    let mut process = Command::new("sleep").arg("60").spawn().unwrap();
    let mut editor = Editor::of(Command::new(env!("CARGO_BIN_EXE_copydesk")).arg("lsp"));
    editor.shake_hands(json!(process.id()), every_ability("utf-8"), Value::Null);
    editor.open("file:///desk/good.md", GOOD);
    assert_eq!(editor.diagnostics("file:///desk/good.md", Some(1)).len(), 1);
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(editor.linger(), Some(1), "it was not asked to shut down");
}
