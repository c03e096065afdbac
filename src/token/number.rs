//! Numbers in digits: where they end, and what they are worth.

mod figure;
mod power;

pub use figure::Figure;

use unicode_normalization::char::decompose_compatible;

use super::Marks;
use figure::figure;

/// The numbers that begin at `start` and hang together by one mark each, with where each ends.
pub(super) fn chain(text: &str, start: usize, marks: &Marks) -> Vec<(usize, Figure)> {
    let mut out = vec![one(text, start, None, marks)];
    while let Some((mark, next)) = joined(text, out.last().expect("it holds one at least").0) {
        out.push(one(text, next, Some(mark), marks));
    }
    match &mut out[..] {
        [alone] => *alone = fraction_behind(text, power::raised(text, *alone)),
        all => all.iter_mut().for_each(|(_, figure)| figure.chained = true),
    }
    out
}

/// `.08`, a decimal mark with nothing before it, if one stands at `start`.
pub(super) fn without_whole(text: &str, start: usize, marks: &Marks) -> Option<(usize, Figure)> {
    let mark = text[start..].chars().next().filter(|c| marks.decimal.contains(c))?;
    let from = start + mark.len_utf8();
    let end = digits_end(text, from);
    (end > from).then(|| (end, figure("", &text[start..end], false)))
}

/// `½`, one character.
pub(super) fn vulgar(c: char) -> Option<Figure> {
    if !matches!(c, '¼'..='¾' | '⅐'..='⅞') {
        return None;
    }
    let mut written = String::new();
    decompose_compatible(c, |part| written.push(part));
    let (part, whole) = written.split_once('\u{2044}')?;
    Some(Figure::share(part.parse().ok()?, whole.parse().ok()?))
}

/// `2½`.
fn fraction_behind(text: &str, (end, figure): (usize, Figure)) -> (usize, Figure) {
    let behind = text[end..].chars().next().and_then(|c| Some((c, vulgar(c)?)));
    match behind.filter(|_| figure.decimals == 0) {
        Some((c, part)) => (end + c.len_utf8(), Figure { step: part.step, ..figure.plus(part.value) }),
        None => (end, figure),
    }
}

/// Mark and beginning of the next number of a chain, if a single mark and a digit follow at `end`.
fn joined(text: &str, end: usize) -> Option<(char, usize)> {
    let mut rest = text[end..].chars();
    let mark = rest.next().filter(|c| matches!(c, '.' | '/' | '-' | ':' | '–' | ',' | '\'' | '’'))?;
    rest.next()?.is_ascii_digit().then_some((mark, end + mark.len_utf8()))
}

/// One number: its groups of three and its decimals, unless that would cut a longer chain (`17.12.2020`) in two. `mark`
/// is what it hangs on.
fn one(text: &str, start: usize, mark: Option<char>, marks: &Marks) -> (usize, Figure) {
    let head = digits_end(text, start);
    let (whole, groups) = grouped_end(text, start, head, marks);
    let end = decimals_end(text, whole, marks);
    let goes_on = mark.is_some_and(|mark| followed_by(text, whole, mark)) || followed_by_chain(text, end);
    let ambiguous = end > whole && goes_on;
    let end = if ambiguous { whole } else { end };
    (end, figure(&text[start..whole], &text[whole..end], groups > 0))
}

fn digits_end(text: &str, from: usize) -> usize {
    text.as_bytes()[from..].iter().position(|b| !b.is_ascii_digit()).map_or(text.len(), |n| from + n)
}

/// The end of the groups of three digits behind `head`, all parted by the same mark, and how many there are.
fn grouped_end(text: &str, start: usize, head: usize, marks: &Marks) -> (usize, usize) {
    let leading_zero = text.as_bytes()[start] == b'0';
    let Some(open) = text[head..].chars().next().filter(|_| head - start <= 3 && !leading_zero) else {
        return (head, 0);
    };
    let mark = plain_space(open);
    if !marks.group.contains(&mark) {
        return if mark == ' ' { spaced_end(text, head) } else { (head, 0) };
    }
    if let Some(found) = pairs_end(text, start, head).filter(|_| mark == ',') {
        return found;
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

/// Groups parted by spaces in a language whose habit it is not: `1 234 567` and `40 000`, but `5 300` is two numbers,
/// and `555 123 4567` somebody's telephone.
fn spaced_end(text: &str, head: usize) -> (usize, usize) {
    let ends: Vec<usize> =
        std::iter::successors(group_end(text, head, ' '), |end| group_end(text, *end, ' ')).collect();
    let Some(&end) = ends.last() else { return (head, 0) };
    let typographic = !text[head..].starts_with(' ');
    let more =
        text[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let sure = typographic || ends.len() > 1 || text[head..end].ends_with(" 000");
    if sure && !more { (end, ends.len()) } else { (head, 0) }
}

/// Groups of two before the last of three, as in India: `1,50,000`.
fn pairs_end(text: &str, start: usize, head: usize) -> Option<(usize, usize)> {
    let pair = |from: usize| {
        let behind = text[from..].strip_prefix(',').map(|_| from + 1)?;
        let to = digits_end(text, behind);
        (to - behind == 2).then_some(to)
    };
    let pairs: Vec<usize> = std::iter::successors(pair(head), |end| pair(*end)).collect();
    let end = group_end(text, *pairs.last()?, ',')?;
    (head - start <= 2 && !followed_by(text, end, ',')).then_some((end, pairs.len() + 1))
}

fn group_end(text: &str, end: usize, mark: char) -> Option<usize> {
    let c = text[end..].chars().next().filter(|&c| plain_space(c) == mark)?;
    let from = end + c.len_utf8();
    let to = digits_end(text, from);
    (to - from == 3).then_some(to)
}

fn decimals_end(text: &str, whole: usize, marks: &Marks) -> usize {
    let Some(mark) = text[whole..].chars().next().filter(|c| marks.decimal.contains(c)) else {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, group: &[char], decimal: char) -> Vec<f64> {
        let marks = Marks { group: group.to_vec(), decimal: vec![decimal] };
        chain(text, 0, &marks).into_iter().map(|(_, figure)| figure.value).collect()
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
