//! Two figures for the same thing that cannot both be right.

use crate::analysis::Finding;
use crate::article::Article;

use super::clash;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    clash::run(article, findings, "figure-mismatch", |clash| !clash.headline);
}
