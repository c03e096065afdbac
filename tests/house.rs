//! What a newsroom agrees on in `copydesk.toml`, and what it does to a session and to a report.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::{Editor, at, every_ability, range_of};

/// A weekday that is wrong, and two figures set side by side on purpose.
const DRAFT: &str = "---\ndate: 2020-12-17\n---\n\nLa grève commence vendredi 17 décembre 2020, a dit le syndicat.\n\n\
                     Il ne reste que 2.500 soldats dans le pays, contre 13.000 il y a un an.\n";

/// A folder with a draft two levels down, and what its house says.
fn folder(test: &str, house: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("house").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("monde/asie")).unwrap();
    fs::write(folder.join("copydesk.toml"), house).unwrap();
    fs::write(folder.join("monde/asie/retrait.md"), DRAFT).unwrap();
    folder
}

fn address(folder: &Path, file: &str) -> String {
    format!("file://{}", folder.join(file).display())
}

fn check(folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.args(["check", "--format", "json", "monde"]).current_dir(folder).output().unwrap()
}

/// The checks and severities that a report names.
fn reported(output: &Output) -> Vec<(String, String)> {
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = report["documents"][0]["findings"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    findings.iter().map(|finding| (text(&finding["check"]), text(&finding["severity"]))).collect()
}

fn codes(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().map(|one| one["code"].as_str().unwrap_or_default()).collect()
}

#[test]
fn without_a_house_everything_is_shown() {
    let folder = folder("none", "");
    let found = reported(&check(&folder)).into_iter().map(|(check, _)| check).collect::<Vec<_>>();
    assert_eq!(found, ["weekday-mismatch", "figure-contrast"]);
}

#[test]
fn a_report_keeps_to_the_house() {
    let folder = folder("report", "contrasts = false\n[checks]\nweekday-mismatch = \"hint\"\n");
    let output = check(&folder);
    assert_eq!(reported(&output), [("weekday-mismatch".to_owned(), "hint".to_owned())]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_command_line_stands_above_the_house() {
    let folder = folder("above", "date = \"2019-01-01\"\nlanguage = \"en\"\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    let arguments = ["check", "--format", "json", "--language", "fr", "--date", "2021-02-03", "monde"];
    let output = command.args(arguments).current_dir(&folder).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["documents"][0]["language"], "fr");
}

#[test]
fn what_is_wrong_with_the_house_is_said_with_its_place_and_the_drafts_are_read() {
    let folder = folder("wrong", "contrasts = true\n[checks]\nweekday-mistake = \"off\"\n");
    let output = check(&folder);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(complaint.contains("copydesk.toml:3:1: there is no check `weekday-mistake`"), "{complaint}");
    assert_eq!(reported(&output).len(), 2);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_session_follows_the_house_as_it_changes() {
    let folder = folder("session", "[checks]\nweekday-mismatch = \"off\"\n");
    let draft = address(&folder, "monde/asie/retrait.md");
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, DRAFT);
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["figure-contrast"]);

    fs::write(folder.join("copydesk.toml"), "contrasts = false\n").unwrap();
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["weekday-mismatch"]);

    // What the editor says stands above.
    let settings =
        json!({ "settings": { "copydesk": { "checks": { "weekday-mismatch": "off" }, "contrasts": true } } });
    editor.notify("workspace/didChangeConfiguration", settings);
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["figure-contrast"]);
}

#[test]
fn an_error_in_the_house_stands_at_its_line_and_the_last_good_one_holds() {
    let folder = folder("error", "contrasts = false\n");
    let (draft, house) = (address(&folder, "monde/asie/retrait.md"), address(&folder, "copydesk.toml"));
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, DRAFT);
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["weekday-mismatch"]);

    let wrong = "# la rédaction\ncontrast = false\n";
    fs::write(folder.join("copydesk.toml"), wrong).unwrap();
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": draft } }));
    let found = editor.diagnostics(&house, None);
    assert_eq!(found[0]["range"], range_of(wrong, "contrast", "utf-16"));
    assert!(found[0]["message"].as_str().unwrap().contains("unknown field `contrast`"), "{found:#?}");
    editor.change(&draft, 2, json!([{ "text": DRAFT }]));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(2))), ["weekday-mismatch"]);

    fs::write(folder.join("copydesk.toml"), "contrasts = true\n").unwrap();
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": draft } }));
    assert_eq!(editor.diagnostics(&house, None), Vec::<Value>::new());
    assert_eq!(codes(&editor.diagnostics(&draft, Some(2))), ["weekday-mismatch", "figure-contrast"]);
}

