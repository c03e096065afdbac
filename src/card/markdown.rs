//! Writes a card.

use super::known;
use crate::article::{Article, Entity};
use crate::span::Span;

/// Mentions listed on a card; of more, the first ones.
const MENTIONS: usize = 12;

/// The card of an entity, as Markdown.
pub(super) fn write(article: &Article, text: &str, entity: &Entity, title: &str) -> String {
    let role = super::role(article, entity);
    let known = known::facts(article, entity);
    let messages = &article.voice.messages;
    let mut out = format!("### {}\n", escaped(title));
    if !role.is_empty() {
        out += &format!("\n{}\n", escaped(&role));
    }
    out += &format!("\n**{}**\n\n", messages.label("card", "draft"));
    for span in mentions(article, entity).into_iter().take(MENTIONS) {
        out += &format!("- {}\n", mention(article, text, span));
    }
    write_known(&mut out, known, article);
    out
}

/// The card of a name that only the newsroom knows.
pub(super) fn write_listed(title: &str, known: known::Facts, article: &Article) -> String {
    let mut out = format!("### {}\n", escaped(title));
    write_known(&mut out, known, article);
    out
}

/// What is known, and from where.
fn write_known(out: &mut String, known: known::Facts, article: &Article) {
    let messages = &article.voice.messages;
    if !known.lines.is_empty() {
        *out += &format!("\n**{}**\n\n", messages.label("card", "known"));
        out.extend(known.lines.iter().map(|line| format!("- {line}\n")));
    }
    if let Some(source) = known.source {
        *out += &format!("\n*{source}*\n");
    }
}

fn mentions(article: &Article, entity: &Entity) -> Vec<Span> {
    let place = |(p, i): &(usize, usize)| article.place(*p, article.paragraphs[*p].paragraph.names[*i].span);
    entity.mentions.iter().map(place).collect()
}

/// `l. 3: « … a rencontré le président Ghani … »`.
pub(super) fn mention(article: &Article, text: &str, span: Span) -> String {
    let line = 1 + text[..span.start as usize].matches('\n').count();
    let template = article.voice.messages.label("card", "line").replace("{line}", &line.to_string());
    template.replace("{text}", &escaped(&around(text, span)))
}

/// Characters quoted on each side of a mention.
const AROUND: usize = 32;

/// The mention with some words of its paragraph on both sides, on one line.
fn around(text: &str, span: Span) -> String {
    let before = &text[..span.start as usize];
    let behind = &text[span.end as usize..];
    let left = before.rsplit("\n\n").next().unwrap_or_default();
    let right = behind.split("\n\n").next().unwrap_or_default();
    let left = match left.char_indices().rev().nth(AROUND) {
        Some((at, _)) => {
            format!("… {}", left[at..].split_once(char::is_whitespace).map_or("", |(_, words)| words))
        }
        None => left.trim_start().to_owned(),
    };
    let right = match right.char_indices().nth(AROUND) {
        Some((at, _)) => {
            format!("{} …", right[..at].rsplit_once(char::is_whitespace).map_or("", |(words, _)| words))
        }
        None => right.trim_end().to_owned(),
    };
    let whole = format!("{left}{}{right}", span.of(text));
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What Markdown would take for markup, taken literally.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '\\') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
