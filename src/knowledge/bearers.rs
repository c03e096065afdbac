//! Forenames and surnames of many countries, and the communes of France: names that are recognised, and of which nothing
//! else is known.

/// A list that is compiled in: one folded word a line, sorted, so that nothing has to be loaded.
#[derive(Clone, Copy, Debug)]
pub struct Bearers(&'static str);

/// Surnames of many countries.
pub const SURNAMES: Bearers = Bearers(include_str!("bearers/surnames.txt"));

/// Forenames of many countries, those without a known gender among them.
pub const FORENAMES: Bearers = Bearers(include_str!("bearers/forenames.txt"));

/// The communes of France.
pub const COMMUNES: Bearers = Bearers(include_str!("bearers/communes.txt"));

impl Bearers {
    /// Whether the folded word is in the list.
    pub fn has(self, folded: &str) -> bool {
        let (mut from, mut to) = (0, self.0.len());
        while from < to {
            let middle = self.line_start(from + (to - from) / 2);
            let line = self.line(middle);
            match line.cmp(folded) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => from = middle + line.len() + 1,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        false
    }

    /// Where the line begins that holds byte `at`.
    fn line_start(self, at: usize) -> usize {
        self.0.as_bytes()[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
    }

    fn line(self, start: usize) -> &'static str {
        let rest = &self.0[start..];
        rest.split_once('\n').map_or(rest, |(line, _)| line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for list in [SURNAMES, FORENAMES, COMMUNES] {
            assert!(list.0.lines().all(|line| list.has(line)));
            assert!(list.0.lines().is_sorted(), "sorted by bytes");
        }
        assert!(!SURNAMES.has("") && !SURNAMES.has("xyzzy"));
    }
}
