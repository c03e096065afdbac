//! Arithmetic with figures as journalists write them: each rounded to its last written place, sums added up from rounded
//! parts.

use crate::mention::quantity::{Interval, Kind, Quantity};

/// A number, and how far off the true one may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// As written, scale included.
    pub value: f64,
    /// How far off it may be on either side.
    pub give: f64,
}

/// Up to here a whole number is counted, not rounded.
const COUNTED: f64 = 100.0;
/// The widest rounding of a round number, as a share of it: nobody rounds 150 to 200.
const ROUNDING: f64 = 0.03;
/// The same for millions and more, which are written with their scale: 9 million may be 8.6.
const SCALED: f64 = 0.08;

impl Number {
    /// A number that is exactly what it says.
    pub fn exact(value: f64) -> Self {
        Self { value, give: 0.0 }
    }

    /// The number of a figure, rounded to its last written place.
    pub fn of(figure: &Quantity) -> Self {
        Self::written(figure.value, figure.step)
    }

    /// A number of which `step` is the worth of one unit of its last written place.
    pub fn written(value: f64, step: f64) -> Self {
        let counted = value.fract() == 0.0 && value.abs() < COUNTED && step >= 1.0;
        let give = if counted || step <= 1.0 && value.fract() == 0.0 { 0.0 } else { step / 2.0 };
        let widest = if value.abs() >= 1e6 { SCALED } else { ROUNDING };
        let give = if value.fract() == 0.0 { give.min(value.abs() * widest) } else { give };
        Self { value, give }
    }

    /// The numbers of two figures set side by side: who writes 480 million beside 400 million has counted both in tens of
    /// millions. What is hedged keeps its own rounding.
    pub fn beside(one: &Quantity, other: &Quantity) -> [Self; 2] {
        let step = one.step.min(other.step);
        [one, other].map(|figure| match figure.hedge {
            Some(_) => Self::of(figure),
            None => Self::written(figure.value, step),
        })
    }

    /// The sum of numbers. Roundings of parts seldom all go the same way: they grow as the square root of their number.
    pub fn sum(parts: impl IntoIterator<Item = Number>) -> Self {
        let (mut value, mut square) = (0.0, 0.0);
        for part in parts {
            value += part.value;
            square += part.give * part.give;
        }
        Self { value, give: square.sqrt() }
    }

    /// Whether both may be the same number.
    pub fn meets(self, other: Number) -> bool {
        (self.value - other.value).abs()
            <= (self.give + other.give) * (1.0 + SLACK) + SLACK * self.value.abs() * SLACK
    }

    /// The values that it may stand for.
    pub fn interval(self) -> Interval {
        Interval { min: self.value - self.give, max: self.value + self.give }
    }
}

/// What the arithmetic of binary fractions may be off.
const SLACK: f64 = 1e-6;

/// Worth of one unit of the last place that a number has to be written with: 100 for 2500, 0.1 for 3.2.
pub fn last_place(value: f64) -> f64 {
    let mut step = 1.0;
    while value != 0.0 && value % (step * 10.0) == 0.0 && step < 1e15 {
        step *= 10.0;
    }
    while (value / step - (value / step).round()).abs() > SLACK && step > 1e-6 {
        step /= 10.0;
    }
    step
}

/// The two numbers of `de 3 à 2 millions`, in the order of the text, with the scale that they share.
pub fn ends(figure: &Quantity) -> Option<(Number, Number)> {
    let last = figure.other?;
    let scale = [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| last >= *scale);
    let shared = scale.filter(|_| figure.value < 1000.0 && last > figure.value * 1000.0).unwrap_or(1.0);
    let first = Number::written(figure.value * shared, figure.step * shared);
    Some((first, Number::written(last, last_place(last))))
}

/// Whether two figures may measure the same: their kind and unit, or what they count, where both of them say it.
pub fn alike(one: &Quantity, other: &Quantity) -> bool {
    let things = one.thing.zip(other.thing).is_none_or(|(one, other)| one.stem == other.stem);
    match (one.kind, other.kind) {
        (Kind::Count | Kind::Bare, Kind::Count | Kind::Bare) => things,
        (Kind::Bare, kind) | (kind, Kind::Bare) => is_level(kind) && kind != Kind::Percent,
        (one_kind, other_kind) => is_level(one_kind) && one_kind == other_kind && one.unit == other.unit,
    }
}

/// Whether a bare number is likely a year that the reading of dates left alone: `la campagne 2019`.
pub fn is_year(figure: &Quantity) -> bool {
    let bare = matches!(figure.kind, Kind::Count | Kind::Bare) && figure.number.len() == 4;
    bare && figure.value.fract() == 0.0 && (1800.0..=2100.0).contains(&figure.value)
}

/// Whether figures of that kind say how much there is of something.
pub fn is_level(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Bare | Kind::Money | Kind::Measure | Kind::Percent | Kind::Duration)
}
