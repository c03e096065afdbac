//! What the files of a language say: every word to be recognised, every pattern, every message.
//!
//! They are read once, when a draft in the language is first seen, and live as long as the program.

mod detect;
mod load;
mod messages;

pub use detect::{SAMPLE, detect, sample};
pub use messages::Messages;

use std::fmt;
use std::sync::LazyLock;

use crate::pattern::{ClassId, Lexicon, Match, RuleSet};
use crate::token::{Habits, Token};

/// A language that drafts can be read in.
pub struct Language {
    /// ISO 639-1 code, such as `fr`.
    pub code: &'static str,
    /// How it writes numbers and apostrophes.
    pub habits: Habits,
    /// Its words and their classes.
    pub lexicon: Lexicon,
    /// What it says to the user.
    pub messages: Messages,
    /// The classes that the readers ask for by name.
    pub classes: Classes,
    /// Where the noun behind a number stands.
    pub head: Head,
    /// How verbs of the future end (`-eront`), where that tells them.
    pub future: Vec<String>,
    /// How adjectives behind a noun end (`-iste`), where they stand there.
    pub adjective: Vec<String>,
    /// Patterns of dates.
    pub dates: RuleSet,
    /// Patterns of figures.
    pub quantities: RuleSet,
    /// Words that put a figure beside another one, or say when, where or how it holds.
    pub cues: RuleSet,
    /// Words that relate the figures of a sentence: parts and totals, changes and levels.
    pub relations: RuleSet,
    /// Words behind a percentage that say what it is a share of.
    pub shares: RuleSet,
    /// What became of the people whom a figure counts.
    pub tolls: RuleSet,
    /// Patterns of datelines and of web furniture that dates a draft.
    pub datelines: RuleSet,
    /// Patterns of years counted from an event.
    pub anniversaries: RuleSet,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.code)
    }
}

