//! A folder from elsewhere, such as one that VS Code was told not to trust: nothing in it has a file outside it read or written, keeps
//! the program waiting, or fills the memory.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use support::{Editor, every_ability};

/// Two figures set side by side on purpose.
const DRAFT: &str =
    "---\ndate: 2020-12-17\n---\n\nIl ne reste que 2.500 soldats dans le pays, contre 13.000 il y a un an.\n";

/// What must not be touched.
const SECRET: &str = "[checks]\nfigure-contrast = \"off\"\n";

/// A folder with a draft; beside it, a file that is none of its business.
fn folder(test: &str) -> (PathBuf, PathBuf) {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("untrusted").join(test);
    let _ = fs::remove_dir_all(&home);
    let folder = home.join("folder");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("draft.md"), DRAFT).unwrap();
    fs::write(home.join("secret"), SECRET).unwrap();
    (folder, home.join("secret"))
}

fn check(folder: &Path) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["check", "draft.md"])
        .current_dir(folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, told)
}

/// Runs a session that does what the menu over the finding in the draft offers first under that title, and returns what is
/// answered.
fn choose(folder: &Path, command: &str) -> Value {
    let uri = format!("file://{}", folder.join("draft.md").display());
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&uri, DRAFT);
    editor.diagnostics(&uri, Some(1));
    let place = json!({ "words": "2.500", "sentence": "Il ne reste que 2.500 soldats" });
    let accepted = json!({ "check": "figure-contrast", "places": [place] });
    let argument = json!({ "uri": uri, "check": "figure-contrast", "accepted": accepted });
    let answer =
        editor.request("workspace/executeCommand", json!({ "command": command, "arguments": [argument] }));
    assert_eq!(editor.leave(), Some(0));
    answer
}

#[test]
fn settings_that_lie_outside_do_not_count() {
    let (folder, secret) = folder("settings");
    symlink(&secret, folder.join("copydesk.toml")).unwrap();
    let (output, told) = check(&folder);
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("figure-contrast"),
        "the draft is read without them"
    );
    assert!(
        told.contains("copydesk.toml: this file cannot be read: it is a link that leads out of the folder"),
        "{told}"
    );
    let answer = choose(&folder, "copydesk.never");
    assert!(answer["message"].as_str().unwrap().contains("leads out of the folder"), "{answer}");
    assert_eq!(fs::read_to_string(secret).unwrap(), SECRET);
}

#[test]
fn the_editor_shows_that_settings_cannot_be_read() {
    let (folder, secret) = folder("shown");
    symlink(&secret, folder.join("copydesk.toml")).unwrap();
    let uri = |file: &str| format!("file://{}", folder.join(file).display());
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&uri("draft.md"), DRAFT);
    let shown = editor.diagnostics(&uri("copydesk.toml"), None);
    assert!(shown[0]["message"].as_str().unwrap().contains("leads out of the folder"), "{shown:?}");
    fs::remove_file(folder.join("copydesk.toml")).unwrap();
    fs::write(folder.join("copydesk.toml"), SECRET).unwrap();
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri("draft.md") } }));
    assert!(editor.diagnostics(&uri("copydesk.toml"), None).is_empty(), "put right");
}

#[test]
fn what_is_accepted_is_written_nowhere_else() {
    let (folder, secret) = folder("accepted");
    fs::create_dir(folder.join(".copydesk")).unwrap();
    symlink(&secret, folder.join(".copydesk/accepted.jsonl")).unwrap();
    let answer = choose(&folder, "copydesk.accept");
    assert!(answer["message"].as_str().unwrap().contains("leads out of the folder"), "{answer}");

    fs::remove_dir_all(folder.join(".copydesk")).unwrap();
    let outside = secret.with_file_name("outside");
    fs::create_dir(&outside).unwrap();
    symlink(&outside, folder.join(".copydesk")).unwrap();
    let answer = choose(&folder, "copydesk.accept");
    assert!(answer["message"].as_str().unwrap().contains("leads out of the folder"), "{answer}");
    assert_eq!(outside.read_dir().unwrap().count(), 0);
    assert_eq!(fs::read_to_string(secret).unwrap(), SECRET);
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let (folder, _) = folder("pipe");
    let pipe =
        |name: &str| assert!(Command::new("mkfifo").arg(folder.join(name)).status().unwrap().success());
    fs::write(folder.join("copydesk.toml"), "[knowledge]\nfiles = [\"people.csv\", \"folder.csv\"]\n")
        .unwrap();
    fs::create_dir(folder.join("folder.csv")).unwrap();
    pipe("people.csv");
    let (_, told) = check(&folder);
    assert_eq!(told.matches("cannot be read: it is no file").count(), 2, "{told}");

    fs::remove_file(folder.join("copydesk.toml")).unwrap();
    pipe("copydesk.toml");
    fs::create_dir(folder.join(".copydesk")).unwrap();
    pipe(".copydesk/accepted.jsonl");
    let (output, told) = check(&folder);
    assert_eq!(told.matches("it is no file").count(), 2, "{told}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("figure-contrast"));
}

#[test]
fn what_is_too_large_is_refused_and_not_cut_off() {
    let (folder, _) = folder("large");
    let large = |name: &str, bytes| File::create(folder.join(name)).unwrap().set_len(bytes).unwrap();
    fs::write(folder.join("copydesk.toml"), "[knowledge]\nfiles = [\"people.csv\"]\n").unwrap();
    large("people.csv", 1 << 40);
    let (_, told) = check(&folder);
    assert!(
        told.contains(
            "people.csv:1: this file of the newsroom's knowledge cannot be read: it is larger than 256 MB"
        ),
        "{told}"
    );
    large("copydesk.toml", 1 << 40);
    let (_, told) = check(&folder);
    assert!(told.contains("copydesk.toml: this file cannot be read: it is larger than 1 MB"), "{told}");
}

#[test]
fn a_draft_that_is_a_link_out_of_the_folder_is_not_read() {
    let (folder, secret) = folder("linked draft");
    fs::write(&secret, "Le 31 novembre.\n").unwrap();
    symlink(&secret, folder.join("out.md")).unwrap();
    fs::write(folder.join("inside.txt"), "Le 31 novembre.\n").unwrap();
    symlink(folder.join("inside.txt"), folder.join("again.md")).unwrap();

    let checked = Command::new(env!("CARGO_BIN_EXE_copydesk")).arg("check").arg(&folder).output().unwrap();
    let report = String::from_utf8_lossy(&checked.stdout);

    assert!(report.contains("inside.txt") && report.contains("again.md"), "{report}");
    assert!(!report.contains("out.md"), "{report}");
}
