//! Names: where they stand, and what changes when one is changed.

use copydesk::{Bearer, Refusal};
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{
    DocumentHighlight, DocumentHighlightKind, GotoDefinitionResponse, Location, Position,
    PrepareRenameResponse, TextEdit, WorkspaceEdit,
};

use super::asked::Asked;
use super::edits::edited;

/// The protocol's number for a request that is right, but cannot be done.
const REQUEST_FAILED: i64 = -32803;

/// The first mention of whoever is named at a position.
pub(crate) fn definition(asked: Asked, position: Position) -> Option<GotoDefinitionResponse> {
    let first = *bearer(asked, position)?.mentions.first()?;
    let range = asked.translator().range(first);
    Some(GotoDefinitionResponse::Scalar(Location::new(asked.uri.clone(), range)))
}

/// All mentions of whoever is named at a position; the `first`, which is the definition, only where it is asked for.
pub(crate) fn references(asked: Asked, position: Position, first: bool) -> Option<Vec<Location>> {
    let mentions = bearer(asked, position)?.mentions.into_iter().skip(usize::from(!first));
    let location = |span| Location::new(asked.uri.clone(), asked.translator().range(span));
    Some(mentions.map(location).collect())
}

/// The same as ranges to be marked.
pub(crate) fn highlights(asked: Asked, position: Position) -> Option<Vec<DocumentHighlight>> {
    let marked = |span| DocumentHighlight {
        range: asked.translator().range(span),
        kind: Some(DocumentHighlightKind::TEXT),
    };
    Some(bearer(asked, position)?.mentions.into_iter().map(marked).collect())
}

fn bearer(asked: Asked, position: Position) -> Option<Bearer> {
    let offset = asked.translator().offset(position);
    asked.reading.analysis.bearer_at(offset).map(|(_, bearer)| bearer)
}

/// What will be renamed at a position.
pub(crate) fn prepare_rename(asked: Asked, position: Position) -> Result<PrepareRenameResponse> {
    let translator = asked.translator();
    let span = asked
        .reading
        .analysis
        .renamable(translator.offset(position))
        .map_err(|refusal| refused(asked, refusal))?;
    let placeholder = span.of(translator.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(PrepareRenameResponse::RangeWithPlaceholder { range: translator.range(span), placeholder })
}

/// The edits that rename whoever is named at a position.
pub(crate) fn rename(asked: Asked, position: Position, new: &str) -> Result<WorkspaceEdit> {
    let translator = asked.translator();
    let edits = asked
        .reading
        .analysis
        .rename(translator.offset(position), new)
        .map_err(|refusal| refused(asked, refusal))?;
    let edits = edits.into_iter().map(|edit| TextEdit::new(translator.range(edit.span), edit.text)).collect();
    Ok(edited(edits, asked.reading, asked.uri, asked.abilities))
}

/// A refusal, as the editor shows it; in English where the draft was not read.
fn refused(asked: Asked, refusal: Refusal) -> Error {
    let name = match refusal {
        Refusal::NoName => "rename-no-name",
        Refusal::Open => "rename-open",
        Refusal::NotAName => "rename-not-a-name",
    };
    let said = asked.reading.analysis.phrase(name, &[]);
    let message = if said.is_empty() { copydesk::phrase("en", name, &[]) } else { said };
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: message.into(), data: None }
}
