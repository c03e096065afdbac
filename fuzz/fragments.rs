//! Pieces of drafts: a fuzzer that puts pieces together comes further than one that has to find every letter.

#![allow(dead_code, reason = "each target uses what it needs")]

use copydesk::{Format, Options};

/// What is known of a draft besides its text, from one byte.
pub(crate) fn options(byte: u8, format: Format) -> Options {
    let language = [Some("fr"), Some("en"), None, Some("xx")][usize::from(byte) % 4];
    let date = [None, Some("2020-12-17"), Some("2024-02-29"), Some("0001-01-01")][usize::from(byte / 4) % 4];
    Options {
        language: language.map(str::to_owned),
        date: date.map(|date| date.parse().expect("these are dates")),
        file_name: (byte & 0x80 != 0).then(|| "2020-12-17-titre.md".to_owned()),
        format,
        ..Options::default()
    }
}

/// The pieces that the bytes stand for, one after the other. 255 and the byte behind it stand for that byte's character.
pub(crate) fn text(bytes: &[u8], pieces: &[&str]) -> String {
    let mut text = String::new();
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            255 => text.extend(bytes.next().map(|byte| char::from(*byte))),
            _ => text.push_str(pieces[usize::from(*byte) % pieces.len()]),
        }
    }
    text
}

/// Words, numbers and marks.
pub(crate) const WORDS: &[&str] = &[
    " ", " ", " ", " ", ". ", ", ", "-", "–", "'", "’", "(", ")", "«\u{a0}", "\u{a0}»", "\"", ":", ";", "%", "$", "€", "/",
    "\u{202f}", "\u{301}", "\u{ad}", "😀", "1", "2", "7", "0", "17", "31", "2020", "1995", "2.500", "13,000", "1 000", "0,5",
    "½", "3e", "1er", "15h30", "9 p.m.", "Dec. 17", "le ", "la ", "les ", "de ", "du ", "des ", "à ", "au ", "en ", "dans ",
    "the ", "of ", "in ", "on ", "to ", "and ", "et ", "ou ", "or ", "lundi", "jeudi ", "vendredi ", "Thursday", "Friday, ",
    "janvier", "décembre ", "March ", "December", "hier", "demain ", "yesterday", "tomorrow ", "prochain ", "dernier ",
    "next ", "last ", "il y a ", " ago", "depuis ", "since ", "entre ", "between ", "from ", "plus de ", "environ ",
    "more than ", "about ", "at least ", "million ", "milliards d'euros", "billion", "cent ", "vingt et un ", "twenty-one ",
    "deux tiers ", "half a ", "pour cent ", "percent", "km", "tonnes ", "miles (", "degrés ", "euros", "dollars ", "soldats ",
    "troops", "morts ", "people were killed", "blessés", "hausse de ", "rose ", "fell by ", "contre ", "compared with ",
    "soit ", "dont ", "total ", "sum of ", "ans ", "years old ", "âgé de ", "né ", "born ", "fondé ", "founded ",
    "anniversaire ", "th anniversary ", "M. ", "Mme ", "Mr. ", "Gen. ", "le président ", "President ", "Jean ", "Marie ",
    "Mark ", "Dupont", "Dupond ", "Milley ", "Miley", "van der ", "O'Brien", "Paris", "London ", "Washington", "Belga",
    "Reuters", "OTAN ", "NATO ", "(ONU)", "Organisation des Nations unies ", "a dit ", "said ", "sera ", "will ", "not ",
    "ne … pas ", "deuxième ", "second ", "first ", "Noël", "Easter ", "week-end ", "trimestre ", "semaine ", "month ",
    "décennie ", "1990s", "BC", "calendrier julien ", "NAMUR, 17 décembre 2020 (Belga) - ", "WASHINGTON, Dec. 17 (Reuters) - ",
];

/// Those, markup and line ends.
pub(crate) const ALL: &[&str] = &[
    "\n", "\n\n", "\r\n", "\r", "\n\n", "# ", "\n## ", "- ", "\n- ", "1. ", "> ", "\n> ", "|", "\n| ", "|-|-|\n", "```\n",
    "~~~\n", "`", "*", "**", "_", "[", "](", ")", "![", "<b>", "</b>", "<!--", "-->", "&amp;", "\\", "---\n", "\n---\n", "===\n",
    "title: ", "date: 2020-12-17\n", "lang: fr\n", "    ", "\t", "Le ministre Jean Dupont a annoncé jeudi que ",
    "2.500 soldats partiront le 17 décembre 2020. ", "Minister Mark Milley said on Friday, Dec. 17, 2020 that ",
    "13,000 troops, or 12 percent, will leave. ", " ", ". ", ", ", "1", "2020", "31 novembre", "lundi ", "Friday ", "hier ",
    "12 morts ", "21 morts ", "de 20 % à 30 % ", "50 km (31 miles) ", "Jean Dupond ", "é", "\u{301}", "😀", "\u{202f}", "\u{feff}",
];
