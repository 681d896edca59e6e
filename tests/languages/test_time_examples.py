"""The example sentences for times, read with the shipped model.

An example that fails today says so in `fails` and is expected to. Once it is mended, its test fails with
"[XPASS(strict)] what was wrong", and its `fails` has to be taken out of examples_times.toml.
"""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import ClassVar, NamedTuple

import pytest
from hijridate import Hijri
from pydantic import BaseModel, ConfigDict, Field

from ujar.analyse import Analyser
from ujar.analyse.analyser import language_digest
from ujar.evaluate.timex_values import plain_value
from ujar.languages.schema import Words, load_words
from ujar.record import Article, Dateline, Granularity, Modifier, Published, Span, TimeType

LANGUAGE = "id"
FEWEST = 120
FEWEST_EMPTY = 25
FEWEST_RIGHT_SHARE = 0.85


class ExpectedTime(BaseModel):
    """A time as an example writes it; the fields are those of `ujar.record.Time`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str = Field(min_length=1)
    type: TimeType
    value: str = Field(min_length=1)
    granularity: Granularity
    mod: Modifier | None = None
    doubt: str | None = None


class TimeExample(BaseModel):
    """A sentence, when it was published ("" = nobody knows), the date of its dateline, and its times in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str = Field(min_length=1)
    published: str
    dateline: str | None = None
    times: tuple[ExpectedTime, ...]
    why: str | None = Field(None, min_length=1)
    fails: str | None = Field(None, min_length=1)

    def article(self) -> Article:
        """The article that the analyser reads."""
        line = self.dateline and Dateline(span=Span.of(self.text, 0, 0), date=self.dateline)
        published = Published(value=self.published, by="given") if self.published else None
        return Article.of(self.text, language=LANGUAGE, published=published, dateline=line or None)


class TimeExamples(Words):
    """`examples_times.toml`."""

    file: ClassVar[str] = "examples_times.toml"
    example: tuple[TimeExample, ...]


class Seen(NamedTuple):
    """A time in the form that is compared: its value in one way of writing."""

    text: str
    type: str
    value: str
    granularity: str
    mod: str | None
    doubt: str | None


EXAMPLES = load_words(LANGUAGE, TimeExamples).example


def parameters() -> list[object]:
    """Each example under its text; those with `fails` are expected to fail, and must."""
    return [
        pytest.param(
            example,
            id=example.text,
            marks=[pytest.mark.xfail(reason=example.fails, raises=AssertionError, strict=True)]
            if example.fails
            else [],
        )
        for example in EXAMPLES
    ]


def expected_times(example: TimeExample) -> list[Seen]:
    """The times that the example must yield."""
    return [
        Seen(time.text, time.type, plain_value(time.value), time.granularity, time.mod, time.doubt)
        for time in example.times
    ]


def found_times(example: TimeExample, analyser: Analyser) -> list[Seen]:
    """The times that the analyser finds, in the order of the text."""
    return [
        Seen(time.span.text, time.type, plain_value(time.value), time.granularity, time.mod, time.doubt)
        for time in sorted(analyser.analyse(example.article()).times, key=lambda time: time.span.start)
    ]


@pytest.mark.parametrize("example", parameters())
def test_time_example_yields_its_times(example: TimeExample, analyser: Analyser) -> None:
    """The times found are those of the example, value and all: nothing is missing, and nothing is found besides."""
    assert found_times(example, analyser) == expected_times(example)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_time_example_fits_its_text(example: TimeExample) -> None:
    """Its times stand in the text in that order, and a value that is a day of the calendar is one."""
    at = 0
    for time in example.times:
        at = example.text.index(time.text, at) + len(time.text)
        day = time.value[:10]
        if time.type in ("DATE", "TIME") and len(day) == 10 and day.replace("-", "").isdigit():
            datetime.date.fromisoformat(day)


HIJRI = {
    "1 Ramadan 1445 H": (1445, 9, 1),
    "10 Muharram 1446 Hijriah": (1446, 1, 10),
    "12 Rabiul Awal 1447 H": (1447, 3, 12),
}


@pytest.mark.parametrize("words", HIJRI)
def test_hijri_example_is_reckoned(words: str) -> None:
    """The day of each example from the calendar of the Hijra is that of the Umm al-Qura tables."""
    [time] = [time for example in EXAMPLES for time in example.times if time.text == words]
    assert time.value == Hijri(*HIJRI[words]).to_gregorian().isoformat()


def test_time_examples_are_enough_and_most_are_right() -> None:
    """There are many sentences, each once, every type among them, some without a time; most are read as they should."""
    assert len({example.text for example in EXAMPLES}) == len(EXAMPLES) >= FEWEST
    assert sum(not example.times for example in EXAMPLES) >= FEWEST_EMPTY
    assert sum(example.fails is None for example in EXAMPLES) >= FEWEST_RIGHT_SHARE * len(EXAMPLES)
    types = Counter(time.type for example in EXAMPLES for time in example.times)
    assert min(types[kind] for kind in ("DATE", "TIME", "DURATION", "SET")) >= 5


def test_time_examples_decide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest of the language's words does not know them: a further example changes no record."""
    read: list[str] = []
    real = Path.read_bytes

    def watched(path: Path) -> bytes:
        read.append(path.name)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", watched)
    language_digest.__wrapped__(LANGUAGE)
    assert TimeExamples.file not in read
    assert "cues.toml" in read
