//! How a house writes, where its language leaves it open: what parts the thousands, and what its agencies are called.

use super::fold;
use crate::token::Marks;

/// What a newsroom has said of the way it writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Customs {
    /// What stands between groups of three digits, as the full stop in `2.500`; empty for nothing.
    thousands: Option<String>,
    /// The names of its agencies and papers, folded.
    agencies: Vec<String>,
}

impl Customs {
    /// What a newsroom says: what stands between groups of three digits (a single character, or empty for nothing), and what
    /// its agencies and papers are called.
    pub fn new(thousands: Option<String>, agencies: &[String]) -> Self {
        Self { thousands, agencies: agencies.iter().map(|name| fold(name)).collect() }
    }

    /// What stands between groups of three digits in what is written; `None` where the house does not say.
    pub fn thousands(&self) -> Option<&str> {
        self.thousands.as_deref()
    }

    /// The same without what it says of numbers.
    #[must_use]
    pub fn without_numbers(&self) -> Self {
        Self { thousands: None, ..self.clone() }
    }

    /// Whether these words are the name of an agency or paper, alone or with more behind it: `Gazette/Belga`.
    pub fn is_agency(&self, words: &str) -> bool {
        let named = |words: &str, name: &String| {
            let rest = words.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        !self.agencies.is_empty() && self.agencies.iter().any(|name| named(&fold(words), name))
    }

    /// The marks inside numbers, where the house writes another one than its language: that one too. If it is the one that
    /// stood before decimals, a comma or a full stop may stand there instead.
    pub fn marks(&self, marks: &Marks) -> Option<Marks> {
        let mark = self.other_than(marks)?;
        let mut out = marks.clone();
        out.group.push(mark);
        if marks.decimal.contains(&mark) {
            out.decimal.push(if mark == '.' { ',' } else { '.' });
        }
        Some(out)
    }

    /// The mark of the house, if it is none of the language's.
    fn other_than(&self, marks: &Marks) -> Option<char> {
        let mark = self.thousands.as_deref()?.chars().next()?;
        let mark = if mark.is_whitespace() { ' ' } else { mark };
        let mark = if mark == '’' { '\'' } else { mark };
        (!marks.group.contains(&mark)).then_some(mark)
    }

    /// Whether a draft writes its thousands as its language does and not as the house: then it is read as its language is.
    pub fn are_not_kept(&self, text: &str, marks: &Marks) -> bool {
        self.other_than(marks).is_some()
            && text.match_indices(&marks.group[..]).any(|(at, mark)| {
                let (before, behind) = text.as_bytes().split_at(at);
                let head = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
                let tail = behind[mark.len()..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                (1..=3).contains(&head) && tail == 3 && before[before.len() - head] != b'0'
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Marks {
        Marks { group: vec![','], decimal: vec!['.'] }
    }

    fn writes(mark: &str) -> Customs {
        Customs::new(Some(mark.to_owned()), &[])
    }

    #[test]
    fn the_mark_of_the_house_is_read_too_and_decimals_have_the_other() {
        let marks = writes(".").marks(&english()).unwrap_or_default();
        assert_eq!((marks.group, marks.decimal), (vec![',', '.'], vec!['.', ',']));
        assert_eq!(writes(",").marks(&english()).map(|marks| marks.group), None, "it is the language's own");
        assert_eq!(writes("").marks(&english()).map(|marks| marks.group), None);
    }

    #[test]
    fn a_draft_that_writes_as_its_language_does_is_read_so() {
        let breaks = |text: &str| writes(".").are_not_kept(text, &english());
        assert!(breaks("12,500 men") && breaks("1,250,000 men"));
        assert!(
            !breaks("2.500 men, 7,5 million") && !breaks("in 2019,300 men") && !breaks("0,125 and 1,2345")
        );
    }

    #[test]
    fn an_agency_may_stand_with_another() {
        let customs = Customs::new(None, &["Gazette de Seraing".to_owned()]);
        assert!(customs.is_agency("GAZETTE DE SERAING") && customs.is_agency("Gazette de Seraing/Belga"));
        assert!(!customs.is_agency("Gazette") && !customs.is_agency("Gazette de Seraings"));
        assert!(!Customs::default().is_agency("Gazette"));
    }
}
