//! How deeply a text nests. Some parsers call themselves for each level and would run out of stack, which nobody can catch; others
//! search to the end for each mark that is never closed. Nobody writes such texts but to see them break.

use super::Format;

/// Deeper than this no draft nests.
const DEEPEST: usize = 200;

/// Deeper than this no page nests, sloppy ones included: the parser carries all open elements along from tag to tag.
const ELEMENTS: usize = 500;

/// Elements that nothing closes, or that often nobody does.
const UNCLOSED: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "td", "th", "tr", "track", "wbr",
];

/// More marks than these no paragraph holds, however many words are emphasised in it.
const MARKS: usize = 2_000;

/// Whether a text nests so deeply, or marks up so densely, that no person wrote it.
pub(super) fn is_too_deep(text: &str, format: Format) -> bool {
    levels(format).iter().any(|level| nests_too_deep(text, *level))
        || match format {
            Format::Html => elements_are_too_deep(text),
            Format::Typst => text.matches("#$").count() > DEEPEST || too_much(text, typst_depth, DEEPEST),
            Format::Org => too_much(text, org_marks, MARKS) || drawers_are_open(text),
            _ => false,
        }
}

/// What opens and closes a level.
fn levels(format: Format) -> &'static [(&'static str, &'static str)] {
    match format {
        Format::Latex => &[("{", "}"), ("\\begin", "\\end"), ("[", "]")],
        Format::Typst => &[("[", "]"), ("{", "}"), ("(", ")")],
        Format::Org => {
            &[("[", "]"), ("{", "}"), ("#+begin", "#+end"), ("#+BEGIN", "#+END"), ("\\begin", "\\end")]
        }
        _ => &[],
    }
}

/// Whether more levels are open at once than any draft has.
fn nests_too_deep(text: &str, (open, close): (&str, &str)) -> bool {
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
}

/// Whether more elements are open at once than any page has.
fn elements_are_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| {
        let tag = &text[at + 1..];
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len())];
        if name.is_empty() || UNCLOSED.iter().any(|unclosed| name.eq_ignore_ascii_case(unclosed)) {
            return false;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        depth > ELEMENTS
    })
}

/// Whether one of the paragraphs has more of something than is allowed.
fn too_much(text: &str, count: fn(&str) -> usize, most: usize) -> bool {
    let mut paragraph = 0;
    text.lines().any(|line| {
        paragraph = if line.trim().is_empty() { 0 } else { paragraph + count(line) };
        paragraph > most
    })
}

/// How much deeper a line of Typst may lead: markers of lists, which may stand one behind the other, and emphasis that is not closed
/// in its line.
fn typst_depth(line: &str) -> usize {
    let markers = line.split_whitespace().filter(|word| matches!(*word, "-" | "+" | "/" | "="));
    // What stands between two `$` is mathematics, in which `_` and `*` open nothing.
    let math = if line.matches('$').count().is_multiple_of(2) { 2 } else { 1 };
    let mut open = Vec::new();
    for mark in line.split('$').step_by(math).flat_map(emphasis) {
        if open.last() == Some(&mark) {
            open.pop();
        } else {
            open.push(mark);
        }
    }
    markers.count().saturating_sub(1) + open.len().saturating_sub(2)
}

/// The marks of emphasis, which do not stand inside a word.
fn emphasis(text: &str) -> impl Iterator<Item = char> {
    text.match_indices(['*', '_']).filter_map(|(at, mark)| {
        let inside =
            text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(char::is_alphanumeric);
        mark.chars().next().filter(|_| !inside)
    })
}

/// Whether more drawers of Org are never closed than any draft has.
fn drawers_are_open(text: &str) -> bool {
    let mut open = 0_usize;
    text.lines()
        .map(str::trim)
        .filter(|line| line.len() > 2 && line.starts_with(':') && line.ends_with(':'))
        .any(|line| {
            open = if line.eq_ignore_ascii_case(":END:") { open.saturating_sub(1) } else { open + 1 };
            open > DEEPEST
        })
}

/// What may begin markup in a line of Org.
fn org_marks(line: &str) -> usize {
    line.bytes().filter(|byte| b"*/_=~+<[@$\\^{".contains(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_not_too_deep() {
        let page = "<p>Un<br><b>mot</b>, <img src=a>deux <a href=b>mots</a>.</p>\n".repeat(2000);
        assert!(!is_too_deep(&page, Format::Html));
        let typst =
            "- *un* mot _et_ deux, $x_1$ et snake_case\n  - _trois_ * et un astre seul\n\n".repeat(2000);
        assert!(!is_too_deep(&typst, Format::Typst));
        let org =
            "* Titre\n:PROPERTIES:\n:ID: 7\n:END:\nUn *mot* et /deux/, =code= [[a][b]].\n\n".repeat(2000);
        assert!(!is_too_deep(&org, Format::Org));
    }

    #[test]
    fn what_nobody_writes_is() {
        for (text, format) in [
            ("<div>", Format::Html),
            ("*_", Format::Typst),
            ("- ", Format::Typst),
            ("/ a: - + ", Format::Typst),
            ("#$", Format::Typst),
            ("$#", Format::Typst),
            ("/a ", Format::Org),
            (":a:\n", Format::Org),
            ("\\begin{a}", Format::Latex),
        ] {
            assert!(is_too_deep(&text.repeat(3000), format), "{text}");
        }
    }
}
