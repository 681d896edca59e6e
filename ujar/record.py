"""START HERE. The record: what ujar keeps of a story. Frozen, typed, and it checks its own offsets.

    Article     one story's text and what is known about it
    Appearance  where and when that text was seen
    Record      the article with its actors, times, places, statements and events

Offsets are Unicode code points into `article.text`, half-open. `article.text[s.start:s.end] == s.text`
holds for every `Span` of every `Record` that exists: construction fails otherwise.

A part whose spans, ids or dates do not fit is a `RecordError`, built in Python or read from JSON alike. A field of a
wrong type, one that is missing or one that is misspelt is pydantic's `ValidationError`.
Imports nothing of ours but the errors.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from ujar.errors import RecordError

__all__ = [
    "Actor",
    "Addressee",
    "Appearance",
    "Article",
    "Byline",
    "Cue",
    "Dateline",
    "Event",
    "MadeBy",
    "Place",
    "Published",
    "Record",
    "Region",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Time",
]

Form = Literal["direct", "indirect", "mixed", "free"]
Mode = Literal["speech", "directive", "attitude", "thought"]
Polarity = Literal["asserted", "denied", "negated", "hypothetical", "future", "question"]
SourceKind = Literal["person", "group", "organisation", "document", "unknown"]
ActorKind = Literal[
    "person",
    "state",
    "government",
    "igo",
    "party",
    "company",
    "armed_group",
    "media",
    "document",
    "group",
    "other",
]
Status = Literal[
    "actual",
    "planned",
    "requested",
    "hypothetical",
    "negated",
    "ongoing",
    "historical",
    "cancelled",
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "other"
]
Modifier = Literal["START", "MID", "END", "APPROX"]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
ISO_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?([+-][0-9]{2}:[0-9]{2}|Z)?)?)?)?$"


def check_date(value: object) -> object:
    """`value`; what is no string is left to the type.

    Raises:
        RecordError: a string that is no date of the calendar: "2024-02-30", "12/3".
    """
    if isinstance(value, str):
        try:
            if not re.fullmatch(ISO_DATE, value):
                raise ValueError
            datetime.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
        except ValueError:
            raise RecordError(f"{value!r} is no ISO 8601 date, such as 2024-05-14 or 2024-05") from None
    return value


ISODate = Annotated[str, StringConstraints(pattern=ISO_DATE), BeforeValidator(check_date)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Region(_Model):
    """A stretch of the text, half-open code points, its characters not repeated."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.end < self.start:
            raise RecordError(f"a region ends before it starts: {self.start}-{self.end}")
        return self


class Span(_Model):
    """A stretch of the text with its characters: `article.text[start:end] == text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise RecordError(
                f"a span of {len(self.text)} characters can't be {self.start}-{self.end}: {self.text[:40]!r}"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span `start`-`end` out of `text`."""
        return cls(start=start, end=end, text=text[start:end])


class Published(_Model):
    """When the story appeared: an ISO 8601 date as exact as is known ("2023", "2023-02-22"), and what says so."""

    value: ISODate
    by: Literal["given", "copyright line", "dateline", "text"]


class Dateline(_Model):
    """The line that opens a wire story: "Moskow (ANTARA) - "."""

    span: Span
    place: str | None = None
    date: str | None = Field(None, description="as written: '12/3'")
    outlet: str | None = None


class Byline(_Model):
    """The people (or agencies) named under or above the story."""

    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()


class Article(_Model):
    """One story. `id` is the SHA-256 of `text`; `body` is what is analysed, less every `clutter` region in it."""

    id: str
    language: str = "id"
    title: str | None = None
    headline: Span | None = Field(None, description="the title where it stands in the text")
    published: Published | None = None
    updated: ISODate | None = None
    dateline: Dateline | None = None
    agencies: tuple[str, ...] = Field((), description="the chain of agencies, origin first")
    byline: Byline = Byline()
    text: str
    body: Region
    clutter: tuple[Region, ...] = Field((), description='"Baca juga: ..." and the like, kept but never analysed')

    @classmethod
    def of(cls, text: str, **known: Any) -> Article:
        """The article of `text`; `known` are its other fields. `body` is the whole text unless given.

        Raises:
            RecordError: a span of it lies outside the text.
        """
        known.setdefault("body", Region(start=0, end=len(text)))
        return cls(id=text_digest(text), text=text, **known)

    @model_validator(mode="after")
    def _check_spans(self) -> Self:
        if self.id != text_digest(self.text):
            raise RecordError("the article's id is not the SHA-256 of its text")
        for region in (self.body, *self.clutter):
            if region.end > len(self.text):
                raise RecordError(f"region {region.start}-{region.end} ends after the text")
        check_spans(self.text, (self.headline, self.dateline))
        return self


class Appearance(_Model):
    """One place where an article's text was seen: one text, many outlets."""

    article: str = Field(description="the article's id")
    origin: str = Field(description="URL, path, or '-' for standard input")
    outlet: str | None = None
    retrieved: ISODate | None = None
    digest: str = Field(description="SHA-256 of the bytes that were read")


class Role(_Model):
    """A title or office as the text gives it."""

    title: str
    span: Span


class Actor(_Model):
    """A person or body, with every mention of it in the story.

    `via` is "office" when the story names the office only and the dated table of office holders names the person:
    "Presiden AS" in a story of May 2019. What such an actor is called is then no word of the story.
    """

    id: str
    name: str
    kind: ActorKind
    country: Country | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = Field((), description="the actors who are meant together: kedua presiden")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None
    via: Literal["text", "office"] = "text"


