//! Reading drafts without ever taking the program down.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, anyhow};

/// What `work` gives; an error where the library panicked, which is a fault of ours and never the writer's.
///
/// One such draft in an archive of a million must not cost the answers to the others. Nothing that `work` may have
/// left half done is looked at again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        anyhow!("copydesk itself broke on this draft; please report it, with the draft if you may share it")
    })
}
