//! Readable tables: one line an entry, cells parted by tabs, the first line naming the columns.
//!
//! Lines that are empty or start with `#` are for the reader alone. Empty cells at the end of a line may be left out.

use std::fmt;

/// A table as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// Its file, for messages.
    pub file: &'a str,
    /// All of its text.
    pub text: &'a str,
}

/// One line of a table with as many cells as the table has columns.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, const N: usize> {
    file: &'a str,
    line: usize,
    /// What stands in each column; empty where nothing does.
    pub cells: [&'a str; N],
}

/// Where a table cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for TableError {}

impl<'a> Table<'a> {
    /// Its lines, each with one cell for each of `columns`, which its first line must name in that order.
    pub fn rows<const N: usize>(
        self,
        columns: [&str; N],
    ) -> Result<impl Iterator<Item = Result<Row<'a, N>, TableError>>, TableError> {
        let mut lines =
            self.text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let (number, head) = lines.next().unwrap_or((0, ""));
        if !head.split('\t').eq(columns) {
            return Err(self.error(number + 1, format!("the columns must be: {}", columns.join(", "))));
        }
        Ok(lines.map(move |(number, line)| self.row(number + 1, line)))
    }

    fn row<const N: usize>(self, line: usize, text: &'a str) -> Result<Row<'a, N>, TableError> {
        let mut cells = [""; N];
        for (column, cell) in text.split('\t').enumerate() {
            let Some(slot) = cells.get_mut(column) else {
                return Err(self.error(line, format!("more than {N} cells")));
            };
            *slot = cell;
        }
        Ok(Row { file: self.file, line, cells })
    }

    fn error(self, line: usize, message: String) -> TableError {
        TableError { file: self.file.to_owned(), line, message }
    }
}

impl<'a, const N: usize> Row<'a, N> {
    /// An error that points at this line.
    pub fn error(&self, message: impl Into<String>) -> TableError {
        TableError { file: self.file.to_owned(), line: self.line, message: message.into() }
    }

    /// The number in `column`, `None` where the cell is empty.
    pub fn number<T: std::str::FromStr>(&self, column: usize) -> Result<Option<T>, TableError> {
        let cell = self.cells[column];
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|_| self.error(format!("not a number: {cell}")))
    }

    /// Whether `column` holds `yes`; its cell is empty otherwise.
    pub fn flag(&self, column: usize) -> Result<bool, TableError> {
        match self.cells[column] {
            "" => Ok(false),
            "yes" => Ok(true),
            other => Err(self.error(format!("neither `yes` nor empty: {other}"))),
        }
    }

    /// The day, month or year in `column` (`2020-12-17`, `2020-12`, `2020`), `None` where the cell is empty.
    pub fn date(&self, column: usize) -> Result<Option<&'a str>, TableError> {
        let cell = self.cells[column];
        match cell.len() {
            0 => Ok(None),
            4 | 7 | 10 if is_date(cell) => Ok(Some(cell)),
            _ => Err(self.error(format!("not a date: {cell}"))),
        }
    }
}

fn is_date(cell: &str) -> bool {
    cell.bytes()
        .enumerate()
        .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<Row<'_, 2>>, TableError> {
        Table { file: "small.tsv", text }.rows(["name", "since"])?.collect()
    }

    #[test]
    fn comments_are_skipped_and_missing_cells_are_empty() {
        let rows = rows("# A comment.\nname\tsince\n\nAnn\t2020-01\nBob\n").expect("well formed");
        assert_eq!(rows.iter().map(|row| row.cells).collect::<Vec<_>>(), [["Ann", "2020-01"], ["Bob", ""]]);
        assert_eq!(rows[0].date(1), Ok(Some("2020-01")));
        assert_eq!(rows[1].date(1), Ok(None));
    }

    #[test]
    fn an_error_names_file_and_line() {
        let wide = rows("name\tsince\nAnn\t2020\t3\n").expect_err("three cells");
        assert_eq!(wide.to_string(), "small.tsv:2: more than 2 cells");
        let head = rows("since\tname\n").expect_err("wrong head");
        assert_eq!(head.to_string(), "small.tsv:1: the columns must be: name, since");
        let row = rows("# x\nname\tsince\nAnn\tlong ago\n").expect("well formed")[0];
        assert_eq!(row.date(1).expect_err("no date").to_string(), "small.tsv:3: not a date: long ago");
        assert_eq!(
            row.number::<u32>(1).expect_err("none").to_string(),
            "small.tsv:3: not a number: long ago"
        );
    }
}
