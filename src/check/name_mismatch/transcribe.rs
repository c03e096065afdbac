//! Letters that two ways of writing a foreign name put differently: `Müller` and `Mueller`, `Hallaq` and `Hallak`.

/// Whether all that the two folded words differ by is such a letter.
pub(super) fn alike(one: &str, other: &str) -> bool {
    is_umlaut(one, other) || is_umlaut(other, one) || is_swapped(one, other)
}

/// `Mueller` is `Muller` with an `e` behind the vowel.
fn is_umlaut(short: &str, long: &str) -> bool {
    let added = |(at, _): &(usize, char)| {
        matches!(long.as_bytes().get(at.wrapping_sub(1)), Some(b'a' | b'o' | b'u'))
            && long.as_bytes()[*at] == b'e'
            && short.split_at_checked(*at) == Some((&long[..*at], &long[at + 1..]))
    };
    long.char_indices().any(|letter| added(&letter))
}

/// One letter in the place of another that stands for the same sound.
fn is_swapped(one: &str, other: &str) -> bool {
    const SOUNDS: [[char; 2]; 1] = [['k', 'q']];
    let mut apart = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let pair = apart.next().filter(|_| apart.next().is_none() && one.len() == other.len());
    pair.is_some_and(|(a, b)| SOUNDS.contains(&[a.min(b), a.max(b)]))
}
