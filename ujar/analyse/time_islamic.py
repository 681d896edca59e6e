"""Dates of the calendar of the Hijra, by the Umm al-Qura tables of the library hijridate."""

from __future__ import annotations

from hijridate import Hijri

from ujar.analyse.time_dates import year_by_words
from ujar.analyse.time_forms import FormFound
from ujar.analyse.time_setting import Setting, Value, modifier
from ujar.analyse.time_values import Known

__all__ = ["read_islamic"]

TABLED = range(1343, 1501)


def read_islamic(found: FormFound, setting: Setting) -> Value | None:
    """A Hijri date by the Umm al-Qura calendar; a country that sights the moon may be a day behind it.

    "Ramadan 2024" is the Gregorian month in which the middle of it falls, APPROX.
    """
    name, day, year = found.word("ISLAMIC"), found.word("DAY"), found.word("ISLAMICYEAR")
    if name is None:
        return Value("DATE", str(_gregorian_year(int(year or 0))), "year", "APPROX")
    month = setting.words.islamic_months.get(name)
    if month is None:
        return None
    hijri = int(year) if year else _hijri_year(month, year_by_words(found, setting))
    if hijri is None:
        return None
    try:
        start = Hijri(hijri, month, int(day or 15)).to_gregorian()
    except (ValueError, OverflowError):  # no such day, or a year that is not tabled
        return None
    known = Known(start.year, start.month, start.day if day else None)
    mod = modifier(found, setting.words) or (None if day else "APPROX")
    return Value("DATE", known.iso(), "day" if day else "month", mod, None, known)


def _gregorian_year(hijri: int) -> int:
    return round(hijri * 0.970224 + 621.5774)


def _hijri_year(month: int, gregorian: int | None) -> int | None:
    """The Hijri year whose `month` has its middle in a Gregorian year."""
    if gregorian is None:
        return None
    near = gregorian - 579 + (gregorian - 2000) // 33
    years = [year for year in range(near - 2, near + 3) if year in TABLED]
    return next((year for year in years if Hijri(year, month, 15).to_gregorian().year == gregorian), None)
