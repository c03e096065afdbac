//! Durations in plain words: `P2Y6M` is "2 ans et 6 mois".

use crate::language::Messages;

/// A duration in words; `None` where it is no duration that can be said.
pub(super) fn words(messages: &Messages, value: &str) -> Option<String> {
    let parts: Vec<String> = parts(value)?.iter().map(|part| part.words(messages)).collect();
    Some(parts.join(messages.label("stretch", "and")))
}

/// What comes again after such a time: "chaque jour", "à 2 semaines d'intervalle".
pub(super) fn again(messages: &Messages, value: &str) -> Option<String> {
    let parts = parts(value)?;
    let say = |key, slot, text: &str| Some(super::label(messages, "stretch", key, &[(slot, text)]));
    match parts[..] {
        [Part { count: Some("1"), unit }] => say("each", "unit", messages.word(unit, 1)),
        _ => say("every", "stretch", &words(messages, value)?),
    }
}

/// A count of one unit.
struct Part<'v> {
    /// As TIMEX3 writes it; `None` where it is not told.
    count: Option<&'v str>,
    /// The list that holds the singular and the plural.
    unit: &'static str,
}

impl Part<'_> {
    fn words(&self, messages: &Messages) -> String {
        let Some(count) = self.count else {
            return super::label(messages, "stretch", "some", &[("units", messages.word(self.unit, 2))]);
        };
        let plural = count.parse::<f64>().is_ok_and(|count| count >= 2.0);
        let unit = messages.word(self.unit, 1 + u32::from(plural));
        let count = count.replace('.', messages.label("number", "decimal"));
        super::label(messages, "stretch", "count", &[("count", &count), ("unit", unit)])
    }
}

/// The counts of `P2Y6M`, `PT30M`, `PXD`.
fn parts(value: &str) -> Option<Vec<Part<'_>>> {
    let mut rest = value.strip_prefix('P')?;
    let mut parts = Vec::new();
    let mut is_time = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, is_time) = (time, true);
            continue;
        }
        let end = rest.find(|c: char| c != 'X' && c != '.' && !c.is_ascii_digit()).filter(|end| *end > 0)?;
        let letter = rest[end..].chars().next()?;
        let count = Some(&rest[..end]).filter(|count| *count != "X");
        parts.push(Part { count, unit: unit(letter, is_time)? });
        rest = &rest[end + letter.len_utf8()..];
    }
    (!parts.is_empty()).then_some(parts)
}

/// The list of words for a letter.
fn unit(letter: char, is_time: bool) -> Option<&'static str> {
    Some(match letter {
        'S' => "unit_second",
        'M' if is_time => "unit_minute",
        'H' => "unit_hour",
        'D' => "unit_day",
        'W' => "unit_week",
        'M' => "unit_month",
        'Q' => "unit_quarter",
        'Y' => "unit_year",
        'E' => "unit_decade",
        'C' => "unit_century",
        _ => return None,
    })
}

/// The list of words for a unit as the language files name it.
pub(super) fn list(unit: &str) -> String {
    format!("unit_{unit}")
}
