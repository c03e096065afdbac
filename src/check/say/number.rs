//! Numbers in messages and fixes, written as the draft writes its own.

use crate::article::{Article, last_place};
use crate::mention::Quantity;

/// Digits in a group.
const GROUP: usize = 3;

impl Article {
    /// A number rounded to `step`, with the marks that `like`, a number of the draft, is written with; else with those of the
    /// house, or of the language.
    pub(in crate::check) fn say_number(&self, value: f64, step: f64, like: &str) -> String {
        let rounded = if step > 0.0 { (value / step).round() * step } else { value };
        let place = last_place(rounded).max(step.min(1.0)).max(1e-6);
        let decimals = (-last_place(place).log10()).ceil().clamp(0.0, 6.0) as usize;
        let plain = format!("{rounded:.decimals$}");
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let (words, house) = (&self.language.messages, self.newsroom.customs().thousands());
        // "1.250" in English has decimals, unless the house writes thousands so.
        let own = group_mark(like).filter(|mark| *mark != words.marks(house).1);
        let (group, decimal) = words.marks(own.as_deref().or(house));
        let grouped = grouped(whole, group);
        if rest.is_empty() { grouped } else { [&grouped, decimal, rest].concat() }
    }
}

/// Scales that are written as words.
const SCALES: [f64; 4] = [1e12, 1e9, 1e6, 1e3];

impl Article {
    /// A number in the place of `figure`, written as `number` is: with its scale (`2,5 millions`) and its marks.
    pub(in crate::check) fn say_like(
        &self,
        value: f64,
        step: f64,
        figure: &Quantity,
        number: &str,
    ) -> String {
        let end = number.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
        let (digits, word) = number.split_at(end);
        let scaled = !digits.is_empty() && word.contains(char::is_alphabetic);
        let scale = SCALES.into_iter().find(|scale| scaled && figure.value.abs() >= *scale).unwrap_or(1.0);
        let tail = if scaled { word } else { "" };
        self.say_number(value / scale, step / scale, digits) + tail
    }
}

/// The mark before a group of three digits at the end of a number.
fn group_mark(like: &str) -> Option<String> {
    let digits = like.chars().rev().take_while(char::is_ascii_digit).count();
    let mark = like.chars().rev().nth(GROUP).filter(|mark| digits == GROUP && !mark.is_ascii_digit())?;
    let before = like.chars().rev().nth(GROUP + 1)?;
    before.is_ascii_digit().then(|| mark.to_string())
}

fn grouped(whole: &str, mark: &str) -> String {
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(GROUP) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}