/// Where the noun behind a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Head {
    /// It is the first word that is no adjective, as in French.
    First,
    /// It is the first plural, as in English.
    Plural,
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The classes that the readers ask for by name; a language file must have them all.
        #[derive(Clone, Copy, Debug)]
        pub struct Classes { $($(#[$doc])* pub $name: ClassId,)* }

        impl Classes {
            const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            fn new(id: impl Fn(&str) -> ClassId) -> Self {
                Self { $($name: id(stringify!($name)),)* }
            }
        }
    };
}

classes! {
    /// News agencies, as a dateline names them.
    agency,
    /// Articles and the like.
    article,
    /// What stands before a figure and makes it inexact.
    hedge,
    /// What stands behind a figure and makes it inexact.
    hedge_after,
    /// `un`, `a`: a number only before a unit or a scale.
    one,
    /// Words behind a number that are no noun.
    no_noun,
    /// Nouns that are counted, but say nothing: `fois`.
    uncounted,
    /// Plurals that do not look like one.
    plural,
    /// Words of plans, demands, forecasts and limits.
    modal,
    /// Articles and the like before one known thing: `l'`, `cette`, `the`.
    known,
    /// Words behind which stands what a figure is compared with: `from` a year ago.
    base,
    /// Words of what is asked for, aimed at or allowed.
    demand,
    /// `%`, `pour cent`.
    percent,
    /// `par jour`, `per head`.
    rate,
    /// `moyenne`, `record`, `total`.
    statistic,
    /// Words by which somebody says something.
    speech,
    /// Words that may stand between a role and its bearer: `sortant`.
    role_adjective,
    /// Words before a full stop that ends no sentence.
    abbreviation,
    /// Number words and their worth: `deux`, `cent`.
    numeral,
    /// Words that stand between number words: `et`.
    numeral_joint,
    /// Number words that take ten to nineteen behind them: `soixante`.
    vigesimal,
    /// Number words that open no number: `cents`.
    numeral_inside,
    /// `un`, `one`: a number behind or before other number words.
    single,
    /// `virgule`, `point`: decimals follow in words.
    decimal_word,
    /// `minus`, `négatif`.
    minus,
    /// Words before `moins` that make it no sign: `au moins`.
    not_minus,
    /// `entre`, `between`: two numbers follow.
    between,
    /// Letters glued to a number that multiply it: `10k`.
    suffix,
    /// By what a fraction divides: `tiers`, `fifths`.
    denominator,
    /// `half`, as in `half a million`.
    half_of,
    /// What stands between a fraction and its whole: `of`.
    fraction_of,
    /// Words behind which a part is none: `quart de finale`.
    no_fraction,
    /// Parts that are stretches of time as well: `quarters`.
    timed_part,
    /// `euros`, `$` behind a number.
    currency,
    /// `km`, `degrees`.
    unit,
    /// `points`.
    point,
    /// Units that are part of the one before them: `inches`, `centimes`.
    part_of,
    /// `first`, `troisième`.
    nth,
    /// Units of time: `years`.
    time_unit,
    /// Words that multiply: `million`.
    scale,
    /// `demi`, as in `un million et demi`.
    half,
    /// Words that say nothing of what is counted.
    stop,
    /// Words before a list of those that were counted: `il s'agit de`.
    namely,
    /// Articles before a count that may be one item of several: `les trois États baltes, la Suède`.
    pointing,
    /// Verbs between a count and the names of those counted: `sont`, `are`.
    copula,
    /// Nouns for what is told one by one: `mesures`, `conditions`.
    listed,
    /// Words at the head of a row of totals.
    total,
    /// What becomes of people, of which each has but one: `morts`, `blessés`, `disparus`.
    fate,
    /// Nouns for people of any sort: `personnes`, `people`.
    people,
    /// Adjectives that stand before the noun.
    fronted,
    /// Articles and the like that refer back: `les`, `ces`.
    definite,
    /// Those of them that point at what has just been told: `cette`, `this`.
    demonstrative,
    /// Words that end a clause.
    clause,
    /// Titles before a name.
    title,
    /// Offices of which a person holds one at a time, as `group:office`.
    office,
    /// Words by which an office is not, or no longer, held: `ancien`, `named`.
    office_change,
    /// The same directly behind an office or its holder, and nowhere else: `jusqu'`, `since`.
    office_until,
    /// What offices are called for short: `minister` of a `defence minister`.
    office_short,
    /// Several who hold an office, and what one of them is called.
    offices,
    /// Words between an office and what it is for: `de`, `of`.
    office_for,
    /// Words behind an office by which it is a thing: `post`, `election`.
    of_office,
    /// Articles before one who is known, with the gender that they tell: `le`, `the`.
    the_one,
    /// Words before such an article by which somebody holds the office, or does not: `est`, `pas`.
    not_the_one,
    /// Words before an office of which there are several: `another`.
    another,
    /// Words inside a name: `de`, `van`.
    particle,
    /// Words by which a draft speaks of how a name is spelt: `orthographié`, `sic`.
    spelling,
    /// Words that open the name of an organisation.
    organisation,
    /// `of`, `de`: inside and before names.
    name_of,
    /// `in`, `à`: before places more than before anything else.
    name_in,
    /// `for`, `pour`: inside names of organisations.
    name_for,
    /// `and`, `et`, `&`: between names and inside them.
    name_and,
    /// What people do: `told`, `a déclaré`.
    person_verb,
    /// Words beside a person's name: `daughter`, `née`.
    kin,
    /// What a place is: `river`, `rue`.
    place_head,
    /// Words that open the name of a place: `northern`, `saint`.
    place_direction,
    /// What a company is or is called: `Ltd`, `carmaker`.
    company,
    /// Capitalised things that are neither people, places nor organisations: `cup`, `traité`.
    name_event,
    /// Words between opponents: `beat`, `contre`.
    versus,
    /// Words of sports: a city beside them plays.
    team_word,
    /// What newspapers and broadcasters are called.
    media,
    /// Words behind the name of a people: `language`, `troops`.
    people_noun,
    /// What carries a name of its own that is neither a person, a place nor an organisation: a frigate, a missile.
    vessel,
    /// What a minister is for: `Santé`, `Defence`.
    portfolio,
    /// Words before a number that is part of a name, but no name of ours: `Article 5`.
    numbered,
    /// Capitalised words that are no names.
    not_a_name,
    /// Words of time: what stands near them has a date of its own.
    time_word,
    /// Words of markets and results.
    market,
    /// Prepositions that stand before a place.
    locative,
    /// Words by which some of many are picked out behind them: `les cinq pays avec le plus de points`.
    picking,
    /// Words between a time and its day: `à`, `on`.
    at_time,
    /// Number words that open a year read in pairs: `nineteen` of `nineteen ninety-six`.
    year_opening,
    /// Words by which a date is moved to another one: `avancé`.
    moved,
    /// Words before a day that has been: `depuis`.
    since,
    /// Plans that came to nothing, or are told as of old: `had been due`.
    tense_over,
    /// Words before the first of two times of day: `de`, `from`.
    range_lead,
    /// Words between the two: `à`, `until`.
    range_joint,
    /// Words of what keeps hours: `ouvert`, `closed`.
    opening,
    /// Words by which a text says that a day does not exist.
    no_such_day,
    /// Words of calendars that are not ours: `julien`, `BC`.
    old_calendar,
    /// Words that say so of the day right behind them: `there is no`.
    denial,
    /// Words whose number is a name: `page`, `route`.
    label,
    /// Words that end the phrase before them: `the day before, in`.
    closes,
    /// Words between a time and a full date: `on`. Where there are none, the two are two.
    at_clock,
    /// Words before a date that look ahead: `d'ici`, `by`.
    until,
    /// Words that tell of the past: `said`, `a annoncé`.
    tense_past,
    /// Words that end as verbs of the future do, and are none: `opera`.
    no_future,
    /// Words that tell of the future: `will`, `aura`.
    tense_future,
    /// Words behind which a participle tells nothing of the past: `to be published`.
    passive,
    /// Words between two weekdays that lie side by side: `ou`.
    side,
    /// What makes the word before it an owner: `'s`.
    owner,
    /// `né`, `born`: the date behind is a birth.
    birth,
    /// `fondé`, `founded`: the date behind is a founding.
    founded,
    /// `fêté ses`, `turned`: the age behind begins.
    turned,
    /// `à`, `at`: at the age behind something happens.
    at_age,
    /// `il`, `she`: somebody, who has birthdays.
    pronoun,
    /// Words between a name and an age: `âgé de`.
    of_age,
    /// `mort`, `died`: the age beside it is the last.
    death,
    /// `alors`, `then`: the age beside it is one of the past.
    back_then,
    /// Words between two dates of which one explains the other: `en`, `le`.
    date_joint,
    /// Words that equate a period and its length: `soit`.
    amounts,
    /// Words by which something takes place in a period: `aura lieu`, `runs`.
    takes_place,
    /// Days that are not all of the calendar's: `ouvrables`.
    some_days,
    /// Words for what happens on a day, by kind.
    event,
    /// Words before an event by which there may be another such event: `nouveau`.
    other_event,
    /// Between a length of time and the event that it is counted from: `two days after the vote`.
    counted_from,
    /// Words by which an event was moved or comes again: `reporté`.
    moved_event,
    /// `de`, `of`: between a noun and the date that belongs to it.
    of_event,
    /// `l'`, `the`: before the noun of an event.
    the_event,
    /// Months.
    month,
    /// Days of the week.
    weekday,
}

/// The files of a language, read when it is first asked for.
macro_rules! language {
    ($code:literal: $($room:literal),*) => {
        ($code, LazyLock::new(|| load::load($code, &[
            $(($room, include_str!(concat!("language/", $code, "/", $room, ".toml"))),)*
        ])))
    };
}

/// Every language, one line each.
static LANGUAGES: [(&str, LazyLock<Language>); 2] = [
    language!("fr": "words", "dates", "events", "figures", "arithmetic", "names", "messages"),
    language!("en": "words", "dates", "events", "figures", "arithmetic", "names", "messages"),
];

impl Language {
    /// The language of that code, if it can be read. It is loaded when it is first asked for.
    pub fn of(code: &str) -> Option<&'static Language> {
        LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, language)| &**language)
    }

    /// The codes of the languages that can be read.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(code, _)| *code)
    }

    /// Whether a member of the class stands at token `at`, and where it ends.
    pub fn is(&self, class: ClassId, tokens: &[Token], at: usize) -> Option<usize> {
        self.lexicon.longest(class, tokens, at).map(|(end, _)| end)
    }

    /// Whether the word of this token is in the class, read alone.
    #[inline]
    pub fn has(&self, class: ClassId, token: &Token) -> bool {
        self.lexicon.holds(class, token)
    }

    /// Whether the word, read alone, may stand inside a name: `de`, `van`.
    pub fn is_particle(&self, word: &str) -> bool {
        self.lexicon.may_open(self.classes.particle, self.lexicon.id(&word.to_lowercase()))
    }

    /// The longest match of the rules at token `at`.
    pub fn longest<'a>(&self, rules: &'a RuleSet, tokens: &[Token], at: usize) -> Option<Match<'a>> {
        rules.longest(&self.lexicon, tokens, at)
    }
}
