//! Pages: prose around drafts, annotated so that a journalist can read them and a machine can check them.
//!
//! `tests/README.md` tells how they are written. One idea carries the harness: all that was found in a draft is
//! written down as the caret lines that would ask for it, and a page is right when it says just that. So comparing
//! and updating are the same thing, and every fact has only one spelling.

mod article;
mod block;
mod draft;
mod engine;
mod failure;
mod gold;
mod header;
mod note;

pub(crate) use engine::Engine;
pub(crate) use failure::Failure;
#[allow(unused_imports, reason = "the harness's own test measures nothing")]
pub(crate) use gold::Score;

use std::sync::Arc;

use block::Block;
use copydesk::knowledge::Newsroom;
use copydesk::knowledge::newsroom::List;

/// All that a page says and that is not so.
pub(crate) fn check(page: &str, engine: &dyn Engine) -> Vec<Failure> {
    let (blocks, mut failures) = block::blocks(page);
    let mut rest = blocks.as_slice();
    let mut newsroom = Arc::default();
    while let Some((first, others)) = rest.split_first() {
        let answers =
            others.iter().take_while(|block| !matches!(block.kind(), "article" | "newsroom")).count();
        if first.kind() == "article" {
            failures.extend(article::check(first, &others[..answers], &newsroom, engine));
            rest = &others[answers..];
        } else if first.kind() == "newsroom" {
            newsroom = Arc::new(Newsroom::new(vec![List::parse("newsroom.csv", first.content).0.into()]));
            rest = others;
        } else {
            failures.extend(astray(first));
            rest = others;
        }
    }
    failures
}

/// How well the dates of the articles of a page are read that people annotated by hand.
#[allow(dead_code, reason = "the harness's own test measures nothing")]
pub(crate) fn scores(page: &str, engine: &dyn Engine) -> Vec<Score> {
    let (blocks, _) = block::blocks(page);
    let articles = blocks.iter().filter(|block| block.kind() == "article");
    articles.filter_map(|block| article::score(block, engine)).collect()
}

/// The page with all that it says put right, as far as a machine can.
pub(crate) fn update(page: &str, engine: &dyn Engine) -> String {
    let mut repairs: Vec<_> = check(page, engine).into_iter().filter_map(|failure| failure.repair).collect();
    repairs.sort_by_key(|repair| repair.range.start);
    let mut updated = String::with_capacity(page.len());
    let mut done = 0;
    for repair in repairs {
        updated.push_str(&page[done..repair.range.start]);
        updated.push_str(&repair.text);
        done = repair.range.end;
    }
    updated + &page[done..]
}

/// What is wrong with a block that no article stands before.
fn astray(block: &Block) -> Option<Failure> {
    match block.kind() {
        "card" | "fixed" => {
            Some(Failure::at(block.line, "no ```article block stands before this block".into()))
        }
        _ => article::mistaken(block),
    }
}
