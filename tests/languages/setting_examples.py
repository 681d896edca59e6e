"""Example sentences of when and where something was said, and how what is found is compared with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from tests.languages.actor_examples import in_order
from ujar.languages.schema import Words
from ujar.record import Article, Place, Published, Record, Statement, Time

__all__ = ["ExpectedPlace", "ExpectedSetting", "Said", "SettingExample", "SettingExamples", "differences", "said_in"]


class ExpectedSetting(BaseModel):
    """A statement by its cue, and the words that tell when and where it was made; "" where the text does not tell."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    cue: str
    time: str = ""
    place: str = ""
    value: str | None = Field(None, min_length=1, description="the TIMEX3 value of `time`")


class ExpectedPlace(BaseModel):
    """A place by its words; `country` "" = it must have none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str = Field(min_length=1)
    country: str


class SettingExample(BaseModel):
    """A text with all its statements and, where given, all its places. `fails` tells what is wrong today."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str = Field(min_length=1)
    published: str
    statements: tuple[ExpectedSetting, ...]
    places: tuple[ExpectedPlace, ...] | None = None
    why: str | None = Field(None, min_length=1)
    fails: str | None = Field(None, min_length=1)

    def article(self, language: str) -> Article:
        """The article that the analyser reads."""
        published = Published(value=self.published, by="given")
        return Article.of(self.text, language=language, published=published)


class SettingExamples(Words):
    """`examples_settings.toml`."""

    file: ClassVar[str] = "examples_settings.toml"
    example: tuple[SettingExample, ...]


class Said(NamedTuple):
    """A statement in the form that is compared."""

    cue: str
    time: str
    place: str


def said_in(record: Record) -> list[Said]:
    """The statements of a record in the order of the text."""
    times = {time.id: time.span.text for time in record.times}
    places = {place.id: place.span.text for place in record.places}
    return [
        Said(said.cue.span.text if said.cue else "", times.get(said.time or "", ""), places.get(said.place or "", ""))
        for said in in_order(record)
    ]


def differences(example: SettingExample, record: Record) -> list[str]:
    """Everything in which the record is not what the example says, a line each."""
    expected = [Said(said.cue, said.time, said.place) for said in example.statements]
    found = said_in(record)
    lines = (
        [f"{[tuple(said) for said in found]}, not {[tuple(said) for said in expected]}"] if found != expected else []
    )
    return [*lines, *value_differences(example, record), *place_differences(example, record)]


def value_differences(example: SettingExample, record: Record) -> Iterator[str]:
    """The times of statements whose value is not the expected one."""
    times: dict[str | None, Time] = {time.id: time for time in record.times}
    found: list[Statement] = in_order(record)
    for expected, said in zip(example.statements, found, strict=False):
        time = times.get(said.time)
        if expected.value and time and time.value != expected.value:
            yield f"{time.span.text!r} is {time.value}, not {expected.value}"


def place_differences(example: SettingExample, record: Record) -> Iterator[str]:
    """The places of the text, where they are not the expected ones."""
    if example.places is None:
        return
    expected = [(place.text, place.country) for place in example.places]
    ordered: list[Place] = sorted(record.places, key=lambda place: place.span.start)
    found = [(place.span.text, place.country or "") for place in ordered]
    if found != expected:
        yield f"places {found}, not {expected}"
