//! The program as a terminal and a script see it: what goes in, what comes out, the exit code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// 17 December 2020 was a Thursday.
const WRONG: &str =
    "---\ndate: 2020-12-17\n---\n\nLe retrait a été annoncé vendredi 17 décembre 2020 par le ministre.\n";

/// The same, put right.
const RIGHT: &str =
    "---\ndate: 2020-12-17\n---\n\nLe retrait a été annoncé jeudi 17 décembre 2020 par le ministre.\n";

/// What a run gave.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    /// The output as one JSON value.
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    /// The output as one JSON value a line.
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Asserts that it could not do what was asked, and that it says so in these words.
    #[track_caller]
    fn failed(&self, words: &[&str]) {
        assert_eq!(self.code, Some(2), "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "`{word}` is missing in: {}", self.err);
        }
    }
}

/// Runs the program in a directory.
fn copydesk_in(directory: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(arguments)
        .current_dir(directory)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // On a thread of its own: both ends of a pipe block once it is full. A program that reads no input closes it.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs the program on some standard input.
fn copydesk(arguments: &[&str], input: &str) -> Run {
    copydesk_in(Path::new("."), arguments, input.as_bytes())
}

/// A directory of drafts, fresh for the test of that name.
fn desk(test: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    for (name, content) in files {
        let path = directory.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    directory
}

#[test]
fn a_report_points_at_the_text() {
    let desk = desk("points", &[("retrait.md", WRONG.as_bytes())]);
    let run = copydesk_in(&desk, &["check", "retrait.md"], b"");
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(
        run.out.contains("error[weekday-mismatch]: Le 17 décembre 2020 était un jeudi, pas un vendredi.")
    );
    assert!(run.out.contains("retrait.md:5:26"), "{}", run.out);
    assert!(run.out.contains("5 | Le retrait a été annoncé vendredi 17 décembre 2020 par le ministre."));
    assert!(run.out.contains("^^^^^^^^^^^^^^^^^^^^^^^^^"));
    assert!(run.out.contains("= help: "));
    assert!(run.out.ends_with("1 draft: 1 error.\n"));
    assert!(!run.out.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn a_draft_without_faults_is_quiet() {
    let run = copydesk(&["check", "-"], RIGHT);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "1 draft: nothing found.\n"));
}

#[test]
fn an_empty_draft_is_a_draft() {
    let desk = desk("empty", &[("empty.md", b"")]);
    let run = copydesk_in(&desk, &["check", "empty.md"], b"");
    assert_eq!((run.code, run.out.as_str()), (Some(0), "1 draft: nothing found.\n"));
    let run = copydesk_in(&desk, &["mentions", "empty.md"], b"");
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
}

#[test]
fn a_draft_in_no_known_language_is_not_passed_over_in_silence() {
    let dutch = "De minister heeft het akkoord woensdag aan de leden van het parlement voorgelegd.\n";
    let run = copydesk(&["check", "-"], dutch);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("its language was not recognised"), "{}", run.err);
    assert!(run.err.contains("--language fr or en"), "{}", run.err);
}

#[test]
fn the_json_report_counts_in_bytes() {
    let run = copydesk(&["check", "--format", "json", "-"], WRONG);
    assert_eq!(run.code, Some(1));
    let document = &run.json()["documents"][0];
    assert_eq!(document["path"], "standard input");
    assert_eq!(document["language"], "fr");
    assert_eq!(document["date"], "2020-12-17");
    let (finding, start) = (&document["findings"][0], WRONG.find("vendredi").unwrap());
    assert_eq!(finding["check"], "weekday-mismatch");
    assert_eq!(finding["severity"], "error");
    assert_eq!((&finding["start"], &finding["end"]), (&json!(start), &json!(start + 26)));
    let edit = json!({ "start": start, "end": start + 8, "text": "jeudi" });
    assert_eq!(finding["fixes"][0]["edits"][0], edit);
}

#[test]
fn the_sarif_report_names_rule_and_region() {
    let desk = desk("sarif", &[("le retrait.md", WRONG.as_bytes())]);
    let run = copydesk_in(&desk, &["check", "--format", "sarif", "le retrait.md"], b"").json();
    assert_eq!(run["version"], "2.1.0");
    let result = &run["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("weekday-mismatch"), &json!("error")));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "le%20retrait.md");
    assert_eq!(place["region"], json!({ "startLine": 5, "startColumn": 26, "endLine": 5, "endColumn": 51 }));
}

#[test]
fn the_github_report_is_one_command_a_finding() {
    let desk = desk("github", &[("retrait.md", WRONG.as_bytes())]);
    let run = copydesk_in(&desk, &["check", "--format", "github", "retrait.md"], b"");
    assert_eq!(
        run.out,
        "::error file=retrait.md,line=5,endLine=5,col=26,endColumn=51,title=weekday-mismatch::\
         Le 17 décembre 2020 était un jeudi, pas un vendredi.\n"
    );
}

#[test]
fn a_directory_stands_for_its_drafts_in_order() {
    let files: &[(&str, &[u8])] = &[
        ("b.txt", b"b"),
        ("a.md", b"a"),
        ("sub/c.MARKDOWN", b"c"),
        (".git/hidden.md", b"hidden"),
        ("photo.jpg", b"\0"),
    ];
    let run = copydesk_in(&desk("directory", files), &["check", "--format", "json", "."], b"").json();
    let paths: Vec<_> = run["documents"].as_array().unwrap().iter().map(|one| one["path"].clone()).collect();
    assert_eq!(paths, ["./a.md", "./b.txt", "./sub/c.MARKDOWN"]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let files: &[(&str, &[u8])] = &[
        ("latin1.txt", b"un\ndeux\nl'\xe9t\xe9\n"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("utf16.txt", b"\xff\xfeu\0n\0"),
        ("good.md", b"bon"),
        ("none/readme.pdf", b"%PDF"),
    ];
    let paths = ["latin1.txt", "photo.jpg", "utf16.txt", "none", "missing.md", "good.md"];
    let run = copydesk_in(&desk("unreadable", files), &[&["check"], &paths[..]].concat(), b"");
    run.failed(&[
        "latin1.txt: line 3 is not UTF-8; save the file as UTF-8",
        "photo.jpg: this is not a text file",
        "utf16.txt: this is UTF-16 text; save it as UTF-8",
        "no drafts in none: looked for .md, .markdown, .txt",
        "missing.md: there is no such file",
    ]);
    assert_eq!(run.out, "1 draft: nothing found.\n", "the good one");
}

#[test]
fn arguments_that_make_no_sense_are_explained() {
    copydesk(&["check"], "").failed(&["required"]);
    copydesk(&["check", "--date", "17/12/2020", "-"], "")
        .failed(&["`17/12/2020` is not a day; write it as 2020-12-17"]);
    copydesk(&["check", "--date", "2020-02-30", "-"], "").failed(&["there is no day `2020-02-30`"]);
    copydesk(&["check", "--language", "tlh", "-"], "").failed(&["possible values", "fr", "en"]);
    copydesk(&["check", "--jsonl", "a.md"], "").failed(&["cannot be used with"]);
}

#[test]
fn the_date_is_the_anchor_of_a_draft_that_gives_none() {
    let run = copydesk(
        &["check", "--date", "2020-12-17", "--format", "json", "-"],
        "Le ministre a démissionné jeudi.\n",
    );
    assert_eq!(run.json()["documents"][0]["date"], "2020-12-17");
}

#[test]
fn explain_prints_a_page() {
    let run = copydesk(&["explain", "weekday-mismatch"], "");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.starts_with("# weekday-mismatch\n"), "plain Markdown where there is no terminal");
}

#[test]
fn explain_lists_the_checks() {
    let run = copydesk(&["explain"], "");
    let line =
        run.out.lines().find(|line| line.starts_with("weekday-mismatch ")).expect("a line for each check");
    assert!(line.contains("error") && line.contains("weekday that"), "{line}");
}

#[test]
fn explain_suggests_the_name_that_was_meant() {
    copydesk(&["explain", "weekday-mismatc"], "")
        .failed(&["possible values", "a similar value exists: 'weekday-mismatch'"]);
}

#[test]
fn mentions_lists_what_was_recognised() {
    let run = copydesk(&["mentions", "-"], RIGHT);
    assert_eq!(run.code, Some(0));
    let line = run.out.lines().find(|line| line.starts_with("standard input:5:")).expect("the date");
    assert!(
        line.contains(" date ") && line.contains("17 décembre 2020") && line.contains("DATE 2020-12-17"),
        "{line}"
    );
}

#[test]
fn every_record_is_answered_in_its_turn() {
    let records: Vec<_> =
        (0..500).map(|id| json!({ "id": id, "text": "x".repeat(id % 7 * 900) }).to_string()).collect();
    let run = copydesk(&["check", "--jsonl"], &records.join("\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    let ids: Vec<_> = run.lines().iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..500).collect::<Vec<_>>());
}

#[test]
fn a_record_is_answered_with_its_findings() {
    let run = copydesk(&["check", "--jsonl"], &json!({ "id": "a", "text": WRONG }).to_string());
    assert_eq!(run.code, Some(1));
    let answer = &run.lines()[0];
    assert_eq!(
        (&answer["id"], &answer["language"], &answer["date"]),
        (&json!("a"), &json!("fr"), &json!("2020-12-17"))
    );
    assert_eq!(answer["findings"][0]["check"], "weekday-mismatch");
}

#[test]
fn a_record_is_answered_with_its_mentions() {
    let run = copydesk(&["mentions", "--jsonl"], &json!({ "id": 1, "text": RIGHT }).to_string());
    let answer = &run.lines()[0];
    let date = answer["mentions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["text"].as_str().unwrap().ends_with("17 décembre 2020"));
    let date = date.expect("the date");
    assert_eq!(
        (&date["kind"], &date["type"], &date["value"]),
        (&json!("date"), &json!("DATE"), &json!("2020-12-17"))
    );
}

#[test]
fn a_bad_line_is_answered_and_the_rest_go_on() {
    let input = [
        "not json".as_bytes(),
        b"",
        br#"{"id": 1}"#,
        b"{\"id\": 2, \"text\": \"\xff\"}",
        br#"{"id": 3, "text": "x", "date": "2020-13-01"}"#,
        br#"{"id": 4, "text": "x", "format": "docx"}"#,
        br#"{"id": 5, "text": "x", "language": "tlh"}"#,
        br#"{"text": "", "format": "plain", "date": null, "language": null, "more": 1}"#,
    ];
    let run = copydesk_in(Path::new("."), &["check", "--jsonl"], &input.join(&b'\n'));
    assert_eq!(run.code, Some(0), "{}", run.err);
    let answers = run.lines();
    let refused: Vec<_> =
        answers.iter().map(|answer| (answer["id"].clone(), answer["error"].is_string())).collect();
    let id = |id: u64| json!(id);
    let expected = [
        (Value::Null, true),
        (id(1), true),
        (Value::Null, true),
        (id(3), true),
        (id(4), true),
        (id(5), false),
    ];
    assert_eq!(refused[..6], expected);
    assert_eq!(answers[5], json!({ "id": 5, "language": null, "date": null, "findings": [] }));
    assert_eq!((&answers[6]["id"], &answers[6]["findings"]), (&Value::Null, &json!([])));
}

#[test]
fn a_record_is_answered_as_it_comes() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["mentions", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, mut answers) =
        (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for id in 0..5 {
        writeln!(stdin, "{}", json!({ "id": id, "text": "x" })).unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn ignore_files_are_honoured() {
    let files: &[(&str, &[u8])] = &[
        (".gitignore", b"build/\n"),
        (".copydeskignore", b"*.txt\n"),
        ("a.md", b"a"),
        ("b.txt", b"b"),
        ("build/c.md", b"c"),
        ("page.html", b"<p>d</p>"),
    ];
    let desk = desk("ignore", files);
    let run = copydesk_in(&desk, &["check", "--format", "jsonl", "."], b"");
    let paths: Vec<_> = run.lines().iter().map(|one| one["path"].clone()).collect();
    assert_eq!(paths, ["./a.md", "./page.html"]);
    let named = copydesk_in(&desk, &["check", "b.txt"], b"");
    assert_eq!(named.out, "1 draft: nothing found.\n", "what is named is read");
}

#[test]
fn a_bad_ignore_file_is_named_with_its_line() {
    let desk = desk("bad-ignore", &[(".copydeskignore", b"*.tmp\n{a\n"), ("a.md", b"a")]);
    let run = copydesk_in(&desk, &["check", "."], b"");
    run.failed(&[".copydeskignore", "line 2"]);
    assert_eq!(run.out, "1 draft: nothing found.\n", "the rest is read");
}

/// An archive as word processors write them, with this text in it.
fn office(part: &str, xml: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

/// A text of Word: runs that part words, a change that was struck, an empty paragraph.
const DOCX: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
<w:p><w:r><w:t>Le retrait &amp; la suite</w:t></w:r></w:p><w:p/>
<w:p><w:r><w:t xml:space="preserve">Annoncé vendre</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:r><w:t>di 17 d&#233;cembre 2020 par le ministre.</w:t></w:r></w:p>
</w:body></w:document>"#;

/// The same in LibreOffice.
const ODT: &str = r#"<?xml version="1.0"?><o:document-content xmlns:o="o" xmlns:text="t"><o:body>
<text:h>Le retrait &amp; la suite</text:h><text:p/>
<text:p>Annonc&#233;<text:s/>vendredi 17 décembre<text:note><text:p>Une note du 31 novembre.</text:p></text:note> 2020 par le ministre.</text:p>
</o:body></o:document-content>"#;

#[test]
fn files_of_word_processors_are_read() {
    let (docx, odt) = (office("word/document.xml", DOCX), office("content.xml", ODT));
    let desk = desk("office", &[("a.docx", &docx), ("b.odt", &odt)]);
    let run = copydesk_in(&desk, &["check", "--format", "json", "--language", "fr", "."], b"");
    assert_eq!(run.code, Some(1), "{}", run.err);
    for document in run.json()["documents"].as_array().unwrap() {
        let findings = document["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{document}");
        assert_eq!(findings[0]["check"], "weekday-mismatch");
        assert_eq!(
            (&findings[0]["paragraph"], &findings[0]["text"]),
            (&json!(2), &json!("vendredi 17 décembre 2020"))
        );
    }
    let human = copydesk_in(&desk, &["check", "--language", "fr", "a.docx"], b"");
    assert!(human.out.contains("a.docx:2:9"), "{}", human.out);
    assert!(human.out.contains("is the number of a paragraph"), "{}", human.out);
}

#[test]
fn damaged_files_of_word_processors_are_explained() {
    let cut = office("word/document.xml", "<w:document><w:p>");
    let other = office("word/styles.xml", "<w:styles/>");
    let desk = desk("damaged", &[("text.docx", b"bonjour"), ("other.docx", &other), ("cut.docx", &cut)]);
    let run = copydesk_in(&desk, &["check", "text.docx", "other.docx", "cut.docx"], b"");
    run.failed(&[
        "text.docx: this is no file of a word processor",
        "other.docx: there is no text",
        "cut.docx: the text in this file is damaged",
        "the file ends in the middle of the text",
    ]);
}

#[test]
fn a_place_where_no_draft_can_be_is_named() {
    let desk = desk("no_draft", &[("folder/a.md", b"bon")]);
    copydesk_in(&desk, &["facts", "folder"], b"")
        .failed(&["folder: this is a directory; name a draft in it"]);
    copydesk_in(&desk, &["accepted", "missing"], b"").failed(&["missing: there is no such folder"]);
    copydesk_in(&desk, &["knowledge", "import", "missing.json", "--out", "a"], b"").failed(&["missing.json"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_a_name() {
    let desk = desk("bytes", &[]);
    let name: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"d\xe9p\xeache.md");
    fs::write(desk.join(name), WRONG).unwrap();
    let run = copydesk_in(&desk, &["check", "."], b"");
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("d\u{fffd}p\u{fffd}che.md:5:26"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn whoever_stops_reading_the_output_is_no_fault() {
    let desk = desk("pipe", &[("a.md", WRONG.as_bytes())]);
    for command in
        ["check a.md", "schema", "explain", "mentions a.md", "facts a.md", "completions bash", "man"]
    {
        let script = format!("{{ sleep 0.1; \"$0\" {command}; echo $? >code; }} 2>told | true");
        let program = env!("CARGO_BIN_EXE_copydesk");
        assert!(
            Command::new("sh").args(["-c", &script, program]).current_dir(&desk).status().unwrap().success()
        );
        assert_eq!(fs::read_to_string(desk.join("told")).unwrap(), "", "{command}");
        let code = fs::read_to_string(desk.join("code")).unwrap();
        assert!(code == "0\n" || code == "1\n", "{command}: {code}");
    }
}

#[test]
fn a_fact_sheet_lists_what_is_to_be_checked() {
    let desk = desk("facts", &[("retrait.md", WRONG.as_bytes())]);
    let run = copydesk_in(&desk, &["facts", "retrait.md"], b"");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains(
            "- [ ] 1. l. 5 · date · Le retrait a été annoncé **vendredi 17 décembre 2020** par le ministre."
        ),
        "{}",
        run.out
    );
    assert!(run.out.contains("Le 17 décembre 2020 était un jeudi, pas un vendredi."), "{}", run.out);
    let fact = &copydesk_in(&desk, &["facts", "--format", "json", "retrait.md"], b"").json()["facts"][0];
    assert_eq!((&fact["kind"], &fact["line"], &fact["checked"]), (&json!("date"), &json!(5), &json!(false)));
    let run = copydesk_in(&desk, &["facts", "--format", "html", "--out", "sheet.html", "retrait.md"], b"");
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    let page = fs::read_to_string(desk.join("sheet.html")).unwrap();
    assert!(
        page.contains("<mark>vendredi 17 décembre 2020</mark>") && page.contains("lang=\"fr\""),
        "{page}"
    );
    assert!(!page.contains("http"), "the page needs nothing from elsewhere");
}

#[test]
fn what_a_draft_says_is_no_markup_of_its_sheet() {
    let draft = "Le prix de <script>alert(1)</script> Anne Colot est de 12 euros.\n";
    let run = copydesk(&["facts", "--format", "html", "--language", "fr", "-"], draft);
    assert!(!run.out.contains("<script>alert"), "{}", run.out);
}

#[test]
fn a_fact_sheet_says_nothing_twice() {
    let draft = "PARIS, June 24, 2021 - The firm was sold two years ago, in 2017. It owns 14 ships, and 2.5 million cars.\n";
    let run = copydesk(&["facts", "--format", "json", "-"], draft);
    let facts = run.json()["facts"].as_array().unwrap().clone();
    let readings = |words: &str| -> Vec<Value> {
        let of_it: Vec<_> = facts.iter().filter(|fact| fact["text"] == words).collect();
        assert_eq!(of_it.len(), 1, "{words} is one thing to tick off: {facts:?}");
        of_it[0]["readings"].as_array().unwrap().clone()
    };
    assert_eq!(readings("two years ago"), [json!("2019, by the date of the story")]);
    assert!(facts.iter().all(|fact| fact["text"] != "two years"), "{facts:?}");
    assert_eq!(readings("2017"), [] as [Value; 0]);
    assert_eq!(readings("14 ships"), [] as [Value; 0]);
    assert_eq!(readings("2.5 million cars"), [json!("value: 2,500,000")]);
}

#[test]
fn watching_reports_on_what_was_saved() {
    use std::io::{BufRead, BufReader};
    let desk = desk("watch", &[("a.md", RIGHT.as_bytes())]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["check", "--watch", "--format", "jsonl", "."])
        .current_dir(&desk)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || serde_json::from_str::<Value>(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(next()["findings"], json!([]));
    fs::write(desk.join("a.md"), WRONG).unwrap();
    assert_eq!(next()["findings"][0]["check"], "weekday-mismatch");
    // Reading a draft is no change of it: nothing more comes by itself.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(lines.count(), 0);
    copydesk_in(&desk, &["check", "--watch", "missing.md"], b"").failed(&["missing.md", "can be watched"]);
}

#[test]
fn the_program_tells_its_version_and_its_own_use() {
    let run = copydesk(&["--version"], "");
    assert!(run.out.starts_with(concat!("copydesk ", env!("CARGO_PKG_VERSION"), " (")), "{}", run.out);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(copydesk(&["completions", shell], "").out.contains("mentions"), "{shell}");
    }
    assert!(copydesk(&["man"], "").out.contains(".TH copydesk 1"));
    let desk = desk("man", &[]);
    assert_eq!(copydesk_in(&desk, &["man", "--out", "pages"], b"").code, Some(0));
    assert!(desk.join("pages/copydesk-check.1").exists());
}
