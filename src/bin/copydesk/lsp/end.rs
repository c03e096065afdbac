//! How the session ends: in order, or because the editor is no more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

/// How often is looked whether the editor still runs.
const INTERVAL: Duration = Duration::from_secs(2);

/// What is known of the end of the session.
#[derive(Debug, Default)]
pub(crate) struct End {
    announced: AtomicBool,
    gone: Notify,
}

impl End {
    /// The editor asked to shut down.
    pub(crate) fn announce(&self) {
        self.announced.store(true, Ordering::SeqCst);
    }

    /// Whether it did.
    pub(crate) fn was_announced(&self) -> bool {
        self.announced.load(Ordering::SeqCst)
    }

    /// Waits until the editor's process is no more. The end of standard input tells that too, but not where another child of
    /// the editor has inherited the pipe.
    ///
    /// A process that was never seen is not watched: its number may be that of another machine or container.
    pub(crate) async fn watch(self: Arc<Self>, editor: u32) {
        if !runs(editor) {
            return;
        }
        while runs(editor) {
            tokio::time::sleep(INTERVAL).await;
        }
        self.gone.notify_one();
    }

    /// Comes back when the editor was seen to be gone.
    pub(crate) async fn editor_gone(&self) {
        self.gone.notified().await;
    }
}

/// Whether there is a process of that number. One of another user is there too.
#[cfg(unix)]
fn runs(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

/// Elsewhere there is no safe way to ask; the end of standard input has to do.
#[cfg(not(unix))]
fn runs(_process: u32) -> bool {
    false
}
