//! The program's files that are fuzzed here ask from which commit they are built.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    fs::write(Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("commit"), "fuzzed")
}
