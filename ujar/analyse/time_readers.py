"""From a form in the text to a TIMEX3 value: one reader for each kind of expression.

A reader never invents: where what it needs to count from is unknown, the value has X in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ujar.analyse.time_dates import read_date, written_year, year_by_words
from ujar.analyse.time_forms import FormFound
from ujar.analyse.time_islamic import read_islamic
from ujar.analyse.time_setting import Setting, Value, day_part, modifier, number_in
from ujar.analyse.time_values import GRANULARITY, UNKNOWN, Known, add_days, add_unit, in_whole_units, period, span_value
from ujar.languages.times import Reader, TimeUnit

__all__ = ["read_value"]


def read_value(found: FormFound, setting: Setting) -> Value | None:
    """The value of what was found; None where it is no time after all: "31/2/2023"."""
    return READERS[found.form.reads](found, setting)


def _period(found: FormFound, setting: Setting) -> Value | None:
    """A year, decade, century, quarter, half-year or season, named by its number."""
    mod, unit = modifier(found, setting.words), found.form.unit or "year"
    if unit == "month":
        return _season(found, setting)
    if unit in ("quarter", "half-year"):
        return _part_of_year(found, setting, unit)
    decade, nth = found.word("DECADE") or found.word("SHORTDECADE"), found.word("NTH")
    if decade:
        return Value("DATE", _decade(decade), "decade", mod)
    if nth:
        return Value("DATE", f"{_ordinal(nth) - 1:02d}", "century", mod)
    year = written_year(found)
    return None if year is None else Value("DATE", f"{year:04d}", "year", mod, None, Known(year))


def _decade(written: str) -> str:
    """The decade as TIMEX3 has it: "194" for "1940-an" and for "40-an"."""
    figures = re.sub(r"\D.*", "", written)
    return figures[:3] if len(figures) == 4 else ("20" if figures in ("00", "10") else "19") + figures[0]


def _ordinal(written: str) -> int:
    """The number in "ke-20" or "ke-xx"."""
    figures = re.search(r"\d+", written)
    if figures:
        return int(figures[0])
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in re.sub(r".*[^ivx]", "", written)]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _part_of_year(found: FormFound, setting: Setting, unit: TimeUnit) -> Value:
    joined = found.word("QUARTERYEAR")
    ordinal, _, year = joined.replace("-", "/").partition("/") if joined else (found.slots["ORDINAL"][0], "", "")
    known = int(year) if year else year_by_words(found, setting)
    number = setting.words.ordinals[ordinal]
    value = f"{'XXXX' if known is None else known}-{'Q' if unit == 'quarter' else 'H'}{number}"
    return Value("DATE", value, GRANULARITY[unit], modifier(found, setting.words), None, Known(known))


def _season(found: FormFound, setting: Setting) -> Value:
    """A season is of the year that is written; "musim panas lalu" of the last one that is over."""
    season, year = setting.words.seasons[found.slots["SEASON"][0]], year_by_words(found, setting)
    over = {"WI": 3, "SP": 6, "SU": 9, "FA": 12}[season]  # the month in which it ends
    gone = found.word("SHIFT") in [word for word, shift in setting.words.shifts.items() if shift < 0]
    if gone and not found.word("UNIT") and year is not None and (setting.story.month or 0) > over:
        year += 1  # this year's is over already
    return Value("DATE", f"{'XXXX' if year is None else year}-{season}", "season", modifier(found, setting.words))


def _shifted(found: FormFound, setting: Setting) -> Value | None:
    """ "tahun lalu", "pekan depan", "hari ini": so many units from the day of the story."""
    words = setting.words
    unit: TimeUnit = found.form.unit or words.units[found.slots["UNIT"][0]]
    if unit in ("second", "minute", "hour"):
        return None
    shift = words.shifts[found.slots["SHIFT"][0]] if "SHIFT" in found.slots else 0
    value = add_unit(setting.story, unit, shift)
    known = Known.read(value) if value and unit in ("day", "month", "year") else None
    end = f"-{found.form.value}" if found.form.value else ""
    if end:  # the days of a weekend are a part of the week, not its end
        return Value("DATE", (value or UNKNOWN[unit]) + end, "week")
    return Value("DATE", value or UNKNOWN[unit], GRANULARITY[unit], modifier(found, words), None, known)


def _amount(found: FormFound, setting: Setting) -> tuple[float | None, TimeUnit]:
    """How many of which unit; None for "beberapa" and "bertahun-tahun"."""
    words = setting.words
    for slot, units in (("ONE", words.single), ("MANY", words.many)):
        if slot in found.slots:
            return 1 if slot == "ONE" else None, units[found.slots[slot][0]]
    unit: TimeUnit = found.form.unit or words.units[found.slots["UNIT"][0]]
    if "COUNT" in found.slots:
        return number_in(found.slots["COUNT"][0], words) + (0.5 if words.half.intersection(found.words) else 0), unit
    return 0.5 if "HALF" in found.slots else None if "SOME" in found.slots else found.form.count, unit


def _ago(found: FormFound, setting: Setting) -> Value:
    """ "dua hari lalu", as exact as its unit. Hours are not counted: the story's hour is not known."""
    number, unit = _amount(found, setting)
    mod = modifier(found, setting.words)
    if number is None:
        return Value("DATE", "PAST_REF" if found.form.sign < 0 else "FUTURE_REF", "other", mod)
    value = add_unit(setting.story, unit, found.form.sign * int(number)) if number == int(number) else None
    if value is None and unit in UNKNOWN and setting.story.year is None:
        return Value("DATE", UNKNOWN[unit], GRANULARITY[unit], mod)
    return _counted(found, setting, value, number, unit)


