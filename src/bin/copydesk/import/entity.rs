//! A line of a dump of Wikidata: an entity, and what a newsroom asks of it.

use std::borrow::Cow;
use std::fmt;

use copydesk::knowledge::newsroom::Kind;
use copydesk::knowledge::register::Beginning;
use copydesk::knowledge::{Gender, fold};
use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::claims::{Claims, Statement, Time, items, values};
use super::found::{Choice, Found, Held, Label};
use super::public_life;

/// Other names that are kept.
const ALIASES: usize = 12;
/// Roles that are kept, the latest ones.
const ROLES: usize = 12;

/// An entity, as it stands in a dump.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Entity<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    r#type: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) labels: Texts<Text<'a>>,
    #[serde(borrow)]
    descriptions: Texts<Text<'a>>,
    #[serde(borrow)]
    aliases: Texts<Vec<Text<'a>>>,
    #[serde(borrow)]
    pub(super) claims: Claims<'a>,
    #[serde(deserialize_with = "wikis")]
    sitelinks: u32,
    #[serde(borrow)]
    modified: Cow<'a, str>,
}

/// What is said in the languages of names: `mul` holds for all.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub(super) struct Texts<T> {
    pub(super) fr: Option<T>,
    pub(super) en: Option<T>,
    pub(super) mul: Option<T>,
    nl: Option<T>,
    de: Option<T>,
}

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Self { fr: None, en: None, mul: None, nl: None, de: None }
    }
}

/// One word or more.
#[derive(Debug, Deserialize)]
pub(super) struct Text<'a> {
    #[serde(borrow)]
    pub(super) value: Cow<'a, str>,
}

/// Reads a line: brackets of the array and the comma behind an entity are no part of it. `None` for a line without any.
///
/// # Errors
///
/// Says what is wrong with it.
pub(super) fn read(line: &[u8]) -> Result<Option<Entity<'_>>, String> {
    let line = line.trim_ascii();
    let line = line.strip_suffix(b",").unwrap_or(line).trim_ascii_end();
    if matches!(line, b"" | b"[" | b"]") {
        return Ok(None);
    }
    let entity: Entity = serde_json::from_slice(line).map_err(|error| said(&error))?;
    if entity.id.is_empty() { Err("no entity: it has no id".to_owned()) } else { Ok(Some(entity)) }
}

/// What is wrong, without the line of the text that was read, which is one alone.
fn said(error: &serde_json::Error) -> String {
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    if error.is_eof() {
        format!("it is cut off ({what})")
    } else {
        format!("{what}, at column {}", error.column())
    }
}

