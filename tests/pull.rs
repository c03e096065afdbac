//! Findings for editors that ask for them: in the draft that is open, and in all drafts of the folders that are.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{Editor, ability_to_ask, at, every_ability, folder_with, range_of};

/// 17 December 2020 was a Thursday.
const WRONG: &str =
    "---\ndate: 2020-12-17\n---\n\nLa grève commence vendredi 17 décembre 2020, a dit le syndicat.\n";

/// The same put right.
const RIGHT: &str =
    "---\ndate: 2020-12-17\n---\n\nLa grève commence jeudi 17 décembre 2020, a dit le syndicat.\n";

const URI: &str = "file:///desk/retrait.md";

/// A new folder with these files.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    folder_with(&PathBuf::from("pull").join(test), files)
}

fn address(folder: &Path, file: &str) -> String {
    format!("file://{}", folder.join(file).display())
}

/// An editor that asks, with a folder open.
fn editor_in(folder: &Path) -> Editor {
    Editor::start_in(&[format!("file://{}", folder.display())], ability_to_ask(), Value::Null)
}

fn codes(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect()
}

#[test]
fn who_asks_is_sent_nothing_unasked_and_who_does_not_is() {
    let mut editor = Editor::start(ability_to_ask());
    let can = &editor.server_can["diagnosticProvider"];
    assert_eq!((&can["interFileDependencies"], &can["workspaceDiagnostics"]), (&json!(false), &json!(true)));
    editor.open(URI, WRONG);
    let report = editor.pull(URI, None);
    assert_eq!((&report["kind"], codes(&report["items"])), (&json!("full"), vec!["weekday-mismatch"]));
    assert_eq!(report["items"][0]["range"], range_of(WRONG, "vendredi 17 décembre 2020", "utf-16"));
    editor.close(URI);
    assert_eq!(editor.pull(URI, None)["items"], json!([]));
    assert!(!editor.has_heard("textDocument/publishDiagnostics"));

    // One that cannot be told to ask again is sent its findings.
    let mut abilities = every_ability("utf-16");
    abilities["textDocument"]["diagnostic"] = json!({});
    let mut editor = Editor::start(abilities);
    assert!(editor.server_can["diagnosticProvider"].is_null());
    editor.open(URI, WRONG);
    assert_eq!(editor.diagnostics(URI, Some(1)).len(), 1);
}

#[test]
fn an_editor_that_has_the_findings_is_told_no_more_than_that() {
    let mut editor = Editor::start(ability_to_ask());
    editor.open(URI, WRONG);
    let id = editor.pull(URI, None)["resultId"].as_str().unwrap().to_owned();
    assert_eq!(editor.pull(URI, Some(&id)), json!({ "kind": "unchanged", "resultId": id }));

    // After an edit the editor may have moved what it underlines, so it is told again.
    editor.change(URI, 2, json!([{ "text": WRONG }]));
    assert_eq!(editor.pull(URI, Some(&id))["kind"], "full");
    editor.change(URI, 3, json!([{ "text": RIGHT }]));
    assert_eq!(editor.pull(URI, Some(&id))["items"], json!([]));
}

#[test]
fn of_many_edits_the_last_is_answered_for() {
    let mut editor = Editor::start(ability_to_ask());
    editor.open(URI, WRONG);
    let start = json!({ "start": at(4, 0), "end": at(4, 0) });
    let mut asked = 0;
    for version in 2..=60 {
        editor.change(URI, version, json!([{ "range": start, "text": "é" }]));
        asked = editor.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    }
    let text = WRONG.replace("La grève", &format!("{}La grève", "é".repeat(59)));
    let report = editor.answer_to(asked);
    assert_eq!(report["items"][0]["range"], range_of(&text, "vendredi 17 décembre 2020", "utf-16"));
}

