//! Files of word processors: whatever they hold, reading them ends, and what is read is one paragraph a line. Where the first byte is
//! odd, the input is the archive itself; else it is the XML inside of one.
#![no_main]
#![allow(dead_code, reason = "the program uses more of these files")]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../../src/bin/copydesk/kind.rs"]
mod kind;
#[path = "../../src/bin/copydesk/office.rs"]
mod office;

use std::io::{Cursor, Write};

use copydesk::{Format, Options, analyse};
use kind::Office;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Pieces of both formats.
const PIECES: &[&str] = &[
    "<?xml version=\"1.0\"?>", "<w:document xmlns:w=\"w\"><w:body>", "</w:body></w:document>", "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>",
    "<w:t xml:space=\"preserve\">", "<w:tab/>", "<w:br/>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:txbxContent>", "</w:txbxContent>",
    "<mc:Fallback>", "</mc:Fallback>", "<w:instrText>", "</w:instrText>", "<office:text>", "</office:text>", "<text:p>", "</text:p>", "<text:h>",
    "</text:h>", "<text:s text:c=\"3\"/>", "<text:line-break/>", "<text:note>", "</text:note>", "<office:annotation>", "</office:annotation>",
    "<text:tracked-changes>", "</text:tracked-changes>", "&amp;", "&#233;", "&#xD800;", "&nothing;", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a [",
    "]>", "<", ">", "\"", "'", "=", "/", "\n", "\r", " ", "Le 31 novembre 2020", "12 morts ", "é", "😀", "\u{301}",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (office, part) = [(Office::Docx, "word/document.xml"), (Office::Odt, "content.xml")][usize::from(first / 2 % 2)];
    let file = if first % 2 == 1 { rest.to_vec() } else { archive(part, &xml(first / 4, rest)) };
    if let Ok(text) = office::text(file, office) {
        assert!(text.is_empty() || text.split('\n').all(|line| !line.trim().is_empty() && !line.contains('\r')), "{text:?}");
        analyse(&text, &Options { format: Format::Lines, ..Options::default() });
    }
});

fn xml(kind: u8, rest: &[u8]) -> Vec<u8> {
    if kind % 4 == 0 { rest.to_vec() } else { fragments::text(rest, PIECES).into_bytes() }
}

fn archive(part: &str, xml: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file(part, stored).expect("a name is fine");
    archive.write_all(xml).expect("writing to memory");
    archive.finish().expect("writing to memory").into_inner()
}
