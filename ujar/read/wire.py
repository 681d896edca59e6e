"""Text to Article: where the headline, the dateline, the body and the byline stand, and what they say.

The header is read from the top, the byline from the bottom; what is left between them is the body.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from ujar.read.agencies import agency_chain
from ujar.read.byline import Credits, read_closing_mark, read_label_line, read_mark_line, tail_start
from ujar.read.clutter import find_clutter, is_clutter
from ujar.read.dateline import FoundDateline
from ujar.read.dates import find_date
from ujar.read.header import Header, read_header
from ujar.read.lines import Line, split_lines
from ujar.record import Article, Published, Region

__all__ = ["describe"]

_END_BLOCK = 12  # lines below a story that are looked at
_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")  # "20²³" is no year


def describe(text: str, language: str = "id", *, published: str | date | None = None) -> Article:
    """The article of a clean `text` in `language` (ISO 639-1). `published` (a date, or ISO 8601) wins over the text.

    The body is empty when the text holds nothing but a header and a byline.

    Raises:
        LanguageDataError: there is no wire.toml for the language.
        RecordError: `published` is no ISO 8601 date.
    """
    lines = split_lines(text)
    header = read_header(text, lines, language)
    end, credits = _read_end(text, lines, header.body, language)
    credits.merge(header.credits)
    return Article.of(
        text,
        language=language,
        title=header.headline.text if header.headline else None,
        headline=header.headline,
        published=_publication(published, header, credits, language),
        dateline=header.dateline.dateline if header.dateline else None,
        agencies=agency_chain(text[header.body : end], header.dateline, credits, language),
        byline=credits.byline(),
        body=Region(start=header.body, end=end),
        clutter=find_clutter(text, header.headline.end if header.headline else 0, len(text), language),
    )


def _read_end(text: str, lines: list[Line], body: int, language: str) -> tuple[int, Credits]:
    """Where the body ends, and what stands behind it."""
    found: list[Credits] = []
    end = len(text)
    for line in reversed(lines[-_END_BLOCK:]):
        if line.start < body:
            break
        said = _read_end_line(line.text, language)
        if said is None:
            break
        found.append(said)
        end = line.start
    credits = Credits()
    for said in reversed(found):
        credits.merge(said)
    return _read_last_line(text, body, max(body, _last_filled(text, body, end)), credits, language)


def _read_end_line(line: str, language: str) -> Credits | None:
    """What a line below a story says, clutter nothing; None for a line of the story."""
    if is_clutter(line, language):
        return Credits()
    return read_label_line(line, language) or read_mark_line(line, language)


def _read_last_line(text: str, body: int, end: int, credits: Credits, language: str) -> tuple[int, Credits]:
    tail = tail_start(text, body, end, language)
    said = read_label_line(text[tail:end], language) if tail is not None else None
    if tail is not None and said is not None:
        end = _last_filled(text, body, tail)
        said.merge(credits)
        credits = said
    end, mark = read_closing_mark(text, body, end, language)
    mark.merge(credits)
    return _last_filled(text, body, end), mark


def _last_filled(text: str, start: int, end: int) -> int:
    """`end` moved back over blanks, not before `start`."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _publication(given: str | date | None, header: Header, credits: Credits, language: str) -> Published | None:
    if given is not None:
        return Published(value=_iso(given), by="given")
    if header.date is not None:
        return Published(value=header.date, by="text")
    for line in credits.copyright:
        day = find_date(line, language)
        if day is not None:
            return Published(value=day, by="copyright line")
    year = next((year for line in credits.copyright if (year := _only_year(line)) is not None), None)
    day = _dateline_day(header.dateline, year)
    if day is not None:
        return Published(value=day, by="dateline")
    return Published(value=year, by="copyright line") if year is not None else None


def _iso(given: str | date) -> str:
    if isinstance(given, datetime):  # a datetime is a date, but its own text may hold microseconds
        return given.isoformat(timespec="seconds")
    return given.isoformat() if isinstance(given, date) else given


def _only_year(line: str) -> str | None:
    # "© 2019-2023" is the site's, not the story's.
    years = set(_YEAR.findall(line))
    return years.pop() if len(years) == 1 else None


def _dateline_day(dateline: FoundDateline | None, year: str | None) -> str | None:
    if dateline is None or dateline.date is None:
        return None
    # "31/12" under "Copyright 2024" may have been sent in the last hours of 2023.
    if dateline.date.year is None and (dateline.date.month, dateline.date.day) == (12, 31):
        return None
    return dateline.date.iso(int(year) if year else None)
