//! What can be seen of a word by which a name is recognised.
//!
//! A clue says what a word is: how it is written, which lists it stands in, which known name it belongs to. No clue is a word
//! itself, so the weights that clues have (`weights.tsv`) hold for words that nobody has listed.

macro_rules! clues {
    ($($(#[$doc:meta])* $clue:ident $name:literal,)*) => {
        /// Something that can be seen of a word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Clue { $($(#[$doc])* $clue,)* }

        impl Clue {
            /// All of them.
            pub(crate) const ALL: &'static [Clue] = &[$(Clue::$clue,)*];

            /// Its name in the table of weights.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Clue::$clue => $name,)* }
            }
        }
    };
}

clues! {
    /// No word: the sentence begins or ends here.
    Edge "edge",
    /// In small letters.
    Lower "lower",
    /// With a capital, small letters behind it.
    Capital "capital",
    /// In capitals, up to six of them.
    Acronym "acronym",
    /// In capitals, more than six.
    Shouted "shouted",
    /// One capital letter.
    Initial "initial",
    /// With capitals inside: `McDonald`, `PepsiCo`.
    Camel "camel",
    /// Capitalised, three letters at most.
    Short "short",
    /// A number.
    Number "number",
    /// A full stop.
    Stop "stop",
    Comma "comma",
    Hyphen "hyphen",
    Apostrophe "apostrophe",
    Quote "quote",
    Opening "opening",
    Closing "closing",
    Ampersand "ampersand",
    Slash "slash",
    Colon "colon",
    OtherMark "other-mark",
    /// Nothing stands between it and what is before.
    Glued "glued",
    /// The `'s` of a possessive.
    Possessive "possessive",
    /// It opens a sentence or a quotation.
    Opens "opens",
    /// It stands in a line where most words have capitals.
    Headline "headline",
    /// `Mr`, `Mme`.
    Honorific "honorific",
    /// `President`, `general`.
    Role "role",
    Particle "particle",
    Article "article",
    Locative "locative",
    In "in",
    Of "of",
    For "for",
    And "and",
    PersonVerb "person-verb",
    Kin "kin",
    Calendar "calendar",
    Organisation "organisation-word",
    RoleAdjective "role-adjective",
    Agency "agency",
    NoName "no-name",
    PlaceHead "place-head",
    Direction "direction",
    Company "company",
    Event "event",
    Versus "versus",
    Team "team-word",
    Media "media",
    PeopleNoun "people-noun",
    Numbered "numbered",
    /// What carries a name of its own that is none of a person, place or organisation: a ship, a missile.
    Vessel "vessel",
    /// What a minister is for: `Santé`, `Health`.
    Portfolio "portfolio",
    /// An adjective of a country or the name of its inhabitants.
    Demonym "demonym",
    /// It begins the name of a place that is known.
    PlaceOpens "place-opens",
    /// It goes on with one.
    PlaceGoesOn "place-goes-on",
    /// The place's name is an ordinary word, too.
    PlaceWord "place-word",
    /// It stands in the name of a commune of France.
    Commune "commune",
    /// It begins the name of a country.
    Country "country",
    PersonOpens "person-opens",
    PersonGoesOn "person-goes-on",
    OrganisationOpens "organisation-opens",
    OrganisationGoesOn "organisation-goes-on",
    /// A forename whose gender is known.
    Forename "forename",
    /// A forename of the longer list.
    MaybeForename "maybe-forename",
    Surname "surname",
    /// An ordinary word of the language.
    Ordinary "ordinary",
    /// A dictionary has it with a capital.
    DictionaryName "dictionary-name",
    /// It ends as plurals do, on an `s`.
    Plural "plural",
    /// It stands in quotation marks behind what it is the name of: `l'association « Le Relais »`.
    Called "called",
}

/// A set of clues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clues(u128);

impl Clues {
    /// With one more.
    #[inline]
    pub(crate) fn add(&mut self, clue: Clue) {
        self.0 |= 1 << clue as u32;
    }

    /// Of one clue alone.
    #[inline]
    pub(crate) fn of(clue: Clue) -> Self {
        Self(1 << clue as u32)
    }

    /// With one more, if it is there.
    #[inline]
    pub(crate) fn set(&mut self, clue: Clue, there: bool) {
        self.0 |= u128::from(there) << clue as u32;
    }

    /// Whether it is among them.
    #[inline]
    pub(crate) fn has(self, clue: Clue) -> bool {
        self.0 & (1 << clue as u32) != 0
    }

    /// All of these.
    pub(crate) const fn all(clues: &[Clue]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < clues.len() {
            set |= 1 << clues[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// Whether one clue is in both.
    #[inline]
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The number of each of them in [`Clue::ALL`].
    #[inline]
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let next = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (next < Clue::ALL.len()).then_some(next)
        })
    }

    /// The first of these that is among them.
    #[inline]
    pub(crate) fn first_of(self, wanted: &[Clue]) -> Option<Clue> {
        wanted.iter().copied().find(|clue| self.has(*clue))
    }
}
