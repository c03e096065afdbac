//! The columns of a table that do not make the totals in its last row.

use crate::article::{Article, Column, Number, is_year};
use crate::mention::Quantity;

use super::breakdown;

/// A total that is further off than this is no total: an average, or a price.
const NEAR: f64 = 0.3;

/// The columns that are off in the table that begins at a paragraph.
pub(super) fn faults(article: &Article, paragraph: usize) -> Vec<Column<'_>> {
    article.columns(paragraph).into_iter().filter(is_off).collect()
}

fn is_off(column: &Column) -> bool {
    let (_, total) = column.total;
    let plain = |figure: &Quantity| breakdown::is_sum(figure) && figure.hedge.is_none() && !is_year(figure);
    let same = column.parts.iter().all(|(_, part)| plain(part) && breakdown::is_same_kind(total, part));
    let figures = || column.parts.iter().map(|(_, part)| *part).chain([total]);
    // All figures of a column are rounded alike, to the finest place that one of them has, and to whole numbers at least.
    let step = figures().map(|figure| figure.step).fold(1.0, f64::min);
    let written = |figure: &Quantity| Number { value: figure.value, give: step / 2.0 };
    let sum = Number::sum(column.parts.iter().map(|(_, part)| written(part)));
    let near = (sum.value - total.value).abs() <= NEAR * total.value;
    same && plain(total) && near && !written(total).meets(sum)
}