#[test]
fn the_schema_that_editors_use_is_current() {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk")).arg("schema").output().unwrap();
    let kept = Path::new("editors/copydesk.schema.json");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(kept, &output.stdout).unwrap();
    }
    let kept = fs::read_to_string(kept).unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), kept, "run this test with UPDATE_EXPECT=1");
}

/// What the menu offers over a finding, by its title.
fn offered<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().starts_with(title));
    found.unwrap_or_else(|| panic!("no `{title}` in {actions:#?}"))
}

#[test]
fn a_pair_that_is_accepted_stays_quiet_until_one_of_its_figures_changes() {
    let folder = folder("accepted", "[checks]\nweekday-mismatch = \"off\"\n");
    let draft = address(&folder, "monde/asie/retrait.md");
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, DRAFT);
    let found = editor.diagnostics(&draft, Some(1));
    let actions = editor.quick_fixes(&draft, &found[0]["range"]);
    let accept = offered(&actions, "Différents à dessein")["command"].clone();
    editor.request(
        "workspace/executeCommand",
        json!({ "command": accept["command"], "arguments": accept["arguments"] }),
    );
    assert_eq!(editor.diagnostics(&draft, Some(1)), Vec::<Value>::new());
    let mode = std::os::unix::fs::PermissionsExt::mode;
    let readable = |file: &str| mode(&fs::metadata(folder.join(file)).unwrap().permissions()) & 0o777;
    assert_eq!(readable(".copydesk/accepted.jsonl"), readable("copydesk.toml"), "the team can read it");

    // Another paragraph changes: it stays quiet.
    let edited = DRAFT.replace("a dit le syndicat", "a annoncé hier le syndicat");
    editor.change(&draft, 2, json!([{ "text": edited }]));
    assert_eq!(editor.diagnostics(&draft, Some(2)), Vec::<Value>::new());

    // One of its figures changes: it speaks again.
    editor.change(&draft, 3, json!([{ "text": edited.replace("13.000", "12.000") }]));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(3))), ["figure-contrast"]);

    // The report agrees, and what stands nowhere any more can be taken out.
    assert_eq!(reported(&check(&folder)), []);
    let accepted = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        let output = command.arg("accepted").args(arguments).current_dir(&folder).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(accepted(&[]).contains("13.000 | Il ne reste que"), "{}", accepted(&[]));
    assert!(accepted(&["--prune"]).contains("1 kept, 0 taken out"));
    fs::write(folder.join("monde/asie/retrait.md"), DRAFT.replace("13.000", "12.000")).unwrap();
    assert!(accepted(&["--prune"]).contains("0 kept, 1 taken out"));
}

#[test]
fn a_check_can_be_switched_off_in_a_draft_and_in_the_house() {
    let folder = folder("off", "# la rédaction\n");
    let draft = address(&folder, "monde/asie/retrait.md");
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, DRAFT);
    let found = editor.diagnostics(&draft, Some(1));
    let actions = editor.quick_fixes(&draft, &found[0]["range"]);

    let edit = &offered(&actions, "Ne plus vérifier cela dans ce brouillon")["edit"]["documentChanges"][0]["edits"]
        [0];
    editor.change(&draft, 2, json!([{ "range": edit["range"], "text": edit["newText"] }]));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(2))), ["figure-contrast"]);
    assert_eq!(edit["newText"], "copydesk-off: weekday-mismatch\n");

    let found = editor.diagnostics_again(&draft, DRAFT, 3);
    let never = offered(&editor.quick_fixes(&draft, &found[0]["range"]), "Ne plus jamais")["command"].clone();
    editor.request(
        "workspace/executeCommand",
        json!({ "command": never["command"], "arguments": never["arguments"] }),
    );
    assert_eq!(codes(&editor.diagnostics(&draft, Some(3))), ["figure-contrast"]);
    let house = fs::read_to_string(folder.join("copydesk.toml")).unwrap();
    assert!(house.starts_with("# la rédaction\n") && house.contains("weekday-mismatch = \"off\""), "{house}");
}

