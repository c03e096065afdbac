//! What a draft itself asks not to be told: `<!-- copydesk: off name-mismatch -->`, the same in the comments of other formats, or a
//! line of its front matter.

use std::ops::Range;
use std::sync::LazyLock;

use copydesk::Format;
use regex::Regex;

/// The key in the front matter.
const KEY: &str = "copydesk-off";

/// The checks that a draft switches off; one without names switches off all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asides {
    names: Vec<String>,
    all: bool,
}

impl Asides {
    /// What a text asks for.
    pub(crate) fn of(text: &str) -> Self {
        // Hardly any draft does, and this is asked on every keystroke.
        if !text.contains("copydesk") {
            return Self::default();
        }
        let comments = [&COMMENT, &LINE_COMMENT].into_iter().flat_map(|comment| comment.captures_iter(text));
        let comments = comments.map(|found| found.get(1).map_or("", |names| names.as_str()));
        let key =
            front_matter(text).and_then(|head| LINE.captures(&text[head])).map(|found| found[1].to_owned());
        let mut asides = Self::default();
        for names in comments.map(str::to_owned).chain(key) {
            let before = asides.names.len();
            asides.names.extend(names_in(&names).map(str::to_owned));
            asides.all |= asides.names.len() == before;
        }
        asides
    }

    /// Whether a check is switched off.
    pub(crate) fn switch_off(&self, check: &str) -> bool {
        self.all || self.names.iter().any(|name| name == check)
    }
}

/// The checks that a list names.
fn names_in(list: &str) -> impl Iterator<Item = &str> {
    list.split(SEPARATORS).filter(|name| !name.is_empty())
}

/// What may stand between names, and around a list of them.
const SEPARATORS: [char; 8] = [' ', '\t', ',', '[', ']', '"', '\'', '\r'];

static COMMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"<!--\s*copydesk:\s*off\b([^>]*?)-->"));
/// Behind the marks that open a comment in LaTeX, in Typst and AsciiDoc, in reStructuredText, and in Org.
static LINE_COMMENT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?m)^[ \t]*(?:%+|//|\.\.|#)[ \t]*copydesk:[ \t]*off\b([^\r\n]*)"));
static LINE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?m)^{KEY}[ \t]*[:=]([^\r\n]*)")));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant")
}

/// Where the lines of the front matter stand, between their fences.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let start = text.strip_prefix('\u{feff}').map_or(0, |_| '\u{feff}'.len_utf8());
    let fence = ["---", "+++"].into_iter().find(|fence| text[start..].starts_with(fence))?;
    let body = start + text[start..].find('\n')? + 1;
    let end = text[body..].lines().scan(body, |at, line| {
        let here = *at;
        *at += text[here..].find('\n').map_or(text.len() - here, |end| end + 1);
        Some((here, line))
    });
    let (end, _) = end.into_iter().find(|(_, line)| line.trim_end() == fence)?;
    Some(body..end)
}

/// How a format writes a comment: what stands before and behind it.
pub(crate) fn comment(format: Format) -> Option<[&'static str; 2]> {
    match format {
        Format::Markdown | Format::Html => Some(["<!-- ", " -->"]),
        Format::Latex => Some(["% ", ""]),
        Format::Typst | Format::AsciiDoc => Some(["// ", ""]),
        Format::ReStructuredText => Some([".. ", ""]),
        Format::Org => Some(["# ", ""]),
        Format::Plain | Format::Lines => None,
    }
}

/// The edit that switches a check off in a text: what to put in, and where.
pub(crate) fn switching_off(text: &str, check: &str, format: Format) -> (usize, String) {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    match (front_matter(text), comment(format)) {
        (Some(head), _) => match LINE.captures(&text[head.clone()]).and_then(|found| found.get(1)) {
            // Without a name all are off: with one it would be that one alone.
            Some(names) if names_in(names.as_str()).next().is_none() => (head.end, String::new()),
            Some(names) => (head.start + names.end(), format!(", {check}")),
            None if text[..head.start].contains("+++") => (head.end, format!("{KEY} = \"{check}\"{newline}")),
            None => (head.end, format!("{KEY}: {check}{newline}")),
        },
        (None, Some([open, close])) => {
            let gap = if text.ends_with('\n') { "" } else { newline };
            (text.len(), format!("{gap}{newline}{open}copydesk: off {check}{close}{newline}"))
        }
        (None, None) => {
            let start = text.strip_prefix('\u{feff}').map_or(0, |_| '\u{feff}'.len_utf8());
            (start, format!("---{newline}{KEY}: {check}{newline}---{newline}{newline}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a check switched off.
    fn switched_off(text: &str, format: Format) -> String {
        let (at, edit) = switching_off(text, "name-mismatch", format);
        [&text[..at], &edit, &text[at..]].concat()
    }

    #[test]
    fn a_comment_or_a_key_switches_a_check_off() {
        for text in [
            "Un.\n\n<!-- copydesk: off name-mismatch, sum-mismatch -->\n",
            "---\ncopydesk-off: [name-mismatch, sum-mismatch]\n---\n\nUn.\n",
            "+++\r\ncopydesk-off = \"name-mismatch, sum-mismatch\"\r\n+++\r\n\r\nUn.\r\n",
        ] {
            let asides = Asides::of(text);
            assert!(asides.switch_off("name-mismatch") && asides.switch_off("sum-mismatch"), "{text}");
            assert!(!asides.switch_off("age-mismatch"), "{text}");
        }
    }

    #[test]
    fn without_a_name_all_are_off_and_the_key_counts_in_the_front_matter_only() {
        assert!(Asides::of("Un.\n<!-- copydesk: off -->\n").switch_off("age-mismatch"));
        assert_eq!(Asides::of("Un.\n\ncopydesk-off: name-mismatch\n"), Asides::default());
        assert_eq!(Asides::of("<!-- copydesk: offline -->"), Asides::default());
    }

    #[test]
    fn where_all_are_off_they_stay_so() {
        for text in
            ["---\ncopydesk-off:\n---\nUn.\n", "---\ncopydesk-off: ,\n---\nUn. <!-- copydesk: off -->\n"]
        {
            assert!(Asides::of(&switched_off(text, Format::Markdown)).switch_off("age-mismatch"), "{text}");
        }
    }

    #[test]
    fn what_switches_off_is_understood_again() {
        for (text, format) in [
            ("Un.", Format::Markdown),
            ("Un.\r\n", Format::Html),
            ("Un.\n", Format::Plain),
            ("Un.\n", Format::Latex),
            ("Un.\r\n", Format::Typst),
            ("Un.", Format::AsciiDoc),
            ("Un.\n", Format::ReStructuredText),
            ("Un.\n", Format::Org),
            ("---\ntitle: Un\n---\nUn.\n", Format::Markdown),
            ("---\ncopydesk-off: age-mismatch\n---\nUn.\n", Format::Markdown),
            ("+++\ntitle = \"Un\"\n+++\nUn.\n", Format::Plain),
        ] {
            let edited = switched_off(text, format);
            assert!(Asides::of(&edited).switch_off("name-mismatch"), "{edited}");
            assert_eq!(Asides::of(&edited).switch_off("age-mismatch"), text.contains("age"), "{edited}");
        }
    }
}
