"""What corpora that mark extents alone leave unsaid about a statement: its form, and the statement that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ujar.evaluate.judged import Extent, JudgedStatement
from ujar.record import Form

__all__ = ["form_of", "nest"]

OPENING = frozenset("“„")
MARKS = OPENING | frozenset('"”«»')


def form_of(text: str, content: Sequence[Extent]) -> Form:
    """Direct, mixed or indirect, from the double quotation marks in the pieces and at their edges."""
    quoted = [inside for piece in content for inside in quoted_letters(text, piece)]
    if not any(quoted):
        return "indirect"
    return "direct" if all(quoted) else "mixed"


def quoted_letters(text: str, piece: Extent) -> list[bool]:
    """For each letter and digit of a piece whether it stands in marks; a mark just before the piece opens it."""
    start, end = piece
    inside = start > 0 and text[start - 1] in MARKS and (text[start - 1] in OPENING or text[end : end + 1] in MARKS)
    found = []
    for letter in text[start:end]:
        if letter in MARKS:
            inside = letter in OPENING or not inside
        elif letter.isalnum():
            found.append(inside)
    return found


def nest(statements: Sequence[JudgedStatement]) -> tuple[JudgedStatement, ...]:
    """The statements, each with the parent whose content holds it most narrowly."""
    return tuple(replace(statement, parent=parent_of(statement, statements)) for statement in statements)


def parent_of(statement: JudgedStatement, others: Sequence[JudgedStatement]) -> str | None:
    """The statement with the shortest piece around all of it: content and cue."""
    parts = [*statement.content, *([statement.cue] if statement.cue else [])]
    if not parts:
        return None
    first, last = min(start for start, _ in parts), max(end for _, end in parts)
    around = [
        (end - start, other.id)
        for other in others
        for start, end in other.content
        if other.id != statement.id and start <= first and last <= end and (start, end) not in statement.content
    ]
    return min(around)[1] if around else None