#[test]
fn no_file_outside_the_folder_of_the_house_is_read() {
    let folder = folder("outside", "[knowledge]\nfiles = [\"../people.csv\"]\n");
    let complaint = String::from_utf8_lossy(&check(&folder).stderr).into_owned();
    assert!(complaint.contains("copydesk.toml:2:10: name a file in the folder"), "{complaint}");

    fs::write(folder.join("copydesk.toml"), "[knowledge]\nfiles = [\"people.csv\"]\n").unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.join("people.csv")).unwrap();
    let complaint = String::from_utf8_lossy(&check(&folder).stderr).into_owned();
    assert!(complaint.contains("leads out of the folder"), "{complaint}");
}

#[test]
fn the_headline_counts_what_there_is_and_opens_the_fact_sheet() {
    let folder = folder("lens", "");
    let draft = address(&folder, "monde/asie/retrait.md");
    let mut abilities = every_ability("utf-16");
    abilities["window"] = json!({ "showDocument": { "support": true } });
    let mut editor = Editor::start(abilities);
    editor.open(&draft, DRAFT);
    let lenses = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": draft } }));
    let command = &lenses[0]["command"];
    assert_eq!(lenses[0]["range"]["start"], at(4, 0));
    let title = command["title"].as_str().unwrap();
    assert!(title.contains("Chiffres : 2") && title.contains("à vérifier : 2"), "{title}");

    let asked = json!({ "command": command["command"], "arguments": command["arguments"] });
    let sheet = editor.request_with("workspace/executeCommand", asked, "window/showDocument");
    let file = sheet["uri"].as_str().unwrap().strip_prefix("file://").unwrap().to_owned();
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.contains("<html") && page.contains("13.000"), "{page}");
    fs::remove_file(file).unwrap();
}

#[test]
fn a_command_that_makes_no_sense_is_refused_and_nothing_is_written() {
    let folder = folder("refused", "checks = 3\n");
    let mut editor = Editor::start(every_ability("utf-16"));
    for (command, check) in
        [("copydesk.never", "no-such-check"), ("copydesk.never", "name-mismatch"), ("copydesk.no", "")]
    {
        let argument = json!({ "uri": address(&folder, "monde/asie/retrait.md"), "check": check });
        let answer = editor
            .request("workspace/executeCommand", json!({ "command": command, "arguments": [argument] }));
        assert!(
            answer["message"].as_str().is_some_and(|message| message.starts_with("Copydesk: ")),
            "{answer}"
        );
    }
    assert_eq!(fs::read_to_string(folder.join("copydesk.toml")).unwrap(), "checks = 3\n");
}

/// A figure that is typed letter by letter, against one that stands above.
#[test]
fn a_figure_that_is_being_typed_is_left_alone_until_the_reporter_pauses() {
    let folder = folder("typing", "typing-pause = 600\n");
    let draft = address(&folder, "monde/asie/retrait.md");
    let text =
        "# Accident d'autocar à Liège: 12 morts\n\nUn accident d'autocar a fait  morts jeudi à Liège.\n";
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, text);
    editor.diagnostics(&draft, Some(1));

    let mut typed = Instant::now();
    for (count, digit) in ["1", "5"].iter().enumerate() {
        let caret = at(2, 29 + count as u32);
        let version = 2 + count as i64;
        typed = Instant::now();
        editor.change(&draft, version, json!([{ "range": { "start": caret, "end": caret }, "text": digit }]));
        assert_eq!(editor.diagnostics(&draft, Some(version)), Vec::<Value>::new());
    }
    assert_eq!(editor.diagnostics(&draft, Some(3)).len(), 1);
    assert!(typed.elapsed() >= Duration::from_millis(600));
}

