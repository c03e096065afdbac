//! Drafts in the formats that a parser reads: HTML, AsciiDoc, reStructuredText, LaTeX, Typst, Org. Four of these parsers are not
//! ours, three are in C.
#![no_main]

#[path = "../fragments.rs"]
mod fragments;
#[path = "../../tests/sound/mod.rs"]
mod sound;

use copydesk::{Format, analyse};
use libfuzzer_sys::fuzz_target;

/// Markup of all of them: what opens, what closes, and what looks like either. In the wrong format it is noise, which is welcome.
const MARKUP: &[&str] = &[
    // HTML
    "<p>", "</p>", "<div>", "</div>", "<ul><li>", "<li>", "</ul>", "<table><tr><td>", "</td>", "</tr>", "</table>", "<br>", "<b>", "</b>", "<q>",
    "</q>", "<sup>", "</sup>", "<article>", "</article>", "<main>", "<script>", "</script>", "<!--", "-->", "<html lang=\"fr\">", "<h1>", "</h1>",
    "<meta name=\"date\" content=\"2020-12-17\">", "&nbsp;", "&eacute;", "&#233;", "&#x110000;", "&", "<", ">", "/>", "<a href='", "\"",
    "<blockquote>", "<style>", "<x-y ", "<br/",
    // AsciiDoc
    "= ", "== ", ":lang: fr\n", ":revdate: 2020-12-17\n", "====\n", "----\n", "|===\n", "|", "a|", "****\n", "____\n", "....\n", "////\n", "+\n", "++",
    "[quote]\n", "image::a.png[", "]", "link:a[", "<<a>>", "{lang}", "a:: ", "* ", "** ", ". ", "NOTE: ", "#", "`", "^", "~", ",===\n", ":===\n",
    // reStructuredText
    ".. ", "..\n", "::\n\n", "   ", ".. note::\n   ", ":lang: ", ":date: 2020-12-17\n", "===\n", "---\n", "~~~\n", "``", ":ref:`", "|a|", "a_", "`a`_",
    "[1]_", "+--+--+\n", "| ", "=== ===\n", "- ", "1. ", "#. ", "\\ ",
    // LaTeX
    "\\begin{document}", "\\end{document}", "\\begin{itemize}\\item ", "\\end{itemize}", "\\begin{tabular}{ll}", "\\end{tabular}", "\\\\", "\\emph{",
    "\\section{", "\\date{2020-12-17}", "\\'e", "\\`{a}", "\\^", "\\c{c}", "\\ss{}", "\\enquote{", "\\footnote{", "$", "$$", "\\(", "\\[", "\\]", "{", "}", "%",
    "\\%", "~", "--", "``", "''", "\\begin{verbatim}", "\\end{verbatim}", "\\verb|", "\\", "\\href{a}{", "\\selectlanguage{french}", "[",
    // Typst
    "#", "#set text(lang: \"fr\")\n", "#[", "#{", "#(", "#let a = ", "#quote[", "#emph[", "$a^", "$ ", "_", "*", "/ a: ", "+ ", "@a", "<a>", "/*", "*/", "//",
    "#if a [", "#for a in b [", "#table(columns: 2)[", "=> ", "```", "\\u{e9}", "\"",
    // Org
    "#+LANGUAGE: fr\n", "#+DATE: <2020-12-17>\n", "#+TITLE: ", "#+BEGIN_QUOTE\n", "#+END_QUOTE\n", "#+BEGIN_SRC\n", "#+END_SRC\n", ":PROPERTIES:\n",
    ":END:\n", "[[", "][", "]]", "[fn:1]", "<2020-12-17>", "|-+-|\n", "* TODO ", "+a+", "=a=", "/a/", "{{{a}}}", "src_a{", "@@html:", "\\alpha", "^{", "_{", "<<",
];

fuzz_target!(|bytes: &[u8]| {
    let [first, second, rest @ ..] = bytes else { return };
    let formats = [Format::Html, Format::AsciiDoc, Format::ReStructuredText, Format::Latex, Format::Typst, Format::Org];
    let format = formats[usize::from(*second) % formats.len()];
    let text = match second / 128 {
        0 => fragments::text(rest, &[MARKUP, fragments::ALL].concat()),
        _ => String::from_utf8_lossy(rest).into_owned(),
    };
    sound::assert_sound(&text, &analyse(&text, &fragments::options(*first, format)));
});
