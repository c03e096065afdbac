//! Formats that a parser reads: which parts of a draft are prose, and where they stand.

#[cfg(feature = "asciidoc")]
mod asciidoc;
#[cfg(feature = "markup")]
mod collect;
mod depth;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "latex")]
mod latex;
#[cfg(feature = "org")]
mod org;
#[cfg(feature = "rst")]
mod rst;
#[cfg(any(feature = "asciidoc", feature = "html", feature = "rst"))]
mod tree;
#[cfg(feature = "typst")]
mod typst;

use super::{Block, Format, FrontMatter};
use depth::nests_too_deep;

/// What a parser gave.
#[derive(Debug, Default)]
pub(super) struct Split {
    /// In the order of the text; they do not overlap.
    pub(super) blocks: Vec<Block>,
    /// What the format has in place of front matter.
    pub(super) front_matter: FrontMatter,
}

/// The blocks of the text from byte `from` on; `None` for formats whose lines tell all, and for those whose parser was not
/// compiled in.
pub(super) fn split(text: &str, format: Format, from: usize) -> Option<Split> {
    if nests_too_deep(&text[from..], format) {
        return None;
    }
    match format {
        #[cfg(feature = "asciidoc")]
        Format::AsciiDoc => Some(asciidoc::split(text, from)),
        #[cfg(feature = "html")]
        Format::Html => Some(html::split(text, from)),
        #[cfg(feature = "latex")]
        Format::Latex => Some(latex::split(text, from)),
        #[cfg(feature = "org")]
        Format::Org => Some(org::split(text, from)),
        #[cfg(feature = "rst")]
        Format::ReStructuredText => Some(rst::split(text, from)),
        #[cfg(feature = "typst")]
        Format::Typst => Some(typst::split(text, from)),
        _ => None,
    }
}
