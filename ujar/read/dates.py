"""Written dates and times of a header, a dateline or a copyright line; never finer than they are written."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from ujar.read.patterns import alternatives, compile_words

__all__ = ["WrittenDate", "find_date", "first_date", "is_date", "strip_dates"]


class WrittenDate(NamedTuple):
    """What a date says: `year` is None where none stands there."""

    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """YYYY-MM-DD, with `year` where the date has none; None when it is incomplete or no day of the calendar."""
        known = self.year or year
        if known is None:
            return None
        try:
            return date(known, self.month, self.day).isoformat()
        except ValueError:  # "31/2/2023"
            return None


class _DatePatterns(NamedTuple):
    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]


@cache
def _patterns(language: str) -> _DatePatterns:
    words = compile_words(language)
    month = rf"(?P<month>{words.month})\.?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    return _DatePatterns(
        numeric=re.compile(rf"(?<![\d/])(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?:(?P=mark){year})?(?![\d/])"),
        iso=re.compile(rf"(?<!\d){year}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
        day_month=re.compile(rf"(?<!\d)(?P<day>\d\d?)\s{month}(?!\w)(?:,?\s{year})?", re.IGNORECASE),
        month_day=re.compile(rf"(?<!\w){month}\s(?P<day>\d\d?)(?!\d)(?:,?\s{year})?", re.IGNORECASE),
        weekday=re.compile(rf"(?<!\w)(?:{alternatives(words.words.weekdays)})(?!\w)", re.IGNORECASE),
        clock=re.compile(
            rf"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)(?:\s?(?P<zone>{alternatives(words.words.zones)})(?!\w))?"
        ),
    )


def find_date(text: str, language: str, *, clock: bool = False) -> str | None:
    """The first full date in `text` (short: a header line) as ISO 8601, with its time if asked, written and zoned."""
    for written in _dates(text, language):
        day = written.iso()
        if day is not None:
            return day + (_find_clock(text, language) if clock else "")
    return None


def first_date(text: str, language: str) -> WrittenDate | None:
    """The first date in `text`, with or without its year."""
    return next(iter(_dates(text, language)), None)


def is_date(text: str, language: str) -> bool:
    """Whether `text` is nothing but dates, weekdays and times: "22/2", "Rabu", "March 12, 2024"."""
    rest = strip_dates(text, language)
    return rest != text and not rest.strip(" ,.()")


def strip_dates(text: str, language: str) -> str:
    """`text` without its dates, weekdays and times."""
    patterns = _patterns(language)
    for pattern in (
        patterns.iso,
        patterns.day_month,
        patterns.month_day,
        patterns.numeric,
        patterns.clock,
        patterns.weekday,
    ):
        text = pattern.sub("", text)
    return text


def _dates(text: str, language: str) -> list[WrittenDate]:
    patterns, words = _patterns(language), compile_words(language).words
    months = {name.casefold(): number for name, number in words.months.items()}
    found = [
        (m.start(), _written(m, months))
        for p in (patterns.iso, patterns.day_month, patterns.month_day)
        for m in p.finditer(text)
    ]
    if words.day_first:
        found += [(m.start(), _written(m, months)) for m in patterns.numeric.finditer(text)]
    return [written for _, written in sorted(found, key=lambda at: at[0])]


def _written(match: re.Match[str], months: dict[str, int]) -> WrittenDate:
    month = months.get(match["month"].casefold())
    return WrittenDate(int(match["year"]) if match["year"] else None, month or int(match["month"]), int(match["day"]))


def _find_clock(text: str, language: str) -> str:
    words = compile_words(language).words
    for match in _patterns(language).clock.finditer(text):
        if match["zone"]:
            return f"T{int(match['hour']):02d}:{int(match['minute']):02d}{words.zones[match['zone']]}"
    return ""
