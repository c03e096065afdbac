use super::*;

#[test]
fn every_line_reads() {
    for table in TABLES {
        read(table, &mut Vec::new()).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn an_error_names_file_and_line() {
    let head = COLUMNS.join("\t");
    for (line, message) in [
        ("city\tx\t\tFR\t\t\t\t\t\tNice", "not a number: x"),
        ("town\t\t\tFR\t\t\t\t\t\tNice", "not a kind of place: town"),
        ("city\t\t\tFR\t\t\t\t\tmaybe\tNice", "neither `yes` nor empty: maybe"),
        ("city\t\t\tFR", "no name"),
    ] {
        let text: &'static str = format!("{head}\n{line}\n").leak();
        let error = read(Table { file: "bad.tsv", text }, &mut Vec::new()).expect_err(line);
        assert_eq!(error.to_string(), format!("bad.tsv:2: {message}"));
    }
}

#[test]
fn every_country_is_complete() {
    let countries = all().iter().filter(|place| place.kind == Kind::Country).collect::<Vec<_>>();
    assert_eq!(countries.len(), 197, "members and observers of the UN, Taiwan, Kosovo");
    for place in countries {
        let name = place.name("en");
        assert!(place.iso.is_some() && place.id.is_some() && place.population.is_some(), "{name}");
        assert!(!place.name("fr").is_empty() && !place.demonyms.fr.is_empty(), "{name}");
        assert_eq!(place.capital().map(|city| city.countries.first()), place.iso, "{name}");
    }
}

#[test]
fn every_code_is_that_of_a_country() {
    for place in all() {
        assert!(place.countries.iter().all(|iso| country(iso).is_some()), "{}", place.name("en"));
    }
}

#[test]
fn french_news_names_are_found() {
    for name in FRENCH.iter().flat_map(|line| line.split(", ")) {
        assert!(!find(&fold(name)).is_empty(), "{name}");
    }
}

const FRENCH: [&str; 8] = [
    "Kaboul, Le Caire, La Haye, Anvers, Aix-la-Chapelle, Londres, Moscou, Pékin, Athènes, Varsovie, Lisbonne",
    "Copenhague, Bruxelles, Gand, Liège, Namur, Louvain, Malines, Bruges, Genève, Bâle, Zurich, Francfort, Munich",
    "Cologne, Venise, Gênes, Turin, Barcelone, Séville, Saragosse, Le Cap, Alger, Tunis, Rabat, Tripoli, Beyrouth",
    "Damas, Alep, Bagdad, Mossoul, Téhéran, Riyad, Djeddah, La Mecque, Doha, Dubaï, Jérusalem, Tel-Aviv, Bombay",
    "La Nouvelle-Orléans, Philadelphie, Montréal, La Havane, Mexico, Hanoï, Séoul, Marioupol, Kiev, N'Djamena",
    "Etats-Unis, Grande-Bretagne, Birmanie, RD Congo, Côte d’Ivoire, Pays-Bas, Nouvelle-Zélande, Émirats arabes unis",
    "Moyen-Orient, Proche-Orient, Sahel, Balkans, Maghreb, Flandre, Wallonie, Cachemire, Bretagne, Catalogne, Écosse",
    "Cisjordanie, Crimée, Donbass, Tchétchénie, Sibérie, Californie, Floride, Bavière, Sicile, Corse, Tessin, Europe",
];

#[test]
fn the_likeliest_comes_first() {
    for (name, kind, iso) in [
        ("paris", Kind::Capital, "FR"),
        ("london", Kind::Capital, "GB"),
        ("washington", Kind::Capital, "US"),
        ("georgia", Kind::Country, "GE"),
        ("luxembourg", Kind::Country, "LU"),
        ("birmingham", Kind::City, "GB"),
        ("valence", Kind::City, "ES"),
    ] {
        let first = find(name)[0];
        assert_eq!(
            (first.kind, first.country().and_then(|country| country.iso)),
            (kind, Some(iso)),
            "{name}"
        );
    }
    let mexico = |language| likeliest("mexico", language).map(|place| place.kind);
    assert_eq!((mexico("fr"), mexico("en")), (Some(Kind::Capital), Some(Kind::Country)));
    assert_eq!(likeliest_written("U.S.", "en").and_then(|place| place.iso), Some("US"));
}

#[test]
fn words_in_small_letters_are_found_only_as_written() {
    assert!(find("us").is_empty());
    for written in ["US", "U.S.", "USA", "U.S.A.", "Etats-Unis"] {
        assert_eq!(find_written(written)[0].iso, Some("US"), "{written}");
    }
    assert_eq!(find_written("U.K.")[0].iso, Some("GB"));
    assert!(find("nice")[0].word && find("reading")[0].word && !find("doha")[0].word);
}

#[test]
fn demonyms_lead_to_their_places() {
    for (word, iso) in [
        ("americain", "US"),
        ("americaines", "US"),
        ("afghane", "AF"),
        ("british", "GB"),
        ("americans", "US"),
    ] {
        assert_eq!(demonym(word).iter().map(|place| place.iso).collect::<Vec<_>>(), [Some(iso)], "{word}");
    }
    assert_eq!(demonym("congolais").len(), 2);
    assert_eq!(demonym("flamands")[0].name("fr"), "Flandre");
    assert!(demonym("s").is_empty());
}

#[test]
fn a_country_knows_its_capital_and_a_city_its_country() {
    let afghanistan = find("afghanistan")[0];
    let kabul = afghanistan.capital().expect("it has one");
    assert_eq!((kabul.name("fr"), kabul.name("en")), ("Kaboul", "Kabul"));
    assert_eq!(kabul.country(), Some(afghanistan));
    assert_eq!(find("moyen orient")[0].country(), None);
}
