//! A disk that is full: what could not be written is told, and what stood there before still does.
//!
//! The shell takes away the right to write a single byte to a file, and has the program hear of that as of a full disk.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use support::{Editor, every_ability};

const DRAFT: &str =
    "---\ndate: 2020-12-17\n---\n\nIl ne reste que 2.500 soldats dans le pays, contre 13.000 il y a un an.\n";

/// What stands in each of the files before.
const BEFORE: &str = "# La rédaction\n";

fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("full_disk").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join(".copydesk")).unwrap();
    fs::write(folder.join("draft.md"), DRAFT).unwrap();
    folder
}

/// The program, where nothing can be written.
fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_copydesk")]).args(arguments);
    command.current_dir(folder).env("HOME", folder.join("home")).stdin(Stdio::null());
    command
}

/// Asserts that a run failed, and told so with the name of a file.
fn assert_told(output: &Output, file: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains(file), "{told}");
}

/// Asserts that a folder holds these files, and nothing half written beside them.
fn assert_holds(folder: &Path, files: &[&str]) {
    let mut there: Vec<String> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    assert_eq!(there, files);
}

#[test]
fn the_menu_over_a_finding_says_what_could_not_be_kept() {
    let folder = folder("menu");
    fs::write(folder.join("copydesk.toml"), BEFORE).unwrap();
    fs::write(folder.join(".copydesk/accepted.jsonl"), "\n").unwrap();
    let uri = format!("file://{}", folder.join("draft.md").display());
    let mut editor = Editor::of(&mut program(&folder, &["lsp"]));
    editor.shake_hands(Value::Null, every_ability("utf-8"), Value::Null);
    editor.open(&uri, DRAFT);
    assert_eq!(editor.diagnostics(&uri, Some(1)).len(), 1);
    let argument = json!({ "uri": uri, "check": "figure-contrast", "accepted": { "check": "figure-contrast", "places": [] } });
    for (command, file) in [("copydesk.accept", "accepted.jsonl"), ("copydesk.never", "copydesk.toml")] {
        let answer = editor
            .request("workspace/executeCommand", json!({ "command": command, "arguments": [argument] }));
        assert!(answer["message"].as_str().unwrap().contains(file), "{answer}");
        let shown = editor.shown();
        assert!(shown.contains("cannot write") && shown.contains(file), "{shown}");
    }
    assert_eq!(fs::read_to_string(folder.join("copydesk.toml")).unwrap(), BEFORE);
    assert_eq!(fs::read_to_string(folder.join(".copydesk/accepted.jsonl")).unwrap(), "\n");
    assert_holds(&folder.join(".copydesk"), &["accepted.jsonl"]);
    assert_holds(&folder, &[".copydesk", "copydesk.toml", "draft.md"]);
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn a_fact_sheet_that_was_there_is_still_there() {
    let folder = folder("sheet");
    fs::write(folder.join("sheet.html"), BEFORE).unwrap();
    let output =
        program(&folder, &["facts", "draft.md", "--format", "html", "--out", "sheet.html"]).output().unwrap();
    assert_told(&output, "sheet.html");
    assert_eq!(fs::read_to_string(folder.join("sheet.html")).unwrap(), BEFORE);
    assert_holds(&folder, &[".copydesk", "draft.md", "sheet.html"]);
}

#[test]
fn what_an_editor_was_set_up_with_is_still_there() {
    let folder = folder("setup");
    let plugin = folder.join("home/.local/share/nvim/site/pack/copydesk/start/copydesk/plugin");
    fs::create_dir_all(&plugin).unwrap();
    fs::write(plugin.join("copydesk.lua"), BEFORE).unwrap();
    let output = program(&folder, &["setup", "neovim", "--yes"]).output().unwrap();
    assert_told(&output, "copydesk.lua");
    assert_eq!(fs::read_to_string(plugin.join("copydesk.lua")).unwrap(), BEFORE);
    assert_holds(&plugin, &["copydesk.lua"]);
}

#[test]
fn a_register_that_was_there_is_still_there() {
    let folder = folder("register");
    fs::write(folder.join("names.register"), BEFORE).unwrap();
    let dump = "item,itemLabel,kind\nhttp://www.wikidata.org/entity/Q7,Ann Lee,person\n";
    fs::write(folder.join("dump.csv"), dump).unwrap();
    let import = ["knowledge", "import", "dump.csv", "--out", "names.register", "--force"];
    let output = program(&folder, &import).output().unwrap();
    assert_told(&output, "names.register");
    assert_eq!(fs::read_to_string(folder.join("names.register")).unwrap(), BEFORE);
}

#[test]
fn a_report_that_cannot_be_printed_is_no_report() {
    let folder = folder("report");
    let out = fs::File::create(folder.join("out")).unwrap();
    for arguments in [&["check", "draft.md"][..], &["facts", "draft.md"], &["schema"], &["explain"]] {
        let output = program(&folder, arguments).stdout(out.try_clone().unwrap()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?} {told}");
        assert!(!told.contains("panicked") && !told.contains("broke"), "{told}");
    }
}
