//! Whether two spellings are one name: what a slip of the pen shows, and what two names show.

use crate::article::{Article, Form, Twins};
use crate::knowledge::{forenames, people};

use super::look::{
    are_in_one_name, are_woman_and_man, ends_apart, is_demonym, is_doubled, is_head, is_inflected, is_person,
    is_plural, is_somebody, is_spoken_of, is_swap, parted, same_head, shares, stand_together,
};
use super::transcribe;

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
        || is_demonym(rare.folded, common.folded)
        || people::are_spellings(rare.folded, common.folded)
        || is_spoken_of(article, twins)
        || are_in_one_name(rare, common)
        // A wife may bear her husband's name, misspelt; one that is known is her own.
        || rare.word.known && are_woman_and_man(rare, common)
        || rare.at.len() > 1 && common.at.len() < 4 * rare.at.len();
    let beside = stand_together(article, twins) && common.at.len() < 3;
    match () {
        () if silent => None,
        () if is_misprint(twins) && !is_inflected(rare, common) && !beside => Some(Verdict::Sure),
        () if are_one_full_name(twins) => Some(caution(twins, Verdict::SamePerson)),
        () if is_inflected(rare, common) || beside => None,
        () if is_title_and_slip(twins) || are_name_and_title(twins) => Some(Verdict::Sure),
        () if is_slip(twins) => weigh(twins).map(|verdict| caution(twins, verdict)),
        () => None,
    }
}

/// A word that nobody knows, and one that all know: `Departemnt`, `Comission`. Two letters that changed places are a slip
/// wherever they stand; a letter doubled, or one for two, is where the other spelling comes back; any other letter, where it
/// comes back often. Another language may have such a word: it then mostly differs in its ending or by an accent.
fn is_misprint(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let letters = common.folded.len();
    let plain = rare.word.span.len() == rare.folded.len();
    let slip = match common.at.len() {
        _ if is_swap(twins) => letters >= 5,
        1 => false,
        _ if is_doubled(rare.folded, common.folded) => letters >= 6,
        times => times >= 4 && letters >= 6 && plain && !ends_apart(rare.folded, common.folded),
    };
    let alone = rare.at.len() == 1 && !rare.word.known && common.word.known;
    // `Partick Thistle` is a club, whoever is called Patrick.
    let own = is_head(rare) && !common.word.ordinary && !shares(&rare.behinds, &common.behinds);
    let somebody = is_person(rare) && !is_person(common) && !is_swap(twins);
    alone && same_head(twins) && slip && !own && !somebody
}

/// What the evidence is worth, the surest first: the words before both are the same; the forename that all know stands before
/// the same surname; the other form comes back; one form is introduced and the other stands where a surname does. A letter
/// that two ways of transcribing put differently makes it information.
fn caution(twins: &Twins, verdict: Verdict) -> Verdict {
    let (rare, common) = (&twins.rare, &twins.common);
    let shown = match verdict {
        Verdict::SamePerson => {
            shares(&rare.befores, &common.befores)
                || shares(&rare.joined, &common.joined)
                || forenames::gender(common.folded).is_some()
        }
        _ => common.at.len() > 1 || is_second_reference(rare, common) || is_second_reference(common, rare),
    };
    if shown && !transcribe::alike(rare.folded, common.folded) { verdict } else { Verdict::Likely }
}

/// Whether one is introduced by a forename, and the other comes back alone or behind a title.
fn is_second_reference(full: &Form, alone: &Form) -> bool {
    !full.givens.is_empty() && alone.givens.is_empty() && (alone.titled || alone.bare)
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
        true => surname && common.word.known && (forenames() || is_fixed(twins)),
        false => surname && (forenames() || !is_inflected(rare, common)) || forename,
    }
}

/// Whether the common one stands often, and always behind the word that stands before the rare one.
fn is_fixed(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let [before] = rare.befores.as_slice() else { return false };
    let always = common.befores.len() == common.at.len() && common.befores.iter().all(|word| word == before);
    common.at.len() >= 4 && always && !ends_apart(rare.folded, common.folded)
}

/// `M. Philipe` where `M. Philippe` was introduced: a known name may be a slip where its bearer never is introduced.
fn is_title_and_slip(twins: &Twins) -> bool {
    let (rare, common) = (&twins.rare, &twins.common);
    let introduced =
        !common.givens.is_empty() && common.at.len() >= 2 || common.titled && common.at.len() >= 5;
    rare.titled && rare.befores.is_empty() && rare.behinds.is_empty() && introduced && same_head(twins)
}

/// `Richard Elis` and `Mr Ellis`, known or not: one is introduced and never comes back, the other comes back and was never
/// introduced.
fn are_name_and_title(twins: &Twins) -> bool {
    let introduced = |form: &Form| {
        form.at.len() == 1 && form.givens.iter().any(|given| forenames::gender(given).is_some())
    };
    let comes_back = |form: &Form| form.titled && form.befores.is_empty() && form.behinds.is_empty();
    let (rare, common) = (&twins.rare, &twins.common);
    let pair = introduced(rare) && comes_back(common) || introduced(common) && comes_back(rare);
    pair && same_head(twins)
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
        return !parted(&rare.givens, &common.givens);
    }
    // A swap is a slip even where the forenames differ: relatives share a surname, but no two surnames differ so.
    let relatives = is_swap(twins) && common.at.len() > 1;
    let two_people = parted(&rare.givens, &common.givens) && !relatives;
    let two_heads = is_head(rare) && is_head(common) && !common.word.place;
    let head_and_surname = is_head(rare) && !common.givens.is_empty() && !relatives
        || is_head(common) && !rare.givens.is_empty();
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
