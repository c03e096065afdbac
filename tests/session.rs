//! Sessions of an editor with the server: the real program, spoken to as editors do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use serde_json::{Value, json};
use support::{Editor, at, every_ability, range_of};

/// Where the drafts pretend to be.
const URI: &str = "file:///desk/retrait.md";

/// 17 December 2020 was a Thursday.
const DRAFT: &str =
    "---\ndate: 2020-12-17\n---\n\nLe retrait a été annoncé vendredi 17 décembre 2020 par le ministre.\n";

/// What is wrong in it.
const WRONG: &str = "vendredi 17 décembre 2020";

/// An editor of today.
fn editor() -> Editor {
    Editor::start(every_ability("utf-16"))
}

/// The only diagnostic there is.
fn only(diagnostics: Vec<Value>) -> Value {
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    diagnostics.into_iter().next().unwrap()
}

#[test]
fn a_wrong_weekday_is_underlined_and_says_why() {
    let mut editor = editor();
    editor.open(URI, DRAFT);

    let found = only(editor.diagnostics(URI, Some(1)));
    assert_eq!(found["range"], range_of(DRAFT, WRONG, "utf-16"));
    assert_eq!(found["message"], "Le 17 décembre 2020 était un jeudi, pas un vendredi.");
    assert_eq!(found["severity"], 1);
    assert_eq!(found["source"], "copydesk");
    assert_eq!(found["code"], "weekday-mismatch");
    let page = found["codeDescription"]["href"].as_str().unwrap();
    assert!(page.ends_with("/docs/checks/weekday-mismatch.md"), "{page}");
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn a_fix_puts_it_right_and_the_diagnostic_goes() {
    let mut editor = editor();
    editor.open(URI, DRAFT);
    let found = only(editor.diagnostics(URI, Some(1)));

    let fixes = editor.quick_fixes(URI, &found["range"]);
    assert_eq!(fixes[0]["kind"], "quickfix");
    assert_eq!(fixes[0]["isPreferred"], true);
    assert_eq!(fixes[0]["diagnostics"][0]["code"], "weekday-mismatch");
    let change = &fixes[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    let edit = &change["edits"][0];
    assert_eq!(edit["newText"], "jeudi");
    assert_eq!(edit["range"], range_of(DRAFT, "vendredi", "utf-16"));

    editor.change(URI, 2, json!([{ "range": edit["range"], "text": edit["newText"] }]));
    assert_eq!(editor.diagnostics(URI, Some(2)), Vec::<Value>::new());
}

#[test]
fn a_figure_is_linked_to_the_one_that_it_contradicts() {
    let text =
        "# Accident d'autocar à Liège: 12 morts\n\nUn accident d'autocar a fait 15 morts jeudi à Liège.\n";
    let mut editor = editor();
    editor.open(URI, text);

    let found = editor.diagnostics(URI, Some(1));
    let linked = found.iter().find(|one| !one["relatedInformation"][0].is_null()).expect("a linked place");
    assert_eq!(linked["relatedInformation"][0]["location"]["uri"], URI);
    let lines = [&linked["range"], &linked["relatedInformation"][0]["location"]["range"]]
        .map(|range| range["start"]["line"].as_u64().unwrap());
    assert!(lines == [0, 2] || lines == [2, 0], "{linked:#}");
}

#[test]
fn hovering_over_a_name_shows_its_card() {
    let text = "Le président français Emmanuel Macron a reçu la presse à Paris.\n";
    let mut editor = editor();
    editor.open(URI, text);

    let range = range_of(text, "Emmanuel Macron", "utf-16");
    let hover = editor.hover(URI, range["start"].clone());
    assert_eq!(hover["range"], range);
    assert_eq!(hover["contents"]["kind"], "markdown");
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Emmanuel Macron"));
}

#[test]
fn a_hover_asked_right_after_an_edit_answers_for_the_new_text() {
    let mut editor = editor();
    editor.open(URI, "Rien.\n");
    let text = "Le président français Emmanuel Macron a reçu la presse à Paris.\n";
    editor.change(URI, 2, json!([{ "text": text }]));
    let range = range_of(text, "Emmanuel Macron", "utf-16");
    assert_eq!(editor.hover(URI, range["start"].clone())["range"], range);
}

#[test]
fn positions_are_counted_as_the_editor_asked() {
    let text = DRAFT.replace("Le retrait", "😀 «\u{202f}Le retrait\u{202f}»");
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut editor = Editor::start(every_ability(encoding));
        assert_eq!(editor.server_can["positionEncoding"], encoding);
        editor.open(URI, &text);
        let found = only(editor.diagnostics(URI, Some(1)));
        assert_eq!(found["range"], range_of(&text, WRONG, encoding), "{encoding}");

        // An edit behind all these characters lands where the editor meant it.
        let weekday = range_of(&text, "vendredi", encoding);
        editor.change(URI, 2, json!([{ "range": weekday, "text": "jeudi" }]));
        assert!(editor.diagnostics(URI, Some(2)).is_empty(), "{encoding}");
    }
}

#[test]
fn an_editor_that_asks_for_nothing_gets_utf_16() {
    assert_eq!(Editor::start(json!({})).server_can["positionEncoding"], "utf-16");
    assert_eq!(Editor::start(every_ability("utf-7")).server_can["positionEncoding"], "utf-16");
}

#[test]
fn an_editor_that_can_do_little_still_gets_messages_and_fixes() {
    let mut editor = Editor::start(json!({}));
    editor.open(URI, DRAFT);
    let found = only(editor.diagnostics(URI, Some(1)));
    for extra in ["relatedInformation", "data", "codeDescription"] {
        assert!(found[extra].is_null(), "{found:#}");
    }
    let fixes = editor.quick_fixes(URI, &found["range"]);
    assert_eq!(fixes[0]["edit"]["changes"][URI][0]["newText"], "jeudi");
}

#[test]
fn what_is_typed_letter_by_letter_is_read_as_a_whole() {
    let mut editor = Editor::start_with(every_ability("utf-16"), json!({ "typingPause": 0 }));
    editor.open(URI, &DRAFT.replace(WRONG, ""));
    let mut position = range_of(DRAFT, WRONG, "utf-16")["start"].clone();
    let mut version = 1;
    for letter in WRONG.chars() {
        version += 1;
        let here = json!({ "start": position, "end": position });
        editor.change(URI, version, json!([{ "range": here, "text": letter.to_string() }]));
        position["character"] = json!(position["character"].as_u64().unwrap() + 1);
    }
    assert_eq!(only(editor.diagnostics(URI, Some(version)))["range"], range_of(DRAFT, WRONG, "utf-16"));
}

#[test]
fn several_changes_in_one_message_are_applied_in_their_order() {
    let mut editor = editor();
    editor.open(URI, "un\r\ndeux\r\n");
    let insert = |line, character, text: &str| json!({ "range": { "start": at(line, character), "end": at(line, character) }, "text": text });
    let whole = json!({ "text": "Le retrait a été annoncé " });
    let changes = json!([
        insert(1, 4, "\n\r"),
        whole,
        insert(0, 25, " 17 décembre 2020.\n"),
        insert(0, 25, "vendredi")
    ]);
    editor.change(URI, 2, changes);
    let found = only(editor.diagnostics(URI, Some(2)));
    assert_eq!(found["range"], json!({ "start": at(0, 25), "end": at(0, 50) }));
}

#[test]
fn closing_a_draft_takes_its_findings_off_the_screen() {
    let mut editor = editor();
    editor.open(URI, DRAFT);
    assert_eq!(editor.diagnostics(URI, Some(1)).len(), 1);
    editor.close(URI);
    assert!(editor.diagnostics(URI, None).is_empty());

    editor.open(URI, DRAFT);
    assert_eq!(editor.diagnostics(URI, Some(1)).len(), 1, "opened again");
}

#[test]
fn after_a_burst_of_edits_the_last_version_is_published() {
    let mut editor = editor();
    editor.open(URI, DRAFT);
    for version in 2..=300 {
        let start = json!({ "start": at(4, 0), "end": at(4, 0) });
        editor.change(URI, version, json!([{ "range": start, "text": "é" }]));
    }
    editor.diagnostics(URI, Some(300));
}

#[test]
fn silly_positions_and_unknown_drafts_harm_nobody() {
    let mut editor = editor();
    let (far, unknown) = (at(u32::MAX, u32::MAX), "file:///desk/unknown.md");
    assert!(editor.hover(unknown, at(0, 0)).is_null());
    assert!(editor.quick_fixes(unknown, &json!({ "start": at(0, 0), "end": far })).is_empty());
    editor.change(unknown, 7, json!([{ "text": "x" }]));
    editor.close(unknown);

    editor.open(URI, "été 😀");
    assert!(editor.hover(URI, far.clone()).is_null());
    let changes = json!([
        { "range": { "start": at(0, 5), "end": at(9, 9) }, "text": "\u{202f}" },
        { "range": { "start": at(3, 0), "end": at(0, 0) }, "text": "\r" },
        { "range": { "start": far, "end": far }, "text": "" },
    ]);
    editor.change(URI, 2, changes);
    editor.diagnostics(URI, Some(2));
    assert!(editor.quick_fixes(URI, &json!({ "start": far, "end": at(0, 0) })).is_empty());
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn a_setting_with_a_mistake_is_named_in_the_log() {
    let mut editor =
        Editor::start_with(every_ability("utf-16"), json!({ "copydesk": { "date": "17/12/2020" } }));
    assert!(editor.log_line().contains("copydesk.date"));
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": { "language": "tlh" } }));
    assert!(editor.log_line().contains("copydesk.language"));
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn the_exit_code_tells_whether_the_editor_took_leave() {
    assert_eq!(editor().leave(), Some(0));
    assert_eq!(editor().exit(), Some(1), "no shutdown");
    assert_eq!(editor().vanish(), Some(1), "no shutdown, no exit");
    assert_eq!(Editor::unintroduced().exit(), Some(1), "not even initialize");
}

/// Two days that hang on that of the draft, one that does not.
const HANGING: &str = "---\ndate: 2020-12-17\n---\n\nLe vote de jeudi suit celui de la semaine dernière.\n\nLe Sénat votera mardi, et non le 23 décembre 2020.\n";

/// All of a draft.
fn all() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } })
}

