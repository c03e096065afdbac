//! Prints the pairs of figures that Copydesk compares, with what it measures about each: what `tools/figures/fit.py`
//! learns from. Reads the records of `copydesk check --jsonl` and answers one line each.

use std::io::{BufRead, Write, stdin, stdout};

use copydesk::{Analyst, Options, Study};
use serde_json::{Value, json};

fn main() -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(stdout().lock());
    let mut analyst = Analyst::default();
    for line in stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default();
        let options = Options {
            language: record["language"].as_str().map(str::to_owned),
            date: record["date"].as_str().and_then(|date| date.parse().ok()),
            ..Options::default()
        };
        let study = analyst.analyse(text, &options).study();
        writeln!(out, "{}", answer(&record["id"], &study))?;
    }
    Ok(())
}

fn answer(id: &Value, study: &Study) -> Value {
    let claims = study.claims.iter().map(|claim| {
        json!({
            "start": claim.span.start, "end": claim.span.end, "value": claim.value, "interval": claim.interval,
            "sentence": claim.sentence, "group": claim.group, "kind": claim.kind, "role": claim.role,
        })
    });
    let pairs = study.pairs.iter().map(|pair| {
        json!({ "claims": pair.claims, "features": pair.features, "points": pair.points, "verdict": pair.verdict, "back": pair.refers_back, "silent": pair.silent, "reason": pair.reason })
    });
    json!({ "id": id, "names": study.names, "claims": claims.collect::<Vec<_>>(), "pairs": pairs.collect::<Vec<_>>() })
}
