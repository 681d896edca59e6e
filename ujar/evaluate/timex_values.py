"""When two TIMEX3 values mean the same, however they are written."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

__all__ = ["plain_value", "same_value"]

ZONE = re.compile(r"(T\d\d(?::\d\d){0,2})(?:Z|[+-]\d\d:?\d\d)$")
NO_SECONDS = re.compile(r"(T\d\d:\d\d):00(?:\.0+)?$")
WHOLE_HOUR = re.compile(r"(T\d\d)$")
BASIC_DATE = re.compile(r"^(\d{4})(\d\d)(\d\d)(?=$|T)")
WEEK_DATE = re.compile(r"^(\d{4})-W(\d\d)-([1-7])(?=$|T)")
OPEN_YEAR = re.compile(r"^(\d{2,3})X{1,2}$")
DURATION = re.compile(
    r"^P(?:([\d.]+)CE)?(?:([\d.]+)DE)?(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$"
)
MONTHS = (1200, 120, 12, 1)
SECONDS = (604800, 86400, 3600, 60, 1)


def same_value(one: str, other: str) -> bool:
    """Whether two TIMEX3 values mean the same.

    "2014-12-28T06:00:00" is "2014-12-28T06", "2014-W52-7" is "2014-12-28", "194X" is "194", and lengths are equal
    when they last equally long: "P1W" is "P7D", but "P1M" is not "P30D". A zone counts where both tell one.
    """
    first, second = plain_value(one), plain_value(other)
    if ZONE.search(first) is None or ZONE.search(second) is None:
        first, second = (ZONE.sub(r"\1", value) for value in (first, second))
        first, second = (NO_SECONDS.sub(r"\1", value) for value in (first, second))
    return first == second


def plain_value(value: str) -> str:
    """The value in one way of writing."""
    if "/" in value:
        return "/".join(map(plain_value, value.split("/")))
    value = WHOLE_HOUR.sub(r"\1:00", NO_SECONDS.sub(r"\1", value.strip()))
    value = OPEN_YEAR.sub(r"\1", BASIC_DATE.sub(r"\1-\2-\3", value))
    length = plain_length(value)
    return WEEK_DATE.sub(calendar_date, value) if length is None else length


def calendar_date(week_date: re.Match[str]) -> str:
    """2014-W52-7 -> 2014-12-28; a week that the year has not is left as it is."""
    year, week, day = map(int, week_date.groups())
    try:
        return date.fromisocalendar(year, week, day).isoformat()
    except ValueError:
        return week_date[0]


def plain_length(value: str) -> str | None:
    """Months and seconds of a length; None when it is none, or how much of a unit is unknown: "PXD"."""
    found = DURATION.match(value)
    if found is None or not any(found.groups()):
        return None
    try:
        amounts = [Fraction(amount or 0) for amount in found.groups()]
    except ValueError:  # "P1.2.3D"
        return None
    months = sum(amount * unit for amount, unit in zip(amounts, MONTHS, strict=False))
    seconds = sum(amount * unit for amount, unit in zip(amounts[len(MONTHS) :], SECONDS, strict=True))
    return f"P{months}M{seconds}S"