impl Entity<'_> {
    /// What is kept of it, if it is asked for.
    pub(super) fn found(&self, choice: &Choice) -> Option<Found> {
        let kind = self.kind().filter(|kind| choice.takes(*kind, self.sitelinks))?;
        let names = self.names(kind)?;
        let is_person = kind == Kind::Person;
        let (country, claims) = (if is_person { &self.claims.p27 } else { &self.claims.p17 }, &self.claims);
        let day = |days: &[Statement<Time>]| {
            values(days).find_map(|(day, _)| day.iso()).unwrap_or_default().to_owned()
        };
        let held = if is_person { self.held() } else { Vec::new() };
        Some(Found {
            kind: kind.name().to_owned(),
            names,
            held,
            about_fr: about(&self.descriptions.fr),
            about_en: about(&self.descriptions.en),
            countries: items(country).map(Cow::into_owned).take(4).collect(),
            born: day(&claims.p569),
            died: day(&claims.p570),
            position: values(&claims.p625).find_map(|(point, _)| point.degrees()),
            population: self.population(),
            fame: self.sitelinks,
            id: self.id.to_string(),
            gender: self.gender(),
            modified: self.modified.get(..10).unwrap_or_default().to_owned(),
        })
    }

    /// What it is, if it is of public life.
    fn kind(&self) -> Option<Kind> {
        let claims = &self.claims;
        if self.r#type != "item" || !claims.p297.is_empty() {
            return None;
        }
        let known = self.sitelinks >= public_life::KNOWN;
        if items(&claims.p31).any(|class| class == public_life::HUMAN) {
            let public = !claims.p39.is_empty() || items(&claims.p106).any(|one| public_life::is(&one));
            return (public || known).then_some(Kind::Person);
        }
        let led =
            [&claims.p159, &claims.p169, &claims.p488, &claims.p1142].iter().any(|claims| !claims.is_empty());
        match (claims.p625.is_empty(), claims.p1082.is_empty()) {
            (false, false) => Some(Kind::Place),
            _ if led => Some(Kind::Organisation),
            (false, true) if known => Some(Kind::Place),
            _ => None,
        }
    }

    /// Names under which it is found, the one to show first: of a person, those of two words or more beside it.
    fn names(&self, kind: Kind) -> Option<Vec<String>> {
        let Texts { fr, en, mul, nl, de } = &self.labels;
        let labels = [fr, en, mul, nl, de].into_iter().flatten();
        let aliases = [&self.aliases.fr, &self.aliases.en, &self.aliases.mul].into_iter().flatten().flatten();
        let mut names: Vec<String> = Vec::new();
        let mut folded: Vec<String> = Vec::new();
        for name in labels.chain(aliases) {
            let key = fold(&name.value);
            let words = key.split(' ').count();
            let is_full = folded.is_empty() || kind != Kind::Person || words > 1;
            let is_name = key.chars().count() > 1
                && words <= Beginning::MOST
                && name.value.chars().any(char::is_uppercase);
            if is_full && is_name && names.len() <= ALIASES && !folded.contains(&key) {
                names.push(name.value.split_whitespace().collect::<Vec<_>>().join(" "));
                folded.push(key);
            }
        }
        (!names.is_empty()).then_some(names)
    }

    /// The positions that somebody held, the latest first; one that goes on without a gap is one.
    fn held(&self) -> Vec<Held> {
        let positions = values(&self.claims.p39).filter_map(|(item, qualifiers)| {
            let (from, until) = qualifiers.term();
            Some(Held { role: item.id()?.into_owned(), from, until, over: qualifiers.is_over() })
        });
        let mut held: Vec<Held> = positions.collect();
        held.sort_by(|one, other| one.from.cmp(&other.from));
        let mut joined: Vec<Held> = Vec::new();
        for one in held {
            match joined.iter_mut().find(|before| before.goes_on(&one)) {
                Some(before) => (before.until, before.over) = (one.until, one.over),
                None => joined.push(one),
            }
        }
        joined.sort_by(|one, other| (other.over, &one.from).cmp(&(one.over, &other.from)).reverse());
        joined.truncate(ROLES);
        joined
    }

    /// The latest count, or the one that Wikidata prefers.
    fn population(&self) -> Option<u64> {
        let counts: Vec<_> =
            values(&self.claims.p1082).filter_map(|(count, of)| Some((of.on(), count.count()?))).collect();
        counts.iter().rev().max_by_key(|(day, _)| *day).map(|(_, count)| *count)
    }

    /// What others that name it call it.
    pub(super) fn label(&self) -> Label {
        let said = |text: &Option<Text>| text.as_ref().map(|text| text.value.to_string());
        let (fr, en, mul) = (said(&self.labels.fr), said(&self.labels.en), said(&self.labels.mul));
        let woman = |language: &str| {
            let mut forms = values(&self.claims.p2521).map(|(form, _)| form);
            forms.find(|form| form.language == language).map(|form| form.text.to_string()).unwrap_or_default()
        };
        Label {
            id: self.id.to_string(),
            fr: fr.or_else(|| mul.clone()).unwrap_or_default(),
            en: en.or(mul).unwrap_or_default(),
            woman_fr: woman("fr"),
            woman_en: woman("en"),
            iso: values(&self.claims.p297).map(|(code, _)| code.to_string()).next().unwrap_or_default(),
        }
    }

    fn gender(&self) -> Option<String> {
        let known = items(&self.claims.p21).find_map(|one| public_life::gender(&one))?;
        Some(if known == Gender::Feminine { "F" } else { "M" }.to_owned())
    }
}

fn about(text: &Option<Text>) -> String {
    text.as_ref().map(|text| text.value.to_string()).unwrap_or_default()
}

/// How many Wikipedias have a page of it.
fn wikis<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    struct Wikis;
    impl<'de> Visitor<'de> for Wikis {
        type Value = u32;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("links to wikis")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u32, A::Error> {
            let mut count = 0;
            while let Some((site, IgnoredAny)) = map.next_entry::<Cow<str>, _>()? {
                count += u32::from(site.ends_with("wiki") && !public_life::is_no_wikipedia(&site));
            }
            Ok(count)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<u32, A::Error> {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(0)
        }
    }
    deserializer.deserialize_any(Wikis)
}
