//! An age that does not go with the birth given for the same person.

use crate::analysis::{Finding, Related, Severity};
use crate::article::Article;

/// Further off than this, in years, and the two are hardly the same person.
const FAR: i32 = 30;
/// Younger than this, and what was born is hardly a person in the news.
const YOUNG: i32 = 5;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    for both in article.births_and_ages() {
        let (paragraph, index) = both.age;
        let figure = &article.paragraphs[paragraph].paragraph.quantities[index];
        let (born, birth) =
            (both.birth.0, article.paragraphs[both.birth.0].paragraph.dates[both.birth.1].span);
        let (least, greatest) = both.allowed;
        let said = figure.value as i32;
        let off = (least - said).max(said - greatest);
        if figure.hedge.is_some() || off <= 0 || off > FAR || greatest < YOUNG {
            continue;
        }
        let right = if least == greatest {
            least.to_string()
        } else {
            article
                .say("age-mismatch-either", &[("one", &least.to_string()), ("other", &greatest.to_string())])
        };
        let values = [
            ("age", article.written(paragraph, figure.span)),
            ("birth", article.written(born, birth)),
            ("right", &right),
        ];
        let fix =
            (least == greatest).then(|| article.fix("age-mismatch-fix", paragraph, figure.number, &right));
        findings.push(Finding {
            check: "age-mismatch",
            severity: Severity::Warning,
            span: article.place(paragraph, figure.span),
            message: article.say("age-mismatch", &values),
            related: vec![Related {
                span: article.place(born, birth),
                message: article.say("age-mismatch-related", &values),
            }],
            fixes: fix.into_iter().collect(),
        });
    }
}
