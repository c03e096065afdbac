//! Lines of a dump of Wikidata, and of a query result: nothing breaks on them, and what is kept of one can be written down and read
//! again. Every other input is put together from pieces of such lines.
#![no_main]
#![allow(dead_code, reason = "the program uses more of these files")]

#[path = "../fragments.rs"]
mod fragments;
use libfuzzer_sys::fuzz_target;

/// Pieces of lines.
const PIECES: &[&str] = &[
    "{", "}", "[", "]", ",", ":", "\"", "{\"type\":\"item\",\"id\":\"Q7\",", "\"labels\":", "\"aliases\":", "\"descriptions\":", "\"fr\":",
    "\"en\":", "\"mul\":", "{\"language\":\"fr\",\"value\":\"Ann Lee\"}", "\"claims\":{", "\"P31\":[", "\"P39\":[", "\"P569\":[", "\"P625\":[",
    "\"P1082\":[", "\"P159\":[", "\"P297\":[", "\"P2521\":[", "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}},\"rank\":\"normal\"",
    "{\"mainsnak\":{\"snaktype\":\"novalue\"}}", ",\"rank\":\"deprecated\"", ",\"qualifiers\":{\"P580\":[", "{\"datavalue\":{\"value\":",
    "{\"time\":\"+2019-05-00T00:00:00Z\",\"precision\":10}", "{\"latitude\":50.8,\"longitude\":4.3}", "{\"amount\":\"+7\"}", "}}", "]}", "\"sitelinks\":{",
    "\"frwiki\":{}", "null", "1", "-1e999", "\\u00e9", "\\ud800", "é", "|", "\t", "item,itemLabel,positionLabel,start,end,coord\n",
    "http://www.wikidata.org/entity/Q7", "Point(4.35 50.85)", "2019-05-06T00:00:00Z", "t123", ";", "\n", " ",
];

fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else { return };
    let pieces = fragments::text(rest, PIECES);
    import::read(if first % 2 == 0 { rest } else { pieces.as_bytes() });
});

/// The importer's files, and what is asked of them: they show themselves to one another alone.
#[path = "../../src/bin/copydesk/import"]
mod import {
    mod claims;
    mod entity;
    mod found;
    mod public_life;
    mod query;

    use found::{Choice, Found, Wanted};
    use query::Query;

    /// Reads a line of a dump, and the same as a table.
    pub(crate) fn read(line: &[u8]) {
        let choice = Choice { kinds: vec![Wanted::People, Wanted::Places, Wanted::Organisations], wikis: 0 };
        if let Ok(Some(entity)) = entity::read(line) {
            entity.label();
            entity.found(&choice).iter().for_each(kept);
        }
        table(line);
    }

    /// Reads a table as the importer does.
    fn table(text: &[u8]) {
        let mut records = query::reader(text, query::delimiter(text));
        let mut record = csv::StringRecord::new();
        if !records.read_record(&mut record).unwrap_or(false) {
            return;
        }
        let Ok(query) = Query::of(&record) else { return };
        let mut before: Option<Found> = None;
        while let Ok(true) = records.read_record(&mut record) {
            let Ok(found) = query.found(&record) else { continue };
            kept(&found);
            match &mut before {
                Some(before) if before.is_of(&found) => before.join(found),
                _ => before = Some(found),
            }
        }
    }

    /// Asserts that a row comes back from the file in which it is kept.
    fn kept(found: &Found) {
        assert!(!found.names.is_empty());
        let text = serde_json::to_string(found).expect("it can be written");
        assert!(!text.contains('\n'));
        assert_eq!(serde_json::from_str::<Found>(&text).expect("it can be read"), *found);
    }
}
