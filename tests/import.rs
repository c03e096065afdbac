//! `copydesk knowledge import`: dumps of every packing, broken lines, an end in the middle, query results, and the cards that
//! come of them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use support::{Editor, every_ability, range_of};

fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn item(id: &str) -> Value {
    json!({ "mainsnak": { "snaktype": "value", "datavalue": { "value": { "id": id }, "type": "wikibase-entityid" } }, "rank": "normal" })
}

fn time(time: &str, precision: u8) -> Value {
    let value = json!({ "time": time, "precision": precision, "calendarmodel": "http://www.wikidata.org/entity/Q1985727" });
    json!({ "snaktype": "value", "datavalue": { "value": value, "type": "time" } })
}

fn named(name: &str) -> Value {
    json!({ "mul": { "language": "mul", "value": name } })
}

fn links(count: usize) -> Value {
    let site = |at: usize| (format!("{}wiki", char::from(b'a' + at as u8)), json!({ "badges": [] }));
    Value::Object((0..count).map(site).collect())
}

/// A woman who held two offices, the second one still.
fn minister() -> Value {
    let mut mayor = item("Q800");
    mayor["qualifiers"] =
        json!({ "P580": [time("+2012-12-03T00:00:00Z", 11)], "P582": [time("+2019-00-00T00:00:00Z", 9)] });
    let mut minister = item("Q801");
    minister["qualifiers"] = json!({ "P580": [time("+2019-05-00T00:00:00Z", 10)] });
    let born = json!({ "mainsnak": time("+1970-01-02T00:00:00Z", 11), "rank": "normal" });
    json!({
        "type": "item", "id": "Q700", "labels": named("Zorla Vantig"), "modified": "2026-05-04T10:00:00Z",
        "descriptions": { "fr": { "language": "fr", "value": "femme politique belge" } },
        "aliases": { "fr": [{ "language": "fr", "value": "Zorla Vantig-Nemo" }, { "language": "fr", "value": "Zozo" }] },
        "claims": { "P31": [item("Q5")], "P21": [item("Q6581072")], "P27": [item("Q31")], "P39": [mayor, minister], "P569": [born] },
        "sitelinks": links(5),
    })
}

fn office(id: &str, fr: &str, woman: &str) -> Value {
    let form = json!({ "mainsnak": { "datavalue": { "value": { "text": woman, "language": "fr" } } }, "rank": "normal" });
    let labels =
        json!({ "fr": { "language": "fr", "value": fr }, "en": { "language": "en", "value": "holder" } });
    json!({ "type": "item", "id": id, "labels": labels, "descriptions": [], "claims": { "P2521": [form] }, "sitelinks": [] })
}

