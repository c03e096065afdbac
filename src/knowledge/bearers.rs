//! Forenames and surnames of many countries, and the communes of France: names that are recognised, and of which nothing
//! else is known.

use std::sync::LazyLock;

/// A list that is compiled in: one folded word a line, sorted. All that is made of it, when it is first asked, is where its
/// lines begin.
#[derive(Debug)]
pub struct Bearers {
    text: &'static str,
    starts: LazyLock<Vec<u32>>,
}

/// Declares a list, by its name and file.
macro_rules! bearers {
    ($($(#[$doc:meta])* $name:ident $file:literal)*) => {
        $($(#[$doc])* pub static $name: Bearers =
            Bearers { text: include_str!($file), starts: LazyLock::new(|| starts(include_str!($file))) };)*
    };
}

bearers! {
    /// Surnames of many countries.
    SURNAMES "bearers/surnames.txt"
    /// Forenames of many countries, those without a known gender among them.
    FORENAMES "bearers/forenames.txt"
    /// The communes of France.
    COMMUNES "bearers/communes.txt"
}

/// Where the lines begin, and where one behind the last would.
fn starts(text: &str) -> Vec<u32> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let open = (!text.ends_with('\n')).then_some(text.len() as u32 + 1);
    std::iter::once(0).chain(ends.map(|(end, _)| end as u32 + 1)).chain(open).collect()
}

impl Bearers {
    /// Whether the folded word is in the list.
    pub fn has(&self, folded: &str) -> bool {
        let starts = &*self.starts;
        let line = |at: usize| &self.text.as_bytes()[starts[at] as usize..starts[at + 1] as usize - 1];
        let (mut from, mut to) = (0, starts.len() - 1);
        while from < to {
            let middle = from + (to - from) / 2;
            match line(middle).cmp(folded.as_bytes()) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for list in [&SURNAMES, &FORENAMES, &COMMUNES] {
            assert!(list.text.lines().all(|line| list.has(line)));
            assert!(list.text.lines().is_sorted(), "sorted by bytes");
        }
        assert!(!SURNAMES.has("") && !SURNAMES.has("xyzzy"));
    }
}
