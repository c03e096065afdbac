//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use copydesk::{CHECKS, Format, Options};

use crate::day;
use crate::house::House;
use crate::import::{Choice, Wanted};

/// The version, and the commit that the program was built from.
const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (", include_str!(concat!(env!("OUT_DIR"), "/commit")), ")");

/// Finds what contradicts itself in a news draft.
#[derive(Debug, Parser)]
#[command(version = VERSION, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve an editor over standard input and output (Language Server Protocol)
    Lsp {
        /// Accepted because many editors pass it; there is no other way to be served
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Report what contradicts itself in drafts
    ///
    /// Exit code: 0 if no draft raised an error or a warning, 1 if one did, 2 if something could not be read.
    Check(CheckArguments),
    /// List the dates, figures and names that were recognised in drafts
    Mentions(MentionsArguments),
    /// List all that is to be checked in a draft, with a box to tick at each figure, date, name and quotation
    Facts(FactsArguments),
    /// Print the manual's page about a check, or list all checks
    Explain {
        /// Name of the check, such as weekday-mismatch
        #[arg(value_parser = PossibleValuesParser::new(CHECKS.iter().map(|check| check.name)), hide_possible_values = true)]
        check: Option<String>,
    },
    /// List what was accepted as it stands ("these differ on purpose")
    Accepted(AcceptedArguments),
    /// Make a file of people, places and organisations for the cards
    #[command(subcommand, arg_required_else_help = true)]
    Knowledge(KnowledgeCommand),
    /// Print what makes a shell complete the commands and options of copydesk
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the page for `man`, or write all pages into a directory
    Man {
        /// Where to write the pages of all commands
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Print the JSON schema of copydesk.toml, with which editors complete and check it
    Schema,
    /// Put in place what an editor needs to run Copydesk
    Setup(SetupArguments),
}

/// What can be done with the newsroom's own knowledge.
#[derive(Debug, Subcommand)]
pub(crate) enum KnowledgeCommand {
    /// Make a register of a dump of Wikidata, or of a query result
    ///
    /// Reads a dump (JSON, an entity a line) or a result of the Wikidata Query Service (CSV, TSV), plain or packed as .gz, .bz2 or
    /// .zst, and writes one compact file. Name that file in copydesk.toml, and the cards know all that is in it:
    ///
    ///     [knowledge]
    ///     files = ["wikidata.register"]
    ///
    /// A dump is read twice: first for people, places and organisations, then for the names of their offices. If it is broken off,
    /// the same command goes on where it was. Lines that make no sense are counted, and the first ones shown.
    #[command(verbatim_doc_comment)]
    Import(ImportArguments),
}

/// Arguments of `copydesk knowledge import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The dump or query result
    pub(crate) dump: PathBuf,
    /// The file to write, such as wikidata.register; while it is made, a folder of that name and .import stands beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// What to keep
    #[arg(long, value_enum, value_delimiter = ',', default_value = "people,places,organisations")]
    pub(crate) kinds: Vec<Wanted>,
    /// Keep only what so many Wikipedias have a page of: fewer names, the better known (dumps alone)
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    pub(crate) min_sitelinks: u32,
    /// Write over a file that is there, and begin anew where an import of something else was broken off
    #[arg(long)]
    pub(crate) force: bool,
    /// Bytes that are read between two notes of how far the import has come
    #[arg(long, value_name = "BYTES", default_value_t = 256 << 20, hide = true)]
    pub(crate) note_every: u64,
}

impl ImportArguments {
    /// What to keep.
    pub(crate) fn choice(&self) -> Choice {
        Choice { kinds: self.kinds.clone(), wikis: self.min_sitelinks }
    }
}

/// Arguments of `copydesk accepted`.
#[derive(Debug, Args)]
pub(crate) struct AcceptedArguments {
    /// Where: this folder and those above it
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Take out what stands in no draft any more
    #[arg(long)]
    pub(crate) prune: bool,
}

