"""The order in which statements are shown: as they stand in the text, each with its inner ones below it; and who speaks.

A speaker is what the record says: the actor where the source has one, else the words of the source's head.
Nothing is resolved here: "Tawharau" and "ia" are two speakers until the record names their actor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ujar.record import Record, Span, Statement

__all__ = ["Entry", "Speaker", "line_number", "one_line", "outline", "said", "speaker_names", "visible"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `number` counts from 1 in the order of first words; 0 is the speaker that nobody names."""

    number: int
    name: str


NOBODY = Speaker(0, "no source named")


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in its place. `depth` 0 stands on its own; `actor` is the name of the source's actor, if known."""

    statement: Statement
    depth: int
    speaker: Speaker
    actor: str | None = None


def outline(record: Record) -> list[Entry]:
    """Every statement of `record` once, in the order of the text, inner ones behind the one that holds them."""
    placed = _order(sorted(record.statements, key=_position))
    speakers = _find_speakers(record, [statement for statement, _ in placed])
    actors = {actor.id: actor.name for actor in record.actors}
    return [
        Entry(
            statement=statement,
            depth=depth,
            speaker=speakers[statement.id],
            actor=actors.get(statement.source.actor or "") if statement.source else None,
        )
        for statement, depth in placed
    ]


def said(statement: Statement) -> str:
    """The content as one line, its pieces joined with an ellipsis."""
    return " … ".join(one_line(piece.text) for piece in statement.content)


def speaker_names(entries: Iterable[Entry]) -> list[Speaker]:
    """The speakers that have a name, each once, in order of their first words."""
    return sorted({entry.speaker for entry in entries if entry.speaker.number}, key=lambda speaker: speaker.number)


def one_line(text: str) -> str:
    """`text` on one line and without control characters."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """`text` with a sign in place of every control character: a story must not steer the terminal."""
    return "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text)


def line_number(text: str, statement: Statement) -> int:
    """The line of `text`, counted from 1, where the statement begins."""
    return text.count("\n", 0, _position(statement)[0]) + 1


def _position(statement: Statement) -> tuple[int, int]:
    """Where its first character stands; of two with one source ("menyambut baik ... dan berharap"), where the cue does."""
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


def _find_speakers(record: Record, statements: list[Statement]) -> dict[str, Speaker]:
    by_id = {statement.id: statement for statement in record.statements}
    names = {actor.id: actor.name for actor in record.actors}
    known: dict[str, Speaker] = {}
    speakers: dict[str, Speaker] = {}
    for statement in statements:
        source = _carried_on(statement, by_id).source
        if source is None:
            speakers[statement.id] = NOBODY
            continue
        head = one_line(source.head.text)
        key = source.actor or head.casefold()
        speakers[statement.id] = known.setdefault(
            key, Speaker(len(known) + 1, names[source.actor] if source.actor else head)
        )
    return speakers


def _carried_on(statement: Statement, by_id: dict[str, Statement]) -> Statement:
    """The statement that this one continues, and so on back to one with a source."""
    seen = {statement.id}
    while statement.source is None and statement.continues and statement.continues not in seen:
        seen.add(statement.continues)
        statement = by_id[statement.continues]
    return statement
