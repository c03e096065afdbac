//! Folders of drafts in a session: checked all at once, each with its own settings and its own house.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{Editor, ability_to_ask, every_ability, folder_with, range_of};

/// 17 December 2020 was a Thursday.
const WRONG: &str =
    "---\ndate: 2020-12-17\n---\n\nLa grève commence vendredi 17 décembre 2020, a dit le syndicat.\n";

/// A new folder with these files.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    folder_with(&PathBuf::from("folders").join(test), files)
}

fn address(folder: &Path, file: &str) -> String {
    format!("file://{}", folder.join(file).display())
}

fn codes(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["code"].as_str().unwrap_or_default()).collect()
}

/// Asks for the check of a folder, as the reporter does.
fn check(editor: &mut Editor, argument: Value) -> u64 {
    let params = json!({ "command": "copydesk.check-folder", "arguments": [argument] });
    editor.ask("workspace/executeCommand", params)
}

#[test]
fn a_folder_is_checked_and_what_is_found_is_shown_until_the_draft_is_opened() {
    let folder =
        folder("check", &[("a.md", WRONG), ("sub/b.md", WRONG), ("fine.md", "Rien à signaler ici.\n")]);
    let (a, b) = (address(&folder, "a.md"), address(&folder, "sub/b.md"));
    let mut abilities = every_ability("utf-16");
    abilities["window"] = json!({ "workDoneProgress": true });
    let mut editor = Editor::start_in(&[format!("file://{}", folder.display())], abilities, Value::Null);
    editor.open(&b, WRONG);
    assert_eq!(codes(&editor.diagnostics(&b, Some(1))), ["weekday-mismatch"]);

    let asked = check(&mut editor, json!({}));
    let token = editor.answer_request("window/workDoneProgress/create")["token"].clone();
    let begun = editor.next("$/progress");
    assert_eq!((&begun["token"], &begun["value"]["kind"]), (&token, &json!("begin")));
    assert_eq!(begun["value"]["cancellable"], true);
    let found = editor.diagnostics(&a, None);
    assert_eq!(found[0]["range"], range_of(WRONG, "vendredi 17 décembre 2020", "utf-16"));
    assert_eq!(editor.answer_to(asked), json!({ "drafts": 3, "alarms": 2, "notes": 0 }));
    assert_eq!(editor.shown(), "Copydesk a lu 3 brouillons : 2 à corriger, 0 à regarder.");

    // Checked again when it was put right.
    fs::write(folder.join("a.md"), WRONG.replace("vendredi", "jeudi")).unwrap();
    let asked = check(&mut editor, json!({ "uri": a }));
    editor.answer_request("window/workDoneProgress/create");
    assert_eq!(editor.diagnostics(&a, None), Vec::<Value>::new());
    assert_eq!(editor.answer_to(asked)["alarms"], 1);
}

#[test]
fn what_was_sent_of_a_draft_goes_when_an_editor_that_asks_opens_it() {
    let folder = folder("opened", &[("a.md", WRONG)]);
    let a = address(&folder, "a.md");
    let mut editor = Editor::start_in(&[], ability_to_ask(), Value::Null);
    let asked = check(&mut editor, json!({ "uri": format!("file://{}", folder.display()) }));
    editor.answer_request("window/workDoneProgress/create");
    assert_eq!(codes(&editor.diagnostics(&a, None)), ["weekday-mismatch"]);
    editor.answer_to(asked);

    editor.open(&a, WRONG);
    assert_eq!(editor.diagnostics(&a, None), Vec::<Value>::new());
    assert_eq!(editor.pull(&a, None)["items"].as_array().unwrap().len(), 1);
}

#[test]
fn data_that_only_look_like_a_draft_are_left_out_and_that_is_in_the_log() {
    let folder = folder("data", &[("a.md", WRONG), ("data.txt", &"Un mot de plus. ".repeat(300_000))]);
    let mut editor =
        Editor::start_in(&[format!("file://{}", folder.display())], every_ability("utf-16"), Value::Null);
    let asked = check(&mut editor, json!({}));
    assert!(editor.log_line().contains("data.txt: left out"));
    assert_eq!(editor.answer_to(asked)["drafts"], 1);
}

