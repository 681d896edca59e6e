"""The order in which statements are shown: as they stand in the text, each with its inner ones below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ujar.record import Record, Span, Statement
from ujar.render.plain import one_line
from ujar.render.speakers import Speaker, find_speakers, is_clitic

__all__ = ["Entry", "outline", "speakers_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in its place.

    `depth` 0 stands on its own; `line` counts the lines of the text from 1; `words` are the source's own, on one line,
    and `actor` is the name of its actor; both are None where there is none.
    """

    statement: Statement
    depth: int
    line: int
    speaker: Speaker
    words: str | None = None
    actor: str | None = None


def outline(record: Record) -> list[Entry]:
    """Every statement of `record` once, in the order of the text, inner ones behind the one that holds them."""
    placed = _order(sorted(record.statements, key=_position))
    speakers = find_speakers(record, [statement for statement, _ in placed])
    breaks = [place for place, character in enumerate(record.article.text) if character == "\n"]
    names = {actor.id: one_line(actor.name) for actor in record.actors}
    return [
        Entry(
            statement=statement,
            depth=depth,
            line=bisect_right(breaks, _position(statement)[0]) + 1,
            speaker=speakers[statement.id],
            words=_words(record, statement),
            actor=names[statement.source.actor] if statement.source and statement.source.actor else None,
        )
        for statement, depth in placed
    ]


def speakers_of(entries: Iterable[Entry]) -> list[Speaker]:
    """The speakers that have a name, each once, in the order of their first words."""
    return sorted({entry.speaker for entry in entries if entry.speaker.number}, key=lambda speaker: speaker.number)


def _words(record: Record, statement: Statement) -> str | None:
    """The source's own words; "-nya" for the ending of "ujarnya"."""
    if statement.source is None:
        return None
    words = one_line(statement.source.span.text)
    return f"-{words}" if is_clitic(record.article, statement.source) else words


def _position(statement: Statement) -> tuple[int, int]:
    """Where its first character stands, then its cue: "Asosiasi menyambut baik ... dan berharap ..." has one source."""
    start = min((span.start for span in _spans(statement)), default=0)
    return start, statement.cue.span.start if statement.cue else start


def _spans(statement: Statement) -> Iterable[Span]:
    yield from statement.content
    if statement.cue:
        yield statement.cue.span
    if statement.source:
        yield statement.source.span
    yield from (addressee.span for addressee in statement.addressees)


def _order(statements: list[Statement]) -> list[tuple[Statement, int]]:
    """Depth first. A ring of parents hangs on nothing: its first statement is then shown as if it stood alone."""
    inner: dict[str | None, list[Statement]] = {}
    for statement in statements:
        inner.setdefault(statement.parent, []).append(statement)
    placed: dict[str, tuple[Statement, int]] = {}
    for first in (*inner.get(None, []), *statements):
        waiting = [(first, 0)]
        while waiting:
            statement, depth = waiting.pop()
            if statement.id not in placed:
                placed[statement.id] = (statement, depth)
                waiting += [(below, depth + 1) for below in reversed(inner.get(statement.id, []))]
    return list(placed.values())
