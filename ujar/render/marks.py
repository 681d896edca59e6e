"""Spans that nest, touch and cross, to stretches of text that nest properly."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from ujar.record import Actor, Article, Span, Time
from ujar.render.outline import Entry

__all__ = ["Close", "Mark", "Open", "Piece", "Step", "by_line", "find_frame", "find_marks", "find_names", "walk"]

Part = Literal["clutter", "dateline", "content", "mention", "time", "source", "head", "addressee", "cue"]
OUTER_FIRST: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of the text, what it is, and the statements that it is so for (a source may serve two).

    `named` is the id of the actor that a mention means, or of the time.
    """

    start: int
    end: int
    part: Part
    depth: int
    speaker: int
    statements: tuple[str, ...] = ()
    named: str = ""


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
    frame = [Mark(region.start, region.end, "clutter", -1, 0) for region in article.clutter]
    if article.dateline:
        frame.append(Mark(article.dateline.span.start, article.dateline.span.end, "dateline", -1, 0))
    return frame


def find_names(
    actors: Sequence[Actor], times: Sequence[Time], numbers: Mapping[str, int], around: Sequence[Mark]
) -> list[Mark]:
    """The marks of all mentions and times, as deep as the innermost mark that holds them.

    `numbers` are the speakers'; `around` the marks of the statements.
    """
    spans: list[tuple[Span, Part, str]] = [(m, "mention", actor.id) for actor in actors for m in actor.mentions]
    spans += [(time.span, "time", time.id) for time in times]
    spans = sorted((found for found in spans if found[0].start < found[0].end), key=lambda found: found[0].start)
    waiting = deque(sorted(around, key=lambda mark: mark.start))
    running: list[Mark] = []
    marks = []
    for span, part, name in spans:
        while waiting and waiting[0].start <= span.start:
            running.append(waiting.popleft())
        running = [mark for mark in running if mark.end > span.start]
        depth = max((mark.depth for mark in running if mark.end >= span.end), default=-1)
        marks.append(Mark(span.start, span.end, part, depth, numbers.get(name, 0), (), name))
    return marks


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


def _outer_first(mark: Mark) -> tuple[int, bool, int, int, int, int, str]:
    """A content holds what else is of its depth; the rest by what it spans: "Menlu [Jepang]", "[Menlu Jepang] itu"."""
    outer = mark.part in ("clutter", "dateline", "content")
    return mark.depth, not outer, mark.start, -mark.end, OUTER_FIRST.index(mark.part), mark.speaker, mark.named


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