def _counted(found: FormFound, setting: Setting, value: str | None, number: float | None, unit: TimeUnit) -> Value:
    mod = modifier(found, setting.words)
    if value is None:
        return Value("DURATION", span_value(*in_whole_units(number, unit)), GRANULARITY[unit], mod)
    known = Known.read(value) if unit in ("day", "month", "year") else None
    return Value("DATE", value, GRANULARITY[unit], mod, None, known)


def _later(found: FormFound, setting: Setting) -> Value:
    """ "sebulan kemudian", from the last date that the text named; without one it is a length of time."""
    number, unit = _amount(found, setting)
    start = {"day": setting.day, "week": setting.day, "month": setting.month}.get(unit, setting.year)
    whole = number is not None and number == int(number)
    value = add_unit(start, unit, found.form.sign * int(number or 0)) if whole and start else None
    part = day_part(found, setting.words)
    if part and unit == "day":
        return Value("TIME", f"{value or UNKNOWN['day']}T{part}", "other", date=Known.read(value) if value else None)
    return _counted(found, setting, value, number, unit)


def _same(found: FormFound, setting: Setting) -> Value | None:
    """ "hari itu", "tahun yang sama": the last one that the text named."""
    unit = setting.words.units[found.slots["UNIT"][0]]
    if unit in ("second", "minute", "hour"):
        return None
    start = {"day": setting.day, "week": setting.day, "month": setting.month}.get(unit, setting.year)
    value = period(start, unit) if start else None
    known = Known.read(value) if value and unit in ("day", "month", "year") else None
    return Value("DATE", value or UNKNOWN[unit], GRANULARITY[unit], date=known)


def _day_part(found: FormFound, setting: Setting) -> Value:
    """ "malam itu" of the last day that was named, "pagi ini" of the story's, "tadi malam" of the one before."""
    start, offset = setting.day, found.form.offset
    if offset is not None:
        day = add_days(setting.today, offset)
        start = Known.of(day) if day else None
    value = f"{start.iso() if start else UNKNOWN['day']}T{day_part(found, setting.words)}"
    return Value("TIME", value, "other", modifier(found, setting.words), None, start)


def _duration(found: FormFound, setting: Setting) -> Value:
    number, unit = _amount(found, setting)
    value = span_value(*in_whole_units(number, unit))
    amounts, units = found.slots.get("COUNT", ()), found.slots.get("UNIT", ())
    if len(amounts) == len(units) == 2:  # "dua tahun tiga bulan"
        second = span_value(number_in(amounts[1], setting.words), setting.words.units[units[1]])
        value += second.removeprefix("P").removeprefix("T" if "T" in value else "")
        unit = setting.words.units[units[1]]
    return Value("DURATION", value, GRANULARITY[unit], modifier(found, setting.words))


def _set(found: FormFound, setting: Setting) -> Value:
    """ "setiap Senin" is XXXX-WXX-1, "setiap tahun" P1Y, "dua kali sepekan" P1W."""
    words, weekday, month, part = setting.words, found.word("WEEKDAY"), found.word("MONTH"), found.word("PART")
    if weekday or part:
        day = f"XXXX-WXX-{words.weekdays[weekday]}" if weekday else UNKNOWN["day"]
        return Value("SET", f"{day}T{words.day_parts[part]}" if part else day, "other" if part else "day")
    if month:
        return Value("SET", Known(None, words.months[month]).iso(), "month")
    single = found.word("ONE")
    number, unit = (1.0, words.single[single]) if single else _amount(found, setting)
    return Value("SET", span_value(number or 1, unit), GRANULARITY[unit])


def _fixed(found: FormFound, setting: Setting) -> Value:
    return Value(found.form.type, found.form.value or "", "other", modifier(found, setting.words))


def _new_year(found: FormFound, setting: Setting) -> Value:
    """ "tahun yang baru": the one behind the year that was named last, else the story's."""
    known, story = setting.year, setting.story.year
    year = known.year + 1 if known and known.year and known.year == (story or 0) - 1 else story
    return Value("DATE", "XXXX" if year is None else str(year), "year", None, None, Known(year) if year else None)


READERS: dict[Reader, Callable[[FormFound, Setting], Value | None]] = {
    "date": read_date,
    "period": _period,
    "shifted": _shifted,
    "ago": _ago,
    "later": _later,
    "same": _same,
    "day part": _day_part,
    "duration": _duration,
    "set": _set,
    "fixed": _fixed,
    "islamic": read_islamic,
    "new year": _new_year,
    "nothing": lambda _found, _setting: None,
}
