//! Days as the program is told them: `2020-12-17` and nothing else.

use chrono::NaiveDate;

/// The day that `text` names, or a sentence that says how to name one.
///
/// Only the full form is taken: `17/12/2020` and `12/17/2020` are told apart by custom alone, and a wrong day of
/// publication would put a wrong finding into every draft.
pub(crate) fn parse(text: &str) -> Result<NaiveDate, String> {
    if !has_the_form(text) {
        return Err(format!("`{text}` is not a day; write it as 2020-12-17"));
    }
    text.parse().map_err(|_| format!("there is no day `{text}` in the calendar"))
}

/// Whether it looks like `2020-12-17`: chrono alone would also take `+2020-1-7`.
fn has_the_form(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
