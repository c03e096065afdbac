//! What takes its time: how far it has come, and that the editor may stop it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tower_lsp::Client;
use tower_lsp::ls_types::ProgressToken;

use super::survey::Course;

/// How often the editor is told how far the work has come.
const STEP: Duration = Duration::from_millis(200);

/// The work that is under way, by the name that the editor knows it by.
#[derive(Debug, Default)]
pub(crate) struct Tasks {
    running: Mutex<HashMap<ProgressToken, Arc<Course>>>,
}

impl Tasks {
    /// Stops the work of that name, if it is under way.
    pub(crate) fn stop(&self, token: &ProgressToken) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(course) = running.get(token) {
            course.stop();
        }
    }

    /// Lets work be stopped under a name, until it is [forgotten](Self::forget).
    pub(crate) fn remember(&self, token: ProgressToken, course: Arc<Course>) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).insert(token, course);
    }

    /// The work of that name is over.
    pub(crate) fn forget(&self, token: &ProgressToken) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(token);
    }
}

/// A name for work that no editor has given one.
pub(crate) fn new_token() -> ProgressToken {
    static LAST: AtomicU64 = AtomicU64::new(0);
    ProgressToken::String(format!("copydesk-{}", LAST.fetch_add(1, Ordering::Relaxed)))
}

/// Tells the editor how far work has come, until `work` is done; gives what it gives.
pub(crate) async fn tell<T>(
    client: &Client,
    token: ProgressToken,
    title: &str,
    course: &Course,
    work: impl Future<Output = T>,
) -> T {
    let progress = client.progress(token, title).with_percentage(0).with_cancel_button().begin().await;
    tokio::pin!(work);
    loop {
        match tokio::time::timeout(STEP, &mut work).await {
            Ok(done) => {
                progress.finish().await;
                return done;
            }
            Err(_) => {
                let (done, all) = course.place();
                let percent = (done * 100).checked_div(all).unwrap_or(0) as u32;
                progress.report_with_message(format!("{done}/{all}"), percent, Some(true)).await;
            }
        }
    }
}
