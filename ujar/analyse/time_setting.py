"""What a time expression is read against, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ujar.analyse.time_forms import FormFound
from ujar.analyse.time_values import Known
from ujar.languages.times import TimeWords
from ujar.record import Granularity, Modifier, TimeType

__all__ = ["Setting", "Value", "day_part", "modifier", "number_in"]


class Setting(NamedTuple):
    """`story`: what is known of the day of the story. The others are of the place in it.

    `day`, `month` and `year` hold the last one that the text named; `clock_day` the day that a bare clock time is of.
    `weekdays`: the days that the text named with their date. `coming`: the clause speaks of what is to come; `limit`:
    "hingga" stands before, so that it may be to come.
    """

    words: TimeWords
    story: Known
    day: Known | None = None
    month: Known | None = None
    year: Known | None = None
    clock_day: Known | None = None
    coming: bool = False
    limit: bool = False
    weekdays: Mapping[int, Known] = {}

    @property
    def today(self) -> date | None:
        """The day of the story."""
        return self.story.date()


class Value(NamedTuple):
    """The fields of a `FoundTime`, and the date that later expressions count from."""

    type: TimeType
    value: str
    granularity: Granularity
    mod: Modifier | None = None
    doubt: str | None = None
    date: Known | None = None


def modifier(found: FormFound, words: TimeWords) -> Modifier | None:
    """START, MID or END by "awal" and the like, else APPROX by "sekitar", else what the form itself says."""
    named = found.word("MOD")
    if named:
        return words.modifiers[named]
    return "APPROX" if words.approximate.intersection(found.words) else found.form.mod


def day_part(found: FormFound, words: TimeWords) -> str | None:
    """The part of the day: "NI"."""
    named = found.word("PART")
    return words.day_parts[named] if named else found.form.part


def number_in(amount: str, words: TimeWords) -> float:
    """The number that words and figures make: "dua puluh lima", "1,5", "20 ribu"."""
    total, last = 0.0, 0.0
    for piece in amount.split():
        if piece in words.multipliers:
            last = (last or 1) * words.multipliers[piece]
        elif piece in words.teens:
            last += 10
        else:
            total, last = total + last, _figures(piece) if piece[0].isdigit() else words.numbers[piece]
    return total + last


def _figures(piece: str) -> float:
    whole = re.sub(r"[.,](?=\d{3}(?!\d))", "", piece)  # "2.500" is no fraction, "2,5" is
    return float(whole.replace(",", "."))
