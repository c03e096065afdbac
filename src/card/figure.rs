//! The card over a figure: how it was read, and which other figures it was compared with.

use super::Card;
use super::markdown::{escaped, mention};
use crate::article::{Article, At};
use crate::mention::Quantity;
use crate::mention::quantity::{Kind, Use};
use crate::span::Span;

/// Figures listed on a card; of more, the first ones.
const COMPARED: usize = 12;

/// The card over the figure at `offset` of `text`.
pub(super) fn at(article: &Article, text: &str, offset: usize) -> Option<Card> {
    let (at, figure) = figure_at(article, offset)?;
    let span = article.place(at.0, whole(figure));
    let title = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut markdown = format!("### {}\n\n", escaped(&title));
    markdown.extend(facts(article, at, figure).iter().map(|line| format!("- {}\n", escaped(line))));
    let compared = compared(article, at);
    if !compared.is_empty() {
        markdown += &format!("\n**{}**\n\n", article.voice.messages.label("card", "compared"));
        markdown.extend(compared.iter().map(|span| format!("- {}\n", mention(article, text, *span))));
    }
    Some(Card { span, title, markdown })
}

/// The figure at `offset`. A number that is a name or a place in an order has no card.
fn figure_at(article: &Article, offset: usize) -> Option<(At, &Quantity)> {
    let behind = article.paragraphs.partition_point(|placed| placed.start <= offset);
    let paragraph = behind.checked_sub(1)?;
    let figures = article.paragraphs[paragraph].paragraph.quantities.iter().enumerate();
    let mut figures = figures.filter(|(_, figure)| figure.kind != Kind::Rank);
    let found = figures.find(|(_, figure)| article.place(paragraph, whole(figure)).touches(offset))?;
    Some(((paragraph, found.0), found.1))
}

/// Number and noun, or number and unit.
pub(crate) fn whole(figure: &Quantity) -> Span {
    figure.thing.map_or(figure.span, |thing| figure.span.to(thing.head))
}

/// Value, unit, thing and period, as far as they were read, each in words.
pub(crate) fn facts(article: &Article, at: At, figure: &Quantity) -> Vec<String> {
    let messages = &article.voice.messages;
    let say = |key: &str, slot: &str, with: &str| messages.label("card", key).replace(slot, with);
    let written = |span: Span| article.written(at.0, span).split_whitespace().collect::<Vec<_>>().join(" ");
    let unit = figure.unit.as_deref().map(|unit| say("unit", "{unit}", messages.label("unit", unit)));
    let thing = figure.thing.map(|thing| say("thing", "{thing}", &written(thing.span)));
    let when: Vec<String> = period(article, at, figure).into_iter().map(written).collect();
    let when = (!when.is_empty()).then(|| say("period", "{when}", &when.join(", ")));
    [Some(value(article, figure)), unit, thing, when].into_iter().flatten().collect()
}

fn value(article: &Article, figure: &Quantity) -> String {
    let messages = &article.voice.messages;
    let (least, most) = (figure.interval.min, figure.interval.max);
    let key = match () {
        () if least == most => "value",
        () if most.is_infinite() => "upwards",
        () if least <= 0.0 => "upto",
        () => "between",
    };
    let template = messages.label("card", key);
    let say = |number: f64| messages.figure(number, article.newsroom.customs().thousands());
    let template = template.replace("{number}", &say(figure.value));
    template.replace("{least}", &say(least)).replace("{most}", &say(most))
}

/// The date of the figure's sentence that stands nearest, or the words that give it a time of its own.
fn period(article: &Article, (paragraph, _): At, figure: &Quantity) -> Vec<Span> {
    let dates = article.timeline.placements(&article.paragraphs).filter(|(at, _)| at.0 == paragraph);
    let dates = dates.filter(|(_, placement)| placement.kind != "DURATION");
    let dates = dates.map(|((_, index), _)| &article.paragraphs[paragraph].paragraph.dates[index]);
    let distance = |span: &Span| span.start.abs_diff(figure.span.start);
    let dates = dates.filter(|date| date.sentence == figure.sentence).map(|date| date.span);
    let cues = || figure.context.cues.iter().filter(|cue| cue.what == Use::Key).map(|cue| cue.span);
    dates.min_by_key(distance).map_or_else(|| cues().collect(), |date| vec![date])
}

/// The places of the figures that this one was compared with.
pub(crate) fn compared(article: &Article, at: At) -> Vec<Span> {
    let place = |claim: usize| {
        let paragraph = article.claims.all[claim].at.0;
        article.place(paragraph, whole(article.figure(claim)))
    };
    let own = article.claims.all.iter().position(|claim| claim.at == at);
    let others = own.map(|own| article.compared_with(own)).unwrap_or_default();
    others.into_iter().take(COMPARED).map(place).collect()
}
