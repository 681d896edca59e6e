"""Days, months and years of which a part may be unknown, and the values that TIMEX3 writes for them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from ujar.languages.times import TimeUnit
from ujar.record import Granularity

__all__ = ["GRANULARITY", "Known", "add_days", "add_months", "add_unit", "in_whole_units", "period", "span_value"]

YEARS = range(1, 10000)
# A record knows no half-year; a year is coarser, so nothing is claimed that the text does not say.
GRANULARITY: dict[TimeUnit, Granularity] = {
    "second": "other",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half-year": "year",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
SPAN: dict[TimeUnit, tuple[str, int, str]] = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "half-year": ("P", 6, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
HALVES: dict[TimeUnit, tuple[int, TimeUnit]] = {  # "setengah jam" is thirty minutes
    "minute": (30, "second"),
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "year": (6, "month"),
    "century": (50, "year"),
    "decade": (5, "year"),
}
UNKNOWN: dict[TimeUnit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half-year": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


class Known(NamedTuple):
    """What is known of a day: any part may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> Known:
        """All of a day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, value: str) -> Known:
        """An ISO 8601 date as exact as it is: "2023", "2023-02", "2023-02-22T10:00"."""
        parts = [int(part) for part in value[:10].split("-")]
        return cls(*parts)

    def iso(self) -> str:
        """The TIMEX3 value: "2023-02-22", "2023-02", "XXXX-02-22"."""
        shown = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is not None or self.day is not None:
            shown += "-XX" if self.month is None else f"-{self.month:02d}"
        return shown if self.day is None else f"{shown}-{self.day:02d}"

    def date(self) -> date | None:
        """The day; None when a part is missing or it is no day of the calendar: "31/2/2023"."""
        if self.year is None or self.month is None or self.day is None or not self.is_possible():
            return None
        return date(self.year, self.month, self.day)

    def is_possible(self) -> bool:
        """Whether the calendar has such a day, in whatever year."""
        if self.year is not None and self.year not in YEARS:
            return False
        if self.month is None or self.day is None:
            return True
        return 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]


def add_days(day: date | None, days: int) -> date | None:
    """The day so many days on; None beyond the years that a calendar has: "999999999 hari lalu"."""
    if day is None or not 1 <= day.toordinal() + days <= date.max.toordinal():
        return None
    return date.fromordinal(day.toordinal() + days)


def add_months(known: Known, months: int) -> Known:
    """The month so many months on, its day left out; nothing is known beyond the years that a calendar has."""
    if known.year is None or known.month is None:
        return Known()
    year, month = divmod(known.year * 12 + known.month - 1 + months, 12)
    return Known(year, month + 1) if year in YEARS else Known()


def add_unit(known: Known, unit: TimeUnit, number: int) -> str | None:
    """The day, week, month ... that lies `number` units from `known`; None where too little of `known` is known."""
    if unit in ("day", "week"):
        day = add_days(known.date(), number * (7 if unit == "week" else 1))
        return period(Known.of(day), unit) if day else None
    if unit in ("month", "quarter", "half-year"):
        return period(add_months(known, number * SPAN[unit][1]), unit)
    if unit in ("year", "decade", "century") and known.year is not None:
        year = known.year + number * SPAN[unit][1]
        return period(Known(year), unit) if year in YEARS else None
    return None


def period(known: Known, unit: TimeUnit) -> str | None:
    """The `unit` that `known` lies in, as TIMEX3: 2014-W52, 2014-Q4, 2014-H2, 201 (a decade), 20 (a century)."""
    day, year, month = known.date(), known.year, known.month
    if unit == "day":
        return None if day is None else day.isoformat()
    if unit == "week":
        return None if day is None else "{:04d}-W{:02d}".format(*day.isocalendar()[:2])
    if year is None or (month is None and unit in ("month", "quarter", "half-year")):
        return None
    written = {"year": f"{year:04d}", "decade": f"{year // 10:03d}", "century": f"{year // 100:02d}"}
    if month is not None:
        written |= {
            "month": f"{year:04d}-{month:02d}",
            "quarter": f"{year:04d}-Q{(month + 2) // 3}",
            "half-year": f"{year:04d}-H{(month + 5) // 6}",
        }
    return written.get(unit)


def in_whole_units(number: float | None, unit: TimeUnit) -> tuple[float | None, TimeUnit]:
    """Half of a unit in smaller ones."""
    return HALVES[unit] if number == 0.5 and unit in HALVES else (number, unit)


def span_value(number: float | None, unit: TimeUnit) -> str:
    """A length of time: P3D, PT2H, P1.5Y, P20Y for two decades; PXY where the number is unknown."""
    start, factor, end = SPAN[unit]
    return f"{start}{'X' if number is None else f'{number * factor:g}' if number < 1e5 else int(number)}{end}"
