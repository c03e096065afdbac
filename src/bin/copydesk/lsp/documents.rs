//! The documents that are open, each with its latest text and its latest reading.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tower_lsp::ls_types::Uri;

use super::draft::Draft;
use super::reading::Reading;
use super::shown::Shown;
use crate::house::House;

/// A draft, or `None` once it was closed.
pub(crate) type Latest = Option<Arc<Draft>>;

/// The documents that are open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documents {
    open: Arc<Mutex<HashMap<Uri, Document>>>,
}

/// One document. Both ends keep only the latest value, so that a slow reader skips what has been superseded.
#[derive(Debug)]
struct Document {
    draft: watch::Sender<Latest>,
    reading: watch::Receiver<Option<Arc<Reading>>>,
    shown: watch::Receiver<Option<Arc<Shown>>>,
}

/// The ends of a document that its worker holds.
#[derive(Debug)]
pub(crate) struct Desk {
    /// What to read.
    pub(crate) draft: watch::Receiver<Latest>,
    /// Where to put what was understood.
    pub(crate) reading: watch::Sender<Option<Arc<Reading>>>,
    /// Where to put what is to be seen of it.
    pub(crate) shown: watch::Sender<Option<Arc<Shown>>>,
}

impl Documents {
    /// Opens a document, or replaces its text. A document that had no worker yet needs one, which takes the desk.
    pub(crate) fn open(&self, uri: Uri, draft: Draft) -> Option<Desk> {
        let draft = Some(Arc::new(draft));
        let mut open = self.lock();
        if let Some(document) = open.get(&uri) {
            document.draft.send_replace(draft);
            return None;
        }
        let (send_draft, receive_draft) = watch::channel(draft);
        let (send_reading, receive_reading) = watch::channel(None);
        let (send_shown, receive_shown) = watch::channel(None);
        open.insert(uri, Document { draft: send_draft, reading: receive_reading, shown: receive_shown });
        Some(Desk { draft: receive_draft, reading: send_reading, shown: send_shown })
    }

    /// Changes the draft of a document. One that is not open has none to change.
    pub(crate) fn change(&self, uri: &Uri, change: impl FnOnce(&mut Draft)) {
        if let Some(document) = self.lock().get(uri) {
            document.change(change);
        }
    }

    /// Takes over what holds for every draft now, and says whether that is new for any of them. The others are not read anew.
    pub(crate) fn configure_all(&self, house_of: impl Fn(&Uri) -> House) -> bool {
        let open = self.lock();
        let changed = open.iter().filter(|(uri, document)| document.configure(house_of(uri)));
        changed.count() > 0
    }

    /// Closes a document. Its worker takes its findings off the screen and then forgets it.
    pub(crate) fn close(&self, uri: &Uri) {
        if let Some(document) = self.lock().get(uri) {
            document.draft.send_replace(None);
        }
    }

    /// Forgets a document that was closed, unless it has been opened again meanwhile.
    pub(crate) fn forget(&self, uri: &Uri) {
        let mut open = self.lock();
        if open.get(uri).is_some_and(|document| document.draft.borrow().is_none()) {
            open.remove(uri);
        }
    }

    /// The reading of the text as it is now; waits for it where that is still being read.
    pub(crate) async fn reading(&self, uri: &Uri) -> Option<Arc<Reading>> {
        let (wanted, mut reading) = {
            let open = self.lock();
            let document = open.get(uri)?;
            (document.revision()?, document.reading.clone())
        };
        let is_fresh = |reading: &Reading| reading.draft.revision >= wanted;
        reading.wait_for(|reading| reading.as_deref().is_some_and(is_fresh)).await.ok()?.clone()
    }

    /// What is to be seen of the text as it is now; waits for it where that is still being read.
    pub(crate) async fn shown(&self, uri: &Uri) -> Option<Arc<Shown>> {
        let (wanted, mut shown) = {
            let open = self.lock();
            let document = open.get(uri)?;
            (document.revision()?, document.shown.clone())
        };
        let is_fresh = |shown: &Shown| shown.revision >= wanted;
        shown.wait_for(|shown| shown.as_deref().is_some_and(is_fresh)).await.ok()?.clone()
    }

    /// The addresses of the documents that are open.
    pub(crate) fn addresses(&self) -> Vec<Uri> {
        let open = self.lock();
        open.iter()
            .filter(|(_, document)| document.revision().is_some())
            .map(|(uri, _)| uri.clone())
            .collect()
    }

    /// The table. Nothing that is done under the lock can leave it half changed, so a poisoned one is as good.
    fn lock(&self) -> MutexGuard<'_, HashMap<Uri, Document>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Document {
    /// Changes its draft, which is copied only if its worker is just reading it.
    fn change(&self, change: impl FnOnce(&mut Draft)) {
        self.draft
            .send_if_modified(|draft| draft.as_mut().map(|draft| change(Arc::make_mut(draft))).is_some());
    }

    /// Takes over what holds for its draft, and says whether that is new.
    fn configure(&self, house: House) -> bool {
        self.draft.send_if_modified(|draft| {
            let draft = draft.as_mut().filter(|draft| *draft.house() != house);
            draft.map(|draft| Arc::make_mut(draft).configure(house)).is_some()
        })
    }

    /// Which revision is the latest; none once it was closed.
    fn revision(&self) -> Option<u64> {
        self.draft.borrow().as_ref().map(|draft| draft.revision)
    }
}
