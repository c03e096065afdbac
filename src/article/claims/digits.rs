//! The digits of a figure, without the zeros at its ends.

use std::fmt::{self, Write};

/// More than a number has digits between its first and last that are not zero: 17 at most.
const MOST: usize = 24;
/// Whole numbers below this are exact.
const EXACT: f64 = 9e15;

/// The digits of a figure without the zeros at its ends: those of `0,50`, `5` and `5.000` are the same.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Digits {
    all: [u8; MOST],
    length: usize,
    /// Zeros behind the last digit, which count only if another digit follows.
    zeros: usize,
}

impl Digits {
    /// Those of a figure.
    pub(super) fn of(value: f64) -> Self {
        let mut digits = Self::default();
        // Figures are whole numbers nearly always, which need not be written down to be read again.
        let written = match value {
            0.0..EXACT if value.fract() == 0.0 => write!(digits, "{}", value as u64),
            _ => write!(digits, "{value}"),
        };
        written.expect("digits take whatever is written");
        digits
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.all[..self.length]
    }

    fn push(&mut self, digit: u8) {
        if let Some(place) = self.all.get_mut(self.length) {
            *place = digit;
            self.length += 1;
        }
    }
}

impl Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for digit in text.bytes().filter(u8::is_ascii_digit) {
            match (digit, self.length) {
                (b'0', 0) => {}
                (b'0', _) => self.zeros += 1,
                _ => {
                    (0..std::mem::take(&mut self.zeros)).for_each(|_| self.push(b'0'));
                    self.push(digit);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_at_the_ends_do_not_count() {
        for (value, digits) in [
            (0.5, "5"),
            (5000.0, "5"),
            (20_300.0, "203"),
            (0.0, ""),
            (1e300, "1"),
            (1.25e-9, "125"),
            (1.797_693_134_862_315_7e308, "17976931348623157"),
        ] {
            assert_eq!(Digits::of(value).as_slice(), digits.as_bytes(), "{value}");
        }
    }
}
