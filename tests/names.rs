//! What the editor asks about names: the real program, spoken to as editors do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use serde_json::{Value, json};
use support::{Editor, at, every_ability, range_of};

/// Where the draft pretends to be.
const URI: &str = "file:///desk/pont.md";

/// One person in four forms, another person, a place and an organisation.
const DRAFT: &str = "# Le pont de Namur\n\nLa ministre de la Mobilité, Élodie Van Houtte, a visité Namur lundi. \
Selon Mme Van Houtte, le pont tiendra. « Élodie Van Houtte m'a convaincu », dit Bruno Lemaître. \
Van Houtte reviendra à Namur avec l'OTAN.\n";

/// What an editor says that it can do with names.
fn abilities(versions: bool) -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "workspaceEdit": { "documentChanges": versions } },
        "textDocument": {
            "rename": { "prepareSupport": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        },
    })
}

fn editor(draft: &str) -> Editor {
    let mut editor = Editor::start(abilities(false));
    editor.open(URI, draft);
    editor
}

/// Asks about the place of the first `words` of a draft.
fn ask(editor: &mut Editor, method: &str, draft: &str, words: &str, more: Value) -> Value {
    let mut params =
        json!({ "textDocument": { "uri": URI }, "position": range_of(draft, words, "utf-16")["start"] });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    editor.request(&format!("textDocument/{method}"), params)
}

/// The draft after a rename of what stands at `words`.
fn renamed(draft: &str, words: &str, new: &str) -> String {
    let mut editor = editor(draft);
    let edit = ask(&mut editor, "rename", draft, words, json!({ "newName": new }));
    let edits = edit["changes"][URI].as_array().unwrap_or_else(|| panic!("{edit:#}")).clone();
    let mut edits: Vec<_> =
        edits.iter().map(|edit| (offsets(draft, &edit["range"]), edit["newText"].clone())).collect();
    edits.sort_by_key(|((start, _), _)| std::cmp::Reverse(*start));
    let mut text = draft.to_owned();
    for ((start, end), new) in edits {
        text.replace_range(start..end, new.as_str().unwrap());
    }
    text
}

/// A range in UTF-16 as offsets.
fn offsets(text: &str, range: &Value) -> (usize, usize) {
    let offset = |position: &Value| {
        let number = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
        let line = text.split_inclusive('\n').take(number("line")).map(str::len).sum::<usize>();
        let units: Vec<u16> = text[line..].encode_utf16().take(number("character")).collect();
        line + String::from_utf16(&units).unwrap().len()
    };
    (offset(&range["start"]), offset(&range["end"]))
}

/// What stands in a range.
fn words(range: &Value) -> &'static str {
    let (start, end) = offsets(DRAFT, range);
    &DRAFT[start..end]
}

