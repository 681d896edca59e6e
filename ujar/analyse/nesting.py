"""How statements hang together: which lies inside which, and which points back to which."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement
from ujar.languages.schema import CueWords

__all__ = ["link_pointers", "nest_statements"]


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


def link_pointers(draft: Draft, words: CueWords) -> None:
    """A statement whose content only points back refers to the statement before it.

    "Pernyataan tersebut disampaikan Rano ..." says nothing new; it names the source of what was said before.
    """
    for place, statement in enumerate(draft.statements):
        if place and statement.parent is None and only_points(draft, statement, words):
            statement.refers_to = [place - 1]


def only_points(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """Whether every word of the content is a pointing word."""
    tokens = [draft.tokens[i] for piece in statement.content for i in range(*piece)]
    return bool(tokens) and all(token.text.lower() in words.pointers for token in tokens)
