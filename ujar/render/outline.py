"""The order in which statements are shown: as they stand in the text, each with its inner ones below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ujar.record import Actor, Place, Record, Span, Statement, Time
from ujar.render.cast import is_said_by, whom
from ujar.render.plain import one_line
from ujar.render.speakers import Speaker, find_speakers, is_clitic

__all__ = ["Entry", "Lines", "Named", "numbers_of", "outline", "speakers_of"]

NOBODY_KNOWN = "?"  # "Ia = ?": what a reader must find out


class Lines:
    """The lines of a text, counted from 1."""

    def __init__(self, text: str) -> None:
        self._ends = [place for place, character in enumerate(text) if character == "\n"]

    def at(self, start: int) -> int:
        """The line of character `start`."""
        return bisect_left(self._ends, start) + 1


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the story, on one line, and whom they mean; `meant` is None where they say it themselves."""

    words: str
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in its place.

    `depth` 0 stands on its own; `line` counts the lines of the text from 1; `told` are its addressees.
    """

    statement: Statement
    depth: int
    line: int
    speaker: Speaker
    source: Named | None = None
    told: tuple[Named, ...] = ()
    time: Time | None = None
    place: Place | None = None


def outline(record: Record) -> list[Entry]:
    """Every statement of `record` once, in the order of the text, inner ones behind the one that holds them."""
    placed = _order(sorted(record.statements, key=_position))
    speakers = find_speakers(record, [statement for statement, _ in placed])
    lines = Lines(record.article.text)
    actors = {actor.id: actor for actor in record.actors}
    times = {time.id: time for time in record.times}
    places = {place.id: place for place in record.places}
    return [
        Entry(
            statement=statement,
            depth=depth,
            line=lines.at(_position(statement)[0]),
            speaker=speakers[statement.id],
            source=_source(record, statement, actors),
            told=tuple(_name(told.span.text, told.actor, actors) for told in statement.addressees),
            time=times[statement.time] if statement.time else None,
            place=places[statement.place] if statement.place else None,
        )
        for statement, depth in placed
    ]


def speakers_of(entries: Iterable[Entry]) -> list[Speaker]:
    """The speakers that are known, each once, in the order of their first words."""
    return sorted({entry.speaker for entry in entries if entry.speaker.number}, key=lambda speaker: speaker.number)


def numbers_of(entries: Iterable[Entry]) -> dict[str, int]:
    """The number of each actor that speaks, by its id."""
    return {speaker.actor: speaker.number for speaker in speakers_of(entries) if speaker.actor}


def _source(record: Record, statement: Statement, actors: Mapping[str, Actor]) -> Named | None:
    """The source's own words; "-nya" for the ending of "ujarnya"."""
    source = statement.source
    if source is None:
        return None
    named = _name(source.span.text, source.actor, actors)
    if actors and source.actor is None:
        named = Named(named.words, NOBODY_KNOWN)
    return Named(f"-{named.words}", named.meant) if is_clitic(record.article, source) else named


def _name(text: str, actor: str | None, actors: Mapping[str, Actor]) -> Named:
    words = one_line(text)
    meant = whom(actors[actor], actors) if actor else None
    return Named(words, None if meant is None or is_said_by(words, meant) else meant)


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
