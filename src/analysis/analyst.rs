//! Reading a draft, and remembering its paragraphs.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Analysis, Anchor, Options};
use crate::article::{self, Article, Placed, anchor};
use crate::check;
use crate::document::{self, Document, Format, Zone};
use crate::knowledge::Newsroom;
use crate::language::{self, Language};
use crate::mention::{self, Paragraph};

/// Reads drafts and remembers their paragraphs, so that a draft that changed a little is read again in little time.
///
/// Its answers are those of [`analyse`], whatever it was given before. It remembers the paragraphs of the last draft.
#[derive(Debug, Default)]
pub struct Analyst {
    memory: FxHashMap<Key, Arc<Paragraph>>,
    newsroom: Arc<Newsroom>,
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
        self.furnish(options);
        let document = document::split(text);
        match self.language(text, &document, options) {
            Some(language) => self.read(text, &document, options, language),
            None => Analysis::default(),
        }
    }

    /// Forgets what was read with another newsroom's knowledge.
    fn furnish(&mut self, options: &Options) {
        if self.newsroom != options.newsroom {
            self.memory.clear();
            self.newsroom = options.newsroom.clone();
        }
    }

    /// The language of the options, of the front matter, or of the words.
    fn language(&mut self, text: &str, document: &Document, options: &Options) -> Option<&'static Language> {
        let written = document.front_matter.language.map(|span| span.of(text));
        match options.language.as_deref().or(written) {
            Some(code) => Language::of(code),
            None => self.detect(language::sample(&text[document.front_matter.end..])),
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
        let article = Article::new(language, paragraphs, anchor, self.newsroom.clone(), &mut self.together);
        Analysis {
            language: Some(language.code),
            anchor: anchor.map(|anchor| Anchor { value: anchor.value(), span: anchor.span }),
            findings: check::run_all(&article, &options.also),
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
            let raw = block.span.of(text);
            // A title in front matter is no Markdown.
            let format = if block.zone == Zone::Headline && document.front_matter.title == Some(block.span) {
                Format::Plain
            } else {
                format
            };
            let key = Key { text: raw.into(), language: language.code, format };
            let (key, paragraph) =
                match self.memory.get_key_value(&key).map(|(_, paragraph)| paragraph.clone()) {
                    Some(paragraph) => (key, paragraph),
                    None => before.remove_entry(&key).unwrap_or_else(|| {
                        (key, Arc::new(mention::read(raw, language, format, &self.newsroom)))
                    }),
                };
            placed.push(Placed {
                start: block.span.start as usize,
                zone: block.zone,
                paragraph: paragraph.clone(),
            });
            self.memory.insert(key, paragraph);
        }
        placed
    }
}

/// All that can be understood of `text`. A function of its arguments alone; never fails.
pub fn analyse(text: &str, options: &Options) -> Analysis {
    Analyst::default().analyse(text, options)
}
