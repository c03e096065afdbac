//! What a language says to the user.

use toml::{Table, Value as Toml};

/// The messages and words of a language.
#[derive(Debug)]
pub struct Messages {
    messages: Table,
    words: Table,
}

impl Messages {
    pub(super) fn new(messages: Table, words: Table) -> Self {
        Self { messages, words }
    }

    /// The message of that name, with `{key}` replaced by the value given for it.
    pub fn text(&self, name: &str, values: &[(&str, &str)]) -> String {
        let template = self.messages.get(name).and_then(Toml::as_str).unwrap_or(name);
        fill(template, values)
    }

    /// A word of a list: `word("month", 3)` is the third month.
    pub fn word(&self, list: &str, number: u32) -> &str {
        let words = self.words.get(list).and_then(Toml::as_array).map_or(&[][..], Vec::as_slice);
        words.get((number as usize).wrapping_sub(1)).and_then(Toml::as_str).unwrap_or_default()
    }

    /// A word by its key: `label("kind", "country")`; the key itself where the list lacks it.
    pub fn label<'a>(&'a self, list: &str, key: &'a str) -> &'a str {
        self.words.get(list).and_then(|list| list.get(key)).and_then(Toml::as_str).unwrap_or(key)
    }

    /// A date in words, as much as is given: `17 décembre 2020`, `31 novembre`, `décembre 2020`, `2020`.
    pub fn date(&self, day: Option<i32>, month: Option<i32>, year: Option<i32>) -> String {
        let template = match (day, month, year) {
            (Some(_), _, Some(_)) => "full",
            (Some(_), ..) => "day",
            (None, Some(_), _) => "month",
            _ => return year.map(|year| year.to_string()).unwrap_or_default(),
        };
        let day = if day == Some(1) {
            self.label("date", "first").to_owned()
        } else {
            day.unwrap_or(0).to_string()
        };
        self.label("date", template)
            .replace("{day}", &day)
            .replace("{month}", self.word("month", month.unwrap_or(0) as u32))
            .replace("{year}", &year.map(|year| year.to_string()).unwrap_or_default())
    }

    /// A day, month or year of ISO 8601 in words.
    pub fn iso_date(&self, iso: &str) -> String {
        let mut parts = iso.split('-').map(|part| part.parse().ok());
        let (year, month, day) = (parts.next().flatten(), parts.next().flatten(), parts.next().flatten());
        self.date(day, month, year)
    }

    /// What stands between groups of three digits, and what before decimals: as the language writes, unless a house writes
    /// another `group`.
    pub fn marks<'a>(&'a self, group: Option<&'a str>) -> (&'a str, &'a str) {
        let group = group.unwrap_or_else(|| self.label("number", "group"));
        let decimal = self.label("number", "decimal");
        let other = if decimal == "." { "," } else { "." };
        (group, if group == decimal { other } else { decimal })
    }

    /// A whole number in the grouping of the language, or in another one.
    pub fn number(&self, value: u64, group: Option<&str>) -> String {
        let (group, _) = self.marks(group);
        let digits = value.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(group);
            }
            out.push(digit);
        }
        out
    }

    /// A number as the language writes it, or with other groups, with as many decimals as it has, six at most.
    pub fn figure(&self, value: f64, group: Option<&str>) -> String {
        let whole = value.trunc();
        let rest = format!("{:.6}", (value - whole).abs());
        let places = rest.trim_start_matches("0.").trim_end_matches('0');
        let sign = if value < 0.0 { "-" } else { "" };
        let mark = if places.is_empty() { "" } else { self.marks(group).1 };
        format!("{sign}{}{mark}{places}", self.number(whole.abs() as u64, group))
    }
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (key, tail) = behind.split_once('}').unwrap_or((behind, ""));
        let value = values.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| *value);
        out.push_str(before);
        push_on_one_line(&mut out, value);
        rest = tail;
    }
    out.push_str(rest);
    capitalised(out)
}

/// Words that are quoted from wrapped copy may go over the end of a line; a message does not.
fn push_on_one_line(out: &mut String, value: &str) {
    for (number, line) in value.lines().enumerate() {
        if number > 0 {
            out.push(' ');
        }
        out.push_str(if number > 0 { line.trim_start() } else { line });
    }
}

/// With a capital at its head: a message is a sentence, and a value may open it.
fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_the_marks_of_its_language() {
        let words = "[number]\ngroup = \".\"\ndecimal = \",\"".parse().expect("a table");
        let messages = Messages::new(Table::new(), words);
        assert_eq!(messages.figure(2_500.0, None), "2.500");
        assert_eq!(messages.figure(0.5, None), "0,5");
        assert_eq!(messages.figure(1_234.25, None), "1.234,25");
        assert_eq!(messages.figure(1_234.25, Some(",")), "1,234.25");
        assert_eq!(messages.figure(1_234.0, Some("")), "1234");
    }

    #[test]
    fn a_message_stays_on_its_line() {
        let values = [("here", "3.500\r\n  soldats")];
        assert_eq!(fill("« {here} » ici", &values), "« 3.500 soldats » ici");
        assert_eq!(fill("{here} ici", &values), "3.500 soldats ici");
    }
}
