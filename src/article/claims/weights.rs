//! The weights of the measures: `weights.toml`, the one table that decides how sure a contradiction is.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Table;

use super::Features;

/// The weights and thresholds, read once.
pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.toml")));

/// How much each measure counts, and how many points are enough.
pub(super) struct Weights {
    /// Points from which a pair is an alarm, by the code of the language of the draft.
    alarm: FxHashMap<String, i32>,
    /// Points below an alarm that are still worth a look.
    pub(super) look: i32,
    /// One for each of [`Features::NAMES`].
    points: [f64; Features::NAMES.len()],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alarm: FxHashMap<String, i32>,
    look: i32,
    weights: Table,
}

impl Weights {
    /// # Panics
    /// Where the table does not name each measure once. It is part of the program, and a test reads it.
    fn read(text: &str) -> Self {
        let file: File = toml::from_str(text).unwrap_or_else(|e| panic!("weights.toml: {e}"));
        assert_eq!(file.weights.len(), Features::NAMES.len(), "weights.toml: one weight for each measure");
        let weight = |name: &str| file.weights.get(name).and_then(toml::Value::as_integer);
        let points = std::array::from_fn(|i| {
            let name = Features::NAMES[i];
            weight(name).unwrap_or_else(|| panic!("weights.toml: no weight for {name}")) as f64
        });
        Self { alarm: file.alarm, look: file.look, points }
    }

    /// Points from which a pair is an alarm; where a language has none of its own, the most that any has.
    pub(super) fn alarm(&self, language: &str) -> i32 {
        let most = || self.alarm.values().copied().max().unwrap_or(i32::MAX);
        self.alarm.get(language).copied().unwrap_or_else(most)
    }

    /// The points of a pair.
    pub(super) fn points(&self, features: &Features) -> i32 {
        let all = features.values().into_iter().zip(self.points);
        all.map(|(measure, weight)| measure * weight).sum::<f64>().round() as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert!(WEIGHTS.alarm("fr") > WEIGHTS.look);
        assert_eq!(WEIGHTS.alarm(""), WEIGHTS.alarm("fr").max(WEIGHTS.alarm("en")));
    }
}
