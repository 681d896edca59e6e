"""What stands among the paragraphs and is not the story: "Baca juga: ...", "ADVERTISEMENT", "[Gambas:Video ...]"."""

from __future__ import annotations

import re

from ujar.read.patterns import compile_words
from ujar.record import Region

__all__ = ["find_clutter", "is_clutter"]

_LONGEST = 200  # characters that a link's title may have; a story on one line must not vanish behind "Baca juga:"
_CLOSING = {"(": ")", "[": "]"}
_SENTENCE_END = re.compile(r"[.?!][\"”]?(?=\s|$)")


def is_clutter(line: str, language: str) -> bool:
    """Whether the whole of `line` is clutter."""
    return len(line) <= _LONGEST and compile_words(language).clutter_line.match(line) is not None


def find_clutter(text: str, start: int, end: int, language: str) -> tuple[Region, ...]:
    """The clutter between `start` and `end`, in order, never overlapping, each within one line."""
    patterns = compile_words(language)
    regions: list[Region] = []
    at = start
    for match in patterns.clutter_line.finditer(text, start, end):
        line = _whole_line(text, match, end)
        if line is not None:
            regions += [*_find_inline(text, at, line.start, patterns.clutter_inline), line]
            at = line.end
    return (*regions, *_find_inline(text, at, end, patterns.clutter_inline))


def _whole_line(text: str, match: re.Match[str], end: int) -> Region | None:
    first = match.end() - len(match[0].lstrip())
    last = _line_end(text, first, end)
    return None if last - first > _LONGEST else Region(start=first, end=last)


def _find_inline(text: str, start: int, end: int, opener: re.Pattern[str]) -> list[Region]:
    regions: list[Region] = []
    match = opener.search(text, start, end)
    while match is not None:
        regions.append(Region(start=match.start(), end=_inline_end(text, match, end)))
        match = opener.search(text, regions[-1].end, end)
    return regions


def _inline_end(text: str, match: re.Match[str], end: int) -> int:
    """Where an inline opener's region ends: its closing bracket, the line's end, or a long line's next sentence end."""
    last = _line_end(text, match.end(), end)
    closing = _CLOSING.get(match[0][0])
    at = text.find(closing, match.end(), last) if closing else -1
    if at >= 0:
        return at + 1
    if last - match.end() <= _LONGEST:
        return last
    stop = _SENTENCE_END.search(text, match.end(), last)
    return stop.end() if stop else match.end()


def _line_end(text: str, position: int, end: int) -> int:
    """The end of the line at `position`, or one more than `_LONGEST` characters on."""
    limit = min(end, position + _LONGEST + 1)
    at = text.find("\n", position, limit)
    return limit if at < 0 else at
