"""Tells of each statement what was mended in the marks of its quotation."""

from __future__ import annotations

from ujar.analyse.draft import Draft

__all__ = ["note_repairs"]


def note_repairs(draft: Draft) -> None:
    """A statement whose content shares a quotation with a missing mark says which mark: "closing mark".

    "Kami menolak, kata Rano. - the content ends where the cue clause begins, and a reader has to know that.
    """
    mended = {
        token: quotation.repaired
        for quotation in draft.quotations
        if quotation.repaired is not None
        for token in range(*quotation.tokens)
    }
    for statement in draft.statements:
        found = {mended[token] for piece in statement.content for token in range(*piece) if token in mended}
        statement.repaired = sorted(found)
