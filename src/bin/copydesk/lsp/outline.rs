//! The outline of a draft: its people, places and organisations.

use copydesk::Bearer;
use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind};

use super::asked::Asked;

/// Everybody and everything that is named, where it is named first.
pub(crate) fn outline(asked: Asked) -> DocumentSymbolResponse {
    let bearers = asked.reading.analysis.bearers().into_iter();
    if asked.abilities.symbol_tree {
        DocumentSymbolResponse::Nested(bearers.map(|bearer| symbol(bearer, asked)).collect())
    } else {
        DocumentSymbolResponse::Flat(bearers.map(|bearer| information(bearer, asked)).collect())
    }
}

#[expect(deprecated, reason = "the protocol's types still have the field")]
fn symbol(bearer: Bearer, asked: Asked) -> DocumentSymbol {
    let range = asked.translator().range(bearer.mentions[0]);
    DocumentSymbol {
        name: bearer.name,
        detail: bearer.role,
        kind: kind(bearer.kind),
        tags: None,
        deprecated: None,
        range,
        selection_range: range,
        children: None,
    }
}

#[expect(deprecated, reason = "the protocol's types still have the field")]
fn information(bearer: Bearer, asked: Asked) -> SymbolInformation {
    let range = asked.translator().range(bearer.mentions[0]);
    SymbolInformation {
        name: bearer.name,
        kind: kind(bearer.kind),
        tags: None,
        deprecated: None,
        location: Location::new(asked.uri.clone(), range),
        container_name: None,
    }
}

/// The protocol knows programs only: a person is an object, a place a namespace, an organisation a package.
fn kind(kind: &str) -> SymbolKind {
    match kind {
        "PER" => SymbolKind::OBJECT,
        "LOC" => SymbolKind::NAMESPACE,
        _ => SymbolKind::PACKAGE,
    }
}
