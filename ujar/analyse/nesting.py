"""Which statement lies inside which."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement
from ujar.analyse.statements import find_form, quoted_tokens

__all__ = ["find_nested_forms", "nest_statements"]


def nest_statements(draft: Draft) -> None:
    """Give each statement whose cue lies in another's content that other one as its parent, the smallest if several.

    "Kapolres mengatakan saksi mengaku melihat dua orang": the cue *mengaku* lies in the content of *mengatakan*.
    """
    at_cue: dict[int, list[int]] = {}  # by the first token of a cue: the statements whose content holds that token
    cues = {statement.cue.first for statement in draft.statements if statement.cue is not None}
    for place, statement in enumerate(draft.statements):
        for piece in statement.content:
            for token in range(*piece):
                if token in cues:
                    at_cue.setdefault(token, []).append(place)
    for statement in draft.statements:
        around = at_cue.get(statement.cue.first, []) if statement.cue else []
        outer = [
            place
            for place in around
            if draft.statements[place] is not statement
            and holds_cue(draft.statements[place], statement)
            and not holds_cue(statement, draft.statements[place])
        ]
        statement.parent = min(outer, key=lambda place: size(draft.statements[place]), default=None)


def holds_cue(outer: FoundStatement, inner: FoundStatement) -> bool:
    """Whether the cue of `inner` lies wholly in the content of `outer`."""
    return inner.cue is not None and any(piece.holds(inner.cue) for piece in outer.content)


def size(statement: FoundStatement) -> int:
    """Tokens of the content."""
    return sum(piece.last - piece.first for piece in statement.content)


def find_nested_forms(draft: Draft) -> None:
    """A statement inside a quotation is direct only by marks of its own; those around it belong to the outer speaker.

    In "Bupati bilang air surut," kata Rano. the district head is quoted without marks.
    """
    inner = {token for quotation in draft.quotations if quotation.depth for token in range(*quotation.tokens)}
    outer = quoted_tokens(draft)
    for statement in draft.statements:
        cue = statement.cue
        if statement.parent is not None and cue is not None and cue.first in outer:
            statement.form = find_form(draft, statement.content, inner)
