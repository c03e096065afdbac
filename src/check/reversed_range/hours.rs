//! `chaque matin de 11h à 7h`: hours of one day that end before they begin. Those of a night do, and are right.

use crate::analysis::Fix;
use crate::article::Article;
use crate::mention::{Date, Form};

/// What begins before this hour and ends in the daytime is no night.
const NOON: u32 = 12;
/// The hour at which a night is over for those who keep long ones.
const DAY: u32 = 7;

/// Whether the hours are those of a part of the day, or begin in the forenoon and end earlier in the daytime.
pub(super) fn is_reversed(article: &Article, paragraph: usize, first: &Date, last: &Date) -> bool {
    let (Some(start), Some(end)) = (time(first), time(last)) else { return false };
    let (opens, closes) = (start.0, end.0);
    let daytime = opens < NOON && closes >= DAY;
    end < start && (daytime || part(article, paragraph, first).is_some_and(|part| holds(part, opens, closes)))
}

fn time(date: &Date) -> Option<(u32, u32)> {
    match date.form {
        Form::Time { hour, minute } => Some((hour, minute)),
        _ => None,
    }
}

/// The part of the day that the date before the hours names: `chaque matin`.
fn part(article: &Article, paragraph: usize, first: &Date) -> Option<&'static str> {
    let dates = &article.paragraphs[paragraph].paragraph.dates;
    let before = dates.iter().rev().find(|date| date.span.end <= first.span.start)?;
    before.part.filter(|_| before.tokens.1 + 1 == first.tokens.0)
}

/// Whether both hours lie in that part of the day, as TIMEX3 writes it.
fn holds(part: &str, opens: u32, closes: u32) -> bool {
    let hours = match part {
        "MO" => 0..14,
        "AF" => 12..20,
        "EV" => 16..25,
        _ => return false,
    };
    hours.contains(&opens) && hours.contains(&closes)
}

/// Both put in each other's place.
pub(super) fn swapped(article: &Article, paragraph: usize, first: &Date, last: &Date) -> Option<Fix> {
    Some(super::swap(article, paragraph, first.span, last.span))
}
