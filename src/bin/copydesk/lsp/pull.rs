//! Findings as answers to an editor that asks for them: all of a draft, or only that they are what the editor has.

use std::collections::HashMap;

use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport,
    PreviousResultId, RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::shown::Shown;

/// The answer for one draft. Of a draft that is not open nothing is to be seen.
pub(crate) fn of_draft(shown: Option<&Shown>, has: Option<&str>) -> DocumentDiagnosticReportResult {
    let (id, items) = shown.map_or((None, Vec::new()), |shown| (Some(shown.id()), shown.diagnostics.clone()));
    let report = match id {
        Some(result_id) if has == Some(&result_id) => {
            let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
            let unchanged = RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report,
            };
            DocumentDiagnosticReport::Unchanged(unchanged)
        }
        result_id => {
            let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
            let full = RelatedFullDocumentDiagnosticReport {
                related_documents: None,
                full_document_diagnostic_report,
            };
            DocumentDiagnosticReport::Full(full)
        }
    };
    report.into()
}

/// What is to be seen of one draft of a folder.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Where it is.
    pub(crate) uri: Uri,
    /// The editor's number for its text, if it is open.
    pub(crate) version: Option<i64>,
    /// A name for these diagnostics.
    pub(crate) id: String,
    /// The diagnostics.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The language that it was read in.
    pub(crate) language: Option<&'static str>,
    /// Whether it is told of to an editor that asks about all drafts.
    pub(crate) listed: bool,
}

impl Seen {
    /// What is to be seen of a draft that is open.
    pub(crate) fn of_open(uri: Uri, shown: &Shown) -> Self {
        let (version, diagnostics) = (Some(i64::from(shown.version)), shown.diagnostics.clone());
        Self { uri, version, id: shown.id(), diagnostics, language: shown.language, listed: true }
    }

    /// That there is nothing to be seen.
    pub(crate) fn nothing(uri: Uri, id: String) -> Self {
        Self { uri, version: None, id, diagnostics: Vec::new(), language: None, listed: true }
    }
}

/// What tells addresses apart: editors write the same one in several ways.
pub(crate) fn key(uri: &Uri) -> String {
    uri.to_file_path().map_or_else(|| uri.as_str().to_owned(), |path| path.to_string_lossy().into_owned())
}

/// The answer for all drafts, to an editor that has some of it; drafts that are no more have nothing to be seen.
pub(crate) fn of_all(seen: Vec<Seen>, has: &[PreviousResultId]) -> WorkspaceDiagnosticReport {
    let mut left: HashMap<String, &PreviousResultId> = has.iter().map(|one| (key(&one.uri), one)).collect();
    let mut items: Vec<_> = seen
        .into_iter()
        .map(|one| match left.remove(&key(&one.uri)) {
            Some(known) if known.value == one.id => unchanged(one),
            _ => full(one.uri, one.version, Some(one.id), one.diagnostics),
        })
        .collect();
    items.extend(left.values().map(|gone| full(gone.uri.clone(), None, None, Vec::new())));
    WorkspaceDiagnosticReport { items }
}

/// Whether an answer says anything that the editor does not know.
pub(crate) fn is_news(report: &WorkspaceDiagnosticReport) -> bool {
    report.items.iter().any(|item| matches!(item, WorkspaceDocumentDiagnosticReport::Full(_)))
}

fn full(
    uri: Uri,
    version: Option<i64>,
    result_id: Option<String>,
    items: Vec<Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
    let full = WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report };
    WorkspaceDocumentDiagnosticReport::Full(full)
}

fn unchanged(one: Seen) -> WorkspaceDocumentDiagnosticReport {
    let unchanged = WorkspaceUnchangedDocumentDiagnosticReport {
        uri: one.uri,
        version: one.version,
        unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: one.id },
    };
    WorkspaceDocumentDiagnosticReport::Unchanged(unchanged)
}
