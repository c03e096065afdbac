//! Ties mentions to their bearers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Entities, Entity};
use crate::article::At;
use crate::knowledge::bearers::{FAMILIES, FORENAMES, SURNAMES};
use crate::knowledge::{fold, organisations, people};
use crate::mention::{Name, Sort};

/// People of one surname who are looked at, the last ones.
const BEARERS: usize = 32;

/// Puts mentions together one by one.
#[derive(Default)]
pub(super) struct Linker<'a> {
    all: Vec<Entity>,
    of: FxHashMap<At, usize>,
    open: FxHashSet<At>,
    /// Entities by their whole name.
    by_name: FxHashMap<&'a str, Vec<usize>>,
    /// Places, people and organisations that are known, by where their entries lie.
    by_entry: FxHashMap<*const (), usize>,
    /// People by surname.
    by_surname: FxHashMap<Cow<'a, str>, Vec<usize>>,
    /// People by what else in a full name may be the surname: `Xi` of Xi Jinping, `Garcia` of Alvaro Garcia Linera.
    by_part: FxHashMap<&'a str, Vec<usize>>,
    /// People by forename.
    by_forename: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Linker<'a> {
    /// Ties a mention. In the first round only full names and sure ones; in the second those that lean on them.
    pub(super) fn take(&mut self, at: At, name: &'a Name, alone: bool) {
        if stands_alone(name) != alone {
            return;
        }
        let may_open = |linker: &Self| opens(name).filter(|_| !linker.is_open(name));
        let found = self.find(name).or_else(|| may_open(self).map(|sort| self.open(at, name, sort)));
        match found {
            Some(entity) => self.tie(entity, at, name),
            None if self.is_open(name) => drop(self.open.insert(at)),
            None => {}
        }
    }

    pub(super) fn finish(mut self) -> Entities {
        for entity in &mut self.all {
            entity.mentions.sort_unstable();
        }
        Entities { all: self.all, of: self.of, open: self.open, ..Entities::default() }
    }

    /// Makes the bearers of two mentions one, where both are organisations. The earlier entity stays.
    pub(super) fn merge(&mut self, one: At, other: At) {
        let (Some(one), Some(other)) = (self.of.get(&one).copied(), self.of.get(&other).copied()) else {
            return;
        };
        let (keep, gone) = (one.min(other), one.max(other));
        let organisations = [keep, gone].iter().all(|entity| self.all[*entity].sort == Sort::Organisation);
        if keep == gone || !organisations {
            return;
        }
        let gone = std::mem::take(&mut self.all[gone].mentions);
        self.of.extend(gone.iter().map(|at| (*at, keep)));
        self.all[keep].mentions.extend(gone);
    }

    fn find(&self, name: &Name) -> Option<usize> {
        match name.sort {
            Sort::Place if !name.titled => self.place(name),
            Sort::Person => self.same_name(name).or_else(|| self.person(name)).or_else(|| self.listed(name)),
            Sort::Organisation => {
                self.same_name(name).or_else(|| self.listed(name)).or_else(|| self.person(name))
            }
            _ => self.person(name).or_else(|| self.same_name(name)),
        }
    }

    fn place(&self, name: &Name) -> Option<usize> {
        let known = name.place.and_then(|place| self.by_entry.get(&entry(place)).copied());
        let by_surname = || self.person(name).filter(|_| name.place.is_some_and(|place| place.word));
        known.or_else(|| self.same_name(name)).or_else(by_surname)
    }

    /// An entity that bears this very name, and is what the mention looks like, or what such a mention opens.
    fn same_name(&self, name: &Name) -> Option<usize> {
        let sorts = [Some(name.sort), opens(name)];
        let fits =
            |entity: &&usize| name.sort == Sort::Unknown || sorts.contains(&Some(self.all[**entity].sort));
        self.by_name.get(&*name.form)?.iter().rev().find(fits).copied()
    }

    /// The person of that surname whose forename and gender can be the same, or the only one of that forename. The last of
    /// several full names that fit; a surname alone that fits several is left open.
    fn person(&self, name: &Name) -> Option<usize> {
        let fitting = self.fitting(name);
        let found = fitting.first().copied().filter(|_| name.words.len() > 1 || fitting.len() == 1);
        found.or_else(|| self.forename(name))
    }

    /// Who of that surname can be meant, the last first; those whose gender is known to be that of the title, where there are
    /// any.
    fn fitting(&self, name: &Name) -> Vec<usize> {
        let surname = name.words.last().map_or("", String::as_str);
        let of_part = || self.by_part.get(surname).filter(|_| name.words.len() == 1);
        let bearers = self.by_surname.get(surname).or_else(of_part);
        let bearers = bearers.map_or(&[][..], Vec::as_slice).iter().rev().copied().take(BEARERS);
        let fitting: Vec<usize> = bearers.filter(|entity| can_be(&self.all[*entity], name)).collect();
        let known = |entity: &&usize| name.gender.is_some() && self.all[**entity].gender == name.gender;
        match fitting.iter().filter(known).copied().collect::<Vec<_>>() {
            known if known.is_empty() => fitting,
            known => known,
        }
    }

    /// Whether a surname alone may be that of several people.
    fn is_open(&self, name: &Name) -> bool {
        name.words.len() == 1
            && matches!(name.sort, Sort::Person | Sort::Unknown)
            && self.fitting(name).len() > 1
    }

    /// The one that is listed under this name too: `Qassem` and `Qasem`, `NATO` and what it stands for.
    fn listed(&self, name: &Name) -> Option<usize> {
        self.by_entry.get(&known(name.sort, name)?).copied()
    }

    /// Who of the draft bears these forenames alone: `Juan Carlos` for Juan Carlos Ferrero.
    fn forename(&self, name: &Name) -> Option<usize> {
        if let [first, _, ..] = name.words.as_slice() {
            let forenames = name.words.iter().all(|word| FORENAMES.has(word));
            let bearers = self.by_forename.get(first.as_str()).filter(|_| forenames)?;
            let [one] = bearers.as_slice() else { return None };
            let longer = &self.all[*one].words;
            return Some(*one).filter(|_| longer.len() > name.words.len() && longer.starts_with(&name.words));
        }
        let [only] = name.words.as_slice() else { return None };
        match self.by_forename.get(only.as_str())?.as_slice() {
            [one] if !name.titled => Some(*one),
            _ => None,
        }
    }

    fn open(&mut self, at: At, name: &'a Name, sort: Sort) -> usize {
        let index = self.all.len();
        let entity = Entity::new(at, name, sort);
        self.by_name.entry(&name.form).or_default().push(index);
        let known = entity.place.map(entry).or_else(|| known(sort, name));
        if let Some(entry) = known {
            self.by_entry.insert(entry, index);
        }
        if let (Some(surname), Sort::Person) = (name.words.last(), sort) {
            self.by_surname.entry(surname.into()).or_default().push(index);
            for other in other_surnames(&name.form).into_iter().filter(|other| other != surname) {
                self.by_surname.entry(other.into()).or_default().push(index);
            }
            for part in surname_parts(&name.words) {
                self.by_part.entry(part).or_default().push(index);
            }
            if let [forename, _, ..] = name.words.as_slice() {
                self.by_forename.entry(forename).or_default().push(index);
            }
        }
        self.all.push(entity);
        index
    }

    fn tie(&mut self, index: usize, at: At, name: &Name) {
        let entity = &mut self.all[index];
        entity.mentions.push(at);
        entity.gender = entity.gender.or(name.gender);
        let fuller = name.words.len() > entity.words.len();
        if fuller || entity.shouted && !name.shouted && name.words.len() == entity.words.len() {
            (entity.fullest, entity.words, entity.shouted) = (at, name.words.clone(), name.shouted);
        }
        let first = entity.role.is_none_or(|role| at < role);
        if name.role.is_some() && first {
            entity.role = Some(at);
        }
        self.of.insert(at, index);
    }
}

