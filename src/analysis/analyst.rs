//! Reading a draft, and remembering its paragraphs.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::{available_parallelism, scope};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Analysis, Anchor, Finding, Fix, Options};
use crate::article::{self, Article, Placed, anchor};
use crate::check;
use crate::document::{Block, Cutter, Document, Format, Zone};
use crate::knowledge::Newsroom;
use crate::language::{self, Language};
use crate::mention::{self, Paragraph};

/// Reads drafts and remembers their paragraphs, so that a draft that changed a little is read again in little time.
///
/// Its answers are those of [`analyse`], whatever it was given before. It remembers the paragraphs of the last draft.
#[derive(Debug, Default)]
pub struct Analyst {
    cutter: Cutter,
    last: Vec<Known>,
    newsroom: Arc<Newsroom>,
    detected: Option<(Box<str>, Option<&'static Language>)>,
    together: article::Memory,
    quiet: check::Quiet,
}

/// A paragraph that was read: its text, how, and what was read in it.
type Known = (Key<Box<str>>, Arc<Paragraph>);

/// What a paragraph is known by: its text, and how it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key<Text> {
    text: Text,
    language: &'static str,
    format: Format,
}

impl Key<&str> {
    fn owned(self) -> Key<Box<str>> {
        Key { text: self.text.into(), language: self.language, format: self.format }
    }
}

impl Key<Box<str>> {
    fn borrowed(&self) -> Key<&str> {
        Key { text: &self.text, language: self.language, format: self.format }
    }
}

impl Analyst {
    /// All that can be understood of `text`. Never fails.
    ///
    /// With a language that cannot be read, nothing is.
    pub fn analyse(&mut self, text: &str, options: &Options) -> Analysis {
        let document = self.cutter.split(text, options.format);
        match self.language(text, &document, options) {
            Some(language) => {
                self.furnish(text, options, language);
                self.read(text, &document, options, language)
            }
            None => Analysis::default(),
        }
    }

    /// Forgets what was read with another newsroom's knowledge, or another way to write numbers.
    fn furnish(&mut self, text: &str, options: &Options, language: &Language) {
        let (mut newsroom, customs) = (options.newsroom.clone(), options.newsroom.customs());
        if customs.are_not_kept(text, &language.habits.marks) {
            newsroom = Arc::new(newsroom.with_customs(customs.without_numbers()));
        }
        if self.newsroom != newsroom {
            self.last.clear();
            self.together = article::Memory::default();
            self.quiet = check::Quiet::default();
            self.newsroom = newsroom;
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
        let mut article =
            Article::new(language, paragraphs, anchor, self.newsroom.clone(), &mut self.together);
        article.voice = options.messages.as_deref().and_then(Language::of).unwrap_or(language);
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
        let keys = document.blocks.iter().map(|block| Key {
            text: block.prose.as_ref().map_or_else(|| block.span.of(text), |prose| &prose.text),
            language: language.code,
            format: if is_marked_up(block, document) { format } else { Format::Plain },
        });
        self.take_over(&keys.collect::<Vec<_>>(), language);
        let placed = document.blocks.iter().zip(&self.last).map(|(block, (_, paragraph))| Placed {
            start: block.span.start as usize,
            end: block.span.end as usize,
            zone: block.zone,
            paragraph: paragraph.clone(),
            map: block.prose.as_ref().map(|prose| prose.map.clone()),
        });
        placed.collect()
    }

    /// Makes the remembered paragraphs those of this draft. Those at the head and at the end that are the same stay; those in
    /// between are looked up by their text, and read where they are new.
    fn take_over(&mut self, keys: &[Key<&str>], language: &'static Language) {
        let same = |known: &Known, key: &Key<&str>| known.0.borrowed() == *key;
        let head = self.last.iter().zip(keys).take_while(|(known, key)| same(known, key)).count();
        let rest = self.last[head..].iter().rev().zip(keys[head..].iter().rev());
        let tail = rest.take_while(|(known, key)| same(known, key)).count();
        let edited = head..self.last.len() - tail;
        let before: FxHashMap<_, _> =
            self.last[edited.clone()].iter().map(|(key, paragraph)| (key.borrowed(), paragraph)).collect();
        let now = &keys[head..keys.len() - tail];
        let unread: FxHashSet<_> = now.iter().filter(|key| !before.contains_key(key)).copied().collect();
        let read: FxHashMap<_, _> =
            read_all(unread.into_iter().collect(), language, &self.newsroom).into_iter().collect();
        let known =
            |key: &Key<&str>| before.get(key).map_or_else(|| read[key].clone(), |&known| known.clone());
        let now: Vec<Known> = now.iter().map(|key| (key.owned(), known(key))).collect();
        self.last.splice(edited, now);
    }
}

/// Whether the words of a block stand between markup: a title in front matter is no Markdown, and what a parser gave is none.
fn is_marked_up(block: &Block, document: &Document) -> bool {
    let is_title = block.zone == Zone::Headline && document.front_matter.title == Some(block.span);
    !is_title && block.prose.is_none()
}

/// Paragraphs from which it is worth while to have another core read too: starting a thread takes as long as reading one.
const MANY: usize = 64;

/// Reads paragraphs, many of them on all cores: a long draft that is opened should be there at once.
fn read_all<'a>(
    keys: Vec<Key<&'a str>>,
    language: &'static Language,
    newsroom: &Newsroom,
) -> Vec<(Key<&'a str>, Arc<Paragraph>)> {
    let read = |key: &Key<&'a str>| {
        let paragraph = Arc::new(mention::read(key.text, language, key.format, newsroom));
        (*key, paragraph)
    };
    let cores = if keys.len() < MANY { 1 } else { available_parallelism().map_or(1, NonZeroUsize::get) };
    if cores == 1 {
        return keys.iter().map(read).collect();
    }
    scope(|scope| {
        let shares = keys.chunks(keys.len().div_ceil(cores));
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(move || share.iter().map(read).collect::<Vec<_>>())).collect();
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
