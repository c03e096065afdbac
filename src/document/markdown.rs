//! Masks Markdown: what is not prose becomes spaces, byte for byte, so that every place stays where it was.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Format;

/// The text with everything that is not prose replaced by spaces. Its length in bytes does not change.
pub fn mask(raw: &str, format: Format) -> String {
    if format != Format::Markdown || !raw.contains(MARKS) {
        return raw.to_owned();
    }
    let mut out = vec![b' '; raw.len()];
    for range in prose(raw) {
        out[range.clone()].copy_from_slice(&raw.as_bytes()[range]);
    }
    String::from_utf8(out).expect("whole characters are copied between spaces")
}

/// What Markdown can begin with; a block without any of it is prose as it stands.
const MARKS: [char; 13] = ['*', '_', '`', '[', '<', '&', '\\', '#', '>', '|', '~', '-', '+'];

fn prose(raw: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut hidden = 0;
    for (event, range) in
        Parser::new_ext(raw, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES).into_offset_iter()
    {
        match event {
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock | Tag::Strikethrough) => hidden += 1,
            Event::End(TagEnd::Image | TagEnd::HtmlBlock | TagEnd::Strikethrough) => hidden -= 1,
            Event::Text(text) if hidden == 0 && *text == raw[range.clone()] => out.push(range),
            Event::Code(code) if hidden == 0 && is_copy(&code) => out.extend(inner(raw, range, &code)),
            _ => {}
        }
    }
    out
}

/// Words from which on what stands between backticks is copy: agencies quote ``like this''.
const WORDS: usize = 4;

fn is_copy(code: &str) -> bool {
    code.split_whitespace().count() >= WORDS
}

/// The place of code without the backticks around it.
fn inner(raw: &str, range: Range<usize>, code: &str) -> Option<Range<usize>> {
    let start = range.start + raw[range].find(code)?;
    Some(start..start + code.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_stays_where_it_was() {
        let raw = "## Près de **2.500** [soldats](https://x.org/31) `x` <!-- 31 --> &nbsp;là";
        let masked = mask(raw, Format::Markdown);
        assert_eq!(masked.len(), raw.len());
        assert_eq!(masked.find("soldats"), raw.find("soldats"));
        assert_eq!(masked.split_whitespace().collect::<Vec<_>>(), ["Près", "de", "2.500", "soldats", "là"]);
    }

    #[test]
    fn the_quotation_marks_of_agencies_are_no_code() {
        let raw = "``We met on Friday,'' he said. ``Then we left.''";
        assert!(mask(raw, Format::Markdown).contains("We met on Friday"));
    }

    #[test]
    fn plain_text_is_left_alone() {
        assert_eq!(mask("5 * 3 = _x_", Format::Plain), "5 * 3 = _x_");
    }
}
