//! `ouvert tous les jours de 9h à 17h`: two times of day that are the two ends of one stretch.

use super::{Date, Form, calendar};
use crate::mention::Reader;

/// Opens a range at each time of day that a word such as `de` leads to the next one, where its sentence tells of
/// hours that come again or are kept open.
pub(super) fn pair(reader: &Reader, dates: &mut [Date]) {
    for at in 1..dates.len() {
        let (first, last) = (&dates[at - 1], &dates[at]);
        let timed =
            [first, last].iter().all(|date| matches!(date.form, Form::Time { .. }) && date.on.is_none());
        if timed
            && first.sentence == last.sentence
            && is_range(reader, first, last)
            && is_kept(reader, dates, at)
        {
            dates[at - 1].range = Some(dates[at - 1].span.to(dates[at].span));
        }
    }
}

fn is_range(reader: &Reader, first: &Date, last: &Date) -> bool {
    let classes = &reader.language.classes;
    let lead = first.tokens.0.checked_sub(1).map(|at| &reader.tokens[at]);
    let led = lead.is_some_and(|lead| reader.language.has(classes.range_lead, lead));
    let joint = reader.language.is(classes.range_joint, &reader.tokens, first.tokens.1);
    led && joint == Some(last.tokens.0) && !calendar::is_moved(reader, first.tokens.0)
}

/// Whether the sentence tells of something that comes again, or is open or closed: no race and no journey takes
/// "de 11h à 9h30" then.
fn is_kept(reader: &Reader, dates: &[Date], at: usize) -> bool {
    let sentence = dates[at].sentence;
    let again = dates.iter().any(|date| date.sentence == sentence && matches!(date.form, Form::Set { .. }));
    let (start, end) = reader.sentence_range(sentence);
    let opening = reader.language.classes.opening;
    again || (start..end).any(|at| reader.language.is(opening, &reader.tokens, at).is_some())
}
