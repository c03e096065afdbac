//! The harness that reads the pages, tested with a toy engine, so that no page has to be wrong to show that it would be
//! noticed.

mod page;

use copydesk::{
    Analysis, Anchor, Card, Edit, Finding, Fix, Mention, Options, Reading, Related, Severity, Span,
};
use page::Engine;

/// Minds the word `faux`, links it to the first `vrai`, finds everything `long` too long, and minds nothing behind `Fin`.
struct Toy;

impl Engine for Toy {
    // `Analysis` may get private fields, so that no other crate could write it as one expression.
    #[allow(clippy::field_reassign_with_default)]
    fn analyse(&self, text: &str, _options: &Options) -> Analysis {
        let mut analysis = Analysis::default();
        analysis.language = Some("fr");
        analysis.anchor = places(text, "2020-12").first().map(|&span| anchor(span));
        analysis.findings = places(text, "faux").into_iter().map(|span| wrong(text, span)).collect();
        analysis
            .findings
            .extend(places(text, "Fin").into_iter().map(|_| wrong(text, Span::new(text.len(), text.len()))));
        analysis.findings.extend(places(text, "long").into_iter().map(|span| long(text, span)));
        analysis
    }

    fn mentions(&self, _analysis: &Analysis, text: &str) -> Vec<Mention> {
        let mut mentions: Vec<_> = places(text, "jeudi").into_iter().map(thursday).collect();
        mentions.extend(places(text, "environ 2500 soldats").into_iter().map(soldiers));
        mentions.extend(places(text, "général Milley").into_iter().map(general));
        mentions
    }

    fn card_at(&self, _analysis: &Analysis, text: &str, offset: usize) -> Option<Card> {
        let span = places(text, "Milley").into_iter().find(|span| span.touches(offset))?;
        Some(Card { span, title: "Milley".into(), markdown: "**Milley**\n\nGénéral.\n".into() })
    }

    fn usual_severity(&self, _check: &str) -> Option<Severity> {
        Some(Severity::Warning)
    }
}

/// Where a word stands.
fn places(text: &str, word: &str) -> Vec<Span> {
    text.match_indices(word).map(|(at, _)| Span::new(at, at + word.len())).collect()
}

fn anchor(span: Span) -> Anchor {
    Anchor { value: "2020-12".into(), span: Some(span) }
}

fn wrong(text: &str, span: Span) -> Finding {
    let edits = vec![Edit { span, text: "vrai".into() }];
    let related = places(text, "vrai").into_iter().take(1);
    Finding {
        check: "toy-mismatch",
        severity: Severity::Warning,
        span,
        message: "C'est faux.".into(),
        related: related.map(|span| Related { span, message: "C'est vrai.".into() }).collect(),
        fixes: vec![Fix { title: "Écrire « vrai »".into(), edits }],
    }
}

fn long(text: &str, span: Span) -> Finding {
    Finding {
        check: "toy-length",
        severity: Severity::Information,
        span: Span::new(span.start as usize, text.len()),
        message: "C'est long.".into(),
        related: Vec::new(),
        fixes: Vec::new(),
    }
}

fn thursday(span: Span) -> Mention {
    Mention { span, reading: Reading::Date { kind: "DATE", value: String::new() } }
}

fn general(span: Span) -> Mention {
    Mention { span, reading: Reading::Name { kind: "PER", entity: 0, canonical: "Mark Milley".into() } }
}

fn soldiers(span: Span) -> Mention {
    let reading = Reading::Quantity {
        value: 2500.0,
        min: 2250.0,
        max: f64::INFINITY,
        unit: Some("%".into()),
        hedge: Some("environ".into()),
        thing: Some("soldats".into()),
        number: Some(span),
    };
    Mention { span, reading }
}

/// The failures of a page, as they are printed.
fn failures(page: &str) -> Vec<String> {
    page::check(page, &Toy).iter().map(ToString::to_string).collect()
}

/// Asserts that `page` is wrong, and that bringing it up to date makes it `right`, which is then left alone.
fn assert_updated(page: &str, right: &str) {
    assert_ne!(failures(page), [""; 0], "the page was to be wrong");
    let updated = page::update(page, &Toy);
    assert_eq!(updated, right);
    assert_eq!(failures(right), [""; 0]);
    assert_eq!(page::update(&updated, &Toy), updated);
}

