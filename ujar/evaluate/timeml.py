"""The XML of TimeML: a story's characters, and where the TIMEX3 tags stand in them.

Only expat reads the XML, without a tree: offsets are counted as the characters come. A file that declares entities of
its own is refused, so that none can grow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, get_args
from xml.parsers import expat

from ujar.errors import GoldError
from ujar.record import TimeType

__all__ = ["GoldTime", "Story", "read_story"]

DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?")
TYPES: frozenset[str] = frozenset(get_args(TimeType))


class GoldTime(NamedTuple):
    """A time expression: code points of the text, half-open, TIMEX3 type and value."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass
class Story:
    """What a file says. The title stands in `text` before `title_end`, the body from `body_start`."""

    text: str
    created: str
    title_end: int
    body_start: int
    times: list[GoldTime]


def read_story(path: Path) -> Story:
    """One file.

    Raises:
        GoldError: see `read_timeml`.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise GoldError(path, 0, error.strerror or str(error)) from None
    reader = StoryReader(path)
    reader.read(raw)
    return reader.story()


class RawTime(NamedTuple):
    """A TIMEX3 as its tags stand: code points of its part, the line of the file; `end` is None until it is closed."""

    line: int
    start: int
    end: int | None
    attributes: dict[str, str]


@dataclass
class Part:
    """The title or the text as it comes."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    times: list[RawTime] = field(default_factory=list)


@dataclass
class StoryReader:
    """Follows the tags of one file."""

    path: Path
    parts: dict[str, Part] = field(default_factory=lambda: {"TITLE": Part(), "TEXT": Part()})
    created: str = ""
    inside: str = ""  # the part that the reader is in, or "DCT"
    depth: int = 0

    def __post_init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.add
        self.parser.EntityDeclHandler = self.refuse_entity
        self.parser.SkippedEntityHandler = self.refuse_reference

    def read(self, raw: bytes) -> None:
        """Read the bytes of the file."""
        try:
            self.parser.Parse(raw, True)
        except expat.ExpatError as error:
            raise GoldError(self.path, error.lineno, f"is no XML: {expat.ErrorString(error.code)}") from None
        except (LookupError, ValueError) as error:  # an encoding that Python does not know, or of several bytes
            raise GoldError(self.path, 1, f"its encoding can't be read: {error}") from None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1 and tag != "TimeML":
            raise self.wrong(f"is no TimeML: it opens with <{tag}>")
        if tag in self.parts or tag == "DCT":
            self.inside = tag
        elif tag == "TIMEX3" and self.inside == "DCT":
            self.created = attributes.get("value", "")
        elif tag == "TIMEX3" and (part := self.parts.get(self.inside)):
            part.times.append(RawTime(self.parser.CurrentLineNumber, part.length, None, attributes))

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag == self.inside:
            self.inside = ""
        elif tag == "TIMEX3" and (part := self.parts.get(self.inside)):
            place = next(place for place in reversed(range(len(part.times))) if part.times[place].end is None)
            part.times[place] = part.times[place]._replace(end=part.length)

    def add(self, characters: str) -> None:
        if part := self.parts.get(self.inside):
            part.pieces.append(characters)
            part.length += len(characters)

    def story(self) -> Story:
        """The title, an empty line, and the text, with the times where they stand in that."""
        created = DATE.match(self.created)
        if created is None:
            raise GoldError(self.path, 0, "has no <DCT> with a TIMEX3 that gives the date of creation")
        title, in_title = self.finished("TITLE", 0)
        body_start = len(title) + 2 if title else 0
        text, in_text = self.finished("TEXT", body_start)
        if not text:
            raise GoldError(self.path, 0, "has no <TEXT>")
        whole = f"{title}\n\n{text}" if title else text
        return Story(whole, created[0], len(title), body_start, [*in_title, *in_text])

    def finished(self, name: str, begin: int) -> tuple[str, list[GoldTime]]:
        """A part without the spaces at its ends, and its times when it stands at `begin` of the story."""
        part = self.parts[name]
        whole = "".join(part.pieces)
        by = begin - (len(whole) - len(whole.lstrip()))
        found = (self.gold_time(whole, raw) for raw in part.times)
        return whole.strip(), [time._replace(start=time.start + by, end=time.end + by) for time in found if time]

    def gold_time(self, whole: str, raw: RawTime) -> GoldTime | None:
        """The time without the spaces at its ends; None of a tag without words, which stands for a time left unsaid."""
        text = whole[raw.start : raw.end]
        kind, value = raw.attributes.get("type", ""), raw.attributes.get("value", "").strip()
        if not text.strip():
            return None
        if kind not in TYPES:
            raise GoldError(
                self.path, raw.line, f"a TIMEX3 of type {kind!r}, which is none of {', '.join(sorted(TYPES))}"
            )
        if not value:
            raise GoldError(self.path, raw.line, "a TIMEX3 without a value")
        start = raw.start + len(text) - len(text.lstrip())
        return GoldTime(start, start + len(text.strip()), text.strip(), kind, value)

    def refuse_entity(self, name: str, *_: object) -> None:
        raise self.wrong(f"declares the entity {name!r}")

    def refuse_reference(self, name: str, _: bool) -> None:
        raise self.wrong(f"undefined entity {name!r}")

    def wrong(self, reason: str) -> GoldError:
        return GoldError(self.path, self.parser.CurrentLineNumber, reason)
