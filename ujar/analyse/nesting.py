"""Which statement lies inside which."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement

__all__ = ["nest_statements"]


def nest_statements(draft: Draft) -> None:
    """Give each statement whose cue lies in another's content that other one as its parent, the smallest if several.

    "Kapolres mengatakan saksi mengaku melihat dua orang": the cue *mengaku* lies in the content of *mengatakan*.
    """
    for statement in draft.statements:
        outer = [
            place
            for place, other in enumerate(draft.statements)
            if other is not statement and holds_cue(other, statement) and not holds_cue(statement, other)
        ]
        statement.parent = min(outer, key=lambda place: size(draft.statements[place]), default=None)


def holds_cue(outer: FoundStatement, inner: FoundStatement) -> bool:
    """Whether the cue of `inner` lies wholly in the content of `outer`."""
    return inner.cue is not None and any(piece.holds(inner.cue) for piece in outer.content)


def size(statement: FoundStatement) -> int:
    """Tokens of the content."""
    return sum(piece.last - piece.first for piece in statement.content)
