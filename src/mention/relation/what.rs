//! The sorts of signs, and what the language files call them.

/// What a sign says of the figures on its sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A change upwards: `hausse`, `rose`.
    Rise,
    /// A change downwards: `recul`, `fell`.
    Fall,
    /// A level before the change stands behind: `passé de`, `from`.
    From,
    /// Either a level before the change stands behind, or the change itself: `de`.
    FromOrOf,
    /// A level after the change stands behind: `à`, `to`.
    To,
    /// A level to compare with stands behind: `contre`, `against`.
    Against,
    /// The level before becomes so many times itself: `doublé`, `halved`.
    Times(f64),
    /// So many times the level that stands behind: `twice as many as`, `le double de`.
    TimesOf(f64),
    /// The whole of a part stands behind: `sur`, `out of`.
    Whole,
    /// The part of a whole stands behind: `dont`, `including`.
    Part,
    /// All of what stands before, in one figure behind: `au total`, `in all`.
    Total,
    /// Made of what stands behind, and of nothing else: `consists of`.
    Consists,
    /// So many there are of it: `on compte`.
    Counts,
    /// The same in other words stands behind: `soit`, `or`.
    Equals,
    /// The share before it is of what stands behind: `25 % des hommes`.
    Of,
    /// The share before it is of all: `of the total`.
    OfAll,
    /// The share before it is of the figure that was told before: `of that sum`.
    OfThat,
    /// The share before it holds its opinion so strongly: `very`, `plutôt`.
    Degree,
    /// Those who say neither yes nor no: with them a poll is complete.
    Undecided,
    /// What is left of a whole: `les autres`, `the remaining`.
    Rest,
    /// Changes what a change is counted from: `à périmètre constant`, `annualised`.
    Basis,
    /// Says that a figure is not all: `au moins`, `notably`, `several answers`.
    Open,
    /// What stands with it is the last part: `compléter`, `le solde`.
    Completes,
    /// Says that not all are told: `notamment`, `such as`.
    Some,
    /// Says that shares may make more than a hundred: `several answers were possible`.
    Several,
    /// Below zero: `moins`, `minus`.
    Minus,
    /// `et`, `and`.
    And,
    /// Sets two halves of a sentence side by side: `tandis que`, `whereas`.
    While,
    /// Begins something else, beside or against what was said: `mais`, `when`.
    But,
    /// Another time than that of the draft: `l'an dernier`, `in 2004`.
    Time,
    /// A comma, semicolon, colon, bracket or dash.
    Mark(char),
}

impl What {
    /// Whether another statement begins behind it.
    pub fn turns(self) -> bool {
        matches!(self, Self::While | Self::But)
    }

    /// The same, or a semicolon.
    pub fn ends_clause(self) -> bool {
        self.turns() || self == Self::Mark(';')
    }

    /// What the language files call it.
    pub(super) fn named(name: &str, factor: Option<f64>) -> Option<Self> {
        Some(match name {
            "rise" => Self::Rise,
            "fall" => Self::Fall,
            "from" => Self::From,
            "from or of" => Self::FromOrOf,
            "to" => Self::To,
            "against" => Self::Against,
            "times" => Self::Times(factor?),
            "divided" => Self::Times(1.0 / factor?),
            "times of" => Self::TimesOf(factor?),
            "divided of" => Self::TimesOf(1.0 / factor?),
            "whole" => Self::Whole,
            "part" => Self::Part,
            "total" => Self::Total,
            "consists" => Self::Consists,
            "counts" => Self::Counts,
            "equals" => Self::Equals,
            "of" => Self::Of,
            "of all" => Self::OfAll,
            "of that" => Self::OfThat,
            "degree" => Self::Degree,
            "undecided" => Self::Undecided,
            "rest" => Self::Rest,
            "basis" => Self::Basis,
            "open" => Self::Open,
            "completes" => Self::Completes,
            "some" => Self::Some,
            "several" => Self::Several,
            "minus" => Self::Minus,
            "and" => Self::And,
            "while" => Self::While,
            "but" => Self::But,
            "time" => Self::Time,
            _ => return None,
        })
    }
}
