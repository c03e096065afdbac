//! Prints what is weighed at every word: `{"id", "text", "language"}` on each line that comes in; on each that goes out the
//! tokens with start, end, whether they open a sentence, and the numbers of their features. The last line names the
//! features. `fit.py` fits the weights of names to it.

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

use serde_json::{Value, json};

fn main() -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut used = BTreeSet::new();
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let [text, language] = ["text", "language"].map(|key| record[key].as_str().unwrap_or_default());
        let seen = copydesk::features(text, language).ok_or_else(|| anyhow::anyhow!("no such language"))?;
        used.extend(seen.iter().flat_map(|(_, _, features)| features.iter().copied()));
        let token = |(span, opens, features): &(copydesk::Span, bool, Vec<usize>)| {
            json!([span.start, span.end, opens, features])
        };
        let tokens: Vec<_> = seen.iter().map(token).collect();
        writeln!(out, "{}", json!({"id": record["id"], "tokens": tokens}))?;
    }
    let names: Vec<_> = used.iter().map(|feature| (feature, copydesk::feature_name(*feature))).collect();
    writeln!(out, "{}", json!({ "names": names }))?;
    Ok(())
}
