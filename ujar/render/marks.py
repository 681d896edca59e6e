"""Spans that nest, touch and cross, to stretches of text that nest properly."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ujar.record import Article, Span
from ujar.render.outline import Entry

__all__ = ["Close", "Mark", "Open", "Piece", "Step", "by_line", "find_frame", "find_marks", "walk"]

Part = Literal["clutter", "dateline", "content", "source", "head", "addressee", "cue"]
OUTER_FIRST: tuple[Part, ...] = ("clutter", "dateline", "content", "source", "head", "addressee", "cue")


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of the text, what it is, and the statements that it is so for (a source may serve two)."""

    start: int
    end: int
    part: Part
    depth: int
    speaker: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins here, or goes on behind a boundary that cut it."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Close:
    """The mark that was opened last ends, or is cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the text, below every mark that is open."""

    start: int
    end: int


Step = Open | Close | Piece


def find_marks(entries: Sequence[Entry]) -> list[Mark]:
    """The marks of all statements; statements that share a source share its mark."""
    found: dict[tuple[int, int, Part, int, int], list[str]] = {}
    for entry in entries:
        for part, span in _parts(entry):
            if span.start < span.end:
                key = (span.start, span.end, part, entry.depth, entry.speaker.number)
                found.setdefault(key, []).append(entry.statement.id)
    return [Mark(*key, statements=tuple(ids)) for key, ids in found.items()]


def find_frame(article: Article) -> list[Mark]:
    """The marks of what frames the story: its dateline, and the clutter in it. They belong to no statement."""
    frame = [Mark(region.start, region.end, "clutter", -1, 0, ()) for region in article.clutter]
    if article.dateline:
        frame.append(Mark(article.dateline.span.start, article.dateline.span.end, "dateline", -1, 0, ()))
    return frame


def by_line(marks: Sequence[Mark], text: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Start and end of each line of `text`, and the marks that lie in it or run through it."""
    waiting = deque(sorted(marks, key=lambda mark: mark.start))
    running: list[Mark] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[0].start < end:
            running.append(waiting.popleft())
        running = [mark for mark in running if mark.end > start]
        yield start, end, running
        start = end + 1


def walk(marks: Sequence[Mark], start: int, end: int) -> Iterator[Step]:
    """Go through the characters `start` to `end` and open and close the marks, the outer ones first.

    Every opened mark is closed at `end` at the latest. Marks that cross are cut where the other one ends.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    begins: dict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        begins[max(start, mark.start)].append(mark)
    cuts = sorted({start, end, *begins, *(mark.end for mark in inside if mark.end < end)})
    opened: list[Mark] = []
    for first, last in pairwise(cuts):
        wanted = sorted((*(mark for mark in opened if mark.end > first), *begins[first]), key=_outer_first)
        kept = _shared(opened, wanted)
        yield from (Close() for _ in opened[kept:])
        yield from (Open(mark) for mark in wanted[kept:])
        yield Piece(first, last)
        opened = wanted
    yield from (Close() for _ in opened)


def _outer_first(mark: Mark) -> tuple[int, int, int, int, int]:
    return mark.depth, OUTER_FIRST.index(mark.part), mark.start, -mark.end, mark.speaker


def _shared(opened: list[Mark], wanted: list[Mark]) -> int:
    """How many marks from the outside stay open."""
    kept = 0
    while kept < min(len(opened), len(wanted)) and opened[kept] == wanted[kept]:
        kept += 1
    return kept


def _parts(entry: Entry) -> Iterator[tuple[Part, Span]]:
    statement = entry.statement
    yield from (("content", piece) for piece in statement.content)
    if statement.source:
        yield "source", statement.source.span
        yield "head", statement.source.head
    yield from (("addressee", addressee.span) for addressee in statement.addressees)
    if statement.cue:
        yield "cue", statement.cue.span
