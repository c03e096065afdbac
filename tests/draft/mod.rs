//! Drafts and what writers do to them, as proptest makes them up.

// Each test program uses what it needs of this.
#![allow(dead_code, reason = "shared by several test programs")]

use proptest::prelude::*;
use proptest::sample::Index;

use crate::wire::{TONGUES, Wire};

/// What gets typed or pasted, chosen because it changes how its surroundings are read.
const SNIPPETS: &[&str] = &[
    "a",
    "é",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\r\r",
    "\t",
    "\u{202f}",
    "\u{a0}",
    "\u{feff}",
    "\u{301}",
    "🗳️",
    "👩‍🚒",
    "1",
    "31",
    ",",
    ".",
    "%",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "-",
    "–",
    "*",
    "**",
    "# ",
    "\n# ",
    "- ",
    "> ",
    "\n> ",
    "```\n",
    "`",
    "<b>",
    "<!--",
    "-->",
    "[x](y)",
    "---\n",
    "\n---\n",
    "---\ndate: 2020-12-17\n---\n",
    "title: ",
    "lundi ",
    "Thursday, ",
    "31 novembre 2020",
    "February 30",
    "vendredi 17 décembre 2020",
    "Friday, Dec. 17, 2020",
    "environ 2.500 soldats",
    "some 13,000 troops",
    "2\u{202f}500",
    "deux mille cinq cents",
    "entre 10 et 5",
    "hier",
    "tomorrow",
    "il y a deux ans",
    "NAMUR, 17 décembre 2020 (Belga) - ",
    "WASHINGTON, Dec. 17 (Reuters) - ",
    "Mark Milley",
    "le général Milley",
    "Gen. Mark Miley",
];

/// How a draft is dressed.
#[derive(Clone, Copy, Debug)]
enum Dress {
    Plain,
    CarriageReturns,
    LoneReturns,
    Markdown,
}

/// A draft of a few paragraphs in the style of a wire, with the slips of a careless writer.
pub(crate) fn draft() -> impl Strategy<Value = String> {
    let dresses = [Dress::Plain, Dress::CarriageReturns, Dress::LoneReturns, Dress::Markdown];
    let dress = prop::sample::select(dresses.to_vec());
    (0..TONGUES.len(), any::<u64>(), dress, snippet(), any::<Index>()).prop_map(
        |(tongue, seed, dress, snippet, at)| {
            let article = dressed(&Wire::careless(TONGUES[tongue], seed).article(), dress);
            let at = boundary(&article, at);
            format!("{}{snippet}{}", &article[..at], &article[at..])
        },
    )
}

/// A draft in other line ends, or with markup.
fn dressed(article: &str, dress: Dress) -> String {
    match dress {
        Dress::Plain => article.replacen("2", "🗳️ 2\u{202f}", 1),
        Dress::CarriageReturns => article.replace('\n', "\r\n"),
        Dress::LoneReturns => article.replace('\n', "\r"),
        Dress::Markdown => format!(
            "---\ndate: 2020-12-17\n---\n# {}",
            article.replace(" - ", "** - *").replace("20", "2**0**")
        ),
    }
}

/// Something to type.
pub(crate) fn snippet() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(SNIPPETS).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => any::<u64>().prop_map(|seed| Wire::careless(TONGUES[seed as usize % 2], seed).paragraph()),
    ]
}

/// Something that a writer does to a draft.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// What stands between two places is replaced; equal places insert, an empty text deletes.
    Replace { from: Index, to: Index, text: String },
    /// A paragraph is taken out and put in elsewhere.
    Move { from: Index, to: Index },
}

/// Something that a writer does: mostly typing.
pub(crate) fn change() -> impl Strategy<Value = Change> {
    let insert =
        (any::<Index>(), snippet()).prop_map(|(at, text)| Change::Replace { from: at, to: at, text });
    let replace = (any::<Index>(), any::<Index>(), prop_oneof![Just(String::new()), snippet()])
        .prop_map(|(from, to, text)| Change::Replace { from, to, text });
    let moved = (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Move { from, to });
    prop_oneof![6 => insert, 2 => replace, 2 => moved]
}

impl Change {
    /// The draft after it.
    pub(crate) fn apply(&self, text: &str) -> String {
        match self {
            Change::Replace { from, to, text: new } => {
                let (from, to) = (boundary(text, *from), boundary(text, *to));
                format!("{}{new}{}", &text[..from.min(to)], &text[from.max(to)..])
            }
            Change::Move { from, to } => {
                let blank = if text.contains("\r\n\r\n") { "\r\n\r\n" } else { "\n\n" };
                let mut paragraphs: Vec<&str> = text.split(blank).collect();
                let taken = paragraphs.remove(from.index(paragraphs.len()));
                paragraphs.insert(to.index(paragraphs.len() + 1), taken);
                paragraphs.join(blank)
            }
        }
    }
}

/// A place in a text where a cursor could stand.
pub(crate) fn boundary(text: &str, at: Index) -> usize {
    let at = at.index(text.len() + 1);
    (0..=at).rev().find(|&place| text.is_char_boundary(place)).unwrap_or_default()
}
