use proptest::prelude::*;

use super::*;
use crate::knowledge::Gender;
use crate::knowledge::newsroom::Kind;

/// The file of a register, put together in memory.
fn file(rows: &[Row], roles: &str) -> Vec<u8> {
    let (mut names, mut beginnings) = (Vec::new(), Vec::new());
    for (number, row) in rows.iter().enumerate() {
        for name in row.names.iter().map(|name| fold(&clean(name))) {
            names.push(NameKey::of(&name).to(number as u32));
            beginnings.push(Beginning::of_name(&name));
        }
    }
    names.sort_unstable();
    beginnings.sort_unstable();
    let (mut ends, mut blocks) = (Vec::new(), Vec::new());
    for rows in rows.chunks(ROWS) {
        blocks.extend(pack(&rows.iter().map(Row::line).collect::<String>()));
        ends.extend((blocks.len() as u32).to_le_bytes());
    }
    let head = Head {
        as_of: "2026-05-04".to_owned(),
        source: "Wikidata".to_owned(),
        roles: roles.len(),
        names: names.len(),
        beginnings: beginnings.len(),
        blocks: ends.len() / 4,
        rows: rows.len(),
    };
    let numbers = names.iter().flat_map(|name| name.to_le_bytes());
    let numbers: Vec<u8> = numbers.chain(beginnings.iter().flat_map(|word| word.to_le_bytes())).collect();
    [head.written(), roles.as_bytes().to_vec(), numbers, ends, blocks].concat()
}

fn person(name: &str, fame: u32) -> Row {
    Row { kind: Some(Kind::Person), names: vec![name.to_owned()], fame, ..Row::default() }
}

fn greet() -> Row {
    Row {
        names: vec!["Greet Aerts".to_owned(), "G. Aerts|x".to_owned()],
        terms: vec![
            (1, "2019-05".to_owned(), String::new(), true),
            (0, "2012".to_owned(), "2018-12-31".to_owned(), true),
        ],
        about: Localised { fr: String::new(), en: "Belgian\tpolitician".to_owned() },
        country: "BE".to_owned(),
        born: "1970-01-02".to_owned(),
        position: Some((50.85, 4.35)),
        population: Some(7),
        id: "Q42".to_owned(),
        gender: Some(Gender::Feminine),
        ..person("", 9)
    }
}

#[test]
fn a_name_leads_to_all_that_is_known_under_any_form() {
    let register = Register::open(file(
        &[person("Ann Lee", 1), greet()],
        "bourgmestre\tmayor\ndéputée\tmember of parliament\n",
    ));
    let register = register.expect("a register");
    let [found] = &register.find("g aerts/x")[..] else { panic!("one is found") };
    assert_eq!((found.name(), found.country(), found.life()), ("Greet Aerts", "BE", ("1970-01-02", "")));
    assert_eq!(
        (found.about("fr"), found.gender(), found.id()),
        ("Belgian politician", Some(Gender::Feminine), "Q42")
    );
    assert_eq!((found.position(), found.population()), (Some((50.85, 4.35)), Some(7)));
    let terms: Vec<_> = found.terms().map(|term| (term.role.fr, term.from, term.until, term.over)).collect();
    assert_eq!(
        terms,
        [("députée", Some("2019-05"), None, true), ("bourgmestre", Some("2012"), Some("2018-12-31"), true)]
    );
    let held = |day: &str| {
        found.terms().filter(|term| term.held_on(day)).map(|term| term.role.en.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(held("2018-12"), ["mayor"]);
    assert!(held("2020-01-01").is_empty(), "it is over, nobody knows since when");
    assert_eq!((register.most_words("greet"), register.most_words("aerts")), (2, 0));
}

#[test]
fn of_two_bearers_the_better_known_comes_first() {
    let rows = [person("Ann Lee", 3), Row { id: "Q7".to_owned(), ..person("Ann Lee", 30) }];
    let register = Register::open(file(&rows, "")).expect("a register");
    assert_eq!(register.find("ann lee").iter().map(Record::fame).collect::<Vec<_>>(), [30, 3]);
}

#[test]
fn a_file_that_is_cut_off_says_what_to_do() {
    let whole = file(&[greet()], "bourgmestre\tmayor\ndéputée\tmember of parliament\n");
    for length in MAGIC.len()..MAGIC.len() + 60 {
        let message = Register::open(whole[..length].to_vec()).expect_err("it is cut off");
        assert!(message.contains("copydesk knowledge import"), "{message}");
    }
    let lost = Register::open(whole[..whole.len() - 5].to_vec());
    assert!(lost.map_or(0, |register| register.find("greet aerts").len()) == 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_row_is_found_by_each_of_its_names(names in prop::collection::vec(prop::collection::vec("[A-Za-zÀ-ÿ' -]{1,20}", 1..4), 1..200)) {
        let row = |names: Vec<String>| Row { names, ..person("", 1) };
        let named = names.into_iter().map(|names| names.into_iter().filter(|name| !fold(name).is_empty()).collect::<Vec<_>>());
        let rows: Vec<Row> = named.filter(|names| !names.is_empty()).map(row).collect();
        let register = Register::open(file(&rows, "")).expect("a register");
        for name in rows.iter().flat_map(|row| &row.names) {
            let folded = fold(name);
            prop_assert!(register.may_have(&folded) && !register.find(&folded).is_empty(), "{name}");
            prop_assert!(register.most_words(folded.split(' ').next().unwrap_or_default()) >= folded.split(' ').count());
        }
    }

    #[test]
    fn no_bytes_break_it(at in 0usize..2000, byte: u8, junk in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = file(&[greet(), person("Ann Lee", 2)], "bourgmestre\tmayor\n");
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(register) = Register::open(bytes) {
            register.find("greet aerts").iter().for_each(|found| assert!(found.terms().count() < 9));
            register.most_words("ann");
        }
        drop(Register::open([MAGIC, &junk].concat()));
    }
}
