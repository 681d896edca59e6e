"""Reads brat standoff: an .ann file of spans, relations and events about the .txt file of the same name.

Spans are of type Source, Cue, Content or Addressee, in any case; a cue's type may go on ("Cue-directive"), and where
that is a mode it is the statement's. A statement is an event that has one of them as an argument, or whose trigger is
a cue; or else whatever relations tie to one cue. A content that nothing ties is a quotation without a cue.
PolNeAR is such a corpus (its events are called Attribution), with the texts in `../text`, of one name with the .ann
file but for the annotator's at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from ujar.errors import GoldError
from ujar.evaluate.derived import form_of, nest
from ujar.evaluate.files import numbered_lines, read_text
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText
from ujar.record import Mode

__all__ = ["read_brat"]

# brat counts roles that come again: Content, Content2.
ROLE = re.compile(r"(source|cue|content|addressee)\d*(?:[-_](?P<kind>.+))?", re.IGNORECASE)
SPAN = re.compile(r"(?P<type>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)")
LINE = re.compile(r"(?:(?P<kind>[TRE])\d\S*|(?P<other>[AMN#]\d\S*|\*))\t(?P<what>[^\t]+)(?:\t(?P<words>.*))?")


@dataclass(frozen=True)
class Span:
    """A text-bound annotation: its role (None for other types), what the type adds to it, and its pieces."""

    role: str | None
    kind: str | None
    pieces: tuple[Extent, ...]


@dataclass
class Tied:
    """The names of the spans that make up one statement, by role, and the name the statement is known by."""

    id: str
    parts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, role: str, span: str) -> None:
        """Note a part."""
        known = self.parts.setdefault(role, [])
        if span not in known:
            known.append(span)


def read_brat(path: Path) -> JudgedText:
    """The text of an .ann file with its statements; the id is the file's name.

    The scorer takes one cue and one source: the first of several, and the longest piece of a broken one.

    Raises:
        GoldError: a file is missing, a line is malformed, or a span's characters are not those of the text.
    """
    text = read_text(text_beside(path))
    lines = [(number, parse(path, number, line)) for number, line in numbered_lines(path)]
    spans: dict[str, Span] = {}
    for number, match in lines:
        if match["kind"] == "T":
            if name_of(match) in spans:
                raise GoldError(path, number, f"{name_of(match)} is there twice")
            spans[name_of(match)] = read_span(path, number, match, text)
    ties = list(find_ties(path, lines, spans))
    held = {span for tie in ties for names in tie.parts.values() for span in names}
    ties += [Tied(name, {"content": [name]}) for name, s in spans.items() if s.role == "content" and name not in held]
    return JudgedText(path.stem, text, nest([make_statement(text, tie, spans) for tie in ties]))


def text_beside(path: Path) -> Path:
    """The text of an .ann file."""
    beside, folder = path.with_suffix(".txt"), path.parent.parent / "text"
    unsigned = path.stem.rpartition("_")[0] or path.stem
    candidates = (beside, folder / beside.name, folder / f"{unsigned}.txt")
    return next((candidate for candidate in candidates if candidate.is_file()), beside)


def parse(path: Path, number: int, line: str) -> re.Match[str]:
    """A line in its columns."""
    match = LINE.fullmatch(line)
    if match is None:
        raise GoldError(path, number, "is no line of brat's: it needs a name such as T1, a tab, and what it says")
    return match


def name_of(match: re.Match[str]) -> str:
    """What a line is called: T1."""
    return match.string.partition("\t")[0]


def read_span(path: Path, number: int, match: re.Match[str], text: str) -> Span:
    """The span of a T line."""
    span = SPAN.fullmatch(match["what"])
    if span is None:
        raise GoldError(path, number, f"{match['what']!r} is no type with the places of its pieces")
    numbers = [piece.split() for piece in span["pieces"].split(";")]
    pieces = tuple((int(start), int(end)) for start, end in numbers)
    if any(not start < end <= len(text) for start, end in pieces):
        raise GoldError(path, number, f"{span['pieces']} is not inside the text of {len(text)} characters")
    words = " ".join(text[start:end] for start, end in pieces)
    if match["words"] is None or words.split() != match["words"].split():
        raise GoldError(path, number, f"{span['pieces']} is {words!r} in the text, not {match['words'] or ''!r}")
    role, kind = role_of(span["type"])
    return Span(role, kind, pieces)


def role_of(name: str) -> tuple[str | None, str | None]:
    """The role that a type or an argument means, if any, and what it adds: "Cue-directive"."""
    match = ROLE.fullmatch(name)
    return (match[1].lower(), match["kind"]) if match else (None, None)


def find_ties(path: Path, lines: Sequence[tuple[int, re.Match[str]]], spans: dict[str, Span]) -> Iterator[Tied]:
    """What the events tie together, then what the relations do, cue by cue."""
    by_cue: dict[str, Tied] = {}
    for number, match in lines:
        if match["kind"] == "E":
            tie = read_event(name_of(match), read_arguments(path, number, match["what"], spans), spans)
            if tie.parts:
                yield tie
        elif match["kind"] == "R":
            ends = [span for _, span in read_arguments(path, number, match["what"].partition(" ")[2], spans)]
            if len(ends) != 2:
                raise GoldError(path, number, "a relation needs two ends")
            for cue, other in (ends, ends[::-1]):
                role = spans[other].role
                if spans[cue].role == "cue" and role is not None and role != "cue":
                    tie = by_cue.setdefault(cue, Tied(cue, {"cue": [cue]}))
                    tie.add(role, other)
    yield from by_cue.values()


def read_arguments(path: Path, number: int, written: str, spans: dict[str, Span]) -> list[tuple[str, str]]:
    """The pairs of an event or a relation: "Cue:T2 Content:T1"."""
    pairs = [(name, span) for name, _, span in (argument.partition(":") for argument in written.split())]
    for name, span in pairs:
        if span not in spans:
            raise GoldError(path, number, f"{name}:{span} names no span of the file")
    return pairs


def read_event(name: str, arguments: Sequence[tuple[str, str]], spans: dict[str, Span]) -> Tied:
    """The parts of an event, by the names of its arguments: the trigger comes first.

    A trigger of another type (Attribution) is no part, and without a cue there an argument needs the name of a role:
    "Meeting:T4 Agent:T1" is no statement, though T1 be a source somewhere else.
    """
    tie = Tied(name)
    cued = bool(arguments) and spans[arguments[0][1]].role == "cue"
    if cued:
        tie.add("cue", arguments[0][1])
    for argument, span in arguments[1:]:
        role = role_of(argument)[0] or (spans[span].role if cued else None)
        if role is not None:
            tie.add(role, span)
    return tie


def make_statement(text: str, tie: Tied, spans: dict[str, Span]) -> JudgedStatement:
    """The statement of what is tied together."""
    parts = {role: [spans[name] for name in names] for role, names in tie.parts.items()}
    cues = parts.get("cue", [])
    content = tuple(sorted(piece for span in parts.get("content", []) for piece in span.pieces))
    return JudgedStatement(
        id=tie.id,
        content=content,
        cue=longest(cues),
        source=longest(parts.get("source", [])),
        source_head=None,
        addressees=tuple(piece for span in parts.get("addressee", []) for piece in span.pieces),
        form=form_of(text, content),
        mode=mode_of(cues),
        polarity="asserted",
    )


def longest(spans: Sequence[Span]) -> Extent | None:
    """The longest piece of the first span."""
    return max(spans[0].pieces, key=lambda piece: piece[1] - piece[0]) if spans else None


def mode_of(cues: Sequence[Span]) -> str:
    """The mode that the cue's type names, else speech."""
    kind = (cues[0].kind or "").lower() if cues else ""
    return kind if kind in get_args(Mode) else "speech"
