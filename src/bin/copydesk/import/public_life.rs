//! Who and what of Wikidata is of public life, by its numbers there.

use copydesk::knowledge::Gender;

/// A human being.
pub(super) const HUMAN: &str = "Q5";
/// Whoever so many Wikipedias write of is known, whatever they do: singers, footballers, rivers.
pub(super) const KNOWN: u32 = 25;

/// Occupations of public life.
const OCCUPATIONS: [&str; 19] = [
    "Q82955",    // politician
    "Q193391",   // diplomat
    "Q189290",   // military officer
    "Q47064",    // military personnel
    "Q212238",   // civil servant
    "Q16533",    // judge
    "Q40348",    // lawyer
    "Q185351",   // jurist
    "Q1930187",  // journalist
    "Q43845",    // businessperson
    "Q131524",   // entrepreneur
    "Q806798",   // banker
    "Q188094",   // economist
    "Q15627169", // trade unionist
    "Q15253558", // activist
    "Q42603",    // priest
    "Q384593",   // police officer
    "Q116",      // monarch
    "Q372436",   // statesperson
];

/// Whether the occupation is one of public life.
pub(super) fn is(occupation: &str) -> bool {
    OCCUPATIONS.contains(&occupation)
}

/// The gender that a number stands for.
pub(super) fn gender(id: &str) -> Option<Gender> {
    match id {
        "Q6581072" | "Q1052281" => Some(Gender::Feminine),
        "Q6581097" | "Q2449503" => Some(Gender::Masculine),
        _ => None,
    }
}

/// Sites whose names end as those of Wikipedias do.
pub(super) fn is_no_wikipedia(site: &str) -> bool {
    matches!(
        site,
        "commonswiki"
            | "specieswiki"
            | "wikidatawiki"
            | "metawiki"
            | "mediawikiwiki"
            | "sourceswiki"
            | "outreachwiki"
            | "incubatorwiki"
    )
}
