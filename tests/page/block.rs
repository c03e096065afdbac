//! The fenced blocks of a page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::failure::Failure;

/// A fenced block, and where it stands.
pub(crate) struct Block<'p> {
    /// What stands behind the opening fence.
    pub(crate) info: &'p str,
    /// The lines between the fences.
    pub(crate) content: &'p str,
    /// Where the whole block stands, fences and last line end included.
    pub(crate) range: Range<usize>,
    /// Where its content stands.
    pub(crate) inside: Range<usize>,
    /// Number of the line of the opening fence, from 1.
    pub(crate) line: usize,
}

impl Block<'_> {
    /// The first word behind the fence.
    pub(crate) fn kind(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or_default()
    }

    /// What follows that word.
    pub(crate) fn rest(&self) -> &str {
        self.info[self.kind().len()..].trim()
    }
}

/// The fenced blocks of a page, from the top, and what is wrong with the others.
pub(crate) fn blocks(page: &str) -> (Vec<Block<'_>>, Vec<Failure>) {
    let (mut blocks, mut failures) = (Vec::new(), Vec::new());
    for (event, range) in Parser::new(page).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = event {
            match block(page, range) {
                Ok(block) => blocks.push(block),
                Err(failure) => failures.push(failure),
            }
        }
    }
    (blocks, failures)
}

/// The block at `range`. Offsets inside a block are only plain where it stands at the margin and ends with a fence.
fn block(page: &str, range: Range<usize>) -> Result<Block<'_>, Failure> {
    let top = page[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = page[..top].matches('\n').count() + 1;
    let wrong = |message: &str| Err(Failure::at(line, message.into()));
    let source = page[top..range.end].trim_end();
    let fence = source.len() - source.trim_start_matches(['`', '~']).len();
    if fence == 0 {
        return wrong("a fenced block of a page starts at the left margin, outside lists and quotations");
    }
    let (Some(head), Some(last)) = (source.find('\n'), source.rfind('\n')) else {
        return wrong("this block has no closing fence");
    };
    if !source[last + 1..].starts_with(&source[..fence]) {
        return wrong("this block has no closing fence");
    }
    let inside = top + head + 1..top + last + 1;
    let end = (top + source.len() + 1).min(page.len());
    let info = source[fence..head].trim();
    Ok(Block { info, content: &page[inside.clone()], range: top..end, inside, line })
}
