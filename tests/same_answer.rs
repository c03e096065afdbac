//! After any sequence of edits the server's diagnostics are those of the final text, in every position encoding.
//!
//! Positions are counted here once more, in another way than the program's own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod draft;
mod support;
mod wire;

use std::cell::RefCell;

use copydesk::{Finding, Options, analyse};
use draft::{Change, change, draft};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use support::{Editor, at, every_ability};

/// Sequences for each encoding; `PROPTEST_CASES` asks for more.
const CASES: u32 = 48;

/// Which ones, unless `SAME_ANSWER_SEED` asks for others: a failure comes again when the test is run again.
const SEED: u64 = 1851;

/// The position of a byte: lines end at `\n`, `\r\n` or `\r`.
fn position(text: &str, offset: usize, encoding: &str) -> Value {
    let before = &text[..offset];
    let breaks = before.matches('\n').count() + before.matches('\r').count() - before.matches("\r\n").count();
    // Between the halves of a `\r\n` one is still on the line that it ends, behind its last character.
    let split = before.ends_with('\r') && text[offset..].starts_with('\n');
    let seen = if split { &before[..before.len() - 1] } else { before };
    let line = seen.rsplit(['\n', '\r']).next().unwrap();
    let character = match encoding {
        "utf-8" => line.len(),
        "utf-16" => line.encode_utf16().count(),
        _ => line.chars().count(),
    };
    at((breaks - usize::from(split)) as u32, character as u32)
}

/// The change that an editor sends for what the writer did; a text that moved is sent as a whole.
fn sent(text: &str, change: &Change, encoding: &str) -> Value {
    match change {
        Change::Replace { from, to, text: new } => {
            let (from, to) = (draft::boundary(text, *from), draft::boundary(text, *to));
            let [start, end] = [from.min(to), from.max(to)].map(|place| position(text, place, encoding));
            json!({ "range": { "start": start, "end": end }, "text": new })
        }
        Change::Move { .. } => json!({ "text": change.apply(text) }),
    }
}

/// Whether an editor can put its cursor at both ends of the change: none can between `\r` and `\n`.
fn can_be_sent(text: &str, change: &Change) -> bool {
    let splits = |place: usize| text[..place].ends_with('\r') && text[place..].starts_with('\n');
    match change {
        Change::Replace { from, to, .. } => {
            ![from, to].iter().any(|place| splits(draft::boundary(text, **place)))
        }
        Change::Move { .. } => true,
    }
}

/// What the server should publish of a finding.
fn expected(text: &str, finding: &Finding, encoding: &str) -> Value {
    let range = |span: copydesk::Span| json!({ "start": position(text, span.start as usize, encoding), "end": position(text, span.end as usize, encoding) });
    let related: Vec<Value> = finding.related.iter().map(|other| range(other.span)).collect();
    json!([finding.check, finding.message, range(finding.span), related])
}

/// What it published.
fn published(diagnostic: &Value) -> Value {
    let related = diagnostic["relatedInformation"].as_array().unwrap();
    let related: Vec<&Value> = related.iter().map(|other| &other["location"]["range"]).collect();
    json!([diagnostic["code"], diagnostic["message"], diagnostic["range"], related])
}

/// Sends the draft and its changes, and compares what is published of the final text.
fn assert_same(editor: &mut Editor, uri: &str, first: String, changes: &[Change], encoding: &str) {
    let mut text = first;
    editor.open(uri, &text);
    let mut version = 1;
    for change in changes.iter() {
        if can_be_sent(&text, change) {
            version += 1;
            editor.change(uri, version, json!([sent(&text, change, encoding)]));
            text = change.apply(&text);
        }
    }
    let found: Vec<Value> = editor.diagnostics(uri, Some(version)).iter().map(published).collect();
    editor.close(uri);
    let options = Options { file_name: Some("draft.md".into()), ..Options::default() };
    let analysis = analyse(&text, &options);
    let wanted: Vec<Value> =
        analysis.findings.iter().map(|finding| expected(&text, finding, encoding)).collect();
    assert_eq!(found, wanted, "{text:?}");
}

/// Runs all sequences against one server.
fn run(encoding: &str) {
    let editor = RefCell::new(Editor::start_with(every_ability(encoding), json!({ "typingPause": 0 })));
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { CASES };
    let session = std::cell::Cell::new(0);
    let sequences = (draft(), prop::collection::vec(change(), 1..20));
    // A language file that cannot be read is no failure to be made smaller, and says itself what is wrong with it.
    for language in copydesk::languages() {
        analyse("", &Options { language: Some((*language).to_owned()), ..Options::default() });
    }
    // Each smaller case that the server does not answer costs the patience of an editor.
    let config = ProptestConfig { cases, max_shrink_time: 60_000, ..usual };
    let asked = std::env::var("SAME_ANSWER_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed: [u8; 32] = std::array::from_fn(|at| asked.unwrap_or(SEED).to_le_bytes()[at % 8]);
    let dice = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let outcome = TestRunner::new_with_rng(config, dice).run(&sequences, |(first, changes)| {
        session.set(session.get() + 1);
        let uri = format!("file:///desk/{}/draft.md", session.get());
        assert_same(&mut editor.borrow_mut(), &uri, first, &changes, encoding);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(editor.into_inner().leave(), Some(0));
}

#[test]
fn in_bytes() {
    run("utf-8");
}

#[test]
fn in_utf_16_code_units() {
    run("utf-16");
}

#[test]
fn in_characters() {
    run("utf-32");
}
