//! Reading a draft, and remembering its paragraphs.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Analysis, Anchor, Finding, Fix, Options};
use crate::article::{self, Article, Placed, anchor};
use crate::check;
use crate::document::{self, Document, Format, Zone};
use crate::language::{self, Language};
use crate::mention::{self, Paragraph};

/// Reads drafts and remembers their paragraphs, so that a draft that changed a little is read again in little time.
///
/// Its answers are those of [`analyse`], whatever it was given before. It remembers the paragraphs of the last draft.
#[derive(Debug, Default)]
pub struct Analyst {
    memory: FxHashMap<Key, Arc<Paragraph>>,
    detected: Option<(Box<str>, Option<&'static Language>)>,
    together: article::Memory,
}

/// A paragraph as it was read: its text, and how.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    text: Box<str>,
    language: &'static str,
    format: Format,
}

impl Analyst {
    /// All that can be understood of `text`. Never fails.
    ///
    /// With a language that cannot be read, nothing is.
    pub fn analyse(&mut self, text: &str, options: &Options) -> Analysis {
        let document = document::split(text, options.format);
        match self.language(text, &document, options) {
            Some(language) => self.read(text, &document, options, language),
            None => Analysis::default(),
        }
    }

    /// The language of the options, of the front matter, or of the words.
    fn language(&mut self, text: &str, document: &Document, options: &Options) -> Option<&'static Language> {
        let written = document.front_matter.language.map(|span| span.of(text));
        match options.language.as_deref().or(written) {
            Some(code) => Language::of(code),
            None => self.detect(language::sample(&document.sample(text, language::SAMPLE))),
        }
    }

    fn detect(&mut self, sample: &str) -> Option<&'static Language> {
        match &self.detected {
            Some((known, language)) if **known == *sample => *language,
            _ => {
                let language = language::detect(sample);
                self.detected = Some((sample.into(), language));
                language
            }
        }
    }

    fn read(
        &mut self,
        text: &str,
        document: &Document,
        options: &Options,
        language: &'static Language,
    ) -> Analysis {
        let paragraphs = self.paragraphs(text, document, options.format, language);
        let sources = anchor::Sources {
            text,
            front_matter: &document.front_matter,
            paragraphs: &paragraphs,
            file_name: options.file_name.as_deref(),
            given: options.date,
        };
        let anchor = anchor::find(&sources);
        let article = Article::new(language, paragraphs, anchor, &mut self.together);
        Analysis {
            language: Some(language.code),
            anchor: anchor.map(|anchor| Anchor { value: anchor.value(), span: anchor.span }),
            findings: findings(&article, options),
            article: Some(article),
        }
    }

    /// The paragraphs of the draft, those that were there before from memory; the others are forgotten.
    fn paragraphs(
        &mut self,
        text: &str,
        document: &Document,
        format: Format,
        language: &'static Language,
    ) -> Vec<Placed> {
        let mut before = std::mem::take(&mut self.memory);
        self.memory.reserve(document.blocks.len());
        let mut placed = Vec::with_capacity(document.blocks.len());
        for block in &document.blocks {
            let raw = block.prose.as_ref().map_or_else(|| block.span.of(text), |prose| &prose.text);
            // A title in front matter is no Markdown, and what a parser gave is none either.
            let is_title = block.zone == Zone::Headline && document.front_matter.title == Some(block.span);
            let format = if is_title || block.prose.is_some() { Format::Plain } else { format };
            let key = Key { text: raw.into(), language: language.code, format };
            let (key, paragraph) =
                match self.memory.get_key_value(&key).map(|(_, paragraph)| paragraph.clone()) {
                    Some(paragraph) => (key, paragraph),
                    None => before
                        .remove_entry(&key)
                        .unwrap_or_else(|| (key, Arc::new(mention::read(raw, language, format)))),
                };
            placed.push(Placed {
                start: block.span.start as usize,
                end: block.span.end as usize,
                zone: block.zone,
                paragraph: paragraph.clone(),
                map: block.prose.as_ref().map(|prose| prose.map.clone()),
            });
            self.memory.insert(key, paragraph);
        }
        placed
    }
}

/// What the checks find. A fix that would harm the markup is left out, the others are written as the format writes text.
fn findings(article: &Article, options: &Options) -> Vec<Finding> {
    let mut findings = check::run_all(article, &options.also);
    let format = options.format;
    if format.is_markup() {
        for finding in &mut findings {
            let harmless = |fix: &Fix| fix.edits.iter().all(|edit| article.is_whole(edit.span));
            finding.fixes.retain(harmless);
            let edits = finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
            edits.for_each(|edit| edit.text = format.written(&edit.text));
        }
    }
    findings
}

/// All that can be understood of `text`. A function of its arguments alone; never fails.
pub fn analyse(text: &str, options: &Options) -> Analysis {
    Analyst::default().analyse(text, options)
}