#[test]
fn the_day_stands_beside_a_weekday_once_that_is_asked_for() {
    let mut editor = editor();
    editor.open(URI, HANGING);
    assert_eq!(editor.hints(URI, &all()), []);

    let settings = json!({ "copydesk": { "inlayHints": { "dates": true } } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    editor.answer_request("workspace/inlayHint/refresh");
    let shown = editor.hints(URI, &all());
    let expected = [
        ("jeudi", "17 décembre"),
        ("semaine dernière", "la semaine du 7 décembre 2020"),
        ("mardi", "22 décembre"),
    ];
    let place = |words: &str| range_of(HANGING, words, "utf-16")["end"].clone();
    assert_eq!(shown, expected.map(|(words, label)| (place(words), label.to_owned())));

    // Only what is on the screen.
    let line = json!({ "start": { "line": 6, "character": 0 }, "end": { "line": 7, "character": 0 } });
    assert_eq!(editor.hints(URI, &line).len(), 1);
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn the_day_stands_beside_a_weekday_from_the_start_and_follows_an_edit() {
    let settings = json!({ "inlayHints": { "dates": true } });
    let mut editor = Editor::start_with(every_ability("utf-8"), settings);
    editor.open(URI, HANGING);
    assert_eq!(editor.hints(URI, &all()).len(), 3);
    editor.change(URI, 2, json!([{ "text": HANGING.replace("12-17", "12-24") }]));
    assert_eq!(editor.hints(URI, &all())[0].1, "24 décembre");
}

#[test]
fn a_switch_that_is_no_switch_is_named_and_stays_off() {
    let mut editor = Editor::start_with(every_ability("utf-16"), json!({ "inlayHints": { "dates": "yes" } }));
    assert!(editor.log_line().contains("copydesk.inlayHints.dates"));
    editor.open(URI, HANGING);
    assert_eq!(editor.hints(URI, &all()), []);
}

#[test]
fn hovering_over_a_weekday_says_when_it_is_and_why() {
    let mut editor = editor();
    editor.open(URI, HANGING);

    let range = range_of(HANGING, "mardi", "utf-16");
    let hover = editor.hover(URI, range["start"].clone());
    assert_eq!(hover["range"], range);
    let card = hover["contents"]["value"].as_str().unwrap();
    assert!(card.contains("mardi 22 décembre 2020, d'après la date de la dépêche"), "{card}");
    assert!(card.contains(&format!("[l. 2](<{URI}#L2>)")), "{card}");
}