#[test]
fn a_name_leads_to_its_first_mention() {
    let mut editor = editor(DRAFT);
    let found = ask(&mut editor, "definition", DRAFT, "Van Houtte reviendra", json!({}));
    assert_eq!(found, json!({ "uri": URI, "range": range_of(DRAFT, "Élodie Van Houtte", "utf-16") }));
    assert!(ask(&mut editor, "definition", DRAFT, "tiendra", json!({})).is_null());
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn all_mentions_of_one_bearer_are_found_in_every_form() {
    let mut editor = editor(DRAFT);
    let with = |first: bool| json!({ "context": { "includeDeclaration": first } });
    let found = ask(&mut editor, "references", DRAFT, "Élodie", with(true));
    let forms: Vec<_> = found.as_array().unwrap().iter().map(|one| words(&one["range"])).collect();
    assert_eq!(forms, ["Élodie Van Houtte", "Van Houtte", "Élodie Van Houtte", "Van Houtte"]);
    assert_eq!(ask(&mut editor, "references", DRAFT, "Élodie", with(false)).as_array().unwrap().len(), 3);

    let marked = ask(&mut editor, "documentHighlight", DRAFT, "Namur lundi", json!({}));
    let marked: Vec<_> = marked.as_array().unwrap().iter().map(|one| words(&one["range"])).collect();
    assert_eq!(marked, ["Namur"; 3]);
}

#[test]
fn a_person_is_renamed_in_every_form() {
    let text = renamed(DRAFT, "Élodie Van", "Elvire De Smet");
    assert!(text.contains("Mobilité, Elvire De Smet, a visité"), "{text}");
    assert!(text.contains("Selon Mme De Smet, le pont"), "{text}");
    assert!(text.contains("« Elvire De Smet m'a"), "{text}");
    assert!(text.contains("De Smet reviendra"), "{text}");
    assert!(text.contains("Bruno Lemaître"), "{text}");
}

#[test]
fn the_word_before_a_name_loses_or_gains_its_vowel() {
    let draft = "Le bourgmestre Alice Estienne a démissionné. La lettre d’Alice Estienne est connue.\n\nD'Alice Estienne, on \
                 attendait qu'Estienne reste.\n";
    let text = renamed(draft, "Alice", "Bob Martens");
    assert!(text.contains("La lettre de Bob Martens est"), "{text}");
    assert!(text.contains("De Bob Martens, on"), "{text}");
    assert!(text.contains("attendait que Martens reste"), "{text}");
    let text = renamed(&text, "Bob", "Yves Anciaux");
    assert!(text.contains("La lettre d'Yves Anciaux est"), "{text}");
    assert!(text.contains("D'Yves Anciaux, on"), "{text}");
    assert!(text.contains("attendait qu'Anciaux reste"), "{text}");
}

#[test]
fn a_surname_alone_leaves_the_forename() {
    let text = renamed(DRAFT, "Van Houtte, le pont", "Van Houte");
    assert_eq!(text, DRAFT.replace("Houtte", "Houte"));
}

#[test]
fn a_place_is_renamed_everywhere() {
    assert_eq!(renamed(DRAFT, "Namur lundi", "Dinant"), DRAFT.replace("Namur", "Dinant"));
}

#[test]
fn what_is_no_name_is_not_renamed_and_the_editor_is_told_why() {
    let mut editor = editor(DRAFT);
    let asked = ask(&mut editor, "prepareRename", DRAFT, "Van Houtte reviendra", json!({}));
    assert_eq!(asked["placeholder"], "Van Houtte");
    let refused = ask(&mut editor, "prepareRename", DRAFT, "tiendra", json!({}));
    assert!(refused["message"].as_str().unwrap().contains("pas ici de nom"), "{refused:#}");
    let refused = ask(&mut editor, "rename", DRAFT, "Namur", json!({ "newName": " \n" }));
    assert!(refused["message"].as_str().unwrap().contains("lettres"), "{refused:#}");
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn an_editor_that_checks_versions_gets_them_with_a_rename() {
    let mut editor = Editor::start(abilities(true));
    assert_eq!(editor.server_can["renameProvider"]["prepareProvider"], true);
    editor.open(URI, DRAFT);
    let edit = ask(&mut editor, "rename", DRAFT, "Namur", json!({ "newName": "Dinant" }));
    assert_eq!(edit["documentChanges"][0]["textDocument"], json!({ "uri": URI, "version": 1 }));
}

#[test]
fn the_outline_has_people_places_and_organisations() {
    let mut editor = editor(DRAFT);
    let outline = editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    let outline = outline.as_array().unwrap();
    let names: Vec<_> = outline.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Namur", "Élodie Van Houtte", "Bruno Lemaître", "OTAN"]);
    assert_eq!(outline[1]["selectionRange"], range_of(DRAFT, "Élodie Van Houtte", "utf-16"));
    assert!(outline[1]["detail"].as_str().unwrap().contains("ministre"));
}

#[test]
fn an_editor_without_trees_gets_a_flat_outline() {
    let mut editor = Editor::start(json!({}));
    editor.open(URI, DRAFT);
    let outline = editor.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(outline[0]["location"]["range"], range_of(DRAFT, "Namur", "utf-16"));
}

/// The completions at the end of a draft, as label and what they replace.
fn completions(draft: &str) -> Vec<String> {
    let mut editor = editor(draft);
    let line = draft.lines().count() as u32 - 1;
    let end = at(line, draft.lines().last().unwrap().encode_utf16().count() as u32);
    let found =
        editor.request("textDocument/completion", json!({ "textDocument": { "uri": URI }, "position": end }));
    found["items"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn names_of_the_draft_are_offered_first_then_those_that_are_known() {
    let typed = |end: &str| completions(&format!("{}\n{end}", DRAFT.trim_end()));
    assert_eq!(typed("Selon Elo")[0], "Élodie Van Houtte");
    assert!(
        typed("Selon Hout").contains(&"Houtte".to_owned())
            || typed("Selon Van").contains(&"Van Houtte".to_owned())
    );
    assert!(typed("À Afg").contains(&"Afghanistan".to_owned()));
    assert_eq!(typed("Selon Bruno Lem")[0], "Bruno Lemaître");
    assert_eq!(typed("selon elo"), [""; 0], "no capital");
    assert_eq!(typed("Selon "), [""; 0], "nothing typed");
}

#[test]
fn a_name_that_cannot_be_changed_is_told_in_the_language_of_the_draft() {
    let uri = "file:///desk/ville.md";
    for (text, said) in [
        ("---\nlang: fr\n---\n\nLa ville dort encore.\n", "Il n'y a pas ici de nom"),
        ("---\nlang: en\n---\n\nThe town is still asleep.\n", "There is no name here"),
    ] {
        let mut editor = Editor::start(every_ability("utf-16"));
        editor.open(uri, text);
        let params = json!({ "textDocument": { "uri": uri }, "position": at(4, 5), "newName": "Namur" });
        let refused = editor.request("textDocument/rename", params);
        assert!(refused["message"].as_str().unwrap().starts_with(said), "{refused}");
    }
}
