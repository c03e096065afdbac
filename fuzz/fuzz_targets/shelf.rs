//! Files of a newsroom's knowledge: CSV, TOML and registers. Whatever bytes they hold, reading them ends, names the lines that are
//! wrong where they are, and a draft can be read with what is left.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;

use std::sync::Arc;

use copydesk::knowledge::newsroom::{Kind, List};
use copydesk::knowledge::register::{Beginning, Head, MAGIC, NameKey, Register, Row, pack};
use copydesk::knowledge::{Newsroom, fold};
use copydesk::{Options, analyse};
use libfuzzer_sys::fuzz_target;

const DRAFT: &str = "# Ann Lee à Kiev\n\nLe 17 décembre 2020, la ministre Ann Lee a vu Bob Ray de l'Acme Group à Kiev.\n";

/// Pieces of tables and of TOML.
const PIECES: &[&str] = &[
    "name,aliases,kind,role,country,preferred,born,latitude\n", "name;kind\n", "name\tkind\n", "# ", "\"", ",", ";", "\t", "|", "\n", "\r\n",
    "Ann Lee", "Kiev", "Kyiv", "Bob Ray", "person", "place", "robot", "BE", "Belgique", "1970-01-02", "1970-99", "91", "-4.5", "\u{feff}", " ",
    "[[person]]\n", "[[place]]\n", "[entry]\n", "name = ", "\"Ann Lee\"\n", "aliases = [\"A. Lee\", ", "]\n", "born = 1970-01-02\n", "'''", "é", "=",
    "preferred = \"Kyiv\"\n", "latitude = 1e400\n", "{", "}",
];

fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else { return };
    let newsroom = match first % 4 {
        0 => list("names.csv", &fragments::text(rest, PIECES)),
        1 => list("names.toml", &fragments::text(rest, PIECES)),
        2 => list("names.csv", &String::from_utf8_lossy(rest)),
        _ => register(rest),
    };
    let options = Options { newsroom: Arc::new(newsroom), ..Options::default() };
    let analysis = analyse(DRAFT, &options);
    for at in 0..DRAFT.len() {
        analysis.card_at(DRAFT, at);
    }
});

fn list(file: &str, text: &str) -> Newsroom {
    let (list, faults) = List::parse(file, text);
    for fault in faults {
        let (start, end) = (fault.span.start as usize, fault.span.end as usize);
        assert!(fault.line > 0 && text.get(start..end).is_some(), "{fault:?}");
    }
    Newsroom::new(vec![Arc::new(list)])
}

/// A good register of which some bytes are changed: each three of the input are a place and what stands there. Where there
/// are none, the names are found.
fn register(changes: &[u8]) -> Newsroom {
    let row = Row { kind: Some(Kind::Person), names: vec!["Ann Lee".to_owned()], terms: vec![(0, "2019".into(), String::new(), false)], ..Row::default() };
    let (name, block) = (fold("Ann Lee"), pack(&row.line()));
    let roles = "ministre\tminister\n";
    let head = Head { roles: roles.len(), names: 1, beginnings: 1, blocks: 1, rows: 1, ..Head::default() };
    let (key, word) = (NameKey::of(&name).to(0).to_le_bytes(), Beginning::of_name(&name).to_le_bytes());
    let end = (block.len() as u32).to_le_bytes();
    let mut file = [&head.written(), roles.as_bytes(), &key, &word, &end, &block].concat();
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % file.len();
        file[at] = change[2];
    }
    assert!(Register::is(MAGIC));
    let registers = Register::open(file).map(Arc::new).into_iter().collect::<Vec<_>>();
    let newsroom = Newsroom::with_registers(Vec::new(), registers);
    assert!(changes.len() > 2 || newsroom.registered(&name).len() == 1);
    newsroom
}
