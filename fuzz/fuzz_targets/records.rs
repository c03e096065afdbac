//! Lines of `check --jsonl` and `mentions --jsonl`: every line has one answer, which is one line of JSON. A panic ends the
//! fuzzer before anybody can catch it.
#![no_main]
#![allow(dead_code, reason = "the program uses more of these files")]

#[path = "../../src/bin/copydesk/arguments.rs"]
mod arguments;
#[path = "../../src/bin/copydesk/day.rs"]
mod day;
#[path = "../../src/bin/copydesk/guard.rs"]
mod guard;
#[path = "../../src/bin/copydesk/jsonl.rs"]
mod jsonl;
#[path = "../../src/bin/copydesk/outcome.rs"]
mod outcome;
#[path = "../../src/bin/copydesk/records.rs"]
mod records;

use std::sync::LazyLock;

use arguments::{About, Arguments, Command};
use clap::Parser;
use jsonl::Question;
use libfuzzer_sys::fuzz_target;

/// Nothing but what the records say.
static ABOUT: LazyLock<About> =
    LazyLock::new(|| match Arguments::parse_from(["copydesk", "check", "--jsonl"]).command {
        Command::Check(arguments) => arguments.input.about,
        other => panic!("{other:?}"),
    });

fuzz_target!(|line: &[u8]| {
    for question in [Question::Findings, Question::Mentions] {
        let answer = jsonl::answer(line, question, &ABOUT);
        let (end, body) = answer.line.split_last().expect("an answer is a line");
        assert!(*end == b'\n' && !body.contains(&b'\n'));
        let value: serde_json::Value = serde_json::from_slice(body).expect("an answer is JSON");
        assert!(value.get("id").is_some());
    }
});
