//! Lines of `check --jsonl` and `mentions --jsonl`: every line has one answer, which is one line of JSON. A panic ends the
//! fuzzer before anybody can catch it.
#![no_main]
#![allow(dead_code, unused_imports, reason = "the program uses more of these files")]

#[path = "../program.rs"]
mod program;

use std::sync::LazyLock;

use arguments::{About, Arguments, Command};
use clap::Parser;
use jsonl::Question;
use libfuzzer_sys::fuzz_target;
use program::files::{arguments, day, guard, house, import, jsonl, lines, manual, outcome, records};

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
