//! What is printed as JSON: plain shapes, offsets in UTF-8 bytes, the names that scripts rely on.

use copydesk::{Analysis, Edit, Finding, Fix, Mention, Reading, Related, Span};
use serde::Serialize;
use serde_json::Value;

use crate::lines::Lines;

/// Which draft a record speaks of.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Label<'a> {
    /// The `id` that came with it, given back.
    Id(&'a Value),
    /// The name of its file.
    Path(&'a str),
}

/// What was found in one draft.
#[derive(Debug, Serialize)]
pub(crate) struct DraftRecord<'a> {
    /// Which draft.
    #[serde(flatten)]
    label: Label<'a>,
    /// Code of the language that it was read in.
    language: Option<&'static str>,
    /// The day or month from which it speaks.
    date: Option<&'a str>,
    /// What was asked for.
    #[serde(flatten)]
    body: Body<'a>,
}

/// What was asked for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Body<'a> {
    /// By `check`: what the desk would ask about.
    Findings(Vec<FindingRecord<'a>>),
    /// By `mentions`: what was recognised.
    Mentions(Vec<MentionRecord<'a>>),
}

impl<'a> DraftRecord<'a> {
    /// The answer of `check`.
    pub(crate) fn of_findings(label: Label<'a>, analysis: &'a Analysis) -> Self {
        let findings = analysis.findings.iter().map(FindingRecord::from).collect();
        Self::new(label, analysis, Body::Findings(findings))
    }

    /// The answer of `mentions`.
    pub(crate) fn of_mentions(
        label: Label<'a>,
        analysis: &'a Analysis,
        mentions: &'a [Mention],
        text: &'a str,
    ) -> Self {
        let mentions = mentions.iter().map(|mention| MentionRecord::new(mention, text)).collect();
        Self::new(label, analysis, Body::Mentions(mentions))
    }

    /// With the number of the paragraph and the words of each finding: in `text`, extracted from a file that is no text,
    /// offsets alone would lead nobody anywhere.
    pub(crate) fn with_paragraphs(mut self, text: &'a str) -> Self {
        if let Body::Findings(findings) = &mut self.body {
            findings
                .iter_mut()
                .for_each(|finding| finding.place = Some(PlaceRecord::new(finding.span, text)));
        }
        self
    }

    /// Either answer, with what both say.
    fn new(label: Label<'a>, analysis: &'a Analysis, body: Body<'a>) -> Self {
        let date = analysis.anchor.as_ref().map(|anchor| anchor.value.as_str());
        Self { label, language: analysis.language, date, body }
    }
}

/// Two offsets.
#[derive(Clone, Copy, Debug, Serialize)]
struct SpanRecord {
    start: u32,
    end: u32,
}

impl From<Span> for SpanRecord {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A place in a file whose paragraphs alone can be counted.
#[derive(Debug, Serialize)]
struct PlaceRecord<'a> {
    paragraph: usize,
    text: &'a str,
}

impl<'a> PlaceRecord<'a> {
    fn new(span: SpanRecord, text: &'a str) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        Self { paragraph: Lines::of(text).line_of(start) + 1, text: &text[start..end] }
    }
}

/// One finding.
#[derive(Debug, Serialize)]
struct FindingRecord<'a> {
    check: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    span: SpanRecord,
    #[serde(flatten)]
    place: Option<PlaceRecord<'a>>,
    message: &'a str,
    related: Vec<RelatedRecord<'a>>,
    fixes: Vec<FixRecord<'a>>,
}

impl<'a> From<&'a Finding> for FindingRecord<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            check: finding.check,
            severity: finding.severity.name(),
            span: finding.span.into(),
            place: None,
            message: &finding.message,
            related: finding.related.iter().map(RelatedRecord::from).collect(),
            fixes: finding.fixes.iter().map(FixRecord::from).collect(),
        }
    }
}

/// Another place that a finding speaks of.
#[derive(Debug, Serialize)]
struct RelatedRecord<'a> {
    #[serde(flatten)]
    span: SpanRecord,
    message: &'a str,
}

impl<'a> From<&'a Related> for RelatedRecord<'a> {
    fn from(related: &'a Related) -> Self {
        Self { span: related.span.into(), message: &related.message }
    }
}

/// One way to put a finding right.
#[derive(Debug, Serialize)]
struct FixRecord<'a> {
    title: &'a str,
    edits: Vec<EditRecord<'a>>,
}

impl<'a> From<&'a Fix> for FixRecord<'a> {
    fn from(fix: &'a Fix) -> Self {
        Self { title: &fix.title, edits: fix.edits.iter().map(EditRecord::from).collect() }
    }
}

/// One replacement.
#[derive(Debug, Serialize)]
struct EditRecord<'a> {
    #[serde(flatten)]
    span: SpanRecord,
    text: &'a str,
}

impl<'a> From<&'a Edit> for EditRecord<'a> {
    fn from(edit: &'a Edit) -> Self {
        Self { span: edit.span.into(), text: &edit.text }
    }
}

/// One mention.
#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    #[serde(flatten)]
    span: SpanRecord,
    text: &'a str,
    #[serde(flatten)]
    reading: ReadingRecord<'a>,
}

impl<'a> MentionRecord<'a> {
    fn new(mention: &'a Mention, text: &'a str) -> Self {
        Self { span: mention.span.into(), text: mention.span.of(text), reading: (&mention.reading).into() }
    }
}

/// How a mention was read. An open `max` is `null`: JSON knows no infinity.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum ReadingRecord<'a> {
    Date {
        r#type: &'static str,
        value: &'a str,
    },
    Quantity {
        value: f64,
        min: f64,
        max: f64,
        unit: Option<&'a str>,
        hedge: Option<&'a str>,
        thing: Option<&'a str>,
        number: Option<SpanRecord>,
    },
    Name {
        r#type: &'static str,
        entity: usize,
        canonical: &'a str,
    },
    Description {
        entity: usize,
        canonical: &'a str,
    },
}

impl<'a> From<&'a Reading> for ReadingRecord<'a> {
    fn from(reading: &'a Reading) -> Self {
        match reading {
            Reading::Date { kind, value } => Self::Date { r#type: kind, value },
            Reading::Quantity { value, min, max, unit, hedge, thing, number } => Self::Quantity {
                value: *value,
                min: *min,
                max: *max,
                unit: unit.as_deref(),
                hedge: hedge.as_deref(),
                thing: thing.as_deref(),
                number: number.map(SpanRecord::from),
            },
            Reading::Name { kind, entity, canonical } => {
                Self::Name { r#type: kind, entity: *entity, canonical }
            }
            Reading::Description { entity, canonical } => Self::Description { entity: *entity, canonical },
        }
    }
}
