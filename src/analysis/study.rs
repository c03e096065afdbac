//! What `tools/figures` learns the weights of the figure checks from.

use crate::article::{Article, Clash, Features, Group, Reason};
use crate::span::Span;

/// The figures of a draft and the pairs of them that were compared.
#[derive(Clone, Debug, Default)]
pub struct Study {
    /// The names of the measures.
    pub names: &'static [&'static str],
    /// The figures.
    pub claims: Vec<StudiedClaim>,
    /// The pairs.
    pub pairs: Vec<Compared>,
}

/// A figure that can be compared.
#[derive(Clone, Debug)]
pub struct StudiedClaim {
    /// Where it stands.
    pub span: Span,
    /// What it is worth.
    pub value: f64,
    /// The values that its wording allows.
    pub interval: (f64, f64),
    /// Paragraph and sentence.
    pub sentence: (usize, usize),
    /// Its group.
    pub group: usize,
    /// Name of the group's kind.
    pub kind: String,
    /// Part of the draft.
    pub role: String,
}

/// Two figures that were compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Numbers of the two.
    pub claims: (usize, usize),
    /// The measures.
    pub features: Vec<f64>,
    /// The points that they give.
    pub points: i32,
    /// What is said of the pair.
    pub verdict: String,
    /// Whether the later one refers back to the earlier one.
    pub refers_back: bool,
    /// Whether the pair is silent whatever its points.
    pub silent: bool,
    /// A reason for the difference, if one was found.
    pub reason: Option<String>,
}

pub(super) fn of(article: &Article) -> Study {
    let mut group_of = vec![0; article.claims.all.len()];
    let mut pairs = Vec::new();
    for (g, group) in article.claims.groups.iter().enumerate() {
        group.iter().for_each(|claim| group_of[*claim] = g);
        pairs.extend(article.compared(group).map(|clash| compared(article, &clash)));
    }
    let claims = article.claims.all.iter().enumerate().map(|(i, claim)| {
        let figure = article.figure(i);
        StudiedClaim {
            span: article.place(claim.at.0, figure.thing.map_or(figure.span, |t| figure.span.to(t.head))),
            value: figure.value,
            interval: (figure.interval.min, figure.interval.max),
            sentence: (claim.at.0, figure.sentence),
            group: group_of[i],
            kind: match &claim.group {
                Group::Bare => "bare".into(),
                Group::Thing(_) => "thing".into(),
                Group::Toll(_) => "toll".into(),
                Group::Unit(kind, unit) => format!("{kind:?} {unit}"),
            },
            role: format!("{:?}", claim.role),
        }
    });
    Study { names: Features::NAMES, claims: claims.collect(), pairs }
}

fn compared(article: &Article, clash: &Clash) -> Compared {
    let reason =
        |r: &Reason| format!("{:?}: {}", r.what, article.written(article.claims.all[r.claim].at.0, r.span));
    Compared {
        claims: (clash.pair.earlier, clash.pair.later),
        features: clash.features.values().to_vec(),
        points: clash.points,
        verdict: format!("{:?}", clash.verdict),
        refers_back: clash.refers_back,
        silent: clash.excused,
        reason: clash.reason.as_ref().map(reason),
    }
}