#[test]
fn what_waits_for_a_pause_is_asked_for_after_it() {
    let text =
        "# Accident d'autocar à Liège: 12 morts\n\nUn accident d'autocar a fait 1 morts jeudi à Liège.\n";
    let mut editor = Editor::start_with(ability_to_ask(), json!({ "typingPause": 600 }));
    editor.open(URI, text);
    editor.pull(URI, None);
    let caret = at(2, 30);
    editor.change(URI, 2, json!([{ "range": { "start": caret, "end": caret }, "text": "5" }]));
    let at_once = editor.pull(URI, None);
    assert_eq!(at_once["items"], json!([]));
    editor.answer_request("workspace/diagnostic/refresh");
    let later = editor.pull(URI, at_once["resultId"].as_str());
    assert_eq!(codes(&later["items"]), ["headline-mismatch"]);
}

#[test]
fn a_setting_that_changes_what_is_seen_has_the_editor_ask_again() {
    let mut editor = Editor::start(ability_to_ask());
    editor.open(URI, WRONG);
    assert_eq!(codes(&editor.pull(URI, None)["items"]), ["weekday-mismatch"]);
    let settings = json!({ "settings": { "copydesk": { "checks": { "weekday-mismatch": "off" } } } });
    editor.notify("workspace/didChangeConfiguration", settings);
    editor.answer_request("workspace/diagnostic/refresh");
    assert_eq!(editor.pull(URI, None)["items"], json!([]));
}

/// What is said of a draft in a report on all.
fn item<'a>(report: &'a Value, uri: &str) -> Option<&'a Value> {
    report["items"].as_array().unwrap().iter().find(|item| item["uri"] == uri)
}

/// What an editor that has this report says that it has.
fn had(report: &Value) -> Value {
    let items = report["items"].as_array().unwrap().iter();
    items.map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect()
}

/// Asks about all drafts, and to be answered at once.
fn all(editor: &mut Editor, had: &Value) -> Value {
    editor.request("workspace/diagnostic", json!({ "previousResultIds": had }))
}

#[test]
fn all_drafts_are_told_of_those_that_are_open_as_the_editor_has_them() {
    let folder = folder(
        "all",
        &[
            ("a.md", WRONG),
            ("sub/b.txt", WRONG),
            ("left/c.md", WRONG),
            ("open.md", WRONG),
            ("off/d.md", WRONG),
            ("off/copydesk.toml", "[checks]\nweekday-mismatch = \"off\"\n"),
            (".copydeskignore", "left/\n"),
            ("notes.json", "{}"),
        ],
    );
    let uri = |file: &str| address(&folder, file);
    let mut editor = editor_in(&folder);
    editor.open(&uri("open.md"), RIGHT);
    let report = all(&mut editor, &json!([]));
    let found = |file: &str| item(&report, &uri(file)).map(|item| codes(&item["items"]));
    assert_eq!(found("a.md"), Some(vec!["weekday-mismatch"]));
    assert_eq!(found("sub/b.txt"), Some(vec!["weekday-mismatch"]));
    assert_eq!(found("left/c.md"), None, "an ignore file leaves it out");
    assert_eq!(found("off/d.md"), Some(vec![]), "its house does not check that");
    assert_eq!(found("open.md"), Some(vec![]), "the editor's text counts");
    assert_eq!(item(&report, &uri("open.md")).unwrap()["version"], 1);
    assert_eq!(report["items"].as_array().unwrap().len(), 4);

    // What has not changed is not told again; a draft that is gone has nothing any more.
    fs::remove_file(folder.join("sub/b.txt")).unwrap();
    let again = all(&mut editor, &had(&report));
    assert_eq!(item(&again, &uri("a.md")).unwrap()["kind"], "unchanged");
    let gone = item(&again, &uri("sub/b.txt")).unwrap();
    assert_eq!((&gone["kind"], &gone["items"]), (&json!("full"), &json!([])));
}

