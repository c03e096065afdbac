//! A figure in the headline that the text below contradicts.

use crate::analysis::Finding;
use crate::article::Article;

use super::clash;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    clash::run(article, findings, "headline-mismatch", |clash| clash.headline);
}
