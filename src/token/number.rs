//! Numbers in digits: where they end, and what they are worth.

use super::Habits;

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
}

impl Figure {
    /// A whole number written in words.
    pub fn in_words(value: f64) -> Self {
        let step = last_place(value);
        Self { value, step, decimals: 0, digits: 0, grouped: false, chained: false, scaled: false }
    }

    /// The same number in units of `scale`.
    pub fn times(self, scale: f64) -> Self {
        let value = round_off(self.value * scale);
        Self { value, step: self.step * scale, scaled: true, ..self }
    }

    /// The same number in units of `scale`, if there is one.
    pub fn times_if(self, scale: Option<f64>) -> Self {
        scale.map_or(self, |scale| self.times(scale))
    }

    /// The number if it is a whole one below 2^31 and not written in groups or with decimals.
    pub fn plain(self) -> Option<u32> {
        let whole = self.value.fract() == 0.0 && self.value < f64::from(u32::MAX / 2);
        (whole && self.decimals == 0 && !self.grouped).then_some(self.value as u32)
    }
}

/// Takes away what multiplying binary fractions leaves behind (2.3 x 1e6 is 2 300 000, not 2 299 999.9999).
fn round_off(value: f64) -> f64 {
    let near = value.round();
    if (value - near).abs() < 1e-6 * value.abs().max(1.0) { near } else { value }
}

/// Worth of the last place of a whole number that is not a zero: 500 for 13 500 is 100, and 1 for 13 501.
fn last_place(value: f64) -> f64 {
    let mut step = 1.0;
    while value != 0.0 && value % (step * 10.0) == 0.0 && step < 1e15 {
        step *= 10.0;
    }
    step
}

/// The numbers that begin at `start` and hang together by one mark each, with where each ends.
pub(super) fn chain(text: &str, start: usize, habits: &Habits) -> Vec<(usize, Figure)> {
    let mut out = vec![one(text, start, None, habits)];
    while let Some((mark, next)) = joined(text, out.last().expect("it holds one at least").0) {
        out.push(one(text, next, Some(mark), habits));
    }
    if out.len() > 1 {
        out.iter_mut().for_each(|(_, figure)| figure.chained = true);
    }
    out
}

/// Mark and beginning of the next number of a chain, if a single mark and a digit follow at `end`.
fn joined(text: &str, end: usize) -> Option<(char, usize)> {
    let mut rest = text[end..].chars();
    let mark = rest.next().filter(|c| matches!(c, '.' | '/' | '-' | ':' | '–' | ',' | '\'' | '’'))?;
    rest.next()?.is_ascii_digit().then_some((mark, end + mark.len_utf8()))
}

/// One number: its groups of three and its decimals, unless that would cut a longer chain (`17.12.2020`) in two. `mark`
/// is what it hangs on.
fn one(text: &str, start: usize, mark: Option<char>, habits: &Habits) -> (usize, Figure) {
    let head = digits_end(text, start);
    let (whole, groups) = grouped_end(text, start, head, habits);
    let end = decimals_end(text, whole, habits);
    let goes_on = mark.is_some_and(|mark| followed_by(text, whole, mark)) || followed_by_chain(text, end);
    let ambiguous = end > whole && goes_on;
    let end = if ambiguous { whole } else { end };
    (end, figure(&text[start..whole], &text[whole..end], groups > 0))
}

fn digits_end(text: &str, from: usize) -> usize {
    text.as_bytes()[from..].iter().position(|b| !b.is_ascii_digit()).map_or(text.len(), |n| from + n)
}

/// The end of the groups of three digits behind `head`, all parted by the same mark, and how many there are.
fn grouped_end(text: &str, start: usize, head: usize, habits: &Habits) -> (usize, usize) {
    let leading_zero = text.as_bytes()[start] == b'0';
    let Some(mark) = text[head..].chars().next().map(plain_space).filter(|c| habits.group.contains(c)) else {
        return (head, 0);
    };
    if head - start > 3 || leading_zero {
        return (head, 0);
    }
    let (mut end, mut groups) = (head, 0);
    while let Some(next) = group_end(text, end, mark) {
        (end, groups) = (next, groups + 1);
    }
    // `17.122.20` is no number in groups; nor is `555.123.4567`.
    if groups > 0 && mark != ' ' && joined(text, end).is_some() && followed_by(text, end, mark) {
        return (head, 0);
    }
    (end, groups)
}

fn group_end(text: &str, end: usize, mark: char) -> Option<usize> {
    let c = text[end..].chars().next().filter(|&c| plain_space(c) == mark)?;
    let from = end + c.len_utf8();
    let to = digits_end(text, from);
    (to - from == 3).then_some(to)
}

fn decimals_end(text: &str, whole: usize, habits: &Habits) -> usize {
    let Some(mark) = text[whole..].chars().next().filter(|c| habits.decimal.contains(c)) else {
        return whole;
    };
    let from = whole + mark.len_utf8();
    let end = digits_end(text, from);
    if end > from { end } else { whole }
}

fn followed_by(text: &str, end: usize, mark: char) -> bool {
    text[end..].chars().next().map(plain_space) == Some(mark)
}

fn followed_by_chain(text: &str, end: usize) -> bool {
    matches!(text.as_bytes().get(end), Some(b'.' | b'/' | b',')) && joined(text, end).is_some()
}

/// All spaces that can part groups count as one; so do both apostrophes.
fn plain_space(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '’' => '\'',
        _ => c,
    }
}

fn figure(whole: &str, decimals: &str, grouped: bool) -> Figure {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let places: String = decimals.chars().filter(char::is_ascii_digit).collect();
    let value: f64 = format!("{digits}.{places}0").parse().expect("digits, a point and digits are a number");
    let step = if places.is_empty() { last_place(value) } else { 0.1f64.powi(places.len() as i32) };
    let count = (digits.len() + places.len()).min(255) as u8;
    let decimals = places.len().min(255) as u8;
    Figure { value, step, decimals, digits: count, grouped, chained: false, scaled: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, group: &[char], decimal: char) -> Vec<f64> {
        let habits = Habits { group: group.to_vec(), decimal: vec![decimal], ..Habits::default() };
        chain(text, 0, &habits).into_iter().map(|(_, figure)| figure.value).collect()
    }

    #[test]
    fn groups_and_decimals_are_read_by_the_habits_of_the_language() {
        let french = |text| read(text, &['.', ' ', '\''], ',');
        assert_eq!(french("2.500"), [2500.0]);
        assert_eq!(french("1\u{202f}234\u{a0}567,89"), [1_234_567.89]);
        assert_eq!(french("4’800 francs"), [4800.0]);
        assert_eq!(french("17.12.2020"), [17.0, 12.0, 2020.0]);
        assert_eq!(read("2,500.5", &[','], '.'), [2500.5]);
        assert_eq!(read("17.12.2020", &[','], '.'), [17.0, 12.0, 2020.0]);
    }

    #[test]
    fn the_last_place_tells_how_round_a_number_is() {
        assert_eq!(figure("13000", "", false).step, 1000.0);
        assert_eq!(figure("2", ",25", false).step, 0.010000000000000002);
        assert_eq!(Figure::in_words(12.0).times(1e6).step, 1e6);
    }
}
