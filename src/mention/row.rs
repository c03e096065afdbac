//! A row of a table: which figure stands in which column, and whether it is the row of totals.

use super::{Quantity, Reader};

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The columns of its figures, by their numbers in the paragraph: a column with two figures has none.
    pub cells: Vec<(usize, usize)>,
    /// Whether its first words say that it holds the totals.
    pub total: bool,
}

/// Words at the head of a row in which `total` stands.
const HEAD: usize = 3;

/// Reads a row, if the paragraph is one.
pub(super) fn read(reader: &Reader, quantities: &[Quantity]) -> Option<Row> {
    let is_bar = |at: &usize| reader.tokens[*at].is_mark('|');
    reader.tokens.first().filter(|token| token.is_mark('|'))?;
    let column = |quantity: &Quantity| (0..quantity.tokens.0).filter(is_bar).count();
    let all: Vec<usize> = quantities.iter().map(column).collect();
    let alone = |column: &usize| all.iter().filter(|other| *other == column).count() == 1;
    let cells =
        all.iter().enumerate().filter(|(_, column)| alone(column)).map(|(index, column)| (*column, index));
    let total = (1..reader.tokens.len().min(1 + HEAD))
        .take_while(|at| !is_bar(at))
        .any(|at| reader.language.has(reader.language.classes.total, &reader.tokens[at]));
    Some(Row { cells: cells.collect(), total })
}
