//! How the digits of two figures differ: `12` and `21`, `2 million` and `2 billion`.

use super::digits::Digits;

/// How the digits of two figures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// `12` and `21`.
    Swapped,
    /// `12.575` and `14.575`.
    Changed,
    /// `2 million` and `2 billion`.
    Scale,
    /// In no way that a slip of the hand explains.
    None,
}

impl Slip {
    /// How the second differs from the first.
    pub(super) fn of(one: f64, other: f64) -> Self {
        let (one, other) = (Digits::of(one), Digits::of(other));
        let (one, other) = (one.as_slice(), other.as_slice());
        if one == other {
            return Self::Scale;
        }
        if one.len() != other.len() {
            return Self::None;
        }
        let mut off = (0..one.len()).filter(|at| one[*at] != other[*at]);
        match [off.next(), off.next(), off.next()] {
            [Some(_), None, _] if one.len() >= 3 => Self::Changed,
            [Some(x), Some(y), None] if x + 1 == y && one[x] == other[y] && one[y] == other[x] => {
                Self::Swapped
            }
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        let slip = |one: f64, other: f64| Slip::of(one, other);
        assert_eq!(slip(38.0, 83.0), Slip::Swapped);
        assert_eq!(slip(13_500.0, 31_500.0), Slip::Swapped);
        assert_eq!(slip(12_575.0, 14_575.0), Slip::Changed);
        assert_eq!(slip(12.0, 14.0), Slip::None);
        assert_eq!(slip(2e6, 2e9), Slip::Scale);
        assert_eq!(slip(0.5, 5.0), Slip::Scale);
    }
}
