//! Decimals in words: `two point five`, `cinq virgule vingt-cinq`.

use super::{Fold, Read};
use crate::token::Figure;

/// Numbers spoken behind the point.
const SPOKEN: usize = 6;

impl Fold<'_> {
    /// The number with the decimals that are spoken behind it.
    pub(super) fn decimals(&self, (end, figure): Read) -> Read {
        let Some(point) = self.at(self.language.classes.decimal_word, end) else { return (end, figure) };
        let digits = |at: &usize| {
            let one = || self.value(self.language.classes.single, *at);
            let count = self.cardinal(*at).map(|count| (count.end, count.value)).or_else(one);
            count.filter(|(_, value)| *value < 1000.0)
        };
        let spoken: Vec<(usize, f64)> =
            std::iter::successors(digits(&point), |(end, _)| digits(end)).take(SPOKEN).collect();
        let Some((behind, _)) = spoken.last() else { return (end, figure) };
        let places: String = spoken.iter().map(|(_, value)| value.to_string()).collect();
        let step = 0.1f64.powi(places.len() as i32);
        let decimals = places.len().min(255) as u8;
        let value = places.parse::<f64>().unwrap_or_default() * step;
        (*behind, Figure { decimals, step, ..figure.plus(value) })
    }
}