/// Where an entry of the knowledge lies.
fn entry<T>(one: &'static T) -> *const () {
    std::ptr::from_ref(one).cast()
}

/// The only person or organisation that is known by that name.
fn known(sort: Sort, name: &Name) -> Option<*const ()> {
    match sort {
        Sort::Person if name.words.len() > 1 => match people::find(&name.form) {
            [one] => Some(entry(*one)),
            _ => None,
        },
        Sort::Organisation => organisations::find(&name.form).first().map(|one| entry(*one)),
        _ => None,
    }
}

/// The surnames in other spellings of somebody who is known by that full name.
fn other_surnames(form: &str) -> BTreeSet<String> {
    let [person] = people::find(form) else { return BTreeSet::new() };
    let names = person.names.both();
    let names = names.iter().flat_map(|names| names.iter());
    names.filter_map(|name| fold(name).rsplit(' ').next().map(str::to_owned)).collect()
}

/// What else in a full name may be the surname: the first word where families come first, or the first of two surnames.
fn surname_parts(words: &[String]) -> impl Iterator<Item = &str> {
    let first = words.first().filter(|first| words.len() > 1 && FAMILIES.has(first));
    let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default().iter();
    let inner = inner.filter(|word| SURNAMES.has(word) && !FORENAMES.has(word));
    first.into_iter().chain(inner).map(String::as_str)
}

/// Whether the mention says by itself whom it names.
fn stands_alone(name: &Name) -> bool {
    match name.sort {
        Sort::Person => name.words.len() > 1,
        Sort::Place => true,
        Sort::Organisation => !name.opens_sentence || name.words.len() > 1,
        Sort::Unknown => false,
    }
}

/// What a mention is that finds no bearer, if it may open one.
fn opens(name: &Name) -> Option<Sort> {
    match name.sort {
        Sort::Unknown => name.place.filter(|_| !name.opens_sentence).map(|_| Sort::Place),
        Sort::Person if is_organisation(name) => Some(Sort::Organisation),
        sort => Some(sort),
    }
}

/// Whether one word that looks like a person, and is none of the draft, is a firm or institution that is known.
fn is_organisation(name: &Name) -> bool {
    name.words.len() == 1 && !name.titled && name.organisation
}

/// Whether the forenames and genders of the two agree.
fn can_be(entity: &Entity, name: &Name) -> bool {
    let gender = match (entity.gender, name.gender) {
        (Some(one), Some(other)) => one.agrees_with(other),
        _ => true,
    };
    let (ours, theirs) = (&entity.words, &name.words);
    // `Van Houtte` is `Élodie Van Houtte`.
    let surname = ours.ends_with(theirs) || theirs.ends_with(ours);
    let forenames = surname || theirs.len() == 1 || ours.len() == 1 || agree(&ours[0], &theirs[0]);
    gender && forenames
}

/// An initial fits the full form.
fn agree(one: &str, other: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other || initial(one, other) || initial(other, one)
}
