//! Powers, as science and spreadsheets write them: `1.3e6`, `6.02x10^23`, `2^10`.

use super::digits_end;
use super::figure::Figure;

/// The number with the power that is glued to its end.
pub(super) fn raised(text: &str, (end, number): (usize, Figure)) -> (usize, Figure) {
    let rest = &text[end..];
    let of_ten = ["x10^", "×10^", "*10^", "e", "E"].iter().find_map(|mark| {
        let (behind, power) = exponent(text, end + rest.strip_prefix(mark).map(|_| mark.len())?)?;
        Some((behind, number.value * 10f64.powi(power)))
    });
    let plain = || {
        let (behind, power) = exponent(text, end + rest.strip_prefix('^').map(|_| 1)?)?;
        Some((behind, number.value.powi(power)))
    };
    match of_ten.or_else(plain).filter(|(behind, value)| value.is_finite() && !goes_on(text, *behind)) {
        Some((behind, value)) => (behind, Figure { decimals: 0, ..Figure::of(value, value.abs() / 100.0) }),
        None => (end, number),
    }
}

/// Three digits at most, with a sign or not, at `at`: where they end, and their worth.
fn exponent(text: &str, at: usize) -> Option<(usize, i32)> {
    let from = at + usize::from(text[at..].starts_with(['+', '-']));
    let end = digits_end(text, from);
    let written = text[from..end].parse::<i32>().ok().filter(|_| end - from <= 3)?;
    Some((end, if text[at..].starts_with('-') { -written } else { written }))
}

fn goes_on(text: &str, end: usize) -> bool {
    text[end..].chars().next().is_some_and(|c| c.is_alphanumeric())
}
