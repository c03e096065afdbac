//! How many of those whom news names get a right card: lists that were written down before anyone looked at the tables.

use copydesk::knowledge::{fold, people, places};
use copydesk::{Options, analyse};

/// The card over the name in a plain sentence of that language.
fn card(sentence: &str, name: &str, language: &str) -> String {
    let text = sentence.replace("{name}", name);
    let offset = sentence.find("{name}").expect("the sentence has a slot") + name.len() / 2;
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    analyse(&text, &options).card_at(&text, offset).map(|card| card.markdown).unwrap_or_default()
}

const PLACE: [(&str, &str); 2] = [
    ("fr", "De nouveaux combats ont eu lieu mardi près de {name}, a indiqué un porte-parole de l'armée.\n"),
    ("en", "Fighting broke out again near {name} on Tuesday, a spokesman for the army said.\n"),
];

const PERSON: [(&str, &str); 2] = [
    ("fr", "« Nous restons très prudents », a déclaré mardi {name} devant la presse.\n"),
    ("en", "“We remain very careful,” {name} told reporters on Tuesday.\n"),
];

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().expect("three cells"))
    })
}

/// Whether the card shows a place of that country, or one that the country is part of.
fn shows_place(markdown: &str, name: &str, iso: &str, language: &str) -> bool {
    let country = places::country(iso).expect("a country").name(language);
    let shared = places::find(&fold(name)).iter().any(|place| place.countries.iter().any(|one| one == iso));
    let known = ["Ce que l'on sait", "What is known"].iter().any(|label| markdown.contains(label));
    known && (markdown.contains(country) || shared)
}

#[test]
fn places_in_the_news_have_a_right_card() {
    let missed: Vec<String> = rows(include_str!("knowledge/places.tsv"))
        .filter_map(|[language, name, iso]| {
            let (_, sentence) = PLACE.iter().find(|(code, _)| *code == language)?;
            let card = card(sentence, name, language);
            (!shows_place(&card, name, iso, language)).then(|| format!("{language} {name}: {card}"))
        })
        .collect();
    println!("{} of 120 places missed: {missed:#?}", missed.len());
    assert!(missed.len() * 20 <= 120, "{}", missed.join("\n"));
}

/// Whether the card shows an office with that word, held by somebody of that name.
fn shows_person(markdown: &str, name: &str, word: &str, language: &str) -> bool {
    let offices = people::find(&fold(name)).iter().flat_map(|person| &person.offices);
    let mut right = offices.filter(|office| office.role("en").to_lowercase().contains(word));
    right.any(|office| markdown.contains(office.role(language)))
}

#[test]
fn people_in_the_news_have_a_right_card() {
    for (language, sentence) in PERSON {
        let all: Vec<_> = rows(include_str!("knowledge/people.tsv")).collect();
        let missed: Vec<String> = all
            .iter()
            .filter(|[name, _, word]| !shows_person(&card(sentence, name, language), name, word, language))
            .map(|[name, _, word]| format!("{name} ({word}): {}", card(sentence, name, language)))
            .collect();
        println!("{language}: {} of {} people missed: {missed:#?}", missed.len(), all.len());
        assert!(missed.len() * 10 <= all.len(), "{language}: {}", missed.join("\n"));
    }
}

/// Names that people of the tables share with others, in sentences that speak of somebody else.
#[test]
fn a_namesake_has_no_card() {
    for (language, text) in [
        ("en", "Adam Smith, a baker in Leeds, opened his third shop on Tuesday.\n"),
        ("en", "Mike Rogers scored twice for the home side on Saturday.\n"),
        ("fr", "Philip Davis, boulanger à Namur, a ouvert mardi un troisième magasin.\n"),
        ("fr", "Mme Charles Michel a inauguré mardi la salle communale.\n"),
        ("en", "Nick Carter, singer of a band from Florida, is on tour.\n"),
        ("en", "The actor Scott Turner opened the fair.\n"),
        ("fr", "Patrick Martin, boulanger à Namur, expose ses photos.\n"),
        ("fr", "L'acteur Jack Smith est monté sur scène samedi.\n"),
        ("en", "Mr Milley, who keeps bees in Devon, said the summer was too dry.\n"),
    ] {
        let options = Options { language: Some(language.to_owned()), ..Options::default() };
        let analysis = analyse(text, &options);
        for offset in [6, 14] {
            let card = analysis.card_at(text, offset).map(|card| card.markdown).unwrap_or_default();
            let known = card.contains("What is known") || card.contains("Ce que l'on sait");
            assert!(!known, "{card}");
        }
    }
}
