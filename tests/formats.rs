//! Drafts in all formats: what is read is what a reader sees, and it is found where it stands.

use copydesk::{Format, Mention, Options, analyse};
use proptest::prelude::*;

/// How one format writes what all of them say.
struct Style {
    format: Format,
    /// What stands around a paragraph.
    paragraph: [&'static str; 2],
    /// What stands around words that are stressed.
    stress: [&'static str; 2],
    /// Characters that may be written in another way.
    characters: &'static [(&'static str, &'static str)],
}

const STYLES: &[Style] = &[
    Style {
        format: Format::Html,
        paragraph: ["<p>", "</p>\n"],
        stress: ["<b>", "</b>"],
        characters: &[("é", "&eacute;"), ("\u{a0}", "&nbsp;"), ("à", "&#224;")],
    },
    Style {
        format: Format::Latex,
        paragraph: ["", "\n\n"],
        stress: ["\\textbf{", "}"],
        characters: &[("é", "\\'e"), ("\u{a0}", "~"), ("%", "\\%")],
    },
    Style { format: Format::AsciiDoc, paragraph: ["", "\n\n"], stress: ["*", "*"], characters: &[] },
    Style {
        format: Format::ReStructuredText,
        paragraph: ["", "\n\n"],
        stress: ["**", "**"],
        characters: &[],
    },
    Style { format: Format::Org, paragraph: ["", "\n\n"], stress: ["*", "*"], characters: &[] },
    Style {
        format: Format::Typst,
        paragraph: ["", "\n\n"],
        stress: ["*", "*"],
        characters: &[("\u{a0}", "~")],
    },
];

/// What sentences are made of; the draft says its day, so that dates are placed.
const WORDS: &[&str] = &[
    "vendredi 17 décembre 2020",
    "2\u{a0}500 soldats",
    "12 blessés",
    "jeudi",
    "le 31 novembre",
    "en 2019",
    "Corentin Delwaide",
    "à Liège",
    "5 %",
    "le ministre a annoncé",
    "il y a deux ans",
];

/// Words, and whether each is stressed and written with other characters.
type Sentence = Vec<(&'static str, bool, bool)>;

fn draft() -> impl Strategy<Value = Vec<Sentence>> {
    let word = (prop::sample::select(WORDS), any::<bool>(), any::<bool>());
    prop::collection::vec(prop::collection::vec(word, 1..8), 1..4)
}

impl Style {
    /// The draft in this format. LaTeX needs its percent sign escaped everywhere.
    fn write(&self, draft: &[Sentence]) -> String {
        let [open, close] = self.stress;
        let word = |(words, stressed, other): &(&str, bool, bool)| {
            let mut words = (*words).to_owned();
            for (character, written) in self.characters {
                if *other || *character == "%" {
                    words = words.replace(character, written);
                }
            }
            if *stressed { format!("{open}{words}{close}") } else { words }
        };
        let sentence = |sentence: &Sentence| {
            let words: Vec<_> = sentence.iter().map(word).collect();
            format!("{}Le retrait {}.{}", self.paragraph[0], words.join(" "), self.paragraph[1])
        };
        draft.iter().map(sentence).collect()
    }

    /// What a reader sees of a piece of such a draft.
    fn seen(&self, written: &str) -> String {
        let marks = self.stress.iter().fold(written.to_owned(), |text, mark| text.replace(mark, ""));
        self.characters.iter().fold(marks, |text, (character, written)| text.replace(written, character))
    }
}

fn plain(draft: &[Sentence]) -> String {
    let words = |sentence: &Sentence| sentence.iter().map(|(words, ..)| *words).collect::<Vec<_>>().join(" ");
    draft.iter().map(|sentence| format!("Le retrait {}.\n", words(sentence))).collect()
}

fn mentions(text: &str, format: Format) -> Vec<Mention> {
    let date = "2020-12-17".parse().ok();
    let options = Options { language: Some("fr".into()), date, format, ..Options::default() };
    analyse(text, &options).mentions()
}

/// How mentions were read, but for their places.
fn readings(mentions: &[Mention]) -> Vec<String> {
    let without = |mention: &Mention| match &mention.reading {
        copydesk::Reading::Quantity { value, unit, thing, .. } => format!("{value} {unit:?} {thing:?}"),
        other => format!("{other:?}"),
    };
    mentions.iter().map(without).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_is_found_where_it_stands(draft in draft()) {
        let lines = plain(&draft);
        let expected = mentions(&lines, Format::Lines);
        for style in STYLES.iter().filter(|style| style.format.is_built_in()) {
            let written = style.write(&draft);
            let found = mentions(&written, style.format);
            prop_assert_eq!(readings(&found), readings(&expected), "{}:\n{}", style.format.name(), written);
            for (found, expected) in found.iter().zip(&expected) {
                let seen = style.seen(found.span.of(&written));
                prop_assert_eq!(seen, expected.span.of(&lines), "{}:\n{}", style.format.name(), written);
            }
        }
    }
}

/// The prose of a draft, one mention after the other, as the text has them.
fn found(text: &str, format: Format) -> Vec<String> {
    mentions(text, format).iter().map(|mention| mention.span.of(text).to_owned()).collect()
}

#[test]
fn what_is_no_prose_is_not_read() {
    let page = "<nav>12 chats</nav><h1>Un titre</h1><p>On a 3 chats.<script>4 chats</script><pre>5 chats</pre>\
                <aside>6 chats</aside><!-- 7 chats --><ul><li>8 chats</ul>";
    assert_eq!(found(page, Format::Html), ["3 chats", "8 chats"].map(|words| &words[..1]), "{page}");
}

#[test]
fn a_fix_that_would_harm_markup_is_not_offered() {
    let options = |format| Options { language: Some("fr".into()), format, ..Options::default() };
    let fixes = |text: &str| analyse(text, &options(Format::Html)).findings[0].fixes.len();
    assert!(
        fixes("<p>Le vendredi 17 décembre 2020, il part.</p>")
            > fixes("<p>Le <b>vend</b>redi <i>17 déc</i>embre 2020, il part.</p>")
    );
}

#[test]
fn deep_nesting_is_survived() {
    for (open, format) in [
        ("<div>", Format::Html),
        ("<b>", Format::Html),
        ("{", Format::Latex),
        ("\\emph{", Format::Latex),
        ("\\begin{quote}", Format::Latex),
        ("#[", Format::Typst),
        ("*_", Format::Typst),
        ("- ", Format::Org),
        ("*/", Format::Org),
        ("> ", Format::ReStructuredText),
        ("* ", Format::AsciiDoc),
        ("*_", Format::AsciiDoc),
    ] {
        let text = format!("Le retrait est fixé au 12 mai.\n\n{}Douze chats.", open.repeat(2000));
        let options = Options { language: Some("fr".into()), format, ..Options::default() };
        let _ = analyse(&text, &options).mentions();
    }
}