#[test]
fn what_is_wrong_elsewhere_is_said_while_typing() {
    let mut editor = Editor::start_with(every_ability("utf-16"), json!({ "typingPause": 60000 }));
    let draft = "file:///desk/retrait.md";
    editor.open(draft, DRAFT);
    editor.diagnostics(draft, Some(1));
    let caret = at(6, 0);
    editor.change(draft, 2, json!([{ "range": { "start": caret, "end": caret }, "text": "D" }]));
    assert_eq!(codes(&editor.diagnostics(draft, Some(2))), ["weekday-mismatch", "figure-contrast"]);
}

/// What the newsroom's own files say, and a row of them that makes no sense.
const NAMES: &str =
    "name,kind,country,preferred\nHugues Retrait,person,Atlantide,\nLe Soldat,,,Les Soldats\n";
const NAMED: &str =
    "---\ndate: 2020-12-17\n---\n\nLe ministre Hugues Retrait est à Kiev avec M. Le Soldat.\n";

#[test]
fn a_report_knows_the_names_of_the_house_and_tells_of_a_row_that_makes_no_sense() {
    let folder = folder("names", "[knowledge]\nfiles = [\"names.csv\"]\n");
    fs::write(folder.join("monde/asie/retrait.md"), NAMED).unwrap();
    fs::write(folder.join("names.csv"), "name,preferred\nKiev,Kyiv\n,nobody\n").unwrap();
    let output = check(&folder);
    assert_eq!(reported(&output), [("house-spelling".to_owned(), "information".to_owned())]);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(complaint.contains("names.csv:3: the row has no name"), "{complaint}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn names_of_the_house_hold_again_when_their_file_is_saved() {
    let folder = folder("names-saved", "[knowledge]\nfiles = [\"names.csv\"]\n");
    let (draft, names) = (address(&folder, "monde/asie/retrait.md"), address(&folder, "names.csv"));
    fs::write(folder.join("names.csv"), NAMES).unwrap();
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, NAMED);
    let found = editor.diagnostics(&names, None);
    assert_eq!(found[0]["range"], range_of(NAMES, "Hugues Retrait,person,Atlantide,", "utf-16"));
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["house-spelling"]);

    fs::write(folder.join("names.csv"), "name,preferred\nKiev,Kyiv\nLe Soldat,Les Soldats\n").unwrap();
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": draft } }));
    assert_eq!(editor.diagnostics(&names, None), Vec::<Value>::new());
    assert_eq!(codes(&editor.diagnostics(&draft, Some(1))), ["house-spelling", "house-spelling"]);
}

/// A French draft with a total that is off, dated by the house's own paper.
const OWN: &str = "LIÈGE, 3 mars 2021 (Gazette de Seraing) – Le fonds a versé 1200 euros à Namur et 1300 euros à Arlon, soit \
                   2700 euros au total. Le conseil se réunit vendredi 6 mars.\n";