class Time(_Model):
    """A TIMEX3 expression with its normalised value; `granularity` is never finer than the text.

    `doubt` says what is wrong with it where the text contradicts itself: "Kamis (22/2)" of a 22 February that was no
    Thursday. `mod` is APPROX for "sekitar", START, MID and END for "awal", "pertengahan" and "akhir".
    """

    id: str
    span: Span
    type: TimeType
    value: str
    granularity: Granularity
    mod: Modifier | None = None
    doubt: str | None = None


class Place(_Model):
    """Where something happens or is said: the name in the text, and its country where that is known."""

    id: str
    name: str
    span: Span
    country: Country | None = None


class Source(_Model):
    """Who says it: the whole noun phrase, its head (name, noun or clitic), and the actor when known."""

    span: Span
    head: Span
    actor: str | None = None
    kind: SourceKind = "unknown"


class Cue(_Model):
    """The words that signal the attribution; `lemma` is the key in cues.toml when it is listed."""

    span: Span
    lemma: str | None = None


class Addressee(_Model):
    """Who is told, asked or warned; written without its preposition."""

    span: Span
    actor: str | None = None


class Statement(_Model):
    """Content that the writer attributes to a source. docs/statements.md tells where spans begin and end."""

    id: str
    unit: Literal["body", "headline"] = "body"
    source: Source | None = None
    cue: Cue | None = None
    content: tuple[Span, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    form: Form
    mode: Mode
    polarity: Polarity = "asserted"
    parent: str | None = Field(None, description="the statement whose content holds this one")
    continues: str | None = Field(None, description="the statement that this uncued one carries on")
    refers_to: tuple[str, ...] = Field((), description="statements that its content points back to")
    time: str | None = Field(None, description="the id of the time when it was said, where the text tells it")
    place: str | None = Field(None, description="the id of the place where it was said, where the text tells it")
    repaired: tuple[str, ...] = Field((), description='what was mended, e.g. "closing mark"')
    rule: str = Field(description="what fired: a rule id, or the model")
    score: float | None = Field(None, ge=0, le=1, description="the model's own weight of the cue; not calibrated")


class Event(_Model):
    """A diplomatic event with its PLOVER code and who asserts it: "wire" or a statement's id."""

    id: str
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    via: str | None = None
    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    asserted_by: str
    time: str | None = None
    place: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str


class MadeBy(_Model):
    """What made the record: the versions that must be the same for the same record."""

    ujar: str
    model: str = Field(description="digest of the model's files")
    language_data: str = Field(description="digest of the word lists")
    facts: str = Field(default="", description="digest of what is known of countries, bodies and office holders")


class Record(_Model):
    """The attributed record of one article."""

    article: Article
    appearances: tuple[Appearance, ...] = Field(
        default=(), description="where the text was seen; empty when the article was made in Python"
    )
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    made_by: MadeBy

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_spans(self.article.text, (self.actors, self.times, self.places, self.statements, self.events))
        check_references(self)
        return self


def text_digest(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def check_spans(text: str, part: object) -> None:
    """Hold every `Span` below `part` against `text`.

    Raises:
        RecordError: a span whose characters are not those of the text.
    """
    for span in spans_in(part):
        if text[span.start : span.end] != span.text:
            raise RecordError(f"{span.start}-{span.end} is not {span.text[:40]!r} in the text")


def spans_in(part: object) -> Iterator[Span]:
    """Every `Span` in a model or a tuple of models, however deep."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from spans_in(inner)
    elif isinstance(part, BaseModel):
        for value in part.__dict__.values():
            if isinstance(value, BaseModel | tuple):
                yield from spans_in(value)


def check_references(record: Record) -> None:
    """Hold every id that `record` mentions against the ids it defines.

    Raises:
        RecordError: an id is used twice, one that is mentioned does not exist, an appearance is another article's, an
            actor is its own member, or a span is mentioned twice, by one actor or by two.
    """
    if any(appearance.article != record.article.id for appearance in record.appearances):
        raise RecordError("an appearance is of another article")
    statements = {statement.id for statement in record.statements}
    actors = {actor.id for actor in record.actors}
    times = {time.id for time in record.times}
    places = {place.id for place in record.places}
    made = (record.statements, statements), (record.actors, actors), (record.times, times), (record.places, places)
    if any(len(ids) < len(parts) for parts, ids in made):
        raise RecordError("an id is used twice")
    settings: tuple[Statement | Event, ...] = (*record.statements, *record.events)
    for part in settings:
        _require(times, part.time)
        _require(places, part.place)
    for statement in record.statements:
        _require(statements, statement.parent, statement.continues, *statement.refers_to)
        _require(actors, statement.source.actor if statement.source else None, *(a.actor for a in statement.addressees))
    for actor in record.actors:
        _require(actors, *actor.members)
    _check_actors(record.actors)
    for event in record.events:
        _require(statements | {"wire"}, event.asserted_by)
        _require(actors, *event.actors, *event.recipients, event.via)


def _check_actors(actors: tuple[Actor, ...]) -> None:
    claimed: dict[tuple[int, int], str] = {}
    for actor in actors:
        if actor.id in actor.members:
            raise RecordError(f"{actor.id!r} is a member of itself")
        for span in actor.mentions:
            other = claimed.setdefault((span.start, span.end), actor.id)
            if other != actor.id:
                raise RecordError(f"{other!r} and {actor.id!r} both claim the mention {span.start}-{span.end}")
        if len({(span.start, span.end) for span in actor.mentions}) < len(actor.mentions):
            raise RecordError(f"{actor.id!r} lists a mention twice")


def _require(known: set[str], *ids: str | None) -> None:
    for used in ids:
        if used is not None and used not in known:
            raise RecordError(f"{used!r} is mentioned but not defined")
