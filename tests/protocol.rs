//! What no editor should send, and some do: the server answers, stays, and keeps the text right.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use serde_json::{Value, json};
use support::{Editor, at, every_ability, range_of};

/// Where the draft pretends to be.
const URI: &str = "file:///desk/retrait.md";

/// 17 December 2020 was a Thursday.
const DRAFT: &str = "Le retrait a été annoncé vendredi 17 décembre 2020 par le ministre.\n";

/// What is wrong in it.
const WRONG: &str = "vendredi 17 décembre 2020";

/// An editor that has shaken hands.
fn editor() -> Editor {
    Editor::start(every_ability("utf-16"))
}

/// Whether the server still reads drafts.
fn assert_reads_on(mut editor: Editor) {
    editor.open(URI, DRAFT);
    let found = editor.diagnostics(URI, Some(1));
    assert_eq!(found[0]["range"], range_of(DRAFT, WRONG, "utf-16"));
    assert_eq!(editor.leave(), Some(0));
}

/// The answer to bytes that are no message, as a frame.
fn answer_to(editor: &mut Editor, body: &str) -> Value {
    editor.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    editor.answer(|message| !message["error"].is_null())
}

#[test]
fn a_body_that_cannot_be_decoded_is_refused_and_the_session_goes_on() {
    let mut editor = editor();
    let digits = "9".repeat(400);
    let deep = "[".repeat(5000);
    let long = format!(r#"{{"jsonrpc":"2.0","method":"m","params":[{digits}]}}"#);
    for body in ["{", "\"x", "nonsense", &long] {
        let answer = answer_to(&mut editor, body);
        assert_eq!((&answer["error"]["code"], &answer["id"]), (&json!(-32700), &Value::Null), "{body:.40}");
    }
    for body in [&deep, "[]", "42", "{}", r#"{"jsonrpc":"1.0","method":"m"}"#] {
        assert_eq!(answer_to(&mut editor, body)["error"]["code"], -32600, "{body:.40}");
    }
    assert_reads_on(editor);
}

#[test]
fn a_request_that_cannot_be_decoded_is_answered_under_its_id() {
    let mut editor = editor();
    let body = format!(
        r#"{{"jsonrpc":"2.0","id":"seven","method":"textDocument/hover","params":{}}}"#,
        "9".repeat(400)
    );
    assert_eq!(answer_to(&mut editor, &body)["id"], "seven");
    assert_reads_on(editor);
}

#[test]
fn headers_may_be_written_in_small_letters_and_noise_is_passed_over() {
    let mut editor = editor();
    let body = r#"{"jsonrpc":"2.0","id":71,"method":"unknown/thing"}"#;
    editor.send_raw(
        format!("\r\nnoise: 1\r\ncontent-length:{}\r\ncontent-type: x\r\n\r\n{body}", body.len()).as_bytes(),
    );
    assert_eq!(editor.answer(|message| message["id"] == 71)["error"]["code"], -32601);
    assert_reads_on(editor);
}

#[test]
fn frames_may_come_joined_and_in_single_bytes() {
    let mut editor = editor();
    let frame = |id: u64| {
        let body = json!({ "jsonrpc": "2.0", "id": id, "method": "unknown/é" }).to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    };
    editor.send_raw(&[frame(81), frame(82)].concat());
    frame(83).chunks(1).for_each(|byte| editor.send_raw(byte));
    for id in 81..=83 {
        editor.answer(|message| message["id"] == id);
    }
    assert_reads_on(editor);
}

#[test]
fn half_an_emoji_keeps_the_positions_right() {
    let mut editor = editor();
    editor.open(URI, DRAFT);
    editor.diagnostics(URI, Some(1));
    let change = |version: u64, text: &str| {
        let here = json!({ "start": at(0, 0), "end": at(0, 0) });
        let params = json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [{ "range": here, "text": "HALF" }] });
        let body = json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params })
            .to_string()
            .replace("HALF", text);
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    editor.send_raw(change(2, r"\ude00").as_bytes());
    editor.send_raw(change(3, r"\ud83d").as_bytes());
    let found = editor.diagnostics(URI, Some(3));
    assert_eq!(found[0]["range"], range_of(&format!("😀{DRAFT}"), WRONG, "utf-16"));
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn every_request_has_one_answer_whatever_its_name_and_time() {
    let mut early = Editor::unintroduced();
    assert_eq!(early.request("textDocument/hover", json!({}))["code"], -32002, "before initialize");

    let mut editor = editor();
    assert_eq!(editor.request("$/unknown", json!({}))["code"], -32601);
    assert_eq!(editor.request("unknown", Value::Null)["code"], -32601);
    assert_eq!(editor.request("initialize", json!({ "capabilities": {} }))["code"], -32600, "a second time");
    assert_eq!(editor.request("textDocument/hover", json!({ "position": "x" }))["code"], -32602);
    editor.notify("$/unknown", json!({}));
    editor.notify("unknown", json!({}));
    assert_eq!(editor.request("shutdown", Value::Null), Value::Null);
    assert_eq!(editor.request("textDocument/hover", json!({}))["code"], -32600, "after shutdown");
    assert_eq!(editor.exit(), Some(0));
}

#[test]
fn a_cancelled_request_is_answered_once() {
    let mut editor = editor();
    editor.open(URI, &DRAFT.repeat(2000));
    for id in 1000..1050 {
        let params = json!({ "textDocument": { "uri": URI }, "position": at(0, 3) });
        editor.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params }));
        editor.notify("$/cancelRequest", json!({ "id": id }));
    }
    let mut answered: Vec<u64> = (1000..1050)
        .map(|_| editor.answer(|message| message["id"].as_u64() >= Some(1000))["id"].as_u64().unwrap())
        .collect();
    answered.sort_unstable();
    assert_eq!(answered, (1000..1050).collect::<Vec<_>>());
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn many_drafts_changed_at_once_never_go_back_in_version() {
    let mut editor = editor();
    let uri = |draft: usize| format!("file:///desk/{draft}.md");
    (0..20).for_each(|draft| editor.open(&uri(draft), DRAFT));
    for version in 2..=300 {
        for draft in 0..20 {
            let start = json!({ "start": at(0, 0), "end": at(0, 0) });
            editor.change(&uri(draft), version, json!([{ "range": start, "text": "é" }]));
        }
    }
    for draft in 0..20 {
        let versions = editor.published_until(&uri(draft), 300);
        assert!(versions.is_sorted(), "{draft}: {versions:?}");
    }
    assert_eq!(editor.leave(), Some(0));
}
