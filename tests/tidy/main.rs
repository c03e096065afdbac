//! Rules about the source tree itself. `docs/architecture.md` gives the reasons; each failure here says what to do.

mod checks;
mod layers;
mod messages;
mod purity;
mod size;
mod source;
mod tree;
mod words;

/// Fails with a list of places, where there are any.
fn assert_none(faults: Vec<String>, advice: &str) {
    assert!(faults.is_empty(), "\n\n{}\n\n{advice}\n", faults.join("\n"));
}
