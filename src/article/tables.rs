//! The columns of a table that ends with a row of totals.

use super::{Article, is_year};
use crate::document::Zone;
use crate::mention::{Quantity, Row};

/// A column: its figures and the total below them, each with its paragraph.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    /// From the top.
    pub parts: Vec<(usize, &'a Quantity)>,
    /// In the last row.
    pub total: (usize, &'a Quantity),
}

impl Article {
    /// The columns of the table that begins at a paragraph, if its last row, and no other, holds totals.
    pub fn columns(&self, first: usize) -> Vec<Column<'_>> {
        let is_row = |at: &usize| self.paragraphs[*at].zone == Zone::Table;
        let mut out = Vec::new();
        if is_row(&first) && !first.checked_sub(1).is_some_and(|above| is_row(&above)) {
            let rows = (first..self.paragraphs.len()).take_while(is_row).count();
            self.table(first, first + rows, &mut out);
        }
        out
    }

    fn row(&self, paragraph: usize) -> Option<&Row> {
        let placed = &self.paragraphs[paragraph];
        let row = placed.paragraph.row.as_ref().filter(|_| placed.zone == Zone::Table);
        // The line under the head of a table has no words.
        row.or_else(|| (placed.zone == Zone::Table).then_some(&EMPTY))
    }

    fn table<'a>(&'a self, first: usize, end: usize, out: &mut Vec<Column<'a>>) {
        let rows: Vec<(usize, &Row)> = (first..end)
            .filter_map(|at| Some((at, self.row(at)?)))
            .filter(|(_, row)| !row.cells.is_empty())
            .collect();
        let Some(((last, totals), parts)) = rows.split_last() else { return };
        if !totals.total || parts.len() < 2 || parts.iter().any(|(_, row)| row.total) {
            return;
        }
        let figure = |paragraph: usize, index: usize| {
            (paragraph, &self.paragraphs[paragraph].paragraph.quantities[index])
        };
        for (column, index) in &totals.cells {
            let cell = |row: &&(usize, &Row)| {
                row.1.cells.iter().find(|(other, _)| other == column).map(|cell| (row.0, cell.1))
            };
            // A year in the first row is the name of its column.
            let is_name =
                |place: &(usize, usize)| place.0 == parts[0].0 && is_year(figure(place.0, place.1).1);
            let found: Vec<(usize, usize)> =
                parts.iter().filter_map(|row| cell(&row)).filter(|place| !is_name(place)).collect();
            // A heading with a number in it, such as a year, is a row of its own with fewer cells.
            if found.len() + 1 >= parts.len() && found.len() > 1 {
                let parts = found.into_iter().map(|(paragraph, index)| figure(paragraph, index)).collect();
                out.push(Column { parts, total: figure(*last, *index) });
            }
        }
    }
}

static EMPTY: Row = Row { cells: Vec::new(), total: false };
