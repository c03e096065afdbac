//! How sure it is that two dates are of one event.
//!
//! The weights were fitted by logistic regression on all pairs of dates of 2,075 published articles, 63 moved dates and 150
//! more that were moved for the purpose, then rounded to quarters; a slip of the hand weighs less than in those, and an
//! event that is named weighs more, since the cases were made by moving digits.

use crate::article::{Likeness, Part, Role, When};

/// What is said of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Both cannot be right.
    Sure,
    /// It is worth a look.
    Possible,
}

/// Score from which a pair is an alarm.
const ALARM: i32 = 13;
/// Score from which it is one in a quotation too, and where both stand in one paragraph.
const FIRM: i32 = 20;
/// Shared words without which somebody who is quoted may speak of something else.
const QUOTED: usize = 3;
/// Score from which a pair is worth a look.
const LOOK: i32 = 7;

/// Dates of one precision in the draft from which it is a chronicle.
const CHRONICLE: usize = 8;
/// Days, months or years by which a date is off that was misremembered.
const NEAR: i32 = 2;

/// What is said of a pair with this score, if anything.
pub(super) fn verdict(score: i32, part: Part, likeness: &Likeness) -> Option<Verdict> {
    let headline = likeness.roles == (Role::Headline, Role::Lead);
    let far = !likeness.same_paragraph && !likeness.quoted;
    let spoken = likeness.quoted && likeness.shared.1.len() < QUOTED;
    let told = likeness.other.is_none() && (far || score >= FIRM && !spoken);
    // Two people do the like in two years, and months do not slip: an event must be named for those.
    let named = match part {
        Part::Day => true,
        Part::Month => likeness.refers_to_event,
        Part::Year => !likeness.other_names,
    };
    let apart = (told || headline) && named;
    match () {
        // On a weekday much is said and done: it is only held against the date of a named event.
        () if likeness.implied => {
            let named = likeness.refers_to_event && likeness.sole_kind && told && !likeness.other_names;
            (score >= LOOK && named).then_some(Verdict::Possible)
        }
        () if score >= ALARM && apart && is_near_verbatim(likeness) => Some(Verdict::Sure),
        () if score >= LOOK && (named || part == Part::Month) => Some(Verdict::Possible),
        () => None,
    }
}

/// Whether nearly the same words stand around both, or one names what the other tells, or the headline repeats the lead.
fn is_near_verbatim(likeness: &Likeness) -> bool {
    let shared = likeness.shared.1.len();
    let repeated = shared >= 2 && (likeness.left + likeness.right >= 1 || likeness.containment >= 0.3);
    let named = likeness.refers_to_event && likeness.sole_kind;
    repeated || named || shared >= 1 && likeness.roles == (Role::Headline, Role::Lead)
}

/// The weights, added up.
pub(super) fn score(part: Part, whens: (When, When), likeness: &Likeness) -> i32 {
    let yes = i32::from;
    let shared = likeness.shared.1.len().min(5) as i32;
    let (both, one) =
        (likeness.supported.0 && likeness.supported.1, likeness.supported.0 != likeness.supported.1);
    let words = shared as f64 + 3.0 * likeness.telling.min(4.0) + 5.0 * likeness.containment;
    words.round() as i32
        + likeness.left.min(4) as i32
        + 2 * likeness.right.min(3) as i32
        + 2 * yes(likeness.left >= 2 && shared >= 2)
        + 3 * yes(likeness.sole_kind)
        + yes(likeness.refers)
        + 4 * yes(likeness.refers_to_event)
        + yes(likeness.same_noun)
        + 6 * yes(likeness.roles == (Role::Headline, Role::Lead))
        - 3 * yes(likeness.other_kind)
        - yes(likeness.other_names)
        - yes(likeness.other.is_some())
        - 7 * yes(both)
        - yes(one)
        - 4 * yes(likeness.values >= CHRONICLE)
        - 5 * yes(likeness.same_paragraph)
        - 3 * yes(likeness.one_weekday)
        - 6 * yes(likeness.other_year && part != Part::Year)
        + moved(part, whens, likeness)
}

/// How the dates differ: months seldom slip, and years are many.
fn moved(part: Part, (one, other): (When, When), likeness: &Likeness) -> i32 {
    let values = match part {
        Part::Day => one.day.zip(other.day),
        Part::Month => one.month.zip(other.month),
        Part::Year => one.year.zip(other.year),
    };
    let Some((a, b)) = values else { return 0 };
    let (slip, near) = (i32::from(is_slip(a, b)), i32::from((a - b).abs() <= NEAR));
    let told = likeness.telling.min(4.0).round() as i32 + likeness.left.min(4) as i32;
    match part {
        Part::Day => 6 * slip + 4 * near,
        Part::Month => 6 * slip + 4 * near - 6,
        Part::Year => {
            let bare = i32::from(one.month.is_none() && other.month.is_none());
            let lone = likeness.sole_kind && likeness.other.is_none() && !likeness.other_names;
            slip + 4 * near + told - 13 - 2 * bare - 5 * i32::from(likeness.other_names)
                + 7 * near * i32::from(lone && !likeness.same_paragraph)
        }
    }
}

/// Whether one digit is another, missing or one too many.
fn is_slip(one: i32, other: i32) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let without = |at: usize| [&long[..at], &long[at + 1..]].concat();
    match long.len() - short.len() {
        0 => one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() == 1,
        1 => (0..long.len()).any(|at| without(at) == *short),
        _ => false,
    }
}
