//! What two spellings and the words around them look like.

use rustc_hash::FxHashSet;

use crate::article::{Article, Form, Twins};
use crate::knowledge::forenames::Gender;
use crate::knowledge::{forenames, words};

/// Whether it stands behind a title or another word of a name.
pub(super) fn is_person(form: &Form) -> bool {
    form.titled || !form.givens.is_empty()
}

/// Whether title, forename or the unknown word behind it show a person.
pub(super) fn is_somebody(form: &Form) -> bool {
    is_person(form) || !form.behinds.iter().all(|behind| words::known(behind))
}

/// Whether it only ever opens a longer name.
pub(super) fn is_head(form: &Form) -> bool {
    form.givens.is_empty() && !form.behinds.is_empty() && !form.bare
}

/// Whether both have such words, and none in common; `Frederic` and `Frederick` are one.
pub(super) fn parted(one: &[&str], other: &[&str]) -> bool {
    let near = |one: &str, other: &str| {
        let genders = [one, other].map(forenames::gender);
        one.len() > 4 && genders[0] == genders[1] && strsim::osa_distance(one, other) <= 1
    };
    let alike = one.iter().any(|one| other.iter().any(|other| one == other || near(one, other)));
    !one.is_empty() && !other.is_empty() && !alike
}

/// Whether titles and forenames make one a woman and the other a man.
pub(super) fn are_woman_and_man(one: &Form, other: &Form) -> bool {
    let [one, other] = [one, other].map(|form| {
        let forenames = form.givens.iter().filter_map(|given| forenames::gender(given));
        form.genders.iter().copied().chain(forenames).collect::<Vec<Gender>>()
    });
    let all = |genders: &[Gender], gender| !genders.is_empty() && genders.iter().all(|one| *one == gender);
    let (woman, man) = (Gender::Feminine, Gender::Masculine);
    all(&one, woman) && all(&other, man) || all(&one, man) && all(&other, woman)
}

/// `Hessa bint Essa`: both stand in one name.
pub(super) fn are_in_one_name(one: &Form, other: &Form) -> bool {
    let holds = |form: &Form, word: &str| form.befores.contains(&word) || form.behinds.contains(&word);
    holds(one, other.folded) || holds(other, one.folded)
}

/// Whether two letters changed places.
pub(super) fn is_swap(twins: &Twins) -> bool {
    let (rare, common) = (twins.rare.folded, twins.common.folded);
    rare.len() == common.len() && strsim::levenshtein(rare, common) == 2
}

/// Whether a letter is doubled in one and not in the other, and that is all.
pub(super) fn is_doubled(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let letters: Vec<(usize, char)> = long.char_indices().collect();
    let twice = letters.windows(2).filter(|pair| pair[0].1 == pair[1].1).map(|pair| pair[1].0);
    let without = |at: usize| {
        short.split_at_checked(at).is_some_and(|(head, tail)| {
            long.starts_with(head)
                && long[at..].chars().next().is_some_and(|letter| &long[at + letter.len_utf8()..] == tail)
        })
    };
    long.len() > short.len() && twice.into_iter().any(without)
}

pub(super) fn shares(one: &[&str], other: &[&str]) -> bool {
    let other: FxHashSet<&str> = other.iter().copied().collect();
    one.iter().any(|word| other.contains(word))
}

/// Slips of the pen leave the first letter alone.
pub(super) fn same_head(twins: &Twins) -> bool {
    twins.rare.folded.chars().next() == twins.common.folded.chars().next()
}

/// Whether a letter more or another letter at the end is all the difference: what endings do in all languages.
pub(super) fn ends_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    same + usize::from(one.len() == other.len()) >= one.len().min(other.len())
}

/// `les Kennedys`: a plural, or a possessive without its apostrophe.
pub(super) fn is_plural(one: &str, other: &str) -> bool {
    let plural = |short: &str, long: &str| {
        long.strip_prefix(short).is_some_and(|ending| {
            ending == "s" && !short.ends_with('s') || ending == "x" && short.ends_with('u')
        })
    };
    plural(one, other) || plural(other, one)
}

/// `Costa Rica` and `Costa Rican`, `Sri Lanka` and `Sri Lankan`: the people of a place whose name ends on an `a`.
pub(super) fn is_demonym(one: &str, other: &str) -> bool {
    let people = |place: &str, people: &str| place.ends_with('a') && people.strip_prefix(place) == Some("n");
    people(one, other) || people(other, one)
}

/// An adjective and its place: `Korean` and `Korea`.
pub(super) fn is_inflected(rare: &Form, common: &Form) -> bool {
    let adjective = |form: &Form| form.word.ordinary && form.word.known;
    ends_apart(rare.folded, common.folded)
        && (adjective(rare) || adjective(common) || rare.word.place || common.word.place)
}

/// Whether the draft itself speaks of the spelling where one of them stands.
pub(super) fn is_spoken_of(article: &Article, twins: &Twins) -> bool {
    twins.rare.at.iter().chain(&twins.common.at).any(|at| article.capital(*at).explained)
}

/// Whether both stand in one sentence: then they are meant to be two.
pub(super) fn stand_together(article: &Article, twins: &Twins) -> bool {
    let sentence = |at: &(usize, usize)| (at.0, article.capital(*at).sentence);
    let rare: Vec<_> = twins.rare.at.iter().map(sentence).collect();
    // The places are in the order of the text, and so are their sentences.
    twins.common.at.iter().map(sentence).any(|at| rare.binary_search(&at).is_ok())
}
