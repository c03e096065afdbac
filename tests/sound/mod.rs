//! What has to hold for all that comes out of the library, whatever went in.

use std::ops::Range;

use copydesk::{Analysis, CHECKS, Finding, Fix, Mention, Reading, Span, languages};

/// Asserts that an editor could show and apply all of an analysis of `text`.
pub(crate) fn assert_sound(text: &str, analysis: &Analysis) {
    let language = analysis.language;
    assert!(language.is_none_or(|code| languages().contains(&code)), "{language:?} is no known language");
    if let Some(span) = analysis.anchor.as_ref().and_then(|anchor| anchor.span) {
        assert_inside(text, span, "the anchor");
    }
    let starts = analysis.findings.iter().map(|finding| finding.span.start);
    assert!(starts.is_sorted(), "findings come in the order of the text");
    analysis.findings.iter().for_each(|finding| assert_finding(text, finding));
    let mentions = analysis.mentions();
    assert!(
        mentions.iter().map(|mention| mention.span.start).is_sorted(),
        "mentions come in the order of the text"
    );
    mentions.iter().for_each(|mention| assert_mention(text, mention));
    for hint in analysis.date_hints() {
        assert_shown(text, hint.span, &hint.label, "a hint");
    }
    text.char_indices().for_each(|(offset, _)| assert_card(text, analysis, offset));
}

/// Asserts that a finding can be shown, explained and put right.
fn assert_finding(text: &str, finding: &Finding) {
    assert!(CHECKS.iter().any(|check| check.name == finding.check), "`{}` is not in CHECKS", finding.check);
    assert_shown(text, finding.span, &finding.message, finding.check);
    for related in &finding.related {
        assert_shown(text, related.span, &related.message, finding.check);
    }
    finding.fixes.iter().for_each(|fix| assert_fix(text, fix, finding.check));
}

/// Asserts that a fix can be applied: its edits are apart from each other, and change something.
fn assert_fix(text: &str, fix: &Fix, check: &str) {
    assert!(
        !fix.title.is_empty() && !fix.edits.is_empty(),
        "a fix of {check} has a title and does something: {fix:?}"
    );
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    assert!(
        edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start),
        "edits of {check} overlap: {fix:?}"
    );
    let mut fixed = text.to_owned();
    for edit in edits.into_iter().rev() {
        assert_placed(text, edit.span, check);
        fixed.replace_range(Range::from(edit.span), &edit.text);
    }
    assert_ne!(fixed, text, "a fix of {check} changes nothing: {fix:?}");
}

/// Asserts that a mention can be shown, and that its figures make sense.
fn assert_mention(text: &str, mention: &Mention) {
    assert_inside(text, mention.span, "a mention");
    match &mention.reading {
        Reading::Quantity { value, min, max, number, .. } => {
            assert!(min <= max && !value.is_nan(), "no value is between {min} and {max}: {mention:?}");
            let inside = number.is_none_or(|number| mention.span.contains(number));
            assert!(inside, "the number is a part of its mention: {mention:?}");
        }
        Reading::Name { kind, canonical, .. } => {
            assert!(["PER", "LOC", "ORG"].contains(kind) && !canonical.is_empty(), "{mention:?}");
        }
        Reading::Description { canonical, .. } => assert!(!canonical.is_empty(), "{mention:?}"),
        Reading::Date { kind, .. } => {
            assert!(["DATE", "TIME", "DURATION", "SET"].contains(kind), "{mention:?}")
        }
    }
}

/// Asserts that the card at `offset`, if there is one, is one of the words there.
fn assert_card(text: &str, analysis: &Analysis, offset: usize) {
    if let Some(card) = analysis.card_at(text, offset) {
        assert_shown(text, card.span, &card.markdown, "a card");
        assert!(card.span.touches(offset), "the card at {offset} is one of {:?}", card.span);
    }
}

/// Asserts that a message can be shown at its place: something to underline, something to say.
fn assert_shown(text: &str, span: Span, message: &str, what: &str) {
    assert_inside(text, span, what);
    assert!(!message.trim().is_empty(), "{what} says nothing at {span:?}");
}

/// Asserts that there is something to underline.
fn assert_inside(text: &str, span: Span, what: &str) {
    assert_placed(text, span, what);
    assert!(!span.is_empty(), "{what} has nothing to underline at {span:?}");
}

/// Asserts that a span is a place in the text.
fn assert_placed(text: &str, span: Span, what: &str) {
    assert!(
        text.get(Range::from(span)).is_some(),
        "{what}: {span:?} is no place in a text of {} bytes",
        text.len()
    );
}
