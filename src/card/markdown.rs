//! Writes a card.

use super::known;
use crate::article::{Article, Entity};
use crate::span::Span;

/// Mentions listed on a card; of more, the first ones.
const MENTIONS: usize = 12;

/// The card of an entity, as Markdown.
pub(super) fn write(article: &Article, text: &str, entity: &Entity, title: &str) -> String {
    let role = entity.role.map(|at| role(article, at));
    let known = known::facts(article, entity);
    let messages = &article.language.messages;
    let mut out = format!("### {}\n", escaped(title));
    if let Some(role) = role {
        out += &format!("\n{}\n", escaped(&role));
    }
    out += &format!("\n**{}**\n\n", messages.label("card", "draft"));
    for span in mentions(article, entity).into_iter().take(MENTIONS) {
        out += &format!("- {}\n", mention(article, text, span));
    }
    if !known.lines.is_empty() {
        out += &format!("\n**{}**\n\n", messages.label("card", "known"));
        out.extend(known.lines.iter().map(|line| format!("- {line}\n")));
    }
    if let Some(source) = known.source {
        out += &format!("\n*{source}*\n");
    }
    out
}

/// The role as it is first given.
fn role(article: &Article, (paragraph, index): (usize, usize)) -> String {
    let span = article.paragraphs[paragraph].paragraph.names[index].role;
    span.map_or_else(String::new, |span| article.written(paragraph, span).to_owned())
}

fn mentions(article: &Article, entity: &Entity) -> Vec<Span> {
    let place = |(p, i): &(usize, usize)| article.place(*p, article.paragraphs[*p].paragraph.names[*i].span);
    entity.mentions.iter().map(place).collect()
}

/// `l. 3: « … a rencontré le président Ghani … »`.
fn mention(article: &Article, text: &str, span: Span) -> String {
    let line = 1 + text[..span.start as usize].matches('\n').count();
    let words = article.language.messages.label("card", "line").replace("{line}", &line.to_string());
    format!("{words}: {}", escaped(&around(text, span)))
}

/// Characters quoted on each side of a mention.
const AROUND: usize = 32;

/// The mention with some words on both sides, on one line.
fn around(text: &str, span: Span) -> String {
    let before = &text[..span.start as usize];
    let behind = &text[span.end as usize..];
    let left = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let right = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let left = before[left..].rsplit('\n').next().unwrap_or_default();
    let right = behind[..right].split('\n').next().unwrap_or_default();
    let left = left.split_once(' ').map_or(left, |(cut, whole)| if cut.is_empty() { left } else { whole });
    let right = right.rsplit_once(' ').map_or(right, |(whole, _)| whole);
    format!("… {}{}{} …", left.trim_start(), span.of(text), right.trim_end())
}

/// What Markdown would take for markup, taken literally.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '\\') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
