//! One event dated two ways: "on December 8" here, "the December 11 blackout" there.

mod score;

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Dated, Likeness, Part, Role, When};
use crate::mention::{Calendar, Form};
use crate::span::Span;

/// Words quoted as those that both places share.
const QUOTED: usize = 4;

pub(super) fn run(article: &Article, findings: &mut Vec<Finding>) {
    let pairs = article.event_pairs(|pair| Pair::new(article, *pair).is_some());
    let mut found: Vec<Pair> = pairs.iter().filter_map(|pair| Pair::new(article, *pair)).collect();
    found.sort_by_key(|pair| std::cmp::Reverse(pair.score));
    let mut spoken: Vec<[When; 2]> = Vec::new();
    for pair in found {
        let whens = [pair.here.when, pair.there.when];
        let said = |other: &[When; 2]| other.contains(&whens[0]) && other.contains(&whens[1]);
        if !spoken.iter().any(said) {
            findings.push(pair.finding());
            spoken.push(whens);
        }
    }
}

/// Two dates that may be of one event.
struct Pair<'a> {
    article: &'a Article,
    /// The one that is reported.
    here: &'a Dated,
    there: &'a Dated,
    part: Part,
    likeness: Likeness,
    score: i32,
    verdict: score::Verdict,
}

impl<'a> Pair<'a> {
    fn new(article: &'a Article, (a, b, part): (usize, usize, Part)) -> Option<Self> {
        let (one, other) = (&article.events.all[a], &article.events.all[b]);
        let likeness = article.likeness(one, other);
        let score = score::score(part, (one.when, other.when), &likeness);
        let verdict = score::verdict(score, part, &likeness)?;
        if article.are_side_by_side(one, other) {
            return None;
        }
        // What differs from the body is put right in the headline.
        let (here, there) = if one.role == Role::Headline { (one, other) } else { (other, one) };
        Some(Self { article, here, there, part, likeness, score, verdict })
    }

    fn finding(&self) -> Finding {
        let (here, there) = (self.written(self.here), self.written(self.there));
        let reason = self.likeness.other.map(|(of, span)| self.article.written(of, span));
        let shared = self.shared();
        let values = [
            ("here", here),
            ("there", there),
            ("shared", shared.as_str()),
            ("reason", reason.unwrap_or_default()),
        ];
        let (severity, message) = match self.verdict {
            score::Verdict::Sure => (Severity::Warning, "date-mismatch"),
            score::Verdict::Possible if reason.is_some() => (Severity::Information, "date-mismatch-reason"),
            score::Verdict::Possible => (Severity::Information, "date-mismatch-possible"),
        };
        let other = self.place(self.there);
        Finding {
            check: "date-mismatch",
            severity,
            span: self.place(self.here),
            message: self.article.say(message, &values),
            related: vec![Related {
                span: other,
                message: self.article.say("date-mismatch-related", &values),
            }],
            fixes: self.fixes(),
        }
    }

    /// The words that stand near both.
    fn shared(&self) -> String {
        let (paragraph, spans) = &self.likeness.shared;
        let words = spans.iter().take(QUOTED).map(|span| self.article.written(*paragraph, *span));
        words.collect::<Vec<_>>().join(", ")
    }

    fn span(&self, dated: &Dated) -> Span {
        self.article.paragraphs[dated.date.0].paragraph.dates[dated.date.1].span
    }

    fn place(&self, dated: &Dated) -> Span {
        self.article.place(dated.date.0, self.span(dated))
    }

    fn written(&self, dated: &Dated) -> &str {
        self.article.written(dated.date.0, self.span(dated))
    }

    /// Either date may be the right one.
    fn fixes(&self) -> Vec<Fix> {
        let here = self.fix("date-mismatch-fix", self.here, self.there);
        let there = self.fix("date-mismatch-fix-there", self.there, self.here);
        if self.verdict == score::Verdict::Sure {
            here.into_iter().chain(there).collect()
        } else {
            Vec::new()
        }
    }

    /// Writes the day or year of one date in the place of the other's, where both are plain numbers.
    fn fix(&self, name: &str, wrong: &Dated, right: &Dated) -> Option<Fix> {
        let (old, new) = (self.part_of(wrong)?, self.part_of(right)?);
        let text = self.article.written(right.date.0, new);
        Some(self.article.fix_part(name, wrong.date.0, self.span(wrong), old, text))
    }

    /// The day or year, if no ending such as that of `1er` or `3rd` hangs on it.
    fn part_of(&self, dated: &Dated) -> Option<Span> {
        let calendar = self.calendar(dated)?;
        let part = match self.part {
            Part::Day => calendar.day?,
            Part::Year => calendar.year?,
            Part::Month => return None,
        };
        let rest = Span { start: part.span.end, end: self.span(dated).end.max(part.span.end) };
        let ending = self.article.written(dated.date.0, rest).starts_with(char::is_alphabetic);
        let within = part.span.start >= self.span(dated).start && part.span.end <= self.span(dated).end;
        (within && !ending && !part.lent).then_some(part.span)
    }

    fn calendar(&self, dated: &Dated) -> Option<&Calendar> {
        match &self.article.paragraphs[dated.date.0].paragraph.dates[dated.date.1].form {
            Form::Calendar(calendar) => Some(calendar),
            _ => None,
        }
    }
}