/// A page with one article in it.
fn article(info: &str, content: &str) -> String {
    format!("# Title\n\nProse, *faux*.\n\n```article {info}\n{content}```\n\nMore prose.\n")
}

#[test]
fn a_page_without_carets_asks_for_silence() {
    assert_eq!(failures(&article("fr", "Rien à dire.\n")), [""; 0]);
    assert_eq!(failures(&article("fr", "C'est faux.\n")).len(), 1);
}

#[test]
fn columns_are_characters_whatever_their_bytes() {
    let content = "« É\u{202f}é 🗳️ » faux\n           ^^^^ toy-mismatch: C'est faux.\n";
    assert_eq!(failures(&article("fr", content)), [""; 0]);
}

#[test]
fn a_failure_shows_the_carets_expected_and_found() {
    let content = "Il est\nà l'été faux.\n^ toy-mismatch: C'est faux.\n";
    let expected = "7: found otherwise than annotated:
             | à l'été faux.
    expected | ^ toy-mismatch: C'est faux.
    found    |         ^^^^ toy-mismatch: C'est faux.";
    assert_eq!(failures(&article("fr", content)), [expected]);
}

#[test]
fn annotations_that_nothing_answers_go() {
    let wrong = article("fr", "Il dit\n^^ toy-mismatch: C'est faux.\nvrai.\n");
    assert_updated(&wrong, &article("fr", "Il dit\nvrai.\n"));
}

#[test]
fn linked_places_name_their_finding_where_there_are_several() {
    let one = "vrai\n^^^^ related: C'est vrai.\nfaux\n^^^^ toy-mismatch: C'est faux.\n";
    assert_updated(&article("fr", "vrai\nfaux\n"), &article("fr", one));
    let two = "vrai\n^^^^ related toy-mismatch #1: C'est vrai.
^^^^ related toy-mismatch #2: C'est vrai.
faux faux\n^^^^ toy-mismatch: C'est faux.\n     ^^^^ toy-mismatch: C'est faux.\n";
    assert_updated(&article("fr", "vrai\nfaux faux\n"), &article("fr", two));
    let other = "faux vrai\n^^^^ toy-mismatch: C'est faux.\n     ^^^^ related toy-mismatch: C'est vrai.
long\n^^^^ toy-length (information): C'est long.\n";
    assert_updated(&article("fr", "faux vrai\nlong\n"), &article("fr", other));
}

#[test]
fn a_severity_is_written_where_it_is_not_the_usual_one() {
    let right = article("fr", "long\n^^^^ toy-length (information): C'est long.\n");
    assert_updated(&article("fr", "long\n^^^^ toy-length: C'est long.\n"), &right);
}

#[test]
fn carets_stop_at_the_end_of_the_line() {
    let content = "trop long,\n     ^^^^^ toy-length (information): C'est long.\nvraiment\n";
    assert_eq!(failures(&article("fr", content)), [""; 0]);
}

#[test]
fn what_stands_behind_the_last_line_is_not_lost() {
    let right = article("fr", "Fin\n   ^ toy-mismatch: C'est faux.\n");
    assert_updated(&article("fr", "Fin\n"), &right);
}

#[test]
fn fixes_are_asked_for_where_one_is_shown() {
    let shown = "faux\n^^^^ toy-mismatch: C'est faux.\n^^^^ fix: Écrire « vrai »\n";
    assert_eq!(failures(&article("fr", shown)), [""; 0]);
    let misnamed = "faux\n^^^^ toy-mismatch: C'est faux.\n^^^^ fix: Effacer\n";
    assert_updated(&article("fr", misnamed), &article("fr", shown));
}

#[test]
fn a_fixed_block_shows_the_draft_after_a_fix() {
    let finding = "Très faux !\n     ^^^^ toy-mismatch: C'est faux.\n";
    let page = |info: &str, text: &str| article("fr", finding) + &format!("\n```{info}\n{text}\n```\n");
    assert_updated(&page("fixed", "Très faux !"), &page("fixed", "Très vrai !"));
    assert_eq!(failures(&page("fixed Écrire « vrai »", "Très vrai !")), [""; 0]);
    assert_eq!(
        failures(&page("fixed Effacer", "Très !")),
        ["12: no finding of the article above offers such a fix"]
    );
}

