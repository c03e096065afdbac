//! The sheet as one page of HTML, by the template beside this file: nothing is loaded from elsewhere.

use anyhow::Result;
use askama::Template;
use copydesk::Fact;

use super::sheet::Sheet;

/// Others that are linked at a fact; of more, the first ones.
const OTHERS: usize = 8;

/// What the template is filled with.
#[derive(Template)]
#[template(path = "sheet.html")]
struct Page<'a> {
    sheet: &'a Sheet<'a>,
    language: &'a str,
}

/// Writes the sheet.
pub(super) fn write(sheet: &Sheet) -> Result<String> {
    let language = sheet.one.analysis.language.unwrap_or("en");
    Ok(Page { sheet, language }.render()?)
}

impl Page<'_> {
    /// `l. 3`
    fn place(&self, offset: &u32) -> String {
        self.sheet.place(*offset)
    }

    /// The facts that are linked at one, by their numbers.
    fn others<'f>(&self, fact: &'f Fact) -> impl Iterator<Item = usize> + 'f {
        fact.others.iter().take(OTHERS).map(|other| other + 1)
    }

    /// A message whose marks stay on the line of the words that they belong to, where French sets a space between them.
    fn unbroken(&self, message: &str) -> String {
        let message = message.replace("« ", "«\u{a0}");
        [" »", " :", " ;", " ?", " !", " %"]
            .iter()
            .fold(message, |text, mark| text.replace(mark, &mark.replace(' ', "\u{a0}")))
    }

    /// What stands before and behind the numbers of the linked facts.
    fn also(&self) -> (&str, &str) {
        let label = self.sheet.say("also");
        label.split_once("{numbers}").unwrap_or((label, ""))
    }
}
