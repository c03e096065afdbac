use super::*;

const CSV: &str = "name,aliases,kind,role,country,note,preferred\n\
    Kiev,Kiew|Kyïv,place,,UA,,Kyiv\n\
    Ann Lee,,person,mayor of Springfield,US,,\n";

#[test]
fn a_name_leads_to_its_entry_under_any_form() {
    let (list, faults) = List::parse("names.csv", CSV);
    assert_eq!(faults, []);
    let newsroom = Newsroom::new(vec![list.into()]);
    let kyiv = newsroom.find("kiew").expect("an alias");
    assert_eq!(
        (kyiv.name(), kyiv.kind(), kyiv.country(), kyiv.source()),
        ("Kyiv", Some(Kind::Place), "UA", "names.csv")
    );
    assert_eq!(newsroom.find("kyiv"), Some(kyiv));
    assert_eq!(newsroom.find("ann lee").map(|ann| ann.role("fr")), Some("mayor of Springfield"));
    assert_eq!((newsroom.find("lee"), newsroom.longest()), (None, 2));
}

#[test]
fn the_preferred_spelling_is_asked_for_where_another_is_listed() {
    let (list, _) = List::parse("names.csv", CSV);
    let newsroom = Newsroom::new(vec![list.into()]);
    let kyiv = newsroom.find("kiev").expect("listed");
    assert_eq!(
        ["Kiev", "KIEV", "Kyïv", "Kyiv", "KYIV"].map(|form| kyiv.preferred_to(form).is_some()),
        [true, true, true, false, false]
    );
    assert_eq!(newsroom.find("ann lee").expect("listed").preferred_to("Ann LEE"), None);
}

#[test]
fn the_first_file_wins() {
    let list = |file: &str, role: &str| List::parse(file, &format!("name;role\nAnn Lee;{role}\n")).0.into();
    let newsroom = Newsroom::new(vec![list("a.csv", "mayor"), list("b.csv", "baker")]);
    assert_eq!(newsroom.find("ann lee").map(|ann| (ann.role("en"), ann.source())), Some(("mayor", "a.csv")));
}

#[test]
fn a_row_that_makes_no_sense_is_told_with_its_line_and_the_others_are_read() {
    let text = "# ours\nname,kind,country\nAnn Lee,person,US\n,person,US\nBob Ray,robot,US\n\nCid Fox,person,Atlantis\nDee Orr,person,BE,x\nEve Sun,,Belgique\n";
    let (list, faults) = List::parse("names.csv", text);
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4, 5, 7, 8], "{faults:?}");
    assert_eq!(faults[1].span.of(text), "Bob Ray,robot,US");
    assert_eq!(list.find("eve sun").map(|eve| eve.country()), Some("BE"));
    let (_, faults) = List::parse("names.csv", "nom,role\nAnn,x\n");
    assert!(faults[0].message.starts_with("there is no column `nom`"));
}

#[test]
fn toml_says_the_same() {
    let text = "[[place]]\nname = \"Kiev\"\npreferred = \"Kyiv\"\naliases = [\"Kiew\"]\n\n[[person]]\nnom = \"x\"\n\n[[person]]\nname = \"Ann Lee\"\nborn = 1970-01-02\n";
    let (list, faults) = List::parse("names.toml", text);
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [7], "{faults:?}");
    assert_eq!(list.find("kiew").map(|kyiv| kyiv.kind()), Some(Some(Kind::Place)));
    assert_eq!(list.find("ann lee").map(|ann| ann.life()), Some(("1970-01-02", "")));
    let (_, faults) = List::parse("names.toml", "[[person]]\nname = \n");
    assert_eq!(faults[0].line, 2);
}

#[test]
fn a_file_that_is_wrong_throughout_is_told_of_in_a_hundred_faults() {
    let text = format!("name,kind\n{}", "Ann Lee,robot\n".repeat(5000));
    let (_, faults) = List::parse("names.csv", &text);
    assert_eq!((faults.len(), faults[0].line, faults[99].line), (100, 2, 101));
    assert!(faults[99].message.ends_with("(and 4900 more below)"), "{}", faults[99].message);
}