#[test]
fn a_hover_is_answered_by_a_card() {
    let hover = article("fr", "Le général Milley\n           ^^^^^^ hover\n^^ no hover\n");
    let page = |markdown: &str| hover.clone() + "\n```card\n" + markdown + "\n```\n";
    let sorted = page("**Milley**\n\nGénéral.")
        .replace("           ^^^^^^ hover\n^^ no hover\n", "^^ no hover\n           ^^^^^^ hover\n");
    assert_eq!(failures(&sorted), [""; 0]);
    assert_eq!(failures(&page("Un général.")).len(), 1);
}

#[test]
fn cards_come_and_go_with_their_hovers() {
    let right = "```article fr\nMilley !\n^^^^^^ hover\n```\n\n```card\n**Milley**\n\nGénéral.\n```\n";
    assert_updated("```article fr\nMilley !\n ^^ hover\n```\n", right);
    let silent = "```article fr\nElle !\n^ no hover\n```\n\n";
    assert_updated("```article fr\nElle !\n^ hover\n```\n\n```card\nElle\n```\n", silent);
}

#[test]
fn mentions_are_written_as_they_were_read() {
    let content = "jeudi, environ 2500 soldats du général Milley\n^^^^^ date DATE ?
       ^^^^^^^^^^^^^^^^^^^^ quantity 2500 (%) soldats [2250..], environ
                               ^^^^^^^^^^^^^^ name PER Mark Milley\n";
    let plain = content.lines().next().unwrap().to_owned() + "\n";
    assert_updated(&article("fr mentions", &plain), &article("fr mentions", content));
    assert_eq!(failures(&article("fr mentions some", &plain)), [""; 0]);
}

#[test]
fn some_mentions_are_put_right_where_they_stand() {
    let right = article("fr mentions some", "jeudi ou jeudi\n^^^^^ date DATE ?\n");
    assert_updated(&right.replace("^^^^^ date DATE ?", "^^^ date DATE 2020"), &right);
}

#[test]
fn what_people_annotated_is_marked_as_a_gap_and_never_changed() {
    let right = "hier, jeudi, jeudi\n^^^^ gap date DATE 2020-12-16\n      ^^^^^ date DATE ?\n             ^^^^^ gap none\n";
    let seen = "hier, jeudi, jeudi\n^^^^ date DATE 2020-12-16\n      ^^^^^ gap date DATE ?\n";
    assert_updated(&article("fr gold", seen), &article("fr gold", right));
    let closed = "vendredi\n^^^^^^^^ gap none\n";
    assert_updated(&article("fr gold", closed), &article("fr gold", "vendredi\n"));
    let otherwise = "ce jeudi\n^^^^^^^^ gap date DATE 2020-12-17\n";
    assert_eq!(failures(&article("fr gold", otherwise)), [""; 0]);
}

#[test]
fn words_behind_the_fence_are_asked_for() {
    assert_eq!(failures(&article("detect=fr anchor=2020-12", "2020-12\n")), [""; 0]);
    assert_eq!(failures(&article("fr anchor=none", "\n")), [""; 0]);
    let wrong = failures(&article("detect=en anchor=2020-11", "2020-12\n"));
    let expected =
        ["5: expected anchor=2020-11, found anchor=2020-12", "5: expected detect=en, found detect=fr"];
    assert_eq!(wrong, expected);
}

#[test]
fn slips_of_the_pen_are_named() {
    let cases = [
        (article("fr maybe", ""), "`maybe` means nothing here"),
        (article("fr some", ""), "`some` means nothing here"),
        (article("fr date=17/12", ""), "`17/12` is no day"),
        (article("", "Texte\n"), "name the language"),
        (article("fr", "^^ toy: Rien.\n"), "no text stands above these carets"),
        ("```artcle fr\nfaux\n^^^^ toy: Non.\n```\n".into(), "write ```article"),
        ("```card\nTexte\n```\n".into(), "no ```article block stands before"),
        ("- point\n\n  ```article fr\n  faux\n  ```\n".into(), "left margin"),
        ("```article fr\nfaux\n".into(), "no closing fence"),
    ];
    for (page, message) in cases {
        let failures = failures(&page);
        assert!(failures.len() == 1 && failures[0].contains(message), "{page}\n{failures:?}\n{message}");
        assert_eq!(page::update(&page, &Toy), page);
    }
}
