//! `60 % satisfied (31 % fairly satisfied, 29 % very satisfied)`: those who are it more and those who are it less make all who
//! are.

use crate::article::Line;
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

use super::breakdown::{Breakdown, Claim};

/// The shares of a sentence that the degrees in the brackets behind them do not make.
pub(super) fn faults<'a>(line: &Line<'a>) -> Vec<Breakdown<'a>> {
    let opens = (1..line.items.len()).filter(|at| line.items[*at].is(What::Mark('(')));
    opens.filter_map(|at| degrees(line, at)).filter(is_off).collect()
}

/// The share before a bracket, and those that fill it, each with its degree.
fn degrees<'a>(line: &Line<'a>, open: usize) -> Option<Breakdown<'a>> {
    let whole = share_before(line, open)?;
    let bracket = |at: &usize| matches!(line.items[*at].sign(), Some(What::Mark('(' | ')')));
    let close = (open + 1..line.items.len()).find(bracket)?;
    let part = |at: usize| line.items[at].figure().filter(|figure| is_plain(figure));
    let figures = || (open + 1..close).filter(|at| line.items[*at].figure().is_some());
    let told = figures().all(|at| part(at).is_some() && line.items[at + 1].is(What::Degree));
    let parts: Vec<&Quantity> = figures().filter_map(part).collect();
    let near = line.gap(open, open + 1) == 0;
    (told && near && parts.len() > 1).then_some(Breakdown { whole, parts, claim: Claim::All, closed: true })
}

/// The percentage in the clause before a bracket.
fn share_before<'a>(line: &Line<'a>, open: usize) -> Option<&'a Quantity> {
    let near = (0..open).rev().take_while(|at| line.gap(*at, open) <= CLAUSE);
    let mut near = near.take_while(|at| {
        !line.items[*at].sign().is_some_and(|what| what.turns() || matches!(what, What::Mark(_)))
    });
    near.find_map(|at| line.items[at].figure()).filter(|figure| is_share(figure))
}

/// Words between a share and the bracket behind it: who holds the opinion, and which.
const CLAUSE: usize = 16;

fn is_share(figure: &Quantity) -> bool {
    figure.kind == Kind::Percent && figure.other.is_none()
}

fn is_plain(figure: &Quantity) -> bool {
    is_share(figure) && figure.hedge.is_none()
}

/// Whether the parts miss the whole, with its hedge, by more than rounding does.
fn is_off(found: &Breakdown) -> bool {
    let (sum, whole) = (found.sum().value, found.whole.interval);
    let rounding = ROUNDED * found.parts.len() as f64;
    sum < whole.min - rounding || sum > whole.max + rounding
}

/// What each rounded share may be off.
const ROUNDED: f64 = 0.6;
