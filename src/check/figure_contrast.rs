//! Two figures set against each other on purpose, so that the desk sees what was understood.

use crate::analysis::{Finding, Related, Severity};
use crate::article::Article;
use crate::mention::quantity::{Cue, Kind, Quantity, Use};
use crate::span::Span;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        let figures = &placed.paragraph.quantities;
        for (index, figure) in figures.iter().enumerate() {
            let cue = figure.context.cues.iter().find(|cue| cue.what == Use::Contrast);
            let other = cue.and_then(|_| partner(&figures[..index], figure));
            if let (Some(cue), Some(other)) = (cue, other) {
                findings.push(finding(article, paragraph, figure, other, cue));
            }
        }
    }
}

/// The last figure of the same thing before this one, in its sentence.
fn partner<'a>(before: &'a [Quantity], figure: &Quantity) -> Option<&'a Quantity> {
    let mut near = before.iter().rev().take_while(|other| other.sentence == figure.sentence);
    near.find(|other| is_same_thing(figure, other)).filter(|other| other.value != figure.value)
}

fn is_same_thing(figure: &Quantity, other: &Quantity) -> bool {
    match (figure.kind, other.kind) {
        (_, Kind::Rank | Kind::Score | Kind::Bare) => false,
        (Kind::Bare, Kind::Count | Kind::Percent | Kind::Money) => true,
        (Kind::Count, Kind::Count) => figure.thing.map(|t| t.stem) == other.thing.map(|t| t.stem),
        (one, two) => one == two && figure.unit == other.unit,
    }
}

fn finding(article: &Article, paragraph: usize, figure: &Quantity, other: &Quantity, cue: &Cue) -> Finding {
    let (here, there) = (whole(figure), whole(other));
    let written = |span: Span| article.written(paragraph, span);
    let time = figure.context.cues.iter().find(|cue| cue.what == Use::Key).map(|cue| written(cue.span));
    let reasons = &article.voice.messages;
    let reason = reasons.label("reason", if time.is_some() { "bind_time" } else { "bind" });
    let reason = reason.replace("{cue}", written(cue.span)).replace("{time}", time.unwrap_or_default());
    let values = [("here", written(here)), ("there", written(there)), ("reason", &reason)];
    let related = article.say("figure-contrast-related", &values);
    Finding {
        check: "figure-contrast",
        severity: Severity::Information,
        span: article.place(paragraph, here),
        message: article.say("figure-contrast", &values),
        related: vec![Related { span: article.place(paragraph, there), message: related }],
        fixes: Vec::new(),
    }
}

/// Number and noun.
fn whole(figure: &Quantity) -> Span {
    figure.thing.map_or(figure.span, |thing| figure.span.to(thing.head))
}
