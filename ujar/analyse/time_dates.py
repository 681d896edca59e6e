"""Dates, weekdays, months and clock times: the day is worked out first, then what part or minute of it is meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ujar.analyse.time_forms import FormFound
from ujar.analyse.time_setting import Setting, Value, day_part, modifier
from ujar.analyse.time_values import UNKNOWN, Known, add_days, add_months
from ujar.languages.times import TimeWords

__all__ = ["read_date", "written_year", "year_by_words"]

DISAGREES = "weekday and date disagree"
# Months ahead that a month without more may lie: in November "Desember" is the next one, not that of eleven months ago.
AHEAD = 2
AHEAD_OF_LIMIT = 6  # "hingga September", written in May


class _Day(NamedTuple):
    """A date as worked out. `weekday` where only the day of an unknown week is known."""

    known: Known
    weekday: int | None = None
    doubt: str | None = None

    @property
    def value(self) -> str:
        if self.weekday:
            return f"XXXX-WXX-{self.weekday}"
        return self.known.iso() if any(self.known) else UNKNOWN["day"]


def read_date(found: FormFound, setting: Setting) -> Value | None:
    """The value of a date with or without its part of day or clock; None for a date that no calendar has."""
    day = _find_day(found, setting)
    if not day.known.is_possible():
        return None
    clock = _clock(found, setting.words)
    part = day_part(found, setting.words)
    mod = modifier(found, setting.words)
    if clock is not None:
        return Value("TIME", day.value + clock, "minute" if ":" in clock else "hour", mod, day.doubt, day.known)
    if part is not None:
        return Value("TIME", f"{day.value}T{part}", "other", mod, day.doubt, day.known)
    fine = day.weekday or day.known.day or not any(day.known)
    return Value(
        "DATE", day.value, "day" if fine else "month" if day.known.month else "year", mod, day.doubt, day.known
    )


def _find_day(found: FormFound, setting: Setting) -> _Day:
    words = setting.words
    month, number = _month(found, words), found.word("DAY")
    if number is not None:
        return _written_day(found, setting, month, int(number))
    if month is not None:
        return _Day(_whole_month(found, setting, month))
    if found.word("HOLIDAY"):
        return _holiday(found, setting)
    if found.word("WEEKDAY"):
        return _weekday(found, setting, words.weekdays[found.slots["WEEKDAY"][0]])
    offset = found.word("OFFSET")
    if offset:
        return _Day(_shifted_day(setting, words.days[offset]))
    return _Day(setting.clock_day or Known())


def _month(found: FormFound, words: TimeWords) -> int | None:
    named, number = found.word("MONTH") or found.word("MONTHONLY"), found.word("MONTHNO")
    return words.months[named] if named else int(number) if number else None


def written_year(found: FormFound) -> int | None:
    """The year that stands there; of two figures, the one within living memory."""
    year, short = found.word("YEAR") or found.word("OLDYEAR"), found.word("SHORTYEAR")
    if short and not year:
        return int(short) + (2000 if int(short) < 50 else 1900)
    return int(year) if year else None


def year_by_words(found: FormFound, setting: Setting) -> int | None:
    """The year that is written, or that "tahun lalu" means, or that of the story."""
    year, shift, story = written_year(found), found.word("SHIFT"), setting.story.year
    if year is not None or story is None:
        return year
    return story + (setting.words.shifts[shift] if shift else 0)


def _written_day(found: FormFound, setting: Setting, month: int | None, number: int) -> _Day:
    named = found.word("WEEKDAY")
    weekday = setting.words.weekdays[named] if named else None
    year = written_year(found)
    if month is None:  # "tanggal 24 kemarin"
        return _Day(_day_of_month(found, setting, number))
    if year is None:
        year = _year_of(Known(None, month, number), weekday, found, setting)
    known = Known(year, month, number)
    day = known.date()
    wrong = weekday is not None and day is not None and day.isoweekday() != weekday
    return _Day(known, None, DISAGREES if wrong else None)


def _day_of_month(found: FormFound, setting: Setting, number: int) -> Known:
    unit, direction = found.word("UNIT"), _direction(found, setting)
    if unit and setting.words.units[unit] == "month":
        return add_months(setting.story, direction or 0)._replace(day=number)
    months = [add_months(setting.story, shift)._replace(day=number) for shift in (-1, 0, 1)]
    chosen = _choose([known for known in months if known.date()], setting.today, direction)
    return chosen or Known(setting.story.year, setting.story.month, number)


def _direction(found: FormFound, setting: Setting) -> int | None:
    """-1 for "lalu", 1 for "mendatang" or a clause of what is to come, 0 for "ini", None where nothing is said."""
    shift = found.word("SHIFT")
    if shift:
        return setting.words.shifts[shift]
    return 1 if setting.coming else None


def _year_of(known: Known, weekday: int | None, found: FormFound, setting: Setting) -> int | None:
    """The year of a day that is written without one."""
    unit, direction, story = found.word("UNIT"), _direction(found, setting), setting.story
    if story.year is None:
        return None
    if unit and found.word("SHIFT") and setting.words.units[unit] == "year":
        return story.year + (direction or 0)
    if setting.today is None:
        # A copyright line of 2023 stands below the stories of its first days too: "Kamis (29/12)" is of 2022.
        before = known._replace(year=story.year - 1).date()
        same = known._replace(year=story.year).date()
        december = weekday and before and same and same.isoweekday() != weekday == before.isoweekday()
        return story.year - 1 if december and known.month and known.month > 10 else story.year
    years = [known._replace(year=story.year + shift) for shift in (-1, 0, 1)]
    # A weekday belongs to the news, and the news to the days about the story.
    chosen = _choose([each for each in years if each.date()], setting.today, None if weekday else direction)
    return chosen.year if chosen else story.year


def _choose(candidates: Iterable[Known], today: date | None, direction: int | None) -> Known | None:
    """The candidate nearest to today, before or behind it where that is told."""
    if today is None:
        return None
    dated = [(day - today, known) for known in candidates if (day := known.date())]
    fitting = [each for each in dated if not direction or each[0].days * direction >= 0]
    return min(fitting or dated, key=lambda each: abs(each[0]), default=(None, None))[1]


def _whole_month(found: FormFound, setting: Setting, month: int) -> Known:
    year, unit, direction, story = written_year(found), found.word("UNIT"), _direction(found, setting), setting.story
    if year is not None:
        return Known(year, month)
    if unit and found.word("SHIFT") and setting.words.units[unit] == "year":
        return Known(story.year + (direction or 0) if story.year else None, month)
    if story.year is None or story.month is None:
        return Known(None, month)
    back = (story.month - month) % 12
    if found.word("SHIFT") and direction == -1:
        back = back or 12  # "Mei lalu" in May is a year ago
    elif direction == 1:
        back -= 12 if back or found.word("SHIFT") else 0
    elif 12 - back <= (AHEAD_OF_LIMIT if setting.limit or direction == 0 else AHEAD):
        back -= 12
    return add_months(Known(story.year, month=story.month), -back)


def _holiday(found: FormFound, setting: Setting) -> _Day:
    month, number = map(int, setting.words.holidays[found.slots["HOLIDAY"][0]].split("-"))
    year = written_year(found)
    return _Day(Known(year or _year_of(Known(None, month, number), None, found, setting), month, number))


def _weekday(found: FormFound, setting: Setting, weekday: int) -> _Day:
    """A weekday by itself is the nearest one gone by, the day of the story included, unless more is said."""
    today, shift, unit = setting.today, found.word("SHIFT"), found.word("UNIT")
    if today is None:
        return _Day(Known(), weekday)
    named = setting.weekdays.get(weekday)
    if named and not shift and _is_near(named, today):
        return _Day(named)  # "Kamis (27/11)", and after it "pertemuan Kamis"
    if shift and (unit or setting.words.shifts[shift] == 0):
        weeks = setting.words.shifts[shift] if unit else 0
        return _Day(_shifted_day(setting, 7 * weeks + weekday - today.isoweekday()))
    back = (today.isoweekday() - weekday) % 7
    if shift and setting.words.shifts[shift] < 0:
        back = back or 7  # "Senin lalu", written on a Monday
    elif shift or setting.coming:
        back -= 7 if back or shift else 0
    return _Day(_shifted_day(setting, -back))


def _is_near(known: Known, today: date) -> bool:
    day = known.date()
    return day is not None and abs((day - today).days) <= 7


def _shifted_day(setting: Setting, days: int) -> Known:
    day = add_days(setting.today, days)
    return Known.of(day) if day else Known()


def _clock(found: FormFound, words: TimeWords) -> str | None:
    """ "T05:36", or "T07" where the text has the hour alone; twelve more for "pukul 7 malam"."""
    clock, hour = found.word("CLOCK"), found.word("HOUR")
    if clock is None and hour is None:
        return None
    hours, _, minutes = (clock or hour or "").replace(".", ":").partition(":")
    part = day_part(found, words)
    number = int(hours) % 24
    if part in words.afternoon and words.afternoon[part] <= number < 12:
        number += 12
    elif part in words.afternoon and number == 12 and words.afternoon[part] > 1:
        number = 0  # "pukul 12.30 malam"
    return f"T{number:02d}" + (f":{minutes[:2]}" if minutes else "")
