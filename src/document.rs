//! From text to blocks: what is headline, paragraph, list item or table, and what is no prose at all.
//!
//! Of Markdown and plain text only the line structure is looked at here; what stands inside a block is masked
//! ([`markdown`]), cut into tokens and read one block at a time. All other formats are read by a parser ([`markup`]), which
//! gives the words of each block and where they stand.

mod cut;
mod cutter;
mod format;
mod front_matter;
mod lines;
mod markdown;
mod markup;
mod prose;
mod sentence;

pub use cutter::Cutter;
pub use format::Format;
pub use front_matter::FrontMatter;
pub use markdown::mask;
pub use prose::{Map, Prose};
pub use sentence::{quotations, quoted, sentences};

use std::borrow::Cow;

use crate::span::Span;

/// What part a block plays in its draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// The title of the draft.
    Headline,
    /// A heading inside the draft.
    Heading,
    /// A paragraph.
    Body,
    /// An item of a list.
    List,
    /// A quoted block.
    Quote,
    /// A row of a table.
    Table,
}

/// A stretch of prose that is read on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text.
    pub span: Span,
    /// What part it plays.
    pub zone: Zone,
    /// What is to be read, where that is not the text as it stands.
    pub prose: Option<Prose>,
}

impl Block {
    /// A block that is read as it stands.
    fn plain(span: Span, zone: Zone) -> Self {
        Self { span, zone, prose: None }
    }
}

/// The blocks of a text, and its front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// What stands between the `---` lines at the head.
    pub front_matter: FrontMatter,
}

/// Longest headline, in characters; a longer first line is a paragraph.
const HEADLINE: usize = 180;

impl Document {
    /// The words of the draft from its head on, by which its language is told; `enough` is how many bytes are looked at.
    pub fn sample<'a>(&self, text: &'a str, enough: usize) -> Cow<'a, str> {
        if self.blocks.iter().all(|block| block.prose.is_none()) {
            return Cow::Borrowed(&text[self.front_matter.end..]);
        }
        let mut words = String::new();
        for block in self.blocks.iter().filter_map(|block| block.prose.as_ref()) {
            if words.len() >= enough {
                break;
            }
            words.push_str(&block.text);
            words.push('\n');
        }
        Cow::Owned(words)
    }
}

/// The first block is the headline if it is a heading, or a short line that ends without a full stop above others.
fn mark_headline(text: &str, blocks: &mut [Block]) {
    let [first, _, ..] = blocks else { return };
    let line = first.prose.as_ref().map_or_else(|| first.span.of(text), |prose| &prose.text);
    let plain = first.zone == Zone::Body
        && !line.contains('\n')
        && !line.ends_with(['.', '!', ':', ';', ','])
        && line.chars().count() <= HEADLINE;
    if plain || first.zone == Zone::Heading {
        first.zone = Zone::Headline;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(Zone, &str)> {
        Cutter::default()
            .split(text, Format::Markdown)
            .blocks
            .iter()
            .map(|b| (b.zone, b.span.of(text)))
            .collect()
    }

    #[test]
    fn a_title_above_text_is_a_headline() {
        assert_eq!(cut("Un titre\n\nUn texte.\n"), [(Zone::Headline, "Un titre"), (Zone::Body, "Un texte.")]);
        assert_eq!(cut("# Un titre\nUn texte.\n")[0], (Zone::Headline, "# Un titre"));
        assert_eq!(cut("Un texte seul"), [(Zone::Body, "Un texte seul")]);
    }

    #[test]
    fn a_wrapped_paragraph_is_one_and_short_lines_are_several() {
        let wrapped = "Une phrase qui va jusqu'au bord de la page et\ncontinue sur la ligne suivante, comme il se\ndoit.";
        assert_eq!(cut(wrapped).len(), 1);
        assert_eq!(
            cut("Une phrase coupée bien avant\nle bord, à la main, et qui n'en est pas moins une.").len(),
            1
        );
        assert_eq!(cut("Rien.\nUne ligne bien plus longue que celle du dessus, elle.").len(), 2);
    }

    #[test]
    fn code_is_no_prose_and_items_are_read_one_by_one() {
        assert_eq!(
            cut("```\n31 novembre\n```\n- un\n- deux\n> cité"),
            [(Zone::List, "- un"), (Zone::List, "- deux"), (Zone::Quote, "> cité")]
        );
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        let text = "---\r\ntitle: \"Un titre\"\r\ndate: 2020-12-17T08:30\r\n---\r\n\r\nTexte.\r\n";
        let document = Cutter::default().split(text, Format::Markdown);
        assert_eq!(document.front_matter.date.map(|d| d.of(text)), Some("2020-12-17"));
        assert_eq!(cut(text), [(Zone::Headline, "Un titre"), (Zone::Body, "Texte.")]);
    }
}
