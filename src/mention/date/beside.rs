//! What stands beside a date: the rest of a longer number, or a date that explains it.

use super::{Date, Form, Tense, calendar};
use crate::mention::Reader;
use crate::pattern::Match;

/// Tokens between two dates of which one explains the other: `il y a deux ans, en mai 2018`.
const APPOSED: usize = 3;

/// Whether nothing but commas, brackets and small words such as `en` stands between two dates.
pub(super) fn is_apposed(reader: &Reader, before: &Date, date: &Date) -> bool {
    let between = before.tokens.1..date.tokens.0;
    let joint = |at: usize| {
        let token = &reader.tokens[at];
        [',', '(', '–'].iter().any(|mark| token.is_mark(*mark))
            || reader.language.has(reader.language.classes.date_joint, token)
    };
    let near = between.len() <= APPOSED && before.tokens.1 <= date.tokens.0;
    near && before.sentence == date.sentence && between.into_iter().all(joint)
}

/// Whether nothing but a colon shares the paragraph with a date.
pub(super) fn is_alone(reader: &Reader, date: &Date) -> bool {
    let (first, end) = date.tokens;
    let rest = &reader.tokens[end..];
    first == 0 && (rest.is_empty() || rest.len() == 1 && rest[0].is_mark(':'))
}

/// Tokens between `depuis` and the day: an article, a weekday.
const SINCE: usize = 2;

/// "Depuis le 1er janvier" is a day that has been.
pub(super) fn look_back(reader: &Reader, date: &mut Date) {
    let first = date.tokens.0;
    let since = reader.language.classes.since;
    let Form::Calendar(calendar) = &mut date.form else { return };
    let told = (first.saturating_sub(SINCE)..first).any(|at| {
        let end = reader.language.is(since, &reader.tokens, at);
        end.is_some_and(|end| {
            end == first || reader.language.has(reader.language.classes.article, &reader.tokens[end])
        })
    });
    if told && calendar.day.is_some() && calendar.year.is_none() {
        calendar.shift = calendar.shift.or(Some(-1));
    }
}

/// Weekdays side by side lie on one side of today: "Tuesday or Wednesday".
pub(super) fn share(reader: &Reader, dates: &mut [Date]) {
    for at in 1..dates.len() {
        let (before, behind) = dates.split_at_mut(at);
        let (first, last) = (&mut before[at - 1], &mut behind[0]);
        let (Form::Weekday { shift, .. }, Form::Weekday { shift: own, .. }) = (&first.form, &mut last.form)
        else {
            continue;
        };
        let (from, to) = (first.tokens.1, last.tokens.0);
        if first.sentence == last.sentence
            && reader.language.is(reader.language.classes.side, &reader.tokens, from) == Some(to)
        {
            *own = if *own == 0 { *shift } else { *own };
            let told = if first.tense == Tense::Unsaid { last.tense } else { first.tense };
            (first.tense, last.tense) = (told, told);
        }
    }
}

/// A number that hangs on a longer chain (`3-2-1`, `02/555.12.34`) is no date; nor are the years of `1980s` one year.
fn is_misread(reader: &Reader, found: &Match) -> bool {
    let chained = |at: usize| reader.tokens.get(at).and_then(|t| t.figure()).is_some_and(|f| f.chained);
    let cut = |mark: usize, number: usize| {
        let glued =
            reader.tokens.get(mark).is_some_and(|t| !t.spaced && !t.is_word() && t.figure().is_none());
        glued && reader.tokens.get(number).is_some_and(|t| !t.spaced) && chained(number)
    };
    let plural = found.kind() == "calendar"
        && reader.tokens[found.end - 1].figure().is_some_and(|f| f.digits == 4)
        && reader.tokens.get(found.end).is_some_and(|t| t.is_word() && !t.spaced);
    let before = found.first >= 2
        && chained(found.first)
        && !reader.tokens[found.first].spaced
        && chained(found.first - 2);
    before || plural || chained(found.end - 1) && cut(found.end, found.end + 1)
}

/// Whether a match holds: a year that stands alone has to look like one, and no number is cut from a longer one.
pub(super) fn holds(reader: &Reader, found: &Match) -> bool {
    let alone = found.settings.contains_key("alone");
    let early = found.kind() == "calendar" && found.number("year").is_some_and(|year| year < 1000.0);
    !is_misread(reader, found)
        && !early
        && !goes_on(reader, found)
        && (!alone || calendar::is_surely_a_year(reader, found))
        && (!found.settings.contains_key("whole") || is_whole(reader, found))
}

/// Whether nothing else stands in the paragraph but a mark at its end.
fn is_whole(reader: &Reader, found: &Match) -> bool {
    let rest = &reader.tokens[found.end..];
    found.first == 0 && (rest.is_empty() || rest.len() == 1 && !rest[0].is_word())
}

/// Whether a pattern that has to end its phrase (`closed`) does not: "the day before the vote" hangs on the vote.
fn goes_on(reader: &Reader, found: &Match) -> bool {
    let closes = |at: usize| {
        let token = &reader.tokens[at];
        !token.is_word() && token.figure().is_none()
            || reader.language.has(reader.language.classes.closes, token)
    };
    found.settings.contains_key("closed") && found.end < reader.tokens.len() && !closes(found.end)
}
