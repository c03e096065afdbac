//! Where nothing was found: in nearly all paragraphs of a draft, of which a keystroke changes one.
//!
//! Most checks look at a paragraph and what stands near it. Where they found nothing, they find nothing again for as long as all
//! that is the same. So what is remembered is where they found something: there they are run again, and where the draft was edited.

use crate::article::Article;

/// Paragraphs before its own that a check may look at.
pub(super) const BEFORE: usize = 5;
/// Paragraphs behind its own, or behind the list or table that follows, that a check may look at.
pub(super) const BEHIND: usize = 2;

/// The paragraphs of the last draft in which something was found.
#[derive(Debug, Default)]
pub(crate) struct Quiet {
    scene: Option<Scene>,
    /// In the order of the text.
    loud: Vec<usize>,
}

/// What checks look at beside paragraphs.
#[derive(Debug, PartialEq, Eq)]
struct Scene {
    language: &'static str,
    also: Vec<String>,
    day: Option<(i32, u32, Option<u32>)>,
    years: Vec<i32>,
}

impl Scene {
    fn of(article: &Article, also: &[String]) -> Self {
        let anchor = article.timeline.anchor;
        Self {
            language: article.language.code,
            also: also.to_vec(),
            day: anchor.map(|anchor| (anchor.year, anchor.month, anchor.day)),
            years: article.timeline.years.clone(),
        }
    }
}

/// A draft that is listened to.
pub(super) struct Heard {
    scene: Scene,
    /// The paragraphs in which something may be found, in the order of the text.
    awake: Vec<usize>,
    loud: Vec<bool>,
}

impl Quiet {
    /// Where to listen in a draft: where it was edited, and where something was found; everywhere if the scene has changed.
    pub(super) fn listen(&self, article: &Article, also: &[String]) -> Heard {
        let scene = Scene::of(article, also);
        let all = 0..article.paragraphs.len();
        let known = self.scene.as_ref() == Some(&scene);
        let edited = if known { article.common.disturbed(&article.paragraphs, BEFORE, BEHIND) } else { all };
        let loud = self.loud.iter().filter_map(|paragraph| article.common.now(*paragraph));
        let mut awake: Vec<usize> = edited.clone().collect();
        awake.extend(loud.filter(|paragraph| known && !edited.contains(paragraph)));
        awake.sort_unstable();
        Heard { scene, loud: vec![false; awake.len()], awake }
    }

    /// Remembers where something was found.
    pub(super) fn keep(&mut self, heard: Heard) {
        let loud = heard.awake.into_iter().zip(heard.loud).filter(|(_, loud)| *loud);
        self.loud = loud.map(|(paragraph, _)| paragraph).collect();
        self.scene = Some(heard.scene);
    }
}

impl Heard {
    /// Runs a check on these paragraphs, which says of each whether it found something there.
    pub(super) fn run(&mut self, mut check: impl FnMut(usize) -> bool) {
        for (paragraph, loud) in self.awake.iter().zip(&mut self.loud) {
            *loud |= check(*paragraph);
        }
    }
}
