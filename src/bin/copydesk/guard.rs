//! Outliving a fault of ours, and telling of it without a word of the draft.
//!
//! What a panic says of itself may quote the text that it broke on. So nobody is told that, only where in the source it
//! happened: that is enough to find it, and says nothing of anybody's story.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

/// Where faults are reported.
const ISSUES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

thread_local! {
    /// Whether somebody catches what breaks on this thread.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Where something broke last. A reader that has other threads help breaks on one of theirs.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// A fault of ours: a place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    place: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (place, version) = (&self.place, env!("CARGO_PKG_VERSION"));
        write!(out, "copydesk itself broke on this draft (version {version}, {place}); ")?;
        write!(out, "please report that at {ISSUES}, with the draft if you may share it")
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// Whether nobody was told of it yet: a fault that comes back at every keystroke is told once.
    pub(crate) fn is_news(&self) -> bool {
        static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
        TOLD.lock().unwrap_or_else(PoisonError::into_inner).insert(self.place.clone())
    }
}

/// From now on, panics say nothing but their place; and that only where nobody catches them.
pub(crate) fn set() {
    set_hook(Box::new(|panic: &PanicHookInfo| {
        let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        PLACE.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&place);
        if !CAUGHT.get() {
            eprintln!("copydesk: {}", Fault { place });
        }
    }));
}

/// What `work` gives; the fault where it panicked, which is ours and never the writer's.
///
/// One such draft in an archive of a million must not cost the answers to the others. Nothing that `work` may have
/// left half done is looked at again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    CAUGHT.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(false);
    done.map_err(|_| Fault { place: PLACE.lock().unwrap_or_else(PoisonError::into_inner).clone() })
}

/// Breaks on a draft that holds what `COPYDESK_REHEARSAL` says, as a fault of ours might: so that tests see what becomes of
/// it. Only builds for tests do.
pub(crate) fn rehearse(text: &str) {
    if cfg!(debug_assertions)
        && let Ok(mark) = std::env::var("COPYDESK_REHEARSAL")
    {
        assert!(!text.contains(&mark), "rehearsed on {text}");
    }
}
