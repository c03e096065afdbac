//! Tells the program from which commit it is built, for `copydesk --version`.

use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

/// What stands there where nothing is known.
const UNKNOWN: &str = "commit unknown";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=COPYDESK_COMMIT");
    let out = env::var("OUT_DIR").unwrap_or_default();
    let commit = given().or_else(packaged).or_else(|| from_git(&out)).unwrap_or_else(|| UNKNOWN.to_owned());
    fs::write(Path::new(&out).join("commit"), commit)
}

/// What a packager says who builds from a copy without Git.
fn given() -> Option<String> {
    env::var("COPYDESK_COMMIT").ok().filter(|commit| !commit.is_empty())
}

/// What Cargo noted when it packaged the source for a registry.
fn packaged() -> Option<String> {
    let noted = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, behind) = noted.split_once("\"sha1\"")?;
    let hash: String = behind.chars().skip_while(|c| !c.is_ascii_hexdigit()).take(SHORT).collect();
    (hash.len() == SHORT).then_some(hash)
}

/// Digits by which a commit is called.
const SHORT: usize = 9;

/// What Git says, for release builds alone: at work, each commit would build everything again.
fn from_git(out: &str) -> Option<String> {
    if !Path::new(out).components().any(|part| part.as_os_str() == "release") {
        return None;
    }
    // A copy without Git may lie inside another repository, whose commit would be a lie.
    let top = fs::canonicalize(git(&["rev-parse", "--show-toplevel"])?).ok()?;
    if top != fs::canonicalize(".").ok()? {
        return None;
    }
    for file in ["HEAD", "logs/HEAD"] {
        println!("cargo::rerun-if-changed={}", git(&["rev-parse", "--git-path", file])?);
    }
    git(&["log", "-1", &format!("--abbrev={SHORT}"), "--date=short", "--format=%h, %cd"])
}

/// What Git prints; `None` where it is not there or fails.
fn git(arguments: &[&str]) -> Option<String> {
    let output =
        Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    let printed = String::from_utf8(output.stdout).ok()?;
    Some(printed.trim().to_owned()).filter(|printed| !printed.is_empty())
}
