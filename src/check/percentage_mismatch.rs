//! A percentage that does not follow from the figures beside it.

mod all;
mod change;
mod share;
mod times;

use crate::analysis::{Finding, Fix, Related, Severity};
use crate::article::{Article, Item, Line, Number, last_place, whole};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};
use crate::span::Span;

use change::Change;
use share::Share;
use times::Multiple;

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for line in article.lines(paragraph) {
        findings.extend(share::shares(&line).filter_map(|share| judge_share(article, &line, &share)));
        findings
            .extend(all::shares(article, &line).map(|(shares, sum)| say_all(article, &line, &shares, sum)));
        if !line.has(What::Basis) {
            let changes = change::changes(&line);
            findings.extend(changes.iter().filter_map(|change| judge_change(article, &line, change)));
            let amounts = change::amounts(&line);
            findings.extend(amounts.filter_map(|change| judge_amount(article, &line, &change)));
            findings.extend(times::faults(&line).map(|multiple| say_times(article, &line, &multiple)));
        }
    }
}

fn judge_share(article: &Article, line: &Line, share: &Share) -> Option<Finding> {
    let percent = share.part.1.value / share.whole.1.value * 100.0;
    if let Some((part, whole)) = share.stated.share {
        let off = part / whole * 100.0 / percent;
        let give = if share.stated.hedge.is_some() { HEDGED_RATIO } else { RATIO };
        return (off > give || off < 1.0 / give).then(|| say_ratio(article, line, share, percent));
    }
    if meet(stated(share.stated), share.percent()) {
        return None;
    }
    let right = Right::new(article, line, share.stated, percent);
    let values = [
        ("part", level(article, line, share.part)),
        ("whole", level(article, line, share.whole)),
        ("right", right.shown.clone()),
        ("said", right.said.clone()),
    ];
    let message = say(article, "percentage-mismatch-share", &values);
    let finding = finding(article, line.paragraph, share.stated, &[share.part.0, share.whole.0], message);
    Some(Finding { fixes: vec![right.fix(article, line, share.stated)], ..finding })
}

/// "One in five" may be 17 or 23 percent, by this factor.
const RATIO: f64 = 1.18;
/// "Nearly one in five" by this one.
const HEDGED_RATIO: f64 = 1.35;

/// `160 of 640, or one in five`.
fn say_ratio(article: &Article, line: &Line, share: &Share, percent: f64) -> Finding {
    let values = [
        ("part", level(article, line, share.part)),
        ("whole", level(article, line, share.whole)),
        ("right", article.say_number(percent, 1.0, "")),
        ("said", article.written(line.paragraph, share.stated.span).to_owned()),
    ];
    let message = say(article, "percentage-mismatch-ratio", &values);
    finding(article, line.paragraph, share.stated, &[share.part.0, share.whole.0], message)
}

fn say_all(article: &Article, line: &Line, shares: &[&Quantity], sum: f64) -> Finding {
    let right = article.say_number(sum, if sum.fract() == 0.0 { 1.0 } else { 0.1 }, "");
    let message = say(article, "percentage-mismatch-all", &[("right", right)]);
    let (last, others) = shares.split_last().expect("there are two shares at least");
    finding(article, line.paragraph, last, others, message)
}

fn say_times(article: &Article, line: &Line, multiple: &Multiple) -> Finding {
    let sign = line.items[multiple.at];
    let Item::Sign(word) = sign else { unreachable!("a multiple is a sign") };
    let values = [
        ("from", level(article, line, multiple.from)),
        ("to", level(article, line, multiple.to)),
        ("right", article.say_number(multiple.ratio(), 0.1, "")),
        ("said", article.written(line.paragraph, word.span).to_owned()),
    ];
    let message = say(article, "percentage-mismatch-times", &values);
    let finding = finding(article, line.paragraph, multiple.to.0, &[multiple.from.0, multiple.to.0], message);
    Finding { span: article.place(line.paragraph, word.span), ..finding }
}

/// A level as the draft writes it, or as it would.
fn level(article: &Article, line: &Line, level: (&Quantity, Number)) -> String {
    let (figure, number) = level;
    let value = number.value;
    if figure.other.is_none() {
        article.written(line.paragraph, figure.span).to_owned()
    } else {
        article.say_like(value, last_place(value), figure, article.written(line.paragraph, figure.number))
    }
}

fn say(article: &Article, message: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    article.say(message, &values)
}

/// The right percentage in place of a stated one.
struct Right {
    /// As the draft has it: `12 percent`.
    said: String,
    /// The number that it should have: `20`.
    number: String,
    /// With its sign: `20 percent`.
    shown: String,
}

impl Right {
    fn new(article: &Article, line: &Line, stated: &Quantity, percent: f64) -> Self {
        let number = article.written(line.paragraph, stated.number);
        let said = article.written(line.paragraph, stated.span).to_owned();
        let right = article.say_number(percent, if percent < 10.0 { 0.1 } else { 1.0 }, "");
        Self { shown: said.replacen(number, &right, 1), number: right, said }
    }

