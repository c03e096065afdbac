//! What currencies have been worth, roughly, since about 1980: enough to see that a conversion is off by a scale.

/// The least and the greatest worth of one unit in US dollars. Currencies that lost most of their worth in a few years
/// are left out: for them any rate may have been right.
pub(super) fn worth(code: &str) -> Option<(f64, f64)> {
    RATES.iter().find(|(known, ..)| *known == code).map(|(_, low, high)| (*low, *high))
}

const RATES: &[(&str, f64, f64)] = &[
    ("USD", 1.0, 1.0),
    ("EUR", 0.65, 1.6),
    ("GBP", 1.03, 2.5),
    ("CHF", 0.34, 1.4),
    ("JPY", 0.0038, 0.0135),
    ("CNY", 0.11, 0.68),
    ("CAD", 0.61, 1.2),
    ("AUD", 0.47, 1.5),
    ("NZD", 0.39, 1.2),
    ("HKD", 0.12, 0.21),
    ("SGD", 0.44, 0.85),
    ("TWD", 0.024, 0.042),
    ("KRW", 0.0005, 0.0021),
    ("INR", 0.011, 0.13),
    ("SEK", 0.09, 0.25),
    ("NOK", 0.085, 0.21),
    ("DKK", 0.08, 0.22),
    ("PLN", 0.19, 0.5),
    ("HUF", 0.0022, 0.03),
    ("ILS", 0.19, 0.7),
    ("AED", 0.26, 0.29),
    ("SAR", 0.26, 0.3),
    ("ZAR", 0.05, 1.4),
    ("THB", 0.017, 0.051),
    ("MYR", 0.2, 0.48),
    ("MAD", 0.08, 0.26),
    ("XOF", 0.0012, 0.005),
    ("BEF", 0.015, 0.035),
    ("FRF", 0.09, 0.25),
    ("DEM", 0.29, 0.75),
];
