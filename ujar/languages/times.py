"""`times.toml`: the words of time of a language, and the forms in which they make an expression.

A form is a row of slots and words: `WEEKDAY ( DAY / MONTHNO )`. What stands in capitals is a slot, a list of words of
this file or a shape of figures; what stands in small letters is the word itself, and a mark is the mark.

    [ a b ]   may be missing       { a | b }   one of them       @name   the part of that name
    a < b     a stands before the expression and is no part of it
    a > b     b stands behind the expression and is no part of it; its slots are read with those of the expression
    > ! b     b does not stand behind it; "! a <" in the same way, of one word
    *         any one word
    ~         a sentence may end here, to those who cut sentences: "6 Nop. 2019"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ujar.languages.schema import Words
from ujar.languages.time_forms import WordCodes, compile_form
from ujar.record import Modifier, TimeType

__all__ = ["Form", "Reader", "Shape", "TimeUnit", "TimeWords"]

TimeUnit = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "half-year", "year", "decade", "century"
]
Reader = Literal[
    "date",
    "period",
    "shifted",
    "ago",
    "later",
    "same",
    "day part",
    "duration",
    "set",
    "fixed",
    "islamic",
    "new year",
    "nothing",
]
NAME = "NAME"  # any other word with a capital
STOPS = frozenset(',.;:?!)"”')
NOTATION = frozenset("[]{}|<>*!~")
WRITTEN_WITH_A_CAPITAL = (
    "MONTH",
    "MONTHONLY",
    "WEEKDAY",
    "ISLAMIC",
    "HOLIDAY",
)  # "Mei", not "mei"; "Minggu" is no "minggu"


class Shape(BaseModel):
    """Figures: those that match `pattern` may stand in `slots`. The first that matches counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    pattern: str
    slots: tuple[str, ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """`pattern`, compiled."""
        return re.compile(self.pattern)


class Form(BaseModel):
    """A time expression: the `forms` it is written in, and the reader that makes its value.

    The other fields are what the words mean and the slots don't say: "tadi malam" is the night of `offset` -1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    forms: tuple[str, ...] = Field(min_length=1)
    reads: Reader
    type: TimeType = "DATE"
    value: str | None = Field(None, description="of a fixed expression: PAST_REF")
    mod: Modifier | None = None
    sign: Literal[-1, 0, 1] = Field(1, description="-1: into the past")
    unit: TimeUnit | None = None
    count: float | None = None
    offset: int | None = Field(None, description="days from the day of the story")
    part: str | None = Field(None, description="of the day: NI")
    not_behind: frozenset[str] = Field(frozenset(), description="tags of a word behind which it is no time")


class TimeWords(Words):
    """`times.toml`. Words stand in small letters, whatever the case in which the texts have them."""

    file: ClassVar[str] = "times.toml"
    months: dict[str, int]
    also_names: frozenset[str] = Field(description='months that people are called too: "Mei"')
    weekdays: dict[str, int] = Field(description="1 is Monday")
    units: dict[str, TimeUnit]
    single: dict[str, TimeUnit] = Field(description='one of a unit in one word: "sehari"')
    many: dict[str, TimeUnit] = Field(description='unnumbered in one word: "bertahun-tahun"')
    numbers: dict[str, int]
    multipliers: dict[str, int]
    teens: frozenset[str] = Field(frozenset(), description='words that add ten: "belas"')
    some: frozenset[str] = Field(description='amounts without a number: "beberapa"')
    half: frozenset[str]
    ordinals: dict[str, int] = Field(description='of quarters and half-years: "pertama", "III"')
    shifts: dict[str, int] = Field(description='"lalu" -1, "ini" 0, "depan" 1')
    days: dict[str, int] = Field(description='days from today: "kemarin" -1')
    day_parts: dict[str, str]
    afternoon: dict[str, int] = Field(description="day part: the hour from which a clock of twelve hours gains twelve")
    modifiers: dict[str, Modifier]
    approximate: frozenset[str]
    zones: frozenset[str]
    seasons: dict[str, str]
    islamic_months: dict[str, int]
    holidays: dict[str, str] = Field(description="of a fixed day: month and day, as 12-25")
    counted: frozenset[str] = Field(description='what a number counts that is no year: "orang"')
    futures: frozenset[str] = Field(description='of what is to come: "akan"')
    origins: frozenset[str] = Field(description='before a time gone by, whatever the clause is of: "sejak"')
    limits: frozenset[str] = Field(description='before a time that may be to come: "hingga"')
    shapes: tuple[Shape, ...]
    parts: dict[str, str]
    forms: dict[str, Form]

    @cached_property
    def slots(self) -> dict[str, frozenset[str]]:
        """The words that may stand in each slot; those of figures have their shapes."""
        lists = {
            "MONTH": self.months,
            "MONTHONLY": self.months.keys() - self.also_names,
            "WEEKDAY": self.weekdays,
            "UNIT": self.units,
            "ONE": self.single,
            "MANY": self.many,
            "COUNT": [*self.numbers, *self.multipliers, *self.teens],
            "SOME": self.some,
            "HALF": self.half,
            "ORDINAL": self.ordinals,
            "SHIFT": self.shifts,
            "OFFSET": self.days,
            "PART": self.day_parts,
            "MOD": self.modifiers,
            "ABOUT": self.approximate,
            "ZONE": self.zones,
            "SEASON": self.seasons,
            "ISLAMIC": self.islamic_months,
            "HOLIDAY": self.holidays,
            "COUNTED": self.counted,
            "STOP": STOPS,
        }
        return {slot: frozenset(piece for word in words for piece in word.split()) for slot, words in lists.items()}

    @cached_property
    def literals(self) -> frozenset[str]:
        """The words and marks that the forms and parts name themselves."""
        return frozenset(
            piece
            for text in self._written()
            for piece in text.split()
            if piece not in NOTATION and not piece.startswith("@") and not piece.isupper()
        )

    def classes(self, word: str, *, opens: bool) -> frozenset[str]:
        """The slots and literals that `word` may be; `opens`: its capital says nothing, as at the start of a sentence.

        "Minggu" inside a sentence is the Sunday, "minggu" the week, and at the start it may be either.
        """
        small = word.lower().replace("’", "'").replace("ʼ", "'")
        found = {slot for slot, words in self.slots.items() if small in words}
        proper = found.intersection(WRITTEN_WITH_A_CAPITAL)
        if proper:
            found = found - proper if not word[0].isupper() else found if opens else proper
        if small[:1].isdigit() or not found:
            found |= next((set(shape.slots) for shape in self.shapes if shape.expression.fullmatch(small)), set())
        if not found and word[0].isupper() and not opens:
            found = {NAME}
        return frozenset(found | ({"=" + small} if small in self.literals else set()))

    @cached_property
    def codes(self) -> WordCodes:
        """The characters of all that a word may be."""
        listed = {word for words in self.slots.values() for word in words} | self.literals
        cased = {form for word in listed for form in (word, word[0].upper() + word[1:])}
        classes = {self.classes(word, opens=opens) for word in cased for opens in (True, False)}
        return WordCodes(classes | {frozenset(shape.slots) for shape in self.shapes} | {frozenset(), frozenset({NAME})})

    @cached_property
    def expressions(self) -> tuple[tuple[str, Form, re.Pattern[str]], ...]:
        """Every written form with its rule, in the order of the file."""
        return tuple(
            (rule, form, compile_form(text, self.parts, self.codes))
            for rule, form in self.forms.items()
            for text in form.forms
        )

    def _written(self) -> Iterator[str]:
        yield from self.parts.values()
        for form in self.forms.values():
            yield from form.forms

    @model_validator(mode="after")
    def _check_forms(self) -> TimeWords:
        slots = {NAME, *self.slots, *(slot for shape in self.shapes for slot in shape.slots)}
        for text in self._written():
            for piece in text.split():
                if piece.startswith("@") and piece[1:] not in self.parts:
                    raise ValueError(f"there is no part {piece} ({text!r})")
                if piece.isupper() and piece not in slots:
                    raise ValueError(f"there is no slot {piece} ({text!r})")
        return self
