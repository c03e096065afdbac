//! The words in files of word processors: .docx (Office Open XML) and .odt (OpenDocument).
//!
//! What comes out has a paragraph on each line, so that the number of a line is that of the paragraph. Footnotes, comments,
//! and what tracked changes took out are left aside.

use std::io::{Cursor, Read};

use anyhow::{Context, Result, bail};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use crate::kind::Office;

/// The most that the text of a draft may take when unpacked: a small archive can hold terabytes of nothing.
const MOST: u64 = 256 * 1024 * 1024;

/// What the elements of a format mean. Names are without their prefix, which files may choose.
struct Elements {
    /// The part of the archive that holds the text.
    part: &'static str,
    paragraphs: &'static [&'static str],
    /// Elements in which text stands; everywhere if there are none.
    text: &'static [&'static str],
    blanks: &'static [&'static str],
    hidden: &'static [&'static str],
}

const DOCX: Elements = Elements {
    part: "word/document.xml",
    paragraphs: &["p"],
    text: &["t"],
    blanks: &["tab", "br", "cr"],
    hidden: &["del", "moveFrom", "Fallback", "instrText"],
};

const ODT: Elements = Elements {
    part: "content.xml",
    paragraphs: &["p", "h"],
    text: &[],
    blanks: &["s", "tab", "line-break"],
    hidden: &["note", "annotation", "tracked-changes", "automatic-styles", "font-face-decls"],
};

/// The paragraphs in a file, one a line; those without words are left out.
pub(crate) fn text(bytes: Vec<u8>, office: Office) -> Result<String> {
    let elements = match office {
        Office::Docx => &DOCX,
        Office::Odt => &ODT,
    };
    let xml = unpack(bytes, elements.part)?;
    let mut writer = Writer { elements, done: Vec::new(), open: Vec::new(), hidden: 0, inside: 0 };
    writer
        .read(&xml)
        .context("the text in this file is damaged; open it in the word processor and save it again")?;
    Ok(writer.done.join("\n"))
}

/// One part of an archive, as text.
fn unpack(bytes: Vec<u8>, part: &str) -> Result<String> {
    const AGAIN: &str = "open it in the word processor and save it again";
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .with_context(|| format!("this is no file of a word processor, whatever its name says; {AGAIN}"))?;
    let file =
        archive.by_name(part).with_context(|| format!("there is no text ({part}) in this file; {AGAIN}"))?;
    let mut xml = String::new();
    file.take(MOST + 1).read_to_string(&mut xml).with_context(|| format!("this file is damaged; {AGAIN}"))?;
    if xml.len() as u64 > MOST {
        bail!("there is more text in this file than any draft has");
    }
    Ok(xml)
}

/// Writes the paragraphs down.
struct Writer {
    elements: &'static Elements,
    done: Vec<String>,
    /// The open paragraphs, the outer first: a text box stands inside one.
    open: Vec<String>,
    /// How many hidden elements are open.
    hidden: usize,
    /// How many elements are open in which text stands.
    inside: usize,
}

impl Writer {
    fn read(&mut self, xml: &str) -> Result<()> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0_usize;
        loop {
            match reader.read_event()? {
                Event::Start(element) => {
                    depth += 1;
                    self.start(&element);
                }
                Event::Empty(element) => self.empty(&element),
                Event::End(element) => {
                    depth = depth.saturating_sub(1);
                    self.end(element.local_name().as_ref());
                }
                Event::Text(text) => self.say(&text.xml10_content()),
                Event::CData(text) => self.say(&text.xml10_content()),
                Event::GeneralRef(reference) => self.refer(&reference)?,
                // A file that was cut off must not pass for one in which nothing was found.
                Event::Eof if depth > 0 => bail!("the file ends in the middle of the text"),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart) {
        let name = element.local_name();
        let name = name.as_ref();
        self.hidden += usize::from(self.elements.hidden.contains(&name));
        self.inside += usize::from(self.elements.text.contains(&name));
        if self.elements.paragraphs.contains(&name) && self.hidden == 0 {
            self.open.push(String::new());
        }
        self.blank(name);
    }

    fn empty(&mut self, element: &BytesStart) {
        self.blank(element.local_name().as_ref());
    }

    fn end(&mut self, name: &str) {
        self.hidden -= usize::from(self.elements.hidden.contains(&name) && self.hidden > 0);
        self.inside -= usize::from(self.elements.text.contains(&name) && self.inside > 0);
        if self.elements.paragraphs.contains(&name) && self.hidden == 0 {
            let paragraph = self.open.pop().unwrap_or_default();
            let words: Vec<&str> = paragraph.split(['\n', '\r']).map(str::trim).collect();
            self.done.extend(Some(words.join(" ").trim().to_owned()).filter(|line| !line.is_empty()));
        }
    }

    fn blank(&mut self, name: &str) {
        if self.elements.blanks.contains(&name) && self.hidden == 0 {
            self.open.iter_mut().next_back().into_iter().for_each(|paragraph| paragraph.push(' '));
        }
    }

    fn say(&mut self, text: &str) {
        let counts = self.hidden == 0 && (self.elements.text.is_empty() || self.inside > 0);
        if let Some(paragraph) = self.open.last_mut().filter(|_| counts) {
            paragraph.push_str(text);
        }
    }

    /// `&amp;`, `&#233;`.
    fn refer(&mut self, reference: &BytesRef) -> Result<()> {
        let character = reference.resolve_char_ref()?;
        let text = character.map(String::from);
        let name = reference.xml10_content();
        let named = || quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
        self.say(&text.or_else(named).unwrap_or_default());
        Ok(())
    }
}
