//! `copydesk lsp`: the language server, over standard input and output.
//!
//! ```text
//! editor -> framing: hands on only what tower-lsp can decode
//!           -> server -> documents: the text, edited at once and in order
//!                        |  the latest draft; older ones that nobody read yet are dropped
//!                     worker (one a document): reads it off the runtime's threads, says what is to be seen
//!                        |  the reading
//! editor <- server <- documents: hover and quick fixes wait for the reading of the latest text
//! ```
//!
//! tower-lsp runs handlers concurrently and keeps their order only up to the first `.await` in each. So an edit is
//! applied before any, only the worker publishes, and no notification handler waits for the client.

mod abilities;
mod actions;
mod asked;
mod board;
mod capabilities;
mod closed;
mod commands;
mod completion;
mod configure;
mod decoding;
mod diagnostics;
mod documents;
mod draft;
mod edits;
mod end;
mod folder_check;
mod folders;
mod framing;
mod handlers;
mod houses;
mod hover;
mod inlay;
mod kept_files;
mod lens;
mod names;
mod outline;
mod patient;
mod pull;
mod reading;
mod server;
mod settings;
mod showing;
mod shown;
mod sure;
mod survey;
mod switches;
mod tasks;
mod translate;
mod typing;
mod worker;
mod workspace;

use std::sync::Arc;

use anyhow::{Context, Result};
use tower_lsp::{LspService, Server as Transport};

use crate::outcome::Outcome;
use end::End;
use patient::Patient;
use server::Server;

/// How many bytes may wait between standard input and the server.
const PIPE: usize = 64 * 1024;

/// How many messages may be under way. One may be a question that is answered only when something has changed.
const AT_ONCE: usize = 16;

/// Serves until the editor says `exit` or goes away. It is a fault to do either without `shutdown` before.
pub(crate) fn serve() -> Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.context("cannot start the server")?;
    let end = Arc::new(End::default());
    runtime.block_on(talk(end.clone()));
    // Waiting for the runtime would mean waiting for one more byte on standard input.
    runtime.shutdown_background();
    Ok(if end.was_announced() { Outcome::Quiet } else { Outcome::Interrupted })
}

/// Reads and answers messages until the editor has no more, or has gone.
async fn talk(end: Arc<End>) {
    let (service, socket) = LspService::build(|client| Server::new(client, end.clone()))
        .custom_method("window/workDoneProgress/cancel", Server::stop_task)
        .finish();
    let (messages, input) = tokio::io::duplex(PIPE);
    tokio::spawn(framing::relay(tokio::io::stdin(), messages));
    let serving =
        Transport::new(input, tokio::io::stdout(), socket).concurrency_level(AT_ONCE).serve(Patient(service));
    tokio::select! {
        () = serving => {}
        () = end.editor_gone() => {}
    }
}
