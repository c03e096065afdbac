//! Ties an office without a name to the one person of the draft who holds it: `le chef d'état-major a déclaré`.
//!
//! Only where that is sure. Whoever else is said to hold such an office, with a name or without, leaves it open from there on.

use rustc_hash::FxHashMap;

use super::{Entities, Entity};
use crate::article::{At, Placed};
use crate::knowledge::{Gender, fold, people};
use crate::mention::{Description, Sort, Stem, Whom};

/// Paragraphs behind the last mention of somebody in which an office alone still means them.
const WITHIN: usize = 12;

/// Who holds an office, as far as the draft has told.
enum Holder {
    One { entity: usize, scope: Vec<Stem>, gender: Option<Gender>, last: usize },
    Several,
}

/// The holders of the offices of a draft, by what the offices are called.
type Holders<'a> = FxHashMap<&'a str, Holder>;

/// Who is known to have held an office of that name, with the paragraph that names them first.
type Rivals<'a> = FxHashMap<&'a str, Vec<(usize, usize)>>;

/// The descriptions that are tied, each with its entity.
pub(super) fn tied(paragraphs: &[Placed], entities: &Entities, language: &str) -> Vec<(At, usize)> {
    let mut holders = Holders::default();
    let mut rivals = Rivals::default();
    let mut out = Vec::new();
    for (p, placed) in paragraphs.iter().enumerate() {
        for (index, one) in placed.paragraph.descriptions.iter().enumerate() {
            let known = if one.of == Whom::Known { find(&mut holders, entities, p, one) } else { None };
            let rivals =
                known.map(|_| rivals.entry(&*one.head).or_insert_with(|| held(entities, one, language)));
            let rivalled = |entity| {
                rivals.is_some_and(|all| all.iter().any(|(other, first)| *other != entity && *first <= p))
            };
            match known.filter(|entity| !rivalled(*entity)) {
                Some(entity) => out.push(((p, index), entity)),
                None => note(&mut holders, entities, p, one),
            }
        }
    }
    out
}

/// The one who holds the office, if whatever is said of it fits.
fn find(holders: &mut Holders, entities: &Entities, paragraph: usize, one: &Description) -> Option<usize> {
    let Some(Holder::One { entity, scope, gender, last }) = holders.get_mut(&*one.head) else { return None };
    let who = &entities.all[*entity];
    let agrees =
        |other: Option<Gender>| other.zip(one.gender).is_none_or(|(one, other)| one.agrees_with(other));
    let near = last_named(who, paragraph).max(*last) + WITHIN >= paragraph;
    let fits =
        near && agrees(*gender) && agrees(who.gender) && one.scope.iter().all(|stem| scope.contains(stem));
    fits.then(|| {
        *last = paragraph;
        *entity
    })
}

/// The last paragraph up to this one that names somebody.
fn last_named(entity: &Entity, paragraph: usize) -> usize {
    let behind = entity.mentions.partition_point(|at| at.0 <= paragraph);
    behind.checked_sub(1).map_or(0, |at| entity.mentions[at].0)
}

/// Whom of those that the draft names tables know to have held such an office.
fn held(entities: &Entities, one: &Description, language: &str) -> Vec<(usize, usize)> {
    let people = entities.all.iter().enumerate().filter(|(_, other)| other.sort == Sort::Person);
    let first = people.filter_map(|(index, other)| Some((index, other.mentions.first()?.0, other)));
    let holds = |other: &Entity| {
        let mut offices = people::find(&other.words.join(" ")).iter().flat_map(|person| &person.offices);
        offices.any(|office| is_called(&fold(office.role(language)), &one.head))
    };
    first.filter(|(.., other)| holds(other)).map(|(index, first, _)| (index, first)).collect()
}

/// Whether the words of the office stand in those of the role.
fn is_called(role: &str, head: &str) -> bool {
    format!(" {role} ").contains(&format!(" {head} "))
}

/// Remembers who is said to hold the office.
fn note<'a>(holders: &mut Holders<'a>, entities: &Entities, paragraph: usize, one: &'a Description) {
    let named = |index: usize| entities.of.get(&(paragraph, index)).copied();
    let entity = if let Whom::Named(index) = one.of { named(index) } else { None };
    for head in [Some(&*one.head), one.short].into_iter().flatten() {
        match (holders.get_mut(head), entity) {
            (Some(Holder::One { entity, scope, last, .. }), Some(again)) if *entity == again => {
                one.scope.iter().for_each(|stem| add(scope, *stem));
                *last = paragraph;
            }
            (None, Some(entity)) => {
                let holder =
                    Holder::One { entity, scope: one.scope.clone(), gender: one.gender, last: paragraph };
                holders.insert(head, holder);
            }
            _ => drop(holders.insert(head, Holder::Several)),
        }
    }
}

/// Adds what is not there yet.
fn add(scope: &mut Vec<Stem>, stem: Stem) {
    if !scope.contains(&stem) {
        scope.push(stem);
    }
}
