//! What a number is worth, and how it is written.

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// What it is worth, scale words included.
    pub value: f64,
    /// Worth of one unit of its last significant place: 100 for `2.500`, 0.1 for `3,2`.
    pub step: f64,
    /// Number of decimals written.
    pub decimals: u8,
    /// Number of digits written, 0 for a number in words.
    pub digits: u8,
    /// Whether it is written in groups of three, as `2.500` is.
    pub grouped: bool,
    /// Whether it hangs together with other numbers by a mark, as in a date, a score or a telephone number.
    pub chained: bool,
    /// Whether a word of scale, such as `million`, is part of it.
    pub scaled: bool,
    /// Whether it is a part of something: `two thirds`, `½`.
    pub fraction: bool,
}

impl Figure {
    /// A whole number written in words.
    pub fn in_words(value: f64) -> Self {
        Self::of(value, last_place(value))
    }

    /// A number of that worth, whose last place is worth `step`.
    pub fn of(value: f64, step: f64) -> Self {
        let (decimals, digits) = (0, 0);
        let [grouped, chained, scaled, fraction] = [false; 4];
        Self { value: round_off(value), step, decimals, digits, grouped, chained, scaled, fraction }
    }

    /// A part of something, `part` of `whole` of it.
    pub fn share(part: f64, whole: f64) -> Self {
        Self { fraction: true, ..Self::of(part / whole, 1.0 / whole) }
    }

    /// The number and `more`.
    pub fn plus(self, more: f64) -> Self {
        Self { value: round_off(self.value + more), ..self }
    }

    /// The same number in units of `scale`.
    pub fn times(self, scale: f64) -> Self {
        let value = round_off(self.value * scale);
        Self { value, step: self.step * scale, scaled: true, fraction: false, ..self }
    }

    /// The same number in units of `scale`, if there is one.
    pub fn times_if(self, scale: Option<f64>) -> Self {
        scale.map_or(self, |scale| self.times(scale))
    }

    /// The number below zero.
    pub fn negative(self) -> Self {
        Self { value: -self.value, ..self }
    }

    /// The number if it is a whole one below 2^31, not below zero, and not written in groups, with decimals or as a part.
    pub fn plain(self) -> Option<u32> {
        let whole = self.value.fract() == 0.0 && (0.0..f64::from(u32::MAX / 2)).contains(&self.value);
        (whole && self.decimals == 0 && !self.grouped && !self.fraction).then_some(self.value as u32)
    }
}

/// Takes away what multiplying binary fractions leaves behind (2.3 x 1e6 is 2 300 000, not 2 299 999.9999).
fn round_off(value: f64) -> f64 {
    let near = value.round();
    if (value - near).abs() < 1e-12 * value.abs().max(1.0) { near } else { value }
}

/// Worth of the last place of a whole number that is not a zero: 500 for 13 500 is 100, and 1 for 13 501.
fn last_place(value: f64) -> f64 {
    let mut step = 1.0;
    while value != 0.0 && value % (step * 10.0) == 0.0 && step < 1e15 {
        step *= 10.0;
    }
    step
}

/// The number that these digits make, with a mark before the decimals, if there are any.
pub(super) fn figure(whole: &str, decimals: &str, grouped: bool) -> Figure {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let places: String = decimals.chars().filter(char::is_ascii_digit).collect();
    let value: f64 = format!("{digits}.{places}0").parse().expect("digits, a point and digits are a number");
    let step = if places.is_empty() { last_place(value) } else { 0.1f64.powi(places.len() as i32) };
    let count = (digits.len() + places.len()).min(255) as u8;
    let decimals = places.len().min(255) as u8;
    Figure { value, step, decimals, digits: count, grouped, chained: false, scaled: false, fraction: false }
}