/// Arguments of `copydesk setup`.
#[derive(Debug, Args)]
pub(crate) struct SetupArguments {
    /// Which editor
    #[arg(value_enum)]
    pub(crate) editor: Editor,
    /// Replace what was set up before without asking, changes of your own included
    #[arg(long)]
    pub(crate) yes: bool,
    /// Another build of the extension for VS Code than the one that the program carries
    #[arg(long, value_name = "FILE")]
    pub(crate) vsix: Option<PathBuf>,
}

/// The editors that `copydesk setup` knows.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Editor {
    /// VS Code, VSCodium, code-server or Cursor: installs the extension
    Vscode,
    /// Neovim: puts the plugin among its packages
    Neovim,
    /// Helix: writes languages.toml, or prints what to add to it
    Helix,
    /// Emacs: prints what to add to the init file
    Emacs,
}

/// Arguments of `copydesk check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Which drafts.
    #[command(flatten)]
    pub(crate) input: Input,
    /// What to print
    #[arg(long, value_enum, default_value_t, conflicts_with = "jsonl")]
    pub(crate) format: ReportFormat,
    /// Go on, and report on each draft again whenever it is saved
    #[arg(long, conflicts_with = "jsonl")]
    pub(crate) watch: bool,
}

/// Arguments of `copydesk mentions`.
#[derive(Debug, Args)]
pub(crate) struct MentionsArguments {
    /// Which drafts.
    #[command(flatten)]
    pub(crate) input: Input,
    /// What to print
    #[arg(long, value_enum, default_value_t, conflicts_with = "jsonl")]
    pub(crate) format: ListFormat,
}

/// Arguments of `copydesk facts`.
#[derive(Debug, Args)]
pub(crate) struct FactsArguments {
    /// The draft; `-` is standard input
    pub(crate) draft: PathBuf,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: SheetFormat,
    /// Where to write it; standard output unless given
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// What the text does not say.
    #[command(flatten)]
    pub(crate) about: About,
}

/// How a fact sheet is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum SheetFormat {
    /// Markdown
    #[default]
    Md,
    /// One page that needs nothing else, for screen, phone and paper
    Html,
    /// One JSON object, offsets in UTF-8 bytes
    Json,
}

/// Which drafts to read, and what to know of them.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Drafts, or directories of drafts, but for what .gitignore and .copydeskignore leave out; `-` is standard input
    #[arg(value_name = "FILE|DIR", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read one JSON record a line ("id", "text", "date"?, "language"?, "format"?) on standard input, and answer each on a line
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// How many records to read at once; one a core unless given
    #[arg(long, value_name = "NUMBER", requires = "jsonl")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// What the text does not say.
    #[command(flatten)]
    pub(crate) about: About,
}

/// What to know of a draft that its text does not say.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct About {
    /// Day of publication, such as 2020-12-17, for drafts that do not give it themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    pub(crate) date: Option<NaiveDate>,
    /// Language of the drafts; recognised from the text unless given
    #[arg(long, value_parser = PossibleValuesParser::new(copydesk::languages()))]
    pub(crate) language: Option<String>,
}

impl About {
    /// The same, as what the command line says of the house.
    pub(crate) fn house(&self) -> House {
        House { language: self.language.clone(), date: self.date, ..House::default() }
    }

    /// The library's options for one draft.
    pub(crate) fn options(&self, file_name: Option<String>, format: Format) -> Options {
        Options { language: self.language.clone(), date: self.date, file_name, format, ..Options::default() }
    }
}

/// What `copydesk check` prints.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ReportFormat {
    /// A report that points at the text
    #[default]
    Human,
    /// One JSON object, offsets in UTF-8 bytes
    Json,
    /// The same with one JSON object a line for each draft
    Jsonl,
    /// SARIF 2.1.0, for code scanning and review tools
    Sarif,
    /// Annotations for GitHub Actions
    Github,
}

/// What `copydesk mentions` prints.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table
    #[default]
    Human,
    /// One JSON object, offsets in UTF-8 bytes
    Json,
}