#[test]
fn numbers_agencies_and_messages_are_those_of_the_house_in_a_report_and_in_a_session() {
    let house = "messages = \"en\"\nagencies = [\"Gazette de Seraing\"]\n[numbers]\nthousands = \" \"\n";
    let folder = folder("customs", house);
    fs::write(folder.join("monde/asie/retrait.md"), OWN).unwrap();
    let report: Value = serde_json::from_slice(&check(&folder).stdout).unwrap();
    let findings = report["documents"][0]["findings"].as_array().unwrap();
    let said: Vec<&str> = findings.iter().map(|finding| finding["message"].as_str().unwrap()).collect();
    assert_eq!(said[0], "1200 + 1300 makes 2 500, not 2700 euros.");
    assert!(said[1].starts_with("March 6, 2021 is a Saturday, not a Friday"), "{said:?}");

    let draft = address(&folder, "monde/asie/retrait.md");
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&draft, OWN);
    let found = editor.diagnostics(&draft, Some(1));
    assert_eq!([&found[0]["message"], &found[1]["message"]], [said[0], said[1]]);
    let titles = |editor: &mut Editor| -> Vec<String> {
        let actions = editor.quick_fixes(&draft, &found[1]["range"]);
        actions.iter().map(|action| action["title"].as_str().unwrap().to_owned()).collect()
    };
    let shown = titles(&mut editor);
    assert_eq!(shown[0], "Write “samedi”", "what is written is French all the same");
    assert!(shown.contains(&"Never check this here (weekday-mismatch)".to_owned()), "{shown:?}");

    // The editor may want the language of the draft again.
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": { "messages": "draft" } }));
    let again = editor.diagnostics(&draft, Some(1));
    assert!(again[1]["message"].as_str().unwrap().starts_with("Le 6 mars 2021 est un samedi"), "{again:#?}");
    assert_eq!(titles(&mut editor)[0], "Écrire « samedi »");
}

#[test]
fn the_language_of_the_editor_alone_changes_nothing() {
    let mut editor = Editor::unintroduced();
    let params = json!({ "processId": null, "rootUri": null, "locale": "en", "capabilities": every_ability("utf-16") });
    editor.request("initialize", params);
    editor.notify("initialized", json!({}));
    editor.open("file:///desk/retrait.md", DRAFT);
    let found = editor.diagnostics("file:///desk/retrait.md", Some(1));
    assert!(found[0]["message"].as_str().unwrap().starts_with("Le 17 décembre 2020"), "{found:#?}");
}

#[test]
fn what_a_house_cannot_write_is_said_with_its_place() {
    let wrong = "messages = \"nl\"\nagencies = [\"\"]\n[numbers]\nthousands = \"..\"\n";
    let complaints = String::from_utf8_lossy(&check(&folder("uncustomary", wrong)).stderr).into_owned();
    for place in ["copydesk.toml:1:12:", "copydesk.toml:2:13:", "copydesk.toml:4:13:"] {
        assert!(complaints.contains(place), "{complaints}");
    }
}

#[test]
fn the_page_about_a_check_opens_and_is_itself_no_draft() {
    let folder = folder("about", "");
    let draft = address(&folder, "monde/asie/retrait.md");
    let mut abilities = every_ability("utf-16");
    abilities["window"] = json!({ "showDocument": { "support": true } });
    let mut editor = Editor::start(abilities);
    editor.open(&draft, DRAFT);
    let found = editor.diagnostics(&draft, Some(1));
    let actions = editor.quick_fixes(&draft, &found[0]["range"]);
    let about = offered(&actions, "À propos de cette vérification (weekday-mismatch)")["command"].clone();
    let asked = json!({ "command": about["command"], "arguments": about["arguments"] });
    let shown = editor.request_with("workspace/executeCommand", asked, "window/showDocument");
    assert_eq!(shown["external"], false);
    let uri = shown["uri"].as_str().unwrap();
    let page = fs::read_to_string(uri.strip_prefix("file://").unwrap()).unwrap();
    assert!(page.starts_with("# weekday-mismatch"), "{page}");
    editor.open(uri, &page);
    assert_eq!(editor.diagnostics(uri, Some(1)), Vec::<Value>::new(), "its examples are no findings");
    fs::remove_file(uri.strip_prefix("file://").unwrap()).unwrap();
}

#[test]
fn an_editor_that_opens_nothing_is_told_what_a_check_is_about() {
    let mut editor = Editor::start(every_ability("utf-16"));
    let asked = |check: &str| json!({ "command": "copydesk.about", "arguments": [{ "check": check }] });
    editor.request("workspace/executeCommand", asked("weekday-mismatch"));
    assert!(editor.shown().starts_with("weekday-mismatch: Finds a weekday"));
    assert!(editor.request("workspace/executeCommand", asked("no-such-check"))["message"].is_string());
}
