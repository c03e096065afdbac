//! How a run ended, as scripts see it.

use std::io;
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// It ran, and there was nothing to alarm anyone about.
    Quiet,
    /// It ran, and at least one finding is an error or a warning.
    Alarms,
    /// The editor left its server without `shutdown`, for which the protocol asks for exit code 1.
    Interrupted,
    /// Something could not be done; what it was stands on standard error.
    Failed,
}

impl Outcome {
    /// `Alarms` or `Quiet`.
    pub(crate) fn of(alarms: bool) -> Self {
        if alarms { Self::Alarms } else { Self::Quiet }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Quiet => ExitCode::SUCCESS,
            Outcome::Alarms | Outcome::Interrupted => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}

/// Whether the reader of our output went away (`copydesk check … | head`), which is no fault of ours.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