#[test]
fn a_check_can_be_stopped() {
    let many: Vec<(String, String)> = (0..300)
        .map(|number| (format!("{number}.md"), WRONG.to_owned() + &"Un mot de plus. ".repeat(400)))
        .collect();
    let files: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("stopped", &files);
    let mut abilities = every_ability("utf-16");
    abilities["window"] = json!({ "workDoneProgress": true });
    let mut editor = Editor::start_in(&[format!("file://{}", folder.display())], abilities, Value::Null);
    let asked = check(&mut editor, json!({}));
    let token = editor.answer_request("window/workDoneProgress/create")["token"].clone();
    editor.next("$/progress");
    editor.notify("window/workDoneProgress/cancel", json!({ "token": token }));
    assert_eq!(editor.answer_to(asked), json!({ "stopped": true }));
    assert!(!editor.has_heard("textDocument/publishDiagnostics"));
    assert!(!editor.has_shown());
}

#[test]
fn a_check_without_a_folder_says_what_it_needs() {
    let mut editor = Editor::start(every_ability("utf-16"));
    let asked = check(&mut editor, json!({}));
    assert!(editor.answer_to(asked)["message"].as_str().unwrap().contains("folder"));
}

/// What the editor is asked about its settings, and answers for each folder in turn.
fn tell_settings(editor: &mut Editor, answers: &[Value]) -> Value {
    editor.answer_request_with("workspace/configuration", &json!(answers))["items"].take()
}

#[test]
fn each_folder_has_its_own_house_and_its_own_settings() {
    let politics = folder("politics", &[("copydesk.toml", "[checks]\nweekday-mismatch = \"hint\"\n")]);
    let sports = folder("sports", &[]);
    fs::create_dir_all(&sports).unwrap();
    let folders = [&politics, &sports].map(|folder| format!("file://{}", folder.display()));
    let mut abilities = every_ability("utf-16");
    abilities["workspace"]["configuration"] = json!(true);
    let mut editor = Editor::start_in(&folders, abilities, json!({ "language": "fr" }));
    let off = json!({ "language": "auto", "checks": { "weekday-mismatch": "off" } });
    let items = tell_settings(&mut editor, &[Value::Null, off]);
    let asked = |number: usize| (items[number]["scopeUri"].clone(), items[number]["section"].clone());
    assert_eq!([asked(0), asked(1)], folders.clone().map(|folder| (json!(folder), json!("copydesk"))));

    // Until the answer has come, what holds for all drafts does.
    let settled = address(&sports, "settled.md");
    editor.open(&settled, WRONG);
    while !editor.diagnostics(&settled, Some(1)).is_empty() {}

    let (here, there) = (address(&politics, "a.md"), address(&sports, "b.md"));
    editor.open(&here, WRONG);
    editor.open(&there, WRONG);
    let hint = editor.diagnostics(&here, Some(1));
    assert_eq!((codes(&hint), &hint[0]["severity"]), (vec!["weekday-mismatch"], &json!(4)));
    assert_eq!(editor.diagnostics(&there, Some(1)), Vec::<Value>::new());

    // A folder that is closed has no settings of its own any more.
    let event = json!({ "added": [], "removed": [{ "uri": folders[1], "name": "sports" }] });
    editor.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    tell_settings(&mut editor, &[Value::Null]);
    assert_eq!(codes(&editor.diagnostics(&there, Some(1))), ["weekday-mismatch"]);
}

#[test]
fn a_line_of_what_was_accepted_that_makes_no_sense_is_underlined() {
    let bad = "{\"check\": 3}\n\nnonsense\n";
    let folder = folder("accepted", &[(".copydesk/accepted.jsonl", bad)]);
    let (draft, file) = (address(&folder, "a.md"), address(&folder, ".copydesk/accepted.jsonl"));
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, WRONG);
    let found = editor.diagnostics(&file, None);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(found[1]["range"], range_of(bad, "nonsense", "utf-16"));
    assert!(found[1]["message"].as_str().unwrap().ends_with("put the line right or take it out"));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["weekday-mismatch"], "the draft is read");

    fs::remove_file(folder.join(".copydesk/accepted.jsonl")).unwrap();
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": draft } }));
    assert_eq!(editor.diagnostics(&file, None), Vec::<Value>::new());
}