    /// What a change should have: a percentage, or an amount where it is told as one.
    fn of_change(article: &Article, line: &Line, change: &Change) -> Self {
        let (from, to) = (change.from.number.value, change.to.number.value);
        if matches!(change.stated.kind, Kind::Percent | Kind::Points) {
            return Self::new(article, line, change.stated, (to - from).abs() / from * 100.0);
        }
        let number = article.written(line.paragraph, change.stated.number);
        let said = article.written(line.paragraph, change.stated.span).to_owned();
        let amount = (to - from).abs();
        let right = article.say_like(amount, last_place(amount), change.stated, number);
        Self { shown: said.replacen(number, &right, 1), number: right, said }
    }

    fn fix(&self, article: &Article, line: &Line, stated: &Quantity) -> Fix {
        article.fix_part("percentage-mismatch-fix", line.paragraph, stated.span, stated.number, &self.number)
    }
}

/// What a stated percentage may mean: rounded to its last place, or to the whole percent, and a little more.
fn stated(figure: &Quantity) -> (f64, f64) {
    let place = if figure.value.fract() == 0.0 { WHOLE } else { figure.step };
    let give = place.max(figure.value * LOOSE);
    match figure.hedge {
        Some(_) => {
            (figure.interval.min.min(figure.value) - give, figure.interval.max.max(figure.value) + give)
        }
        None => (figure.value - give, figure.value + give),
    }
}

/// A whole percentage may be off by so much.
const WHOLE: f64 = 0.6;
/// Any percentage may be off by so much, as a share of it.
const LOOSE: f64 = 0.03;

/// Whether the two stretches share a value.
fn meet(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 <= other.1 && other.0 <= one.1
}

fn judge_change(article: &Article, line: &Line, change: &Change) -> Option<Finding> {
    let said = stated(change.stated);
    let (least, most) = change.percent();
    let falls = (-most, -least);
    let fits = meet(said, (least, most)) || meet(said, falls);
    let difference = change.difference();
    let points = difference.value - difference.give <= said.1 && said.0 <= difference.value + difference.give;
    let levels = (change.from.figure.kind, change.to.figure.kind);
    let message = match (change.stated.kind, levels) {
        (Kind::Points, _) => (!points).then_some("percentage-mismatch-points")?,
        (_, (Kind::Percent, Kind::Percent)) if !fits => "percentage-mismatch-percent",
        _ if fits || points && change.stated.value < 1.0 => return None,
        _ if !change.sure && turned(change, said) => return None,
        _ => "percentage-mismatch-change",
    };
    Some(say_change(article, line, change, message))
}

/// A change told as an amount: what is far from the difference of the levels is one of something else.
fn judge_amount(article: &Article, line: &Line, change: &Change) -> Option<Finding> {
    let (said, difference) = (Number::of(change.stated), change.difference());
    let near = (1.0 / AMOUNT..=AMOUNT).contains(&(said.value / difference.value));
    let off = near && !said.meets(difference);
    off.then(|| say_change(article, line, change, "percentage-mismatch-change"))
}

/// How many times the difference an amount may be that is told wrongly.
const AMOUNT: f64 = 3.0;

/// Whether the percentage follows from the levels taken the other way round.
fn turned(change: &Change, said: (f64, f64)) -> bool {
    let turned = Change { from: change.to, to: change.from, ..*change };
    let (least, most) = turned.percent();
    meet(said, (least, most)) || meet(said, (-most, -least))
}

fn say_change(article: &Article, line: &Line, change: &Change, message: &str) -> Finding {
    let (from, to) = (change.from, change.to);
    let right = Right::of_change(article, line, change);
    let points = message != "percentage-mismatch-change";
    let values = [
        ("from", level(article, line, (from.figure, from.number))),
        ("to", level(article, line, (to.figure, to.number))),
        (
            "right",
            if points { article.say_number(change.difference().value, 0.1, "") } else { right.shown.clone() },
        ),
        ("percent", right.shown.clone()),
        ("said", right.said.clone()),
    ];
    let finding = finding(
        article,
        line.paragraph,
        change.stated,
        &[from.figure, to.figure],
        say(article, message, &values),
    );
    let fix = (!points).then(|| right.fix(article, line, change.stated));
    Finding { fixes: fix.into_iter().collect(), ..finding }
}

/// A finding on `stated`, linked to the figures that it was counted with.
fn finding(
    article: &Article,
    paragraph: usize,
    stated: &Quantity,
    with: &[&Quantity],
    message: String,
) -> Finding {
    let mut places: Vec<Span> = with.iter().map(|figure| whole(figure)).collect();
    places.dedup();
    let related = places.into_iter().map(|span| Related {
        span: article.place(paragraph, span),
        message: article.say("percentage-mismatch-related", &[("there", article.written(paragraph, span))]),
    });
    Finding {
        check: "percentage-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, stated.span),
        message,
        related: related.collect(),
        fixes: Vec::new(),
    }
}
