//! The day behind a bare weekday or a relative date, in a few words beside it.

use super::value;
use crate::article::Article;
use crate::mention::{Date, Form};
use crate::span::Span;

/// What an editor may show behind a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The date.
    pub span: Span,
    /// When it is: `17 décembre`, with the year where it is not that of the draft.
    pub label: String,
}

/// The hints of a draft, in the order of the text.
pub(crate) fn hints(article: &Article) -> Vec<Hint> {
    let placements = article.timeline.placements(&article.paragraphs);
    let hint = |(at, value): (crate::article::At, String)| {
        let date = Some(article.date(at)).filter(|date| hangs(date))?;
        let label = label(article, &value)?;
        Some(Hint { span: article.place(at.0, date.extent()), label })
    };
    placements.map(|(at, placement)| (at, placement.value)).filter_map(hint).collect()
}

/// Whether a date says nothing without another one.
fn hangs(date: &Date) -> bool {
    let form = date.on.as_deref().unwrap_or(&date.form);
    matches!(
        form,
        Form::Weekday { .. }
            | Form::Relative { .. }
            | Form::Ago { .. }
            | Form::Anaphoric { .. }
            | Form::Definite { .. }
    )
}

/// A day without its weekday, and without the year of the draft; anything else in its usual words.
fn label(article: &Article, value: &str) -> Option<String> {
    let messages = &article.voice.messages;
    let day = value.split('T').next()?;
    let parts: Vec<i32> = day.split('-').map_while(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month, day] => {
            let own = article.timeline.anchor.is_some_and(|anchor| anchor.year == year);
            Some(messages.date(Some(day), Some(month), Some(year).filter(|_| !own)))
        }
        _ => value::words(messages, "DATE", day).filter(|_| !day.starts_with('X')),
    }
}
