//! A figure in the headline that the text below contradicts.

use crate::analysis::Finding;
use crate::article::Article;

use super::clash;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let clashes = article.clashes.iter().filter(|clash| clash.headline);
    findings.extend(clashes.map(|clash| clash::report(article, clash, "headline-mismatch")));
}
