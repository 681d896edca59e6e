"""Time expressions and what day, month or year they mean (TIMEX3).

A story is read from its start to its end: what it names last is what "hari itu" and "sebulan kemudian" count from, and
the day of a clock time. "kemarin", "Rabu" and "tahun lalu" count from the day of the story: the day it was published,
else that of its dateline, else the first weekday with its date in the text: "Selasa (16/9/2025)".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from ujar.analyse.draft import PERSON, Draft, FoundTime, Stretch
from ujar.analyse.time_forms import FormFound, find_forms
from ujar.analyse.time_readers import read_value
from ujar.analyse.time_setting import Setting, Value
from ujar.analyse.time_values import Known
from ujar.languages.times import TimeWords

__all__ = ["find_times"]

CLAUSE_ENDS = frozenset(',;:.()"“”')
NEWS = timedelta(days=7)
NAMES_OF_DAYS = frozenset({"DAY", "WEEKDAY", "OFFSET", "HOLIDAY"})
AHEAD = 8  # dates behind a clock time that are looked at: without a day of the story none of them may be known


def find_times(draft: Draft, words: TimeWords) -> None:
    """Fill `draft.times` from the sentences of the body and the headline, in the order of the text."""
    persons = {token for entity in draft.entities if entity.kind == PERSON for token in range(*entity.tokens)}
    forms = [
        found
        for found in find_forms(draft, words)
        # "Mei Lestari" is nobody's month.
        if persons.isdisjoint(range(*found.tokens)) and not _is_behind_its_verb(found, draft)
    ]
    story = _story_day(draft, words, forms)
    named, marks, dated = _Named(), _Marks.of(draft, words), [found for found in forms if _names_day(found)]
    for found in forms:
        setting = _setting(draft, words, story, named, found, marks)
        if _is_bare_clock(found):
            setting = setting._replace(clock_day=_clock_day(draft, setting, named, found, dated))
        value = read_value(found, setting)
        if value is not None:
            named.take(value, found, draft)
            draft.times.append(
                FoundTime(found.tokens, value.type, value.value, value.granularity, value.mod, value.doubt)
            )


@dataclass(slots=True)
class _Named:
    """The last day, month and year that the text named, and where the day stood."""

    day: Known | None = None
    month: Known | None = None
    year: Known | None = None
    place: int = -1
    weekdays: dict[int, Known] = field(default_factory=dict)

    def take(self, value: Value, found: FormFound, draft: Draft) -> None:
        known = value.date
        day = known.date() if known else None
        if known is None or known.year is None or (day and self._is_aside(day, found, draft)):
            return
        self.year = known
        if known.month is not None:
            self.month = known
        if day:
            self.day, self.place = known, found.tokens.first
        if day and {"WEEKDAY", "DAY"} <= found.slots.keys():
            self.weekdays[day.isoweekday()] = known

    def _is_aside(self, day: date, found: FormFound, draft: Draft) -> bool:
        """Whether its sentence is of a later day: "pada Selasa, setelah kemarin turun", and what follows of Tuesday."""
        stepped = "OFFSET" in found.slots or found.form.reads in ("ago", "shifted")
        last = self.day.date() if self.day else None
        here = self.place >= draft.sentence_at(found.tokens.first).tokens.first
        return stepped and here and last is not None and last > day


def _is_behind_its_verb(found: FormFound, draft: Draft) -> bool:
    """Whether a word stands before it behind which the form is no time."""
    before = found.tokens.first - 1
    return before >= 0 and draft.tokens[before].tag in found.form.not_behind


class _Marks(NamedTuple):
    """Where the clauses of a story end, and where it has a word of what is to come."""

    ends: list[int]
    futures: list[int]

    @classmethod
    def of(cls, draft: Draft, words: TimeWords) -> _Marks:
        spoken = [token.text.lower() for token in draft.tokens]
        ends = [place for place, word in enumerate(spoken) if word in CLAUSE_ENDS]
        return cls(ends, [place for place, word in enumerate(spoken) if word in words.futures])

    def clause(self, place: int, sentence: Stretch) -> Stretch:
        """The words of its clause that stand before `place`."""
        end = bisect_left(self.ends, place) - 1
        return Stretch(max(sentence.first, self.ends[end] + 1 if end >= 0 else 0), place)

    def is_coming(self, stretch: Stretch) -> bool:
        """Whether a word of what is to come stands there."""
        return bisect_left(self.futures, stretch.first) < bisect_left(self.futures, stretch.last)


def _setting(draft: Draft, words: TimeWords, story: Known, named: _Named, found: FormFound, marks: _Marks) -> Setting:
    first, last = found.tokens
    clause = marks.clause(first, draft.sentence_at(first).tokens)
    near = draft.words_of(Stretch(max(clause.first, first - 2), first))
    before = {word.lower() for word in near}
    coming = marks.is_coming(clause) or marks.is_coming(Stretch(last, last + 1))  # "Kamis akan"
    coming = coming and not words.origins.intersection(before)
    limit = bool(words.limits.intersection(before))
    return Setting(words, story, named.day, named.month, named.year, None, coming, limit, named.weekdays)


def _names_day(found: FormFound) -> bool:
    """Whether it is a date that may be of a day."""
    return found.form.reads == "date" and not NAMES_OF_DAYS.isdisjoint(found.slots)


def _is_bare_clock(found: FormFound) -> bool:
    """Whether its day stands elsewhere: "pukul 10"."""
    return found.form.reads == "date" and NAMES_OF_DAYS.isdisjoint(found.slots)


def _clock_day(draft: Draft, setting: Setting, named: _Named, found: FormFound, dated: list[FormFound]) -> Known | None:
    """The day of a clock time: the last one in its sentence, else one behind it there, else in its paragraph.

    Further back a day of the news counts, not one of its history; where none is named, the day of the story does.
    """
    sentence = draft.sentence_at(found.tokens.first)
    if named.day and named.place >= sentence.tokens.first:
        return named.day
    first = bisect_left(dated, found.tokens.last, key=lambda other: other.tokens.first)
    for other in islice(dated, first, first + AHEAD):
        if other.tokens.first >= sentence.tokens.last:
            break
        value = read_value(other, setting)
        if value and value.date and value.date.date():
            return value.date
    last, today = named.day and named.day.date(), setting.today
    near = last and (today is None or abs(today - last) <= NEWS)
    if near or (named.day and draft.sentence_at(named.place).paragraph == sentence.paragraph):
        return named.day
    return setting.story if today else None


def _story_day(draft: Draft, words: TimeWords, forms: list[FormFound]) -> Known:
    """What is known of the day of the story."""
    published = draft.article.published
    known = Known.read(published.value) if published else Known()
    if known.day is not None:
        return known
    dateline = draft.article.dateline
    figures = re.findall(r"\d+", dateline.date) if dateline and dateline.date else []
    if len(figures) >= 2 and known.year is not None:
        written = Known(known.year, int(figures[1]), int(figures[0]))
        if written.date():
            return written
    return _first_day(words, forms, known) or known


def _first_day(words: TimeWords, forms: list[FormFound], known: Known) -> Known | None:
    """The first weekday with its date, where it is of the year of the story."""
    for found in forms:
        if found.form.reads == "date" and {"WEEKDAY", "DAY"} <= found.slots.keys():
            value = read_value(found, Setting(words, known))
            day = value.date if value and not value.doubt else None
            if day and day.date() and day.year is not None and abs(day.year - (known.year or day.year)) < 2:
                return day
    return None
