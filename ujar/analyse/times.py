"""Time expressions and what day, month or year they mean (TIMEX3).

A story is read from its start to its end: what it names last is what "hari itu" and "sebulan kemudian" count from, and
the day of a clock time. "kemarin", "Rabu" and "tahun lalu" count from the day of the story: the day it was published,
else that of its dateline, else the first weekday with its date in the text: "Selasa (16/9/2025)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from ujar.analyse.draft import PERSON, Draft, FoundTime, Stretch
from ujar.analyse.time_forms import FormFound, find_forms
from ujar.analyse.time_readers import read_value
from ujar.analyse.time_setting import Setting, Value
from ujar.analyse.time_values import Known
from ujar.languages.times import TimeWords

__all__ = ["find_times"]

CLAUSE_ENDS = frozenset(',;:.()"“”')
NEWS = timedelta(days=7)


def find_times(draft: Draft, words: TimeWords) -> None:
    """Fill `draft.times` from the sentences of the body and the headline, in the order of the text."""
    persons = [entity.tokens for entity in draft.entities if entity.kind == PERSON]
    forms = [
        found
        for found in find_forms(draft, words)
        if not _is_name(found, persons) and not _is_behind_its_verb(found, draft)
    ]
    story = _story_day(draft, words, forms)
    named = _Named()
    for place, found in enumerate(forms):
        setting = _setting(draft, words, story, named, forms[place:])
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
        if known is None or known.year is None:
            return
        self.year = known
        if known.month is not None:
            self.month = known
        day = known.date()
        if day:
            self.day, self.place = known, found.tokens.first
        if day and {"WEEKDAY", "DAY"} <= found.slots.keys():
            self.weekdays[day.isoweekday()] = known


def _is_name(found: FormFound, persons: list[Stretch]) -> bool:
    """Whether it is a part of a person's name: "Mei Lestari"."""
    return any(name.overlaps(found.tokens) for name in persons)


def _is_behind_its_verb(found: FormFound, draft: Draft) -> bool:
    """Whether a word stands before it behind which the form is no time."""
    before = found.tokens.first - 1
    return before >= 0 and draft.tokens[before].tag in found.form.not_behind


def _setting(draft: Draft, words: TimeWords, story: Known, named: _Named, ahead: list[FormFound]) -> Setting:
    found = ahead[0]
    sentence = draft.sentence_at(found.tokens.first)
    before = _words_before(draft, found.tokens.first, sentence.tokens.first)
    behind = [token.text.lower() for token in draft.tokens[found.tokens.last : found.tokens.last + 1]]  # "Kamis akan"
    coming = bool(words.futures.intersection(before + behind)) and not words.origins.intersection(before[:2])
    limit = bool(words.limits.intersection(before[:2]))
    bare = Setting(words, story, named.day, named.month, named.year, None, coming, limit, named.weekdays)
    return bare._replace(clock_day=_clock_day(draft, bare, named, ahead))


def _words_before(draft: Draft, place: int, first: int) -> list[str]:
    """The words of the clause before `place`, the nearest first."""
    found: list[str] = []
    for at in range(place - 1, first - 1, -1):
        word = draft.tokens[at].text.lower()
        if word in CLAUSE_ENDS:
            break
        found.append(word)
    return found


def _clock_day(draft: Draft, setting: Setting, named: _Named, ahead: list[FormFound]) -> Known | None:
    """The day of a clock time: the last one in its sentence, else one behind it there, else in its paragraph.

    Further back a day of the news counts, not one of its history; where none is named, the day of the story does.
    """
    sentence = draft.sentence_at(ahead[0].tokens.first)
    if named.day and named.place >= sentence.tokens.first:
        return named.day
    for found in ahead[1:]:
        if found.tokens.first >= sentence.tokens.last:
            break
        value = read_value(found, setting) if found.form.reads == "date" else None
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
