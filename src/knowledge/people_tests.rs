use super::super::fold;
use super::*;

#[test]
fn every_line_reads() {
    for table in [TABLE].into_iter().chain(LISTS) {
        read(table).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn an_error_names_file_and_line() {
    let head = COLUMNS.join("\t");
    for (line, message) in [
        ("Ann Lee\t\tX\t\t\t\t\t\trôle\trole\t2020\tus", "neither F nor M nor FM: X"),
        ("Ann Lee\t\t\t\t\t\t\t\trôle\t\t2020\tus", "a role is missing in one language"),
        ("Ann Lee\t\t\t\t\t\t\t\trôle\trole", "a person needs an as-of date and a source"),
        ("Ann Lee\t\t\tsoon\t\t\t\t\trôle\trole\t2020\tus", "not a date: soon"),
    ] {
        let text: &'static str = format!("{head}\n\n{line}\n").leak();
        assert_eq!(
            read(Table { file: "bad.tsv", text }).map_err(|error| error.to_string()),
            Err(format!("bad.tsv:3: {message}"))
        );
    }
}

#[test]
fn nobody_is_found_by_one_name() {
    let alone = keys().filter(|name| !name.contains(' ')).collect::<Vec<_>>();
    assert!(alone.is_empty(), "{alone:?}");
    assert!(find("milley").is_empty());
}

#[test]
fn terms_end_after_they_begin() {
    for person in all() {
        for office in &person.offices {
            let ordered = office.from.zip(office.until).is_none_or(|(from, until)| !is_before(until, from));
            assert!(ordered, "{}", person.name("en"));
            assert!(office.country.is_none_or(|iso| places::country(iso).is_some()), "{}", person.name("en"));
        }
    }
}

#[test]
fn the_people_of_the_first_dispatch_are_known() {
    let role = |name: &str, date| {
        find(&fold(name))[0].offices_on(date).map(|office| office.role("en")).collect::<Vec<_>>()
    };
    assert_eq!(role("Mark Milley", "2020-12"), ["chairman of the US Joint Chiefs of Staff"]);
    assert_eq!(role("Mark Milley", "2023-10-01"), [""; 0]);
    assert_eq!(role("Ashraf Ghani", "2020-12-17"), ["president of Afghanistan"]);
    assert_eq!(role("Donald Trump", "2020-12"), ["president of the United States"]);
    assert_eq!(role("Donald Trump", "2022"), [""; 0]);
    assert_eq!(role("Donald Trump", "2025-01"), ["president of the United States"]);
    assert_eq!(find("qasem soleimani"), find("qassem soleimani"));
    assert_eq!(find("qassem soleimani")[0].died, Some("2020-01-03"));
}

#[test]
fn an_office_tells_who_held_it() {
    let held = |role, date| holders(role, date).map(|(person, _)| person.name("fr")).collect::<Vec<_>>();
    assert_eq!(held("prime minister of France", "2019-05"), ["Édouard Philippe"]);
    assert_eq!(held("secretary general of NATO", "2020"), ["Jens Stoltenberg"]);
    assert!(held("prime minister of France", "1900").is_empty());
}

#[test]
fn nobody_has_two_cards() {
    let mut seen = FxHashMap::default();
    for person in all() {
        for name in person.names.fr.iter().map(fold) {
            let other = seen.insert(name, person.name("en"));
            assert!(other.is_none_or(|other| other == person.name("en")), "{}", person.name("en"));
        }
    }
}

#[test]
fn a_name_that_many_bear_is_marked() {
    assert!(find("adam smith")[0].common && find("jack smith")[0].common);
    assert_eq!(find("jack smith")[0].name("fr"), "Jack Smith");
    assert!(!find("charles michel")[0].common);
}

#[test]
fn a_date_known_to_the_month_may_lie_in_a_term() {
    let office = Office {
        role: Localised { fr: "", en: "" },
        country: None,
        from: Some("2019-10"),
        until: Some("2020-02-03"),
    };
    for (date, held) in [
        ("2019-09-30", false),
        ("2019-10-01", true),
        ("2019", true),
        ("2020-02", true),
        ("2020-02-04", false),
    ] {
        assert_eq!(office.held_on(date), held, "{date}");
    }
}