#[test]
fn who_asks_all_the_time_is_answered_when_there_is_something_new() {
    let folder = folder("waits", &[("a.md", RIGHT)]);
    let mut editor = editor_in(&folder);
    let report = all(&mut editor, &json!([]));
    let ask = |editor: &mut Editor, report: &Value| {
        let params = json!({ "previousResultIds": had(report), "partialResultToken": "all" });
        editor.ask("workspace/diagnostic", params)
    };
    let (older, latest) = (ask(&mut editor, &report), ask(&mut editor, &report));
    assert_eq!(editor.answer_to(older), json!({ "items": [] }), "only the latest waits");

    // Nothing has changed: the server has time for others.
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    editor.open(URI, WRONG);
    assert_eq!(codes(&editor.pull(URI, None)["items"]), ["weekday-mismatch"]);
    assert!(!editor.has_answered(latest));

    fs::write(folder.join("a.md"), WRONG.replace("a dit", "a annoncé")).unwrap();
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    let report = editor.answer_to(latest);
    assert_eq!(codes(&item(&report, &address(&folder, "a.md")).unwrap()["items"]), ["weekday-mismatch"]);

    ask(&mut editor, &report);
    assert_eq!(editor.leave(), Some(0), "nobody who waits keeps the server");
}

#[test]
fn drafts_that_are_not_open_are_not_told_of_where_nobody_wants_it() {
    let folder = folder(
        "not-all",
        &[
            ("a.md", WRONG),
            ("told/b.md", WRONG),
            ("told/copydesk.toml", "all-drafts = true\n"),
            ("copydesk.toml", "all-drafts = false\n"),
        ],
    );
    let (a, b) = (address(&folder, "a.md"), address(&folder, "told/b.md"));
    let mut editor = editor_in(&folder);
    let report = all(&mut editor, &json!([]));
    assert!(item(&report, &a).is_none() && item(&report, &b).is_some());
    editor.open(&a, WRONG);
    assert!(item(&all(&mut editor, &json!([])), &a).is_some(), "it is open now");
    editor.close(&a);

    // Who asks all the time hears of them by the check of the folder, and of the others as ever.
    let params = json!({ "previousResultIds": [], "partialResultToken": "all" });
    editor.request("workspace/diagnostic", params.clone());
    let check = json!({ "command": "copydesk.check-folder", "arguments": [] });
    let asked = editor.ask("workspace/executeCommand", check);
    editor.answer_request("window/workDoneProgress/create");
    assert_eq!(editor.diagnostics(&a, None).len(), 1);
    assert_eq!(editor.answer_to(asked)["drafts"], 2);
    assert!(!editor.has_heard("textDocument/publishDiagnostics"), "each is shown once");
    fs::write(folder.join("copydesk.toml"), "all-drafts = true\n").unwrap();
    editor.request("workspace/diagnostic", params);
    assert_eq!(editor.diagnostics(&a, None), Vec::<Value>::new(), "it is asked for from now on");

    let settings = json!({ "settings": { "copydesk": { "allDrafts": false } } });
    editor.notify("workspace/didChangeConfiguration", settings);
    assert!(item(&all(&mut editor, &json!([])), &b).is_none());
}

/// The editor shows what it last had of a draft until it is told otherwise, and what is on disk may be what it was told first.
#[test]
fn a_draft_that_is_closed_is_told_of_again_as_it_is_on_disk() {
    let folder = folder("closed", &[("a.md", WRONG)]);
    let (a, outside) = (address(&folder, "a.md"), "file:///desk/elsewhere.md");
    let mut editor = editor_in(&folder);
    let before = all(&mut editor, &json!([]));
    editor.open(&a, RIGHT);
    editor.open(outside, WRONG);
    assert_eq!(editor.pull(&a, None)["items"], json!([]));
    editor.close(&a);
    editor.close(outside);
    let after = all(&mut editor, &had(&before));
    let found = item(&after, &a).unwrap();
    assert_eq!((&found["kind"], codes(&found["items"])), (&json!("full"), vec!["weekday-mismatch"]));
    let left = item(&after, outside).unwrap();
    assert_eq!((&left["kind"], &left["items"]), (&json!("full"), &json!([])), "it is in no folder");
    let again = all(&mut editor, &had(&after));
    assert!(again["items"].as_array().unwrap().iter().all(|item| item["kind"] == "unchanged"), "{again:#}");
}
