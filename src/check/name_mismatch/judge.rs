//! Whether two spellings are one name: what a slip of the pen shows, and what two names show.

use crate::article::{Article, Form, Twins};
use crate::knowledge::{forenames, people, words};

/// How sure it is that the two are one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The same word stands before both: one full name, spelt two ways.
    SamePerson,
    /// The rare one is no known name, and stands where the other could.
    Sure,
    /// So it looks, but neither is known, or both stand once.
    Likely,
}

/// The verdict, if the two are one name at all.
pub(super) fn judge(article: &Article, twins: &Twins) -> Option<Verdict> {
    let (rare, common) = (&twins.rare, &twins.common);
    let silent = is_plural(rare.folded, common.folded)
        || people::are_spellings(rare.folded, common.folded)
        || is_spoken_of(article, twins)
        || rare.at.len() > 1 && common.at.len() < 4 * rare.at.len();
    match () {
        () if silent => None,
        () if are_one_full_name(twins) => Some(caution(twins, Verdict::SamePerson)),
        () if is_inflected(rare, common) => None,
        () if stand_together(article, twins) && common.at.len() < 3 => None,
        () if is_title_and_slip(twins) => Some(Verdict::Sure),
        () if is_slip(twins) => weigh(twins).map(|verdict| caution(twins, verdict)),
        () => None,
    }
}

/// Where both stand once, only a forename before both shows which two are one.
fn caution(twins: &Twins, verdict: Verdict) -> Verdict {
    let forename = |form: &Form| form.givens.iter().any(|given| forenames::gender(given).is_some());
    let shown = match verdict {
        Verdict::SamePerson => forename(&twins.rare),
        _ => twins.common.at.len() > 1,
    };
    if shown { verdict } else { Verdict::Likely }
}

/// `Joanna Parish` and `Joanna Parrish`, `Cristophe Castaner` and `Christophe Castaner`: the same words around both. Of
/// two words that are known, the first must be the same forename.
fn are_one_full_name(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let same_behind = shares(&rare.behinds, &common.behinds);
    let same_before = shares(&rare.befores, &common.befores);
    let surname = same_before && (same_behind || rare.behinds.is_empty() && common.behinds.is_empty());
    let forename = same_behind && !parted(&rare.givens, &common.givens);
    let forenames = || rare.givens.iter().any(|given| forenames::gender(given).is_some());
    match rare.word.known {
        true => surname && common.word.known && forenames(),
        false => surname && (forenames() || !is_inflected(rare, common)) || forename,
    }
}

/// `M. Philipe` where `M. Philippe` was introduced: a known name may be a slip where its bearer never is introduced.
fn is_title_and_slip(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let introduced =
        !common.givens.is_empty() && common.at.len() >= 2 || common.titled && common.at.len() >= 5;
    rare.titled && rare.befores.is_empty() && rare.behinds.is_empty() && introduced && same_head(twins)
}

/// A word that nobody knows, in a place where the other could stand.
fn is_slip(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let long = rare.folded.len().min(common.folded.len()) > 4 || rare.titled || is_person(common);
    !rare.word.known
        && same_head(twins)
        && long
        && (is_person(common) || rare.titled || !ends_apart(rare.folded, common.folded))
        && may_be_one(twins)
}

/// Whether names, titles and the words around them leave it open that the two are one.
fn may_be_one(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    if shares(&rare.behinds, &common.behinds) {
        return true;
    }
    // A swap is a slip even where the forenames differ: relatives share a surname, but no two surnames differ so.
    let relatives = is_swap(twins) && common.at.len() > 1;
    let two_people = parted(&rare.givens, &common.givens) && !relatives;
    let two_heads = is_head(rare) && is_head(common) && !common.word.place;
    let head_and_surname =
        is_head(rare) && !common.givens.is_empty() || is_head(common) && !rare.givens.is_empty();
    let person_and_place = common.word.place && !is_person(common) && is_somebody(rare);
    let no_name = !rare.givens.is_empty() && !is_person(common) && common.word.ordinary;
    !(two_people || two_heads || head_and_surname || person_and_place || no_name)
}

/// How much speaks for a slip.
fn weigh(twins: &Twins) -> Option<Verdict> {
    let (rare, common) = (&twins.rare, &twins.common);
    let person = is_person(rare) || is_person(common);
    let long = rare.folded.len() > 5 || is_swap(twins) || common.at.len() > 1;
    match () {
        () if person || common.word.place => Some(Verdict::Sure),
        () if common.word.ordinary => Some(Verdict::Likely),
        () if common.at.len() >= 3 || common.word.known && long => Some(Verdict::Sure),
        () => Some(Verdict::Likely),
    }
}

/// Whether it stands behind a title or another word of a name.
fn is_person(form: &Form) -> bool {
    form.titled || !form.givens.is_empty()
}

/// Whether title, forename or the unknown word behind it show a person.
fn is_somebody(form: &Form) -> bool {
    is_person(form) || !form.behinds.iter().all(|behind| words::known(behind))
}

/// Whether it only ever opens a longer name.
fn is_head(form: &Form) -> bool {
    form.givens.is_empty() && !form.behinds.is_empty() && !form.bare
}

/// Whether both have such words, and none in common.
fn parted(one: &[&str], other: &[&str]) -> bool {
    !one.is_empty() && !other.is_empty() && !shares(one, other)
}

/// Whether two letters changed places.
fn is_swap(twins: &Twins) -> bool {
    let (rare, common) = (twins.rare.folded, twins.common.folded);
    rare.len() == common.len() && strsim::levenshtein(rare, common) == 2
}

fn shares(one: &[&str], other: &[&str]) -> bool {
    one.iter().any(|word| other.contains(word))
}

/// Slips of the pen leave the first letter alone.
fn same_head(twins: &Twins) -> bool {
    twins.rare.folded.chars().next() == twins.common.folded.chars().next()
}

/// Whether a letter more or another letter at the end is all the difference: what endings do in all languages.
fn ends_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    same + usize::from(one.len() == other.len()) >= one.len().min(other.len())
}

/// `les Kennedys`: a plural, or a possessive without its apostrophe.
fn is_plural(one: &str, other: &str) -> bool {
    let plural = |short: &str, long: &str| {
        long.strip_prefix(short).is_some_and(|ending| ending == "s" || ending == "x" && short.ends_with('u'))
    };
    plural(one, other) || plural(other, one)
}

/// An adjective and its place: `Korean` and `Korea`.
fn is_inflected(rare: &Form, common: &Form) -> bool {
    let adjective = |form: &Form| form.word.ordinary && form.word.known;
    ends_apart(rare.folded, common.folded)
        && (adjective(rare) || adjective(common) || rare.word.place || common.word.place)
}

/// Whether the draft itself speaks of the spelling where one of them stands.
fn is_spoken_of(article: &Article, twins: &Twins) -> bool {
    twins.rare.at.iter().chain(&twins.common.at).any(|at| article.capital(*at).explained)
}

/// Whether both stand in one sentence: then they are meant to be two.
fn stand_together(article: &Article, twins: &Twins) -> bool {
    let sentence = |at: &(usize, usize)| (at.0, article.capital(*at).sentence);
    let rare: Vec<_> = twins.rare.at.iter().map(sentence).collect();
    twins.common.at.iter().map(sentence).any(|at| rare.contains(&at))
}