/// A small dump: those who name an office stand before it and behind it.
fn dump(people: usize) -> String {
    let iso = json!({ "mainsnak": { "datavalue": { "value": "BE", "type": "string" } }, "rank": "normal" });
    let country = json!({ "type": "item", "id": "Q31", "labels": named("Belgique"), "claims": { "P297": [iso] }, "sitelinks": links(9) });
    let mut all = vec![office("Q800", "maire de Vantigny", "mairesse de Vantigny"), minister(), country];
    for at in 0..people {
        let name =
            format!("{}{} Mopsel", char::from(b'A' + (at % 26) as u8), "abcdefghij".repeat(1 + at % 3));
        let claims = json!({ "P31": [item("Q5")], "P39": [item("Q801")], "P9000": vec![item("Q1"); 20] });
        all.push(json!({ "type": "item", "id": format!("Q{}", 1000 + at), "labels": named(&name), "claims": claims, "sitelinks": links(4) }));
    }
    all.push(office("Q801", "ministre de la Brume", "ministre de la Brume"));
    all.push(json!({ "type": "lexeme", "id": "L1", "lemmas": {}, "claims": [] }));
    let lines: Vec<String> = all.iter().map(Value::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.args(["knowledge", "import"]).args(arguments).current_dir(folder);
    command
}

fn import(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What an editor shows over a name of a draft in a folder whose house names a register.
fn card(folder: &Path, register: &str, draft: &str, name: &str) -> String {
    fs::write(folder.join("copydesk.toml"), format!("[knowledge]\nfiles = [\"{register}\"]\n")).unwrap();
    let uri = format!("file://{}", folder.join("draft.md").display());
    let mut editor = Editor::start(every_ability("utf-16"));
    editor.open(&uri, draft);
    let hover = editor.hover(&uri, range_of(draft, name, "utf-16")["start"].clone());
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

const DRAFT: &str = "---\ndate: 2020-12-17\n---\n\nLa ministre Zorla Vantig a rencontré jeudi des habitants de Liège, en Belgique.\n";

#[test]
fn every_packing_gives_the_same_register_and_the_card_knows_what_is_in_it() {
    let folder = folder("packings");
    let text = dump(30);
    let gzip = |text: &[u8]| {
        let mut file = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        file.write_all(text).unwrap();
        file.finish().unwrap()
    };
    let bzip = |text: &[u8]| {
        let mut file = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
        file.write_all(text).unwrap();
        file.finish().unwrap()
    };
    let zstd =
        |text: &[u8]| ruzstd::encoding::compress_to_vec(text, ruzstd::encoding::CompressionLevel::Fastest);
    // Large dumps are packed in parts, one behind the other.
    let (one, other) = text.as_bytes().split_at(text.len() / 3);
    let packed = [
        ("plain", text.clone().into_bytes()),
        ("gz", [gzip(one), gzip(other)].concat()),
        ("bz2", [bzip(one), bzip(other)].concat()),
        ("zst", [vec![0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7], zstd(one), zstd(other)].concat()),
    ];
    for (name, bytes) in packed {
        fs::write(folder.join(name), bytes).unwrap();
        let output = import(&folder, &[name, "--out", &format!("{name}.register")]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output.stderr));
        assert!(
            said(&output.stdout)
                .starts_with("37 lines read: 31 people, 0 places and 0 organisations kept, 0 wrong"),
            "{}",
            said(&output.stdout)
        );
        let register = fs::read(folder.join(format!("{name}.register"))).unwrap();
        assert_eq!(register, fs::read(folder.join("plain.register")).unwrap(), "{name}");
        assert!(!folder.join(format!("{name}.register.import")).exists());
    }
    let card = card(&folder, "plain.register", DRAFT, "Zorla");
    for line in [
        "femme politique belge",
        "**ministre de la Brume (mai 2019 –)**",
        "mairesse de Vantigny (3 décembre 2012 – 2019)",
        "Belgique",
        "2 janvier 1970",
        "[Wikidata Q700](https://www.wikidata.org/wiki/Q700), 4 mai 2026",
    ] {
        assert!(card.contains(line), "no `{line}` in {card}");
    }
}

#[test]
fn wrong_lines_are_counted_and_shown_and_the_others_are_kept() {
    let folder = folder("wrong");
    let wrong = "[\n<html>\n{\"type\":\"item\",\"labels\":[]},\n{\"id\":\"Q1\",\"claims\":\n{\"id\":7}\n";
    fs::write(
        folder.join("dump.json"),
        [wrong.as_bytes(), b"{\"id\":\"\xff\"}\n\n", dump(0).as_bytes()].concat(),
    )
    .unwrap();
    let output = import(&folder, &["dump.json", "--out", "w.register"]);
    let told = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{told}{}", said(&output.stderr));
    assert!(told.contains("1 people, 0 places and 0 organisations kept, 5 wrong lines"), "{told}");
    for line in [
        "line 2: expected value",
        "line 3: no entity: it has no id",
        "line 4: it is cut off",
        "line 5: invalid type",
        "line 6: ",
    ] {
        assert!(told.contains(line), "no `{line}` in {told}");
    }
}

#[test]
fn what_is_no_dump_is_told_so_and_nothing_is_written() {
    let folder = folder("no-dump");
    fs::write(folder.join("text"), "Once upon a time\nthere was a line\n").unwrap();
    fs::write(folder.join("empty"), "").unwrap();
    fs::write(folder.join("cut.gz"), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1]).unwrap();
    for (file, message) in [
        ("text", "text: line 1 names no column `itemLabel` or `name`, but: Once upon a time"),
        ("empty", "nothing in empty is asked for"),
        ("cut.gz", "cannot read cut.gz"),
        ("missing", "cannot read missing"),
        (".", "is no file"),
    ] {
        let output = import(&folder, &[file, "--out", "x.register"]);
        assert!(said(&output.stderr).contains(message), "{file}: {}", said(&output.stderr));
        assert_eq!(output.status.code(), Some(2));
        assert!(!folder.join("x.register").exists());
    }
}

#[test]
fn nothing_is_written_over_unasked() {
    let folder = folder("force");
    fs::write(folder.join("dump.json"), dump(1)).unwrap();
    fs::write(folder.join("mine.csv"), "name\nAnn Lee\n").unwrap();
    let output = import(&folder, &["dump.json", "--out", "mine.csv"]);
    assert!(
        said(&output.stderr).contains("mine.csv is there already; give --force"),
        "{}",
        said(&output.stderr)
    );
    assert_eq!(fs::read_to_string(folder.join("mine.csv")).unwrap(), "name\nAnn Lee\n");
    assert!(!folder.join("mine.csv.import").exists());
    assert_eq!(import(&folder, &["dump.json", "--out", "mine.csv", "--force"]).status.code(), Some(0));
    assert!(fs::read(folder.join("mine.csv")).unwrap().starts_with(b"copydesk register"));
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let folder = folder("killed");
    let text = dump(9_000);
    fs::write(folder.join("dump.json"), &text).unwrap();
    assert_eq!(import(&folder, &["dump.json", "--out", "whole.register"]).status.code(), Some(0));
    let arguments = ["dump.json", "--out", "again.register", "--note-every", "1000000"];
    let note = folder.join("again.register.import/note.json");
    let mut lines = 0;
    // Each round is killed as soon as it has come further; the last one comes to its end.
    for round in 0.. {
        let mut program = command(&folder, &arguments).stdout(Stdio::null()).spawn().unwrap();
        let noted = |reading: &str| -> u64 {
            let text = fs::read(&note).unwrap_or_default();
            serde_json::from_slice::<Value>(&text)
                .map_or(0, |note| note[reading]["mark"]["lines"].as_u64().unwrap_or(0))
        };
        while program.try_wait().unwrap().is_none() && noted("entities") + noted("labels") <= lines {
            sleep(Duration::from_millis(1));
        }
        lines = noted("entities") + noted("labels");
        program.kill().unwrap();
        if program.wait().unwrap().success() {
            assert!(round > 1, "it was killed on the way");
            break;
        }
    }
    assert_eq!(
        fs::read(folder.join("again.register")).unwrap(),
        fs::read(folder.join("whole.register")).unwrap()
    );
}

#[test]
fn an_import_of_something_else_does_not_go_on_from_there() {
    let folder = folder("else");
    fs::write(folder.join("dump.json"), dump(3)).unwrap();
    fs::create_dir(folder.join("x.register.import")).unwrap();
    let output = import(&folder, &["dump.json", "--out", "x.register"]);
    assert!(said(&output.stderr).contains("give --force to begin anew"), "{}", said(&output.stderr));
    fs::write(folder.join("x.register.import/mine"), "").unwrap();
    assert_eq!(import(&folder, &["dump.json", "--out", "x.register", "--force"]).status.code(), Some(0));
    assert!(folder.join("x.register.import/mine").exists(), "what is not ours stays");
}

const QUERY: &str = "item,itemLabel,itemAltLabel,positionLabel,start,end,countryLabel,coord\n\
    http://www.wikidata.org/entity/Q700,Zorla Vantig,\"Z. Vantig, Zorla V.\",maire de Vantigny,2012-12-03T00:00:00Z,2019-01-01T00:00:00Z,Belgique,\n\
    http://www.wikidata.org/entity/Q700,Zorla Vantig,,ministre de la Brume,2019-05-06T00:00:00Z,,Belgique,\n\
    http://www.wikidata.org/entity/Q701,Vantigny,,,,,Belgique,Point(4.35 50.85)\n\
    http://www.wikidata.org/entity/Q702,Mopsel,,,,,Belgique,Point(400 1)\n\
    http://www.wikidata.org/entity/Q703,Nemo,,,since May,,Belgique,\n";

#[test]
fn a_query_result_is_imported_too() {
    let folder = folder("query");
    fs::write(folder.join("query.csv"), QUERY).unwrap();
    fs::write(folder.join("query.tsv"), QUERY.replace(", ", "|").replace(',', "\t").replace("item", "?item"))
        .unwrap();
    for file in ["query.csv", "query.tsv"] {
        let output = import(&folder, &[file, "--out", &format!("{file}.register")]);
        let told = said(&output.stdout);
        assert!(
            told.contains("1 people, 1 places and 0 organisations kept, 2 wrong lines"),
            "{file}: {told}{}",
            said(&output.stderr)
        );
        assert!(
            told.contains("line 5: `Point(400 1)` is no place")
                && told.contains("line 6: `since May` is no date"),
            "{told}"
        );
        let card = card(&folder, &format!("{file}.register"), DRAFT, "Zorla");
        assert!(card.contains("**ministre de la Brume (6 mai 2019 –)**"), "{card}");
        assert!(card.contains("maire de Vantigny (3 décembre 2012 – 2019)"), "{card}");
    }
}

#[test]
fn a_register_that_is_damaged_is_told_of_and_the_draft_is_read() {
    let folder = folder("damaged");
    fs::write(folder.join("dump.json"), dump(3)).unwrap();
    import(&folder, &["dump.json", "--out", "x.register"]);
    let whole = fs::read(folder.join("x.register")).unwrap();
    fs::write(folder.join("x.register"), &whole[..60]).unwrap();
    fs::write(folder.join("copydesk.toml"), "[knowledge]\nfiles = [\"x.register\"]\n").unwrap();
    fs::write(folder.join("draft.md"), DRAFT).unwrap();
    let check = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["check", "draft.md"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(
        said(&check.stderr)
            .contains("x.register:1: this file of the newsroom's knowledge cannot be read: the register"),
        "{}",
        said(&check.stderr)
    );
    assert_eq!(check.status.code(), Some(2));
}
