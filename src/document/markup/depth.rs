//! How deeply a text is nested: what no person wrote is not given to a parser, which would run out of stack or of time.

use crate::document::Format;

/// Deeper than this no draft nests; the parsers that call themselves for each level would run out of stack.
const DEEPEST: usize = 200;

/// What opens and closes a level in formats whose parsers call themselves for each.
fn levels(format: Format) -> &'static [(&'static str, &'static str)] {
    match format {
        Format::Latex => &[("{", "}"), ("\\begin", "\\end"), ("[", "]")],
        Format::Typst => &[("[", "]"), ("{", "}"), ("(", ")")],
        Format::Org => &[("[", "]"), ("{", "}"), ("#+begin", "#+end"), ("#+BEGIN", "#+END")],
        Format::Html => &[("<!--", "-->")],
        _ => &[],
    }
}

/// Whether a text nests so deeply that no person wrote it.
pub(super) fn nests_too_deep(text: &str, format: Format) -> bool {
    match format {
        Format::Html if tags_nest_too_deep(text) => return true,
        Format::Org if drawers(text) > DEEPEST => return true,
        _ => {}
    }
    levels(format).iter().any(|(open, close)| {
        let opened = text.match_indices(open).map(|(at, _)| (at, true));
        let closed = text.match_indices(close).map(|(at, _)| (at, false));
        let mut marks: Vec<_> = opened.chain(closed).collect();
        if marks.len() <= DEEPEST {
            return false;
        }
        marks.sort_unstable();
        let mut depth = 0_usize;
        marks.into_iter().any(|(_, opens)| {
            depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
            depth > DEEPEST
        })
    })
}

/// Elements that need no end, or end by themselves where the next one begins.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "path", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Bytes of the longest tag.
const TAG: usize = 1000;

/// Whether more elements are open at once than anybody opens. The parser looks at all of them wherever one may end.
fn tags_nest_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| {
        let tag = &text.as_bytes()[at + 1..text.len().min(at + TAG)];
        let (ends, tag) = tag.strip_prefix(b"/").map_or((false, tag), |tag| (true, tag));
        let name = &tag[..tag.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()];
        let whole = memchr::memchr(b'>', tag).is_some_and(|end| tag[..end].ends_with(b"/"));
        let flat = FLAT.iter().any(|flat| name.eq_ignore_ascii_case(flat.as_bytes()));
        if !name.is_empty() && !whole && !flat {
            depth = if ends { depth.saturating_sub(1) } else { depth + 1 };
        }
        depth > DEEPEST
    })
}

/// Drawers that are opened and never closed; the parser looks for the end of each.
fn drawers(text: &str) -> usize {
    let lines = || text.lines().map(str::trim).filter(|line| line.len() > 2);
    let drawers = lines().filter(|line| line.starts_with(':') && line.ends_with(':'));
    let ends = lines().filter(|line| line.eq_ignore_ascii_case(":end:"));
    drawers.count().saturating_sub(2 * ends.count())
}
