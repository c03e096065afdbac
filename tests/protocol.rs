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
fn a_length_that_lies_costs_its_own_message_and_no_other() {
    let mut editor = editor();
    let body = |id: u64| json!({ "jsonrpc": "2.0", "id": id, "method": "unknown/thing" }).to_string();
    let frame = |length: usize, id: u64| format!("Content-Length: {length}\r\n\r\n{}", body(id));
    // Too short by some bytes: what is left over is passed over, up to the next header.
    editor.send_raw(frame(body(91).len() - 7, 91).as_bytes());
    editor.send_raw(frame(body(92).len(), 92).as_bytes());
    editor.answer(|message| message["id"] == 92);
    // No number at all, a negative one, one that no machine can count to, none; then twice, of which the last holds.
    let good = body(93).len();
    for header in
        ["Content-Length: x", "Content-Length: -5", "Content-Length: 99999999999999999999999", "X: 7"]
    {
        editor.send_raw(format!("{header}\r\n\r\n").as_bytes());
    }
    editor.send_raw(format!("Content-Length: 1\r\n{}", frame(good, 93)).as_bytes());
    editor.answer(|message| message["id"] == 93);
    editor.send_raw(frame(0, 94).as_bytes());
    assert_eq!(
        editor.answer(|message| !message["error"].is_null())["error"]["code"],
        -32700,
        "an empty body"
    );
    assert_reads_on(editor);
}

#[test]
fn bytes_that_are_no_text_are_refused_or_mended() {
    let mut editor = editor();
    editor.send_raw(b"Content-Length: 4\r\n\r\n\xff\xfe\x00{");
    assert_eq!(editor.answer(|message| !message["error"].is_null())["error"]["code"], -32700);
    let body = b"{\"jsonrpc\":\"2.0\",\"id\":71,\"method\":\"unknown/\xe9\"}";
    editor.send_raw(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    editor.send_raw(body);
    assert_eq!(editor.answer(|message| message["id"] == 71)["error"]["code"], -32601);
    assert_reads_on(editor);
}

/// Everything that can be asked about a place in a draft.
const QUESTIONS: [&str; 12] = [
    "codeAction",
    "codeLens",
    "completion",
    "definition",
    "documentHighlight",
    "documentSymbol",
    "hover",
    "inlayHint",
    "prepareRename",
    "references",
    "rename",
    "semanticTokens/full",
];

#[test]
fn every_question_about_any_place_in_any_draft_has_an_answer() {
    let mut editor = editor();
    let text = "É😀\r\rLe général Mark Milley.\u{301}";
    editor.open("file:///desk/known.md", text);
    let drafts = ["file:///desk/known.md", "file:///desk/unknown.md", "untitled:Untitled-1", "a:b?c#d"];
    let places = [at(0, 0), at(0, 2), at(2, 12), at(0, u32::MAX), at(u32::MAX, 0), at(u32::MAX, u32::MAX)];
    for question in QUESTIONS {
        for draft in drafts {
            for place in &places {
                let params = json!({
                    "textDocument": { "uri": draft }, "position": place, "range": { "start": place, "end": at(0, 1) },
                    "context": { "diagnostics": [], "includeDeclaration": true }, "newName": "Durand",
                });
                editor.request(&format!("textDocument/{question}"), params);
            }
        }
    }
    for command in ["copydesk.accept", "copydesk.never", "copydesk.facts", "copydesk.unknown"] {
        for arguments in
            [json!([]), json!([null]), json!([{ "uri": 7 }]), json!([{ "uri": "a:b", "check": "x" }])]
        {
            let params = json!({ "command": command, "arguments": arguments });
            let answer = editor.request("workspace/executeCommand", params);
            assert!(answer["code"].is_i64(), "{command} {arguments}: {answer}");
        }
    }
    assert_reads_on(editor);
}

#[test]
fn what_is_told_before_the_handshake_is_not_kept_and_the_session_begins_as_ever() {
    let mut editor = Editor::unintroduced();
    editor.open("file:///desk/early.md", DRAFT);
    assert_eq!(editor.request("shutdown", Value::Null)["code"], -32002, "before initialize");
    editor.shake_hands(Value::Null, every_ability("utf-16"), Value::Null);
    assert!(editor.hover("file:///desk/early.md", at(0, 3)).is_null());
    assert_reads_on(editor);
}

#[test]
fn the_end_of_input_after_shutdown_is_no_fault() {
    let mut editor = editor();
    editor.request("shutdown", Value::Null);
    assert_eq!(editor.vanish(), Some(0));
}

#[test]
fn a_question_about_a_draft_that_is_closed_meanwhile_is_answered() {
    let mut editor = editor();
    for round in 0..20 {
        editor.open(URI, &DRAFT.repeat(200));
        let params = json!({ "textDocument": { "uri": URI }, "position": at(0, 30) });
        editor.send(
            &json!({ "jsonrpc": "2.0", "id": 500 + round, "method": "textDocument/hover", "params": params }),
        );
        editor.close(URI);
        editor.answer(|message| message["id"] == 500 + round);
    }
    assert_reads_on(editor);
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
    // Whatever was under way when `shutdown` is answered would have come before.
    assert_eq!(editor.request("shutdown", Value::Null), Value::Null);
    assert!(!editor.has_answers(), "an answer that nobody waited for");
    assert_eq!(editor.exit(), Some(0));
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
            if version % 20 == 0 {
                let params = json!({ "textDocument": { "uri": uri(draft) }, "position": at(0, 30) });
                let id = 10_000 + 20 * version + draft as i64;
                editor.send(
                    &json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params }),
                );
            }
        }
    }
    for draft in 0..20 {
        let versions = editor.published_until(&uri(draft), 300);
        assert!(versions.is_sorted(), "{draft}: {versions:?}");
    }
    for id in
        (20..=300).step_by(20).flat_map(|version| (0..20).map(move |draft| 10_000 + 20 * version + draft))
    {
        editor.answer(|message| message["id"] == id);
    }
    assert_eq!(editor.request("shutdown", Value::Null), Value::Null);
    assert!(!editor.has_answers(), "an answer that nobody waited for");
    assert_eq!(editor.exit(), Some(0));
}
