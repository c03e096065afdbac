//! Two figures for the same thing that cannot both be right.

use crate::analysis::Finding;
use crate::article::Article;

use super::clash;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let clashes = article.clashes.iter().filter(|clash| !clash.headline);
    findings.extend(clashes.map(|clash| clash::report(article, clash, "figure-mismatch")));
}
