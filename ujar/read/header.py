"""The top of a story: headline, date line, names, dateline; and where the body begins.

Dua Menteri Bertemu di Palu             headline
Kompas.com - 12/03/2023, 10:00 WIB      date line
Sari Utami                              a name over its label
Penulis
PALU, KOMPAS.com - Dua menteri ...      dateline, and the body behind it
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ujar.read.byline import Credits, read_label_line
from ujar.read.clutter import is_clutter
from ujar.read.dateline import FoundDateline, find_dateline
from ujar.read.dates import find_date, strip_dates
from ujar.read.lines import Line
from ujar.read.patterns import compile_words, fold, is_name
from ujar.record import Span

__all__ = ["Header", "read_header"]

_DEPTH = 10  # lines from the top that may belong to the header
_LONGEST = 200  # characters of a headline that is set off
_SHORT = 90  # characters of a headline that a longer text follows at once
_STOPS = (".", ",", ";", ":", '."', ".”", ',"', ",”")


@dataclass(slots=True)
class Header:
    """What stands above the body. `body`: the code point where it begins. `date`: ISO 8601, from a date line."""

    body: int = 0
    headline: Span | None = None
    date: str | None = None
    dateline: FoundDateline | None = None
    credits: Credits = field(default_factory=Credits)


def read_header(text: str, lines: list[Line], language: str) -> Header:
    """Read the header from the top of `lines`; a text that is one line has none but a dateline."""
    header = Header()
    at = _read_small_lines(text, lines, 0, header, language)
    if at + 1 < len(lines) and _is_headline(text, lines, at, language):
        header.headline = _span(text, lines[at])
        at = _read_small_lines(text, lines, at + 1, header, language)
        at = _skip_subheads(text, lines, at, language)
    if at == len(lines):
        # Nothing but small lines: they are all there is to read.
        header.body = len(text) if lines else 0
        return header
    header.dateline = find_dateline(text, lines[at], language)
    header.body = _first_filled(text, header.dateline.dateline.span.end if header.dateline else lines[at].start)
    return header


def _read_small_lines(text: str, lines: list[Line], at: int, header: Header, language: str) -> int:
    """Read date lines, label lines and clutter from `at` on; the index of the first line that is none of these."""
    while at < min(len(lines), _DEPTH):
        line = lines[at].bare()
        following = lines[at + 1].bare() if at + 1 < len(lines) else ""
        if _opens_story(text, lines[at], language):
            break
        if _is_date_line(line, language, 3 if at else 1):
            header.date = header.date or find_date(line, language, clock=True)
        elif is_clutter(line, language):
            pass
        elif is_name(line) and _label_alone(following, language):
            header.credits.merge(read_label_line(f"{following}: {line}", language) or Credits())
            at += 1
        elif (at or ":" in line) and (said := read_label_line(line, language)) is not None:
            # As the first line, "Editor Majalah Palu Ditahan" is a headline.
            header.credits.merge(said)
        elif at == 0 or compile_words(language).sender(line) is None:
            break
        at += 1
    return at


def _opens_story(text: str, line: Line, language: str) -> bool:
    # "Kompas.com - 12/03/2024, 10:00 WIB" looks like a dateline, but no place stands in it.
    found = find_dateline(text, line, language)
    return found is not None and found.dateline.place is not None


def _is_date_line(line: str, language: str, most: int = 3) -> bool:
    """Whether a full date and at most a few words ("Kompas.com -", "Diperbarui") are all that stands in `line`.

    As the first line, "Kronologi Serangan 7 Oktober 2023" is a headline: fewer words (`most`) are allowed there.
    """
    if len(line) > 100 or find_date(line, language) is None:
        return False
    rest = "".join(c if c.isalnum() or c in ".'" else " " for c in strip_dates(line, language)).split()
    return len(rest) <= most and not line.endswith(".")


def _label_alone(line: str, language: str) -> bool:
    return fold(line) in compile_words(language).label_kinds


def _is_headline(text: str, lines: list[Line], at: int, language: str) -> bool:
    line, following = lines[at], lines[at + 1]
    headline = line.bare()
    if len(headline) > _LONGEST or headline.endswith(_STOPS) or find_dateline(text, line, language) is not None:
        return False
    if (
        line.set_off
        or find_dateline(text, following, language) is not None
        or _is_date_line(following.bare(), language)
    ):
        return True
    return len(headline) <= _SHORT and len(following.text) > len(line.text)


def _skip_subheads(text: str, lines: list[Line], at: int, language: str) -> int:
    """The line of a sender's dateline, when only short lines without a full stop stand before it; else `at`."""
    for later in range(at, min(len(lines), at + 4)):
        found = find_dateline(text, lines[later], language)
        if found is not None and found.senders:
            return later
        if len(lines[later].text) > _LONGEST or lines[later].bare().endswith(_STOPS):
            break
    return at


def _span(text: str, line: Line) -> Span:
    start = _first_filled(text, line.start)
    return Span.of(text, start, start + len(line.bare()))


def _first_filled(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
