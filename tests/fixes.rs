//! Thirty quick fixes, applied by an editor as the protocol says: the draft holds exactly what was promised.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use serde_json::{Value, json};
use support::{Editor, every_ability};

/// A sentence, what is wrong in it, and what the first fix puts there.
type Row = (&'static str, &'static str, &'static str);

/// In French.
const FRENCH: [Row; 15] = [
    ("Le conseil a voté le budget vendredi 17 décembre 2020 sans débat.", "vendredi", "jeudi"),
    ("La gare a rouvert mercredi 5 mars 2019 après les travaux.", "mercredi", "mardi"),
    ("Le procès a commencé samedi 11 juin 2021 au palais de justice.", "samedi", "vendredi"),
    ("La digue a cédé jeudi 24 octobre 2018 près du port.", "jeudi", "mercredi"),
    ("Le syndicat a signé mardi 14 février 2022 l'accord de branche.", "mardi", "lundi"),
    ("Le musée a fermé jeudi 30 août 2017 pour inventaire.", "jeudi", "mercredi"),
    ("La ministre a visité l'usine vendredi 4 mai 2023 en matinée.", "vendredi", "jeudi"),
    ("Le bail prend fin le 31 novembre 2020 à minuit.", "31", "30"),
    ("Les dossiers sont reçus jusqu'au 31 avril 2021 à la mairie.", "31", "30"),
    ("La saison a fini le 31 juin 2019 au stade.", "31", "30"),
    ("Le pont est fermé depuis le 31 septembre 2018 au trafic.", "31", "30"),
    ("Le salon se tient du 20 au 12 décembre 2020 à Namur.", "20 au 12", "12 au 20"),
    ("La grève a duré du 19 au 15 mars 2019 dans les dépôts.", "19 au 15", "15 au 19"),
    ("La foire est ouverte du 28 au 21 juin 2021 à Arlon.", "28 au 21", "21 au 28"),
    ("Le festival va du 9 au 4 août 2018 cette fois.", "9 au 4", "4 au 9"),
];

/// In English.
const ENGLISH: [Row; 15] = [
    ("The council passed the budget on Friday, December 17, 2020 without debate.", "Friday", "Thursday"),
    ("The station reopened on Wednesday, March 5, 2019 after the works.", "Wednesday", "Tuesday"),
    ("The trial began on Saturday, June 11, 2021 at the county court.", "Saturday", "Friday"),
    ("The dyke broke on Thursday, October 24, 2018 near the harbour.", "Thursday", "Wednesday"),
    ("The union signed the deal on Tuesday, February 14, 2022 in the evening.", "Tuesday", "Monday"),
    ("The museum closed on Thursday, August 30, 2017 for stocktaking.", "Thursday", "Wednesday"),
    ("The minister toured the plant on Friday, May 4, 2023 with reporters.", "Friday", "Thursday"),
    ("The lease ends on November 31, 2020 at midnight.", "31", "30"),
    ("Files are taken until April 31, 2021 at the town hall.", "31", "30"),
    ("The season ended on June 31, 2019 at the ground.", "31", "30"),
    ("The bridge has been closed since September 31, 2018 to traffic.", "31", "30"),
    (
        "The fair is open from May 12 to May 10, 2021 in Hull.",
        "May 12 to May 10, 2021",
        "May 10 to May 12, 2021",
    ),
    (
        "The strike ran from March 19 to March 15, 2019 at the depots.",
        "March 19 to March 15, 2019",
        "March 15 to March 19, 2019",
    ),
    (
        "The show runs from June 28 to June 21, 2021 in Leeds.",
        "June 28 to June 21, 2021",
        "June 21 to June 28, 2021",
    ),
    (
        "The course lasts from August 9 to August 4, 2018 this time.",
        "August 9 to August 4, 2018",
        "August 4 to August 9, 2018",
    ),
];

/// Applies the fixes of one language, with positions counted as `encoding` says; tells what went otherwise.
fn apply_all(rows: &[Row], language: &str, around: [&str; 2], encoding: &str) -> Vec<String> {
    let mut editor = Editor::start_with(every_ability(encoding), json!({ "language": language }));
    assert_eq!(editor.server_can["positionEncoding"], encoding);
    let drafts = rows.iter().enumerate().map(|(number, (sentence, wrong, right))| {
        let uri = format!("file:///desk/{language}{number}.md");
        let surrounded = |sentence: &str| format!("{}{sentence}{}", around[0], around[1]);
        let text = surrounded(sentence);
        let promised = surrounded(&sentence.replacen(wrong, right, 1));
        let fixed = fix_first(&mut editor, &uri, &text, encoding);
        (fixed != promised).then(|| format!("{encoding}: {fixed:?} instead of {promised:?}"))
    });
    drafts.flatten().collect()
}

/// Opens a draft with one fault, applies the first fix, and hands it back; the server finds nothing more in it.
fn fix_first(editor: &mut Editor, uri: &str, text: &str, encoding: &str) -> String {
    editor.open(uri, text);
    let found = editor.diagnostics(uri, Some(1));
    let [finding] = &found[..] else { return format!("{} findings in {text}", found.len()) };
    let fixes = editor.quick_fixes(uri, &finding["range"]);
    let edits = fixes[0]["edit"]["documentChanges"][0]["edits"].as_array().unwrap();
    let fixed = applied(text, edits, encoding);
    editor.change(uri, 2, json!([{ "text": fixed }]));
    let left = editor.diagnostics(uri, Some(2));
    if left.is_empty() { fixed } else { format!("still found: {left:?}") }
}

/// The text after the edits, which all speak of the text before any of them.
fn applied(text: &str, edits: &[Value], encoding: &str) -> String {
    let range = |edit: &Value| ["start", "end"].map(|end| offset(text, &edit["range"][end], encoding));
    let mut edits =
        edits.iter().map(|edit| (range(edit), edit["newText"].as_str().unwrap())).collect::<Vec<_>>();
    edits.sort();
    let mut text = text.to_owned();
    for ([start, end], new) in edits.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    text
}

/// The byte at a position, worked out without the help of the server's own translator.
fn offset(text: &str, position: &Value, encoding: &str) -> usize {
    let number = |name: &str| position[name].as_u64().unwrap() as usize;
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let width = |c: char| match encoding {
        "utf-8" => c.len_utf8(),
        "utf-16" => c.len_utf16(),
        _ => 1,
    };
    let (mut units, mut bytes) = (0, 0);
    for c in text[start..].chars() {
        if units >= number("character") {
            break;
        }
        units += width(c);
        bytes += c.len_utf8();
    }
    assert_eq!(units, number("character"), "a position inside a character, or behind the text");
    start + bytes
}

#[test]
fn thirty_fixes_leave_exactly_the_text_that_was_promised() {
    let french =
        ["Brève 😀\r\n\r\n«\u{202f}Voilà 👩‍👧\u{202f}», dit-elle. ", " Rien d'autre.\r\n\r\nÀ suivre…\r\n"];
    let english =
        ["Brief 😀\r\n\r\n“Here\u{202f}we are 👩‍👧,” she said. ", " Nothing else.\r\n\r\nMore soon…\r\n"];
    let mut otherwise = Vec::new();
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        otherwise.extend(apply_all(&FRENCH, "fr", french, encoding));
        otherwise.extend(apply_all(&ENGLISH, "en", english, encoding));
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

#[test]
fn all_sure_fixes_are_made_at_once_where_they_are_asked_for() {
    let text = "😀 Le bail prend fin le 31 novembre 2020 à minuit.\r\n\r\nLe conseil a voté vendredi 17 décembre 2020.\r\n\r\n\
                Les dossiers sont reçus jusqu'au 31 avril 2021. La foire est ouverte du 28 au 21 juin 2021 à Arlon.\r\n";
    let mut editor = Editor::start(every_ability("utf-16"));
    assert!(
        editor.server_can["codeActionProvider"]["codeActionKinds"]
            .to_string()
            .contains("source.fixAll.copydesk")
    );
    let uri = "file:///desk/tout.md";
    editor.open(uri, text);
    editor.diagnostics(uri, Some(1));
    let ask = |editor: &mut Editor, only: Value| {
        let start = json!({ "line": 0, "character": 0 });
        let context = json!({ "diagnostics": [], "only": only });
        let params = json!({ "textDocument": { "uri": uri }, "range": { "start": start, "end": start }, "context": context });
        editor.request("textDocument/codeAction", params).as_array().unwrap().clone()
    };
    for only in ["source.fixAll.copydesk", "source.fixAll", "source"] {
        let actions = ask(&mut editor, json!([only]));
        assert_eq!((actions.len(), &actions[0]["kind"]), (1, &json!("source.fixAll.copydesk")), "{only}");
        let edits = actions[0]["edit"]["documentChanges"][0]["edits"].as_array().unwrap();
        // The weekday has several ways to be put right, so it is the reporter's to choose.
        let right = text
            .replace("31 novembre", "30 novembre")
            .replace("31 avril", "30 avril")
            .replace("28 au 21", "21 au 28");
        assert_eq!(applied(text, edits, "utf-16"), right, "{only}");
    }
    assert_eq!(ask(&mut editor, json!(["source.organizeImports"])), Vec::<Value>::new());
    assert_eq!(ask(&mut editor, json!(["source.fixAllOthers"])), Vec::<Value>::new());
    assert!(
        ask(&mut editor, Value::Null).iter().all(|action| action["kind"] == "quickfix"),
        "only where asked for"
    );
}
