//! What a date may say, as written.

use crate::span::Span;

/// What is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Day, month, year, or some of them, with or without the weekday.
    Calendar(Calendar),
    /// A weekday alone.
    Weekday {
        /// Monday is 1.
        weekday: u32,
        /// -1 for the last one, 1 for the next one, 0 where that is not said.
        shift: i64,
        /// Whether the nearest one is meant, before or behind: `ce jeudi`.
        near: bool,
    },
    /// Counted from the day of writing: `hier`, `l'an dernier`.
    Relative {
        /// What is counted.
        unit: String,
        /// How many, negative for the past.
        shift: i64,
    },
    /// `il y a deux ans`.
    Ago {
        /// How many; a round word or hedge makes it no exact count.
        count: f64,
        /// Whether the words around it make it inexact.
        hedged: bool,
        /// What is counted.
        unit: String,
    },
    /// Counted from another date of the text: `la veille`, `deux jours plus tard`.
    Anaphoric {
        /// What is counted.
        unit: String,
        /// How many, negative for earlier.
        shift: i64,
    },
    /// `quatre jours`.
    Duration {
        /// How many.
        count: f64,
        /// What is counted.
        unit: String,
    },
    /// `plusieurs jours`.
    Vague {
        /// What is counted.
        unit: String,
    },
    /// `tous les lundis`.
    Set {
        /// What comes again.
        unit: String,
        /// Each how manyeth: 2 for "every other".
        count: f64,
        /// The weekday, month or season that comes again, as TIMEX3 writes it behind the year: `WXX-1`, `07`, `SU`.
        each: Option<String>,
    },
    /// `désormais`, `recently`.
    Reference {
        /// As TIMEX3 writes it: `PRESENT_REF`.
        value: String,
    },
    /// A quarter, half or season: `the third quarter`, `l'été 2019`.
    Period {
        /// As TIMEX3 writes it: `Q3`, `SU`.
        name: String,
        /// Its year, where it is written.
        year: Option<i32>,
        /// -1 for the last one, 1 for the next one, where that is said.
        shift: Option<i64>,
    },
    /// The one that the text speaks of: `the quarter`, `the year-earlier quarter`.
    Definite {
        /// What it is.
        unit: String,
        /// So many years away from it.
        years: i64,
    },
    /// A feast or holiday: `Pâques 2021`, `last Thanksgiving`.
    Feast {
        /// How its day is found; `article/timeline/feast.rs` tells the notation.
        rule: String,
        /// Its year, where it is written.
        year: Option<i32>,
        /// -1 for the last one, 1 for the next one, where that is said.
        shift: Option<i64>,
    },
    /// A decade or century.
    Era {
        /// As TIMEX3 writes it: `198`, `19`.
        value: String,
    },
    /// `14h30`.
    Time {
        /// 0 to 24, if it is possible at all.
        hour: u32,
        /// 0 to 59, if it is possible at all.
        minute: u32,
    },
}

impl Form {
    /// The same without a place.
    pub(super) fn somewhere(&self) -> Self {
        let part = |part: Option<Part>| part.map(|part| Part { span: Span::default(), ..part });
        match self {
            Form::Calendar(calendar) => Form::Calendar(Calendar {
                weekday: part(calendar.weekday),
                day: part(calendar.day),
                month: part(calendar.month),
                year: part(calendar.year),
                ..calendar.clone()
            }),
            other => other.clone(),
        }
    }
}

/// Day, month, year, or some of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Monday is 1.
    pub weekday: Option<Part>,
    /// As written, possible or not.
    pub day: Option<Part>,
    /// January is 1.
    pub month: Option<Part>,
    /// Four digits.
    pub year: Option<Part>,
    /// `START`, `MID`, `END`, `FISCAL` or `WEEK`.
    pub modifier: Option<&'static str>,
    /// -1 for the last such day or month, 1 for the next one, where that is said.
    pub shift: Option<i64>,
    /// How many years from the one of the draft, where that is said: `June last year`.
    pub years: Option<i64>,
    /// Whether day and month may be meant the other way round, as in 5/4/2020; such a date proves nothing.
    pub unsure: bool,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is worth.
    pub value: i32,
    /// Where it stands; for a part lent by the next date of a list or range, where it stands there.
    pub span: Span,
    /// Whether the next or former date lent it.
    pub lent: bool,
}

/// The time of day beside a calendar date: `5 p.m.` of `5 p.m. Nov. 9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// Where it stands.
    pub span: Span,
}
