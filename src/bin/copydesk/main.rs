//! The program: a language server for editors, and the same checks for terminals and scripts.
//!
//! Everything that is understood of a draft comes from the library. What is here owns the protocol, files, arguments
//! and exit codes, and nothing else.

mod accepted_command;
mod arguments;
mod check_command;
mod checked;
mod day;
mod explain;
mod facts;
mod files;
mod find;
mod guard;
mod house;
mod import;
mod jsonl;
mod kind;
mod lines;
mod lsp;
mod manual;
mod mentions_command;
mod office;
mod outcome;
mod print;
mod progress;
mod records;
mod report;
mod setup;
mod shell;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use arguments::{Arguments, Command, KnowledgeCommand};
use outcome::Outcome;

/// Runs the program and turns its outcome into an exit code.
fn main() -> ExitCode {
    guard::set();
    match run(Arguments::parse().command) {
        Ok(outcome) => outcome.into(),
        Err(error) if outcome::is_broken_pipe(&error) => Outcome::Quiet.into(),
        Err(error) => {
            eprintln!("copydesk: {error:#}");
            Outcome::Failed.into()
        }
    }
}

/// Does what was asked for.
fn run(command: Command) -> Result<Outcome> {
    match command {
        Command::Lsp { .. } => lsp::serve(),
        Command::Check(arguments) => check_command::run(&arguments),
        Command::Mentions(arguments) => mentions_command::run(&arguments),
        Command::Facts(arguments) => facts::run(&arguments),
        Command::Explain { check } => explain::run(check.as_deref()),
        Command::Accepted(arguments) => accepted_command::run(&arguments),
        Command::Knowledge(KnowledgeCommand::Import(arguments)) => import::run(&arguments),
        Command::Completions { shell } => shell::completions(shell),
        Command::Man { out } => shell::man(out.as_deref()),
        Command::Schema => schema(),
        Command::Setup(arguments) => setup::run(&arguments),
    }
}

/// Prints the JSON schema of `copydesk.toml`.
fn schema() -> Result<Outcome> {
    print::json(&house::schema())?;
    Ok(Outcome::Quiet)
}
