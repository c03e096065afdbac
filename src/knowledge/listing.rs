//! All names that are known, in the order of the alphabet, to be offered while they are typed.

use std::sync::LazyLock;

use super::{fold, organisations, people, places};

/// A folded name, the name, and its kind: `PER`, `LOC` or `ORG`.
type Line = (String, &'static str, &'static str);

static FRENCH: LazyLock<Vec<Line>> = LazyLock::new(|| listed("fr"));
static ENGLISH: LazyLock<Vec<Line>> = LazyLock::new(|| listed("en"));

/// The usual names in that language that begin with the folded `prefix`, each with its kind: `PER`, `LOC` or `ORG`.
pub fn starting_with(prefix: &str, language: &str) -> impl Iterator<Item = (String, &'static str)> {
    let all = if language == "fr" { &FRENCH } else { &ENGLISH };
    let from = all.partition_point(|(folded, ..)| folded.as_str() < prefix);
    let found: Vec<_> = all[from..].iter().take_while(|(folded, ..)| folded.starts_with(prefix)).collect();
    found.into_iter().map(|(_, name, kind)| ((*name).to_owned(), *kind))
}

fn listed(language: &str) -> Vec<Line> {
    let people = people::all().iter().map(|one| (one.name(language), "PER"));
    let places = places::all().iter().map(|one| (one.name(language), "LOC"));
    let organisations = organisations::all().iter().map(|one| (one.name(language), "ORG"));
    let all = people.chain(places).chain(organisations);
    let mut lines: Vec<Line> = all.map(|(name, kind)| (fold(name), name, kind)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

#[cfg(test)]
mod tests {
    use super::starting_with;

    #[test]
    fn names_of_all_kinds_are_found_by_their_beginning() {
        let names = |prefix: &str| starting_with(prefix, "fr").map(|(name, _)| name).collect::<Vec<_>>();
        assert!(names("afgh").contains(&"Afghanistan".to_owned()));
        assert!(names("mark m").contains(&"Mark Milley".to_owned()));
        assert!(names("xyzzy").is_empty());
    }
}
