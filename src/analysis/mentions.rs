//! Every mention of an article, as plain data.

use super::{Mention, Reading};
use crate::article::{Article, Placement};
use crate::card;
use crate::mention::quantity::Kind;
use crate::mention::{Name, Quantity, Sort};
use crate::span::Span;

/// More than a paragraph has names.
const OPEN: usize = 1 << 20;

/// Every date, figure, name and office that means somebody, in the order of the text.
pub(super) fn all(article: &Article) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for ((paragraph, index), placement) in article.timeline.placements(&article.paragraphs) {
        let span = article.paragraphs[paragraph].paragraph.dates[index].extent();
        out.push(Mention { span: article.place(paragraph, span), reading: date(placement) });
    }
    for (paragraph, placed) in article.paragraphs.iter().enumerate() {
        let figures = placed.paragraph.quantities.iter().filter(|figure| figure.kind != Kind::Rank);
        out.extend(figures.flat_map(|figure| quantities(article, paragraph, figure)));
        let names = placed.paragraph.names.iter().enumerate();
        out.extend(names.filter_map(|(index, found)| name(article, (paragraph, index), found)));
    }
    out.extend(descriptions(article));
    out.sort_by_key(|mention| mention.span);
    out
}

/// The offices without a name whose holder is known.
fn descriptions(article: &Article) -> impl Iterator<Item = Mention> {
    article.entities.all.iter().enumerate().flat_map(move |(index, entity)| {
        entity.described.iter().map(move |at| Mention {
            span: article.place(at.0, article.description(*at).span),
            reading: Reading::Description { entity: index, canonical: card::title(article, entity) },
        })
    })
}

fn date(placement: Placement) -> Reading {
    Reading::Date { kind: placement.kind, value: placement.value }
}

/// A figure; of a range, both of its ends.
fn quantities(article: &Article, paragraph: usize, figure: &Quantity) -> Vec<Mention> {
    let Some((high, value)) = figure.high else {
        return vec![quantity(article, paragraph, figure, (figure.span, figure.number, figure.value))];
    };
    let ends = [
        (figure.number, figure.number, figure.value),
        (Span { start: high.start, ..figure.span }, high, value),
    ];
    ends.map(|end| quantity(article, paragraph, figure, end)).to_vec()
}

/// One end of a figure: where it stands, where its number does, and what that is worth.
fn quantity(
    article: &Article,
    paragraph: usize,
    figure: &Quantity,
    (span, number, value): (Span, Span, f64),
) -> Mention {
    let written = |span| article.written(paragraph, span).to_owned();
    let reading = Reading::Quantity {
        value,
        min: figure.interval.min,
        max: figure.interval.max,
        unit: figure.unit.clone(),
        hedge: figure.hedge.map(|(_, span)| written(span)),
        thing: figure.thing.map(|thing| written(thing.span)),
        number: (!is_glued(article, paragraph, number)).then(|| article.place(paragraph, number)),
    };
    Mention { span: article.place(paragraph, span), reading }
}

/// Whether letters are glued to the end of the number: that of `180ml` does not stand alone.
fn is_glued(article: &Article, paragraph: usize, number: Span) -> bool {
    let text = &article.paragraphs[paragraph].paragraph.text;
    text[number.end as usize..].chars().next().is_some_and(char::is_alphabetic)
}

fn name(article: &Article, at: (usize, usize), name: &Name) -> Option<Mention> {
    let entities = &article.entities;
    let reading = match entities.of.get(&at) {
        Some(index) => {
            let entity = &entities.all[*index];
            Reading::Name {
                kind: entity.sort.code(),
                entity: *index,
                canonical: card::title(article, entity),
            }
        }
        // A number that no bearer has: it is not known whose name it is.
        None if entities.open.contains(&at) => Reading::Name {
            kind: Sort::Person.code(),
            entity: entities.all.len() + at.0 * OPEN + at.1,
            canonical: article.written(at.0, name.span).to_owned(),
        },
        None => return None,
    };
    Some(Mention { span: article.place(at.0, name.span), reading })
}
