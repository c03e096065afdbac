//! The classes of words that are clues.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::clue::{Clue, Clues};
use crate::language::Language;
use crate::pattern::{ClassId, ClassSet};

/// By set of classes of the language's lexicon, the clues that its words give.
pub(super) fn of(language: &'static Language) -> &'static [Clues] {
    static TABLES: OnceLock<FxHashMap<&str, OnceLock<Vec<Clues>>>> = OnceLock::new();
    let all = || Language::codes().map(|code| (code, OnceLock::new())).collect();
    TABLES.get_or_init(all)[language.code].get_or_init(|| {
        let listed = listed(language);
        language.lexicon.sets().iter().map(|set| clues(&listed, *set)).collect()
    })
}

fn clues(listed: &[(Clue, ClassId)], set: ClassSet) -> Clues {
    let mut clues = Clues::default();
    for (clue, class) in listed {
        clues.set(*clue, set.has(*class));
    }
    clues
}

fn listed(language: &Language) -> [(Clue, ClassId); 26] {
    let classes = &language.classes;
    [
        (Clue::Particle, classes.particle),
        (Clue::Article, classes.article),
        (Clue::Locative, classes.locative),
        (Clue::In, classes.name_in),
        (Clue::Of, classes.name_of),
        (Clue::For, classes.name_for),
        (Clue::And, classes.name_and),
        (Clue::PersonVerb, classes.person_verb),
        (Clue::Kin, classes.kin),
        (Clue::Calendar, classes.month),
        (Clue::Calendar, classes.weekday),
        (Clue::Organisation, classes.organisation),
        (Clue::RoleAdjective, classes.role_adjective),
        (Clue::Agency, classes.agency),
        (Clue::NoName, classes.not_a_name),
        (Clue::PlaceHead, classes.place_head),
        (Clue::Direction, classes.place_direction),
        (Clue::Company, classes.company),
        (Clue::Event, classes.name_event),
        (Clue::Versus, classes.versus),
        (Clue::Team, classes.team_word),
        (Clue::Media, classes.media),
        (Clue::PeopleNoun, classes.people_noun),
        (Clue::Numbered, classes.numbered),
        (Clue::Vessel, classes.vessel),
        (Clue::Portfolio, classes.portfolio),
    ]
}
