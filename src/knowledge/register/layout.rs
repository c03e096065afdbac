//! How a register lies in its file: a first line that says what it is, a second with what it was made of, a third with how
//! long its parts are, then the parts: roles, names, beginnings, ends of blocks, blocks. Numbers are little-endian.

/// The first line.
pub const MAGIC: &[u8] = b"copydesk register 1\n";

/// What is said of a file that cannot be read to its end.
pub(super) const DAMAGED: &str =
    "the register is damaged; copy it again, or make it anew with `copydesk knowledge import`";

/// What a register was made of, and how long its parts are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Head {
    /// The day on which all this was so, in ISO 8601; empty where it is not known.
    pub as_of: String,
    /// Where it comes from, such as `Wikidata`.
    pub source: String,
    /// Bytes of the roles: French and English with a tab between them to a line.
    pub roles: usize,
    /// How many names, of eight bytes.
    pub names: usize,
    /// How many words that names begin with, of four bytes.
    pub beginnings: usize,
    /// How many blocks of rows, of which the ends are four bytes each.
    pub blocks: usize,
    /// How many rows.
    pub rows: usize,
}

impl Head {
    /// The three lines with which the file begins.
    pub fn written(&self) -> Vec<u8> {
        let numbers = [self.roles, self.names, self.beginnings, self.blocks, self.rows]
            .map(|number| number.to_string());
        let lines = format!("{}\t{}\n{}\n", self.as_of, self.source, numbers.join(" "));
        [MAGIC, lines.as_bytes()].concat()
    }

    /// The head of a file, and what follows it, which is at least as long as the head says.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), String> {
        let rest =
            bytes.strip_prefix(MAGIC).ok_or("this is no register that this version of Copydesk reads")?;
        let (head, rest) = Self::lines(rest).ok_or(DAMAGED)?;
        let length =
            head.length().filter(|length| *length <= rest.len()).and(head.blocks.checked_mul(super::ROWS));
        match length {
            Some(room) if head.rows <= room => Ok((head, rest)),
            _ => Err("the register ends too early; copy it again, or make it anew with `copydesk knowledge import`".to_owned()),
        }
    }

    fn lines(rest: &[u8]) -> Option<(Self, &[u8])> {
        let (made, rest) = line(rest)?;
        let (numbers, rest) = line(rest)?;
        let (as_of, source) = made.split_once('\t')?;
        let mut numbers = numbers.split(' ').map(|number| number.parse().ok());
        let mut number = || numbers.next().flatten();
        let (roles, names, beginnings, blocks, rows) =
            (number()?, number()?, number()?, number()?, number()?);
        let (as_of, source) = (as_of.to_owned(), source.to_owned());
        Some((Self { as_of, source, roles, names, beginnings, blocks, rows }, rest))
    }

    /// Bytes of all parts but the blocks.
    fn length(&self) -> Option<usize> {
        let fours = self.names.checked_mul(2)?.checked_add(self.beginnings)?.checked_add(self.blocks)?;
        fours.checked_mul(4)?.checked_add(self.roles)
    }
}

fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(1 << 10).position(|byte| *byte == b'\n')?;
    Some((std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]))
}

/// The next `count` numbers of `N` bytes each; the head has made sure that they are there.
pub(super) fn numbers<const N: usize, T>(
    rest: &mut &[u8],
    count: usize,
    read: impl Fn([u8; N]) -> T,
) -> Vec<T> {
    let (here, behind) = rest.split_at((count * N).min(rest.len()));
    *rest = behind;
    here.chunks_exact(N).filter_map(|bytes| bytes.try_into().ok()).map(read).collect()
}
