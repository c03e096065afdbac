//! The day behind a bare weekday or a relative date, shown beside it.

use tower_lsp::ls_types::{InlayHint, InlayHintLabel, Range};

use super::asked::Asked;

/// The hints that stand in a part of the draft; none where the editor's settings do not ask for them.
pub(crate) fn hints(asked: Asked, range: Range) -> Vec<InlayHint> {
    let wanted = asked.translator().span(range);
    let hints = asked.reading.analysis.date_hints().into_iter();
    let shown = hints.filter(|hint| hint.span.overlaps(wanted) || wanted.touches(hint.span.end as usize));
    shown.map(|hint| inlay(asked, hint)).collect()
}

fn inlay(asked: Asked, hint: copydesk::Hint) -> InlayHint {
    InlayHint {
        position: asked.translator().range(hint.span).end,
        label: InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
