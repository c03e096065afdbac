//! What holds for every text: an [`Analyst`] answers as [`analyse`] does, whatever it read before; nothing panics; all that
//! comes out can be shown and applied. A case that once failed is kept as a page or as a test of its own.

mod draft;
mod sound;
mod wire;

use std::collections::HashSet;
use std::sync::Arc;

use copydesk::knowledge::{Customs, Newsroom};
use copydesk::{Analysis, Analyst, Format, Options, analyse};
use draft::{Change, change, draft, snippet};
use proptest::prelude::*;

/// Few enough cases for every day; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { 64 };
    ProptestConfig { cases, ..usual }
}

/// One thing that an editor does with an analyst.
#[derive(Clone, Debug)]
enum Step {
    /// The writer changes the draft.
    Change(Change),
    /// The settings change.
    Options(Options),
    /// Another draft comes to the front.
    Open(String),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => change().prop_map(Step::Change),
        1 => options().prop_map(Step::Options),
        1 => draft().prop_map(Step::Open),
    ]
}

fn options() -> impl Strategy<Value = Options> {
    let language = prop::sample::select(vec![None, Some("fr"), Some("en"), Some("xx")]);
    let date = prop::sample::select(vec![None, Some("2020-12-17"), Some("2024-02-29")]);
    let format = prop_oneof![Just(Format::Markdown), prop::sample::select(Format::ALL.to_vec())];
    let messages = prop::sample::select(vec![None, Some("en")]);
    (language, date, format, any::<bool>(), messages, newsroom()).prop_map(|all| {
        let (language, date, format, named, messages, newsroom) = all;
        told(language, messages, date, format, named, newsroom)
    })
}

/// Newsrooms that differ in how they write.
fn newsroom() -> impl Strategy<Value = Arc<Newsroom>> {
    let thousands = prop::sample::select(vec![None, None, Some("."), Some(","), Some(" "), Some("")]);
    thousands.prop_map(|mark| {
        let customs = Customs::new(mark.map(String::from), &["Gazette".to_owned()]);
        Arc::new(Newsroom::default().with_customs(customs))
    })
}

/// What the library is told of a draft.
fn told(
    language: Option<&str>,
    messages: Option<&str>,
    date: Option<&str>,
    format: Format,
    named: bool,
    newsroom: Arc<Newsroom>,
) -> Options {
    Options {
        language: language.map(String::from),
        messages: messages.map(String::from),
        newsroom,
        date: date.map(|date| date.parse().expect("the dates above are dates")),
        file_name: named.then(|| "2020-12-17-titre.md".into()),
        format,
        ..Options::default()
    }
}

/// Asserts that two readings of a text are one.
fn assert_same(text: &str, found: &Analysis, expected: &Analysis) {
    assert_eq!(found.language, expected.language, "language");
    assert_eq!(found.anchor, expected.anchor, "anchor");
    assert_eq!(found.findings, expected.findings, "findings");
    let mentions = expected.mentions();
    assert_eq!(found.mentions(), mentions, "mentions");
    for mention in mentions {
        let offset = mention.span.start as usize;
        assert_eq!(found.card_at(text, offset), expected.card_at(text, offset), "card at {offset}");
    }
}

proptest! {
    #![proptest_config(config())]

    /// The promise that a keystroke relies on.
    #[test]
    fn an_analyst_answers_as_if_it_saw_the_draft_for_the_first_time(
        first in draft(),
        options in options(),
        steps in prop::collection::vec(step(), 1..10),
    ) {
        let (mut text, mut options, mut analyst) = (first, options, Analyst::default());
        assert_same(&text, &analyst.analyse(&text, &options), &analyse(&text, &options));
        for step in steps {
            match step {
                Step::Change(change) => text = change.apply(&text),
                Step::Options(others) => options = others,
                Step::Open(other) => text = other,
            }
            assert_same(&text, &analyst.analyse(&text, &options), &analyse(&text, &options));
        }
    }

    #[test]
    fn what_is_found_in_a_draft_is_sound(text in draft(), change in change(), options in options()) {
        let text = change.apply(&text);
        sound::assert_sound(&text, &analyse(&text, &options));
    }

    #[test]
    fn any_text_is_read_without_panic(
        characters in prop::collection::vec(any::<char>(), 0..200),
        options in options(),
    ) {
        let text = String::from_iter(characters);
        sound::assert_sound(&text, &analyse(&text, &options));
    }

    #[test]
    fn any_heap_of_fragments_is_read_without_panic(
        parts in prop::collection::vec(snippet(), 0..40),
        options in options(),
    ) {
        let text = parts.concat();
        sound::assert_sound(&text, &analyse(&text, &options));
    }
}

/// Found by fuzzing, by `tools/robust/soak.py`, and by numbers that no calendar knows.
#[test]
fn what_once_broke_the_analysis_is_read() {
    let titles = "Mr ".repeat(40);
    let names = "Organisation des Nations unies ".repeat(49);
    let names = format!("{names}Organisation billionDec. {names}Organisation");
    let late = "---\ndate: 2020-12-17\n---\nLe 2147483648e anniversaire de 1900 est là.\n";
    let dates = [None, "2024-02-29".parse().ok(), "0001-01-01".parse().ok()];
    for text in [
        "Le chômage touche 2 % du",
        "It was 2 % of the",
        "jeudi 0",
        "The year-ago quarter was a record.",
        late,
        &titles,
        &names,
    ] {
        let settings =
            dates.iter().flat_map(|date| [Some("fr"), Some("en"), None].map(|language| (language, *date)));
        for (language, date) in settings {
            let options = Options { language: language.map(str::to_owned), date, ..Options::default() };
            sound::assert_sound(text, &analyse(text, &options));
        }
    }
}

/// Typing a draft from the first character on passes through every half-finished state.
#[test]
fn typing_a_draft_never_confuses_the_analyst() {
    for tongue in wire::TONGUES {
        let draft = wire::Wire::careless(tongue, 1851).article();
        let (mut analyst, options) = (Analyst::default(), Options::default());
        for (end, _) in draft.char_indices().take(600) {
            let text = &draft[..end];
            assert_same(text, &analyst.analyse(text, &options), &analyse(text, &options));
        }
    }
}

/// What the benches read has to be what they say it is.
#[test]
fn synthetic_drafts_do_not_repeat_themselves() {
    for tongue in wire::TONGUES {
        let draft = wire::Wire::careful(tongue, 1).draft(20_000);
        assert!(draft.split_whitespace().count() >= 20_000);
        let paragraphs: Vec<&str> = draft.split("\n\n").collect();
        let different: HashSet<&str> = paragraphs.iter().copied().collect();
        assert_eq!(paragraphs.len(), different.len(), "a paragraph of the {tongue} draft stands in it twice");
    }
}
