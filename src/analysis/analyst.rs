//! Reading a draft, and remembering its paragraphs.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::{available_parallelism, scope};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Analysis, Anchor, Finding, Fix, Options};
use crate::article::{self, Article, Placed, anchor};
use crate::check;
use crate::document::{self, Block, Document, Format, Zone};
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
    quiet: check::Quiet,
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
        let document = document::split(text, options.format);
        match self.language(text, &document, options) {
            Some(language) => self.read(text, &document, options, language),
            None => Analysis::default(),
        }
    }

    /// Forgets what was read with another newsroom's knowledge.
    fn furnish(&mut self, options: &Options) {
        if self.newsroom != options.newsroom {
            self.memory.clear();
            self.together = article::Memory::default();
            self.quiet = check::Quiet::default();
            self.newsroom = options.newsroom.clone();
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
        let article = Article::new(language, paragraphs, anchor, self.newsroom.clone(), &mut self.together);
        Analysis {
            language: Some(language.code),
            anchor: anchor.map(|anchor| Anchor { value: anchor.value(), span: anchor.span }),
            findings: findings(&article, options, &mut self.quiet),
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
        let key = |block: &Block| {
            let raw = block.prose.as_ref().map_or_else(|| block.span.of(text), |prose| &prose.text);
            // A title in front matter is no Markdown, and what a parser gave is none either.
            let is_title = block.zone == Zone::Headline && document.front_matter.title == Some(block.span);
            let format = if is_title || block.prose.is_some() { Format::Plain } else { format };
            Key { text: raw.into(), language: language.code, format }
        };
        let keys: Vec<Key> = document.blocks.iter().map(key).collect();
        self.memory = self.known(&keys, language);
        let placed = document.blocks.iter().zip(&keys).map(|(block, key)| Placed {
            start: block.span.start as usize,
            end: block.span.end as usize,
            zone: block.zone,
            paragraph: self.memory[key].clone(),
            map: block.prose.as_ref().map(|prose| prose.map.clone()),
        });
        placed.collect()
    }

    /// These paragraphs, as far as they are remembered; the others are read.
    fn known(&mut self, keys: &[Key], language: &'static Language) -> FxHashMap<Key, Arc<Paragraph>> {
        let mut known = FxHashMap::with_capacity_and_hasher(keys.len(), Default::default());
        let mut unread = FxHashSet::default();
        for key in keys {
            match self.memory.remove_entry(key) {
                Some((key, paragraph)) => drop(known.insert(key, paragraph)),
                None if known.contains_key(key) => {}
                None => drop(unread.insert(key)),
            }
        }
        known.extend(read_all(unread.into_iter().cloned().collect(), language, &self.newsroom));
        known
    }
}

/// Paragraphs from which it is worth while to have another core read too: starting a thread takes as long as reading one.
const MANY: usize = 64;

/// Reads paragraphs, many of them on all cores: a long draft that is opened should be there at once.
fn read_all(keys: Vec<Key>, language: &'static Language, newsroom: &Newsroom) -> Vec<(Key, Arc<Paragraph>)> {
    let read = |key: Key| {
        let paragraph = Arc::new(mention::read(&key.text, language, key.format, newsroom));
        (key, paragraph)
    };
    let cores = if keys.len() < MANY { 1 } else { available_parallelism().map_or(1, NonZeroUsize::get) };
    if cores == 1 {
        return keys.into_iter().map(read).collect();
    }
    let share = keys.len().div_ceil(cores);
    let mut keys = keys.into_iter();
    let shares: Vec<Vec<Key>> = (0..cores).map(|_| keys.by_ref().take(share).collect()).collect();
    scope(|scope| {
        let threads: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(move || share.into_iter().map(read).collect::<Vec<_>>()))
            .collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined.flat_map(|read| read.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// Loads what the first draft in each language would have to wait for.
pub fn warm_up() {
    for language in Language::codes().filter_map(Language::of) {
        // A capitalised word is looked up in every table there is.
        mention::read("Xx Yy 1", language, Format::Plain, &Newsroom::default());
    }
}

/// What the checks find. A fix that would harm the markup is left out, the others are written as the format writes text.
fn findings(article: &Article, options: &Options, quiet: &mut check::Quiet) -> Vec<Finding> {
    let mut findings = check::run_all(article, &options.also, quiet);
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
