"""Example texts of who is meant, and how what is found is compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from ujar.languages.schema import Words
from ujar.record import Actor, ActorKind, Place, Record, Span, Statement

__all__ = [
    "ActorExample",
    "ActorExamples",
    "ExpectedActor",
    "bare",
    "differences",
    "fold",
    "marked",
    "occurs",
    "places",
]

CLITICS = ("nya", "ku", "mu")
GOVERNING = ("state", "government", "igo")


class ExpectedActor(BaseModel):
    """What an example says of one actor; what is left out is not compared. `country` "" = it must have none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str = Field(min_length=1)
    kind: ActorKind | None = None
    country: str | None = None
    roles: tuple[str, ...] = Field((), description="titles that must be among its roles")
    mentions: tuple[str, ...] | None = Field(None, description="all of them, in the order of the text")
    members: tuple[str, ...] | None = Field(None, description="those who are meant together; it is known by them")
    via: Literal["text", "office"] = "text"
    wikidata: str | None = None


class ActorExample(BaseModel):
    """A text with what must be known of who is meant in it. `fails` tells what is wrong with what is found today.

    Characters are quoted from the text. Where they occur more than once, square brackets mark them in their context:
    "tiba di [Beijing]" is that Beijing only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: str = Field(min_length=1)
    text: str = Field(min_length=1)
    published: str = ""
    why: str = Field(min_length=1)
    actors: tuple[ExpectedActor, ...] = ()
    sources: tuple[str, ...] | None = Field(None, description='the actor of each statement; "" where there is none')
    addressees: tuple[str, ...] | None = Field(None, description="the actor of each addressee, likewise")
    absent: tuple[str, ...] = Field((), description="neither an actor's name nor a mention of a state or body")
    countries: dict[str, str] = Field({}, description="a mention or place, and its country")
    fails: str | None = Field(None, min_length=1)

    def quoted(self) -> Iterator[str]:
        """Everything that must occur in the text."""
        for actor in self.actors:
            yield from actor.mentions or ()
            yield from actor.roles
            if actor.via == "text":
                yield actor.name
        yield from (name for name in self.absent if "[" in name)
        yield from self.countries


class ActorExamples(Words):
    """`examples_actors.toml`."""

    file: ClassVar[str] = "examples_actors.toml"
    example: tuple[ActorExample, ...]


class Found(NamedTuple):
    """Characters in a text."""

    start: int
    end: int


def pattern(characters: str) -> re.Pattern[str]:
    """`characters` as whole words, a clitic at the end of one."""
    before = r"(?<=\w)" if characters in CLITICS else r"(?<!\w)"
    return re.compile(rf"{before}{re.escape(characters)}(?!\w)")


def marked(text: str, quoted: str) -> Found | None:
    """Where the square brackets of `quoted` stand in `text`; None if it has none, or its context is not unique."""
    before, bracket, rest = quoted.partition("[")
    inner, _, after = rest.partition("]")
    if not bracket or text.count(before + inner + after) != 1:
        return None
    start = text.index(before + inner + after) + len(before)
    return Found(start, start + len(inner))


def bare(quoted: str) -> str:
    """The characters that are meant, without their context."""
    return quoted.partition("[")[2].partition("]")[0] if "[" in quoted else quoted


def occurs(text: str, quoted: str) -> bool:
    """Whether what is quoted stands in `text` as whole words, and brackets mark one place."""
    if "[" in quoted and marked(text, quoted) is None:
        return False
    return pattern(bare(quoted)).search(text) is not None


def places(text: str, mentions: Sequence[str]) -> list[Found]:
    """Where the mentions stand, each behind the one before it.

    Raises:
        ValueError: one of them does not stand behind the one before it.
    """
    found: list[Found] = []
    for quoted in mentions:
        at = found[-1].end if found else 0
        next_one = pattern(bare(quoted)).search(text, at)
        place = marked(text, quoted) or (Found(*next_one.span()) if next_one else None)
        if place is None or place.start < at:
            raise ValueError(f"{quoted!r} is not behind the mention before it")
        found.append(place)
    return found


def is_meant(span: Span, quoted: str, text: str) -> bool:
    """Whether `span` is what an example quotes: the same characters, and in the same place where brackets tell it."""
    return span.text == bare(quoted) and ("[" not in quoted or marked(text, quoted) == (span.start, span.end))


def fold(name: str) -> str:
    """A name as it is compared: small letters, no diacritics. "Pemerintah China" may open a sentence."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def differences(example: ActorExample, record: Record) -> list[str]:
    """Everything in which the record is not what the example says, a line each."""
    names = called(example, record)
    return [
        *(line for expected in example.actors for line in actor_differences(expected, record)),
        *chain_differences("sources", example.sources, sources(record, names)),
        *chain_differences("addressees", example.addressees, addressees(record, names)),
        *(line for name in example.absent for line in intruders(name, record)),
        *(line for quoted, country in example.countries.items() for line in strays(quoted, country, record)),
    ]


def named(expected: ExpectedActor, record: Record) -> list[Actor]:
    """The actors of the expected name; for those who are meant together, the actors with just these members."""
    if not expected.members:
        return [actor for actor in record.actors if fold(actor.name) == fold(expected.name)]
    names = {actor.id: fold(actor.name) for actor in record.actors}
    members = {fold(member) for member in expected.members}
    return [actor for actor in record.actors if {names[member] for member in actor.members} == members]


def called(example: ActorExample, record: Record) -> dict[str, str]:
    """What each actor is called in the example, by its id; its own name where it is not in the example."""
    names = {actor.id: actor.name for actor in record.actors}
    return names | {actor.id: expected.name for expected in example.actors for actor in named(expected, record)}


def actor_differences(expected: ExpectedActor, record: Record) -> Iterator[str]:
    """In what the actor of the expected name differs from it."""
    actors = named(expected, record)
    if len(actors) != 1:
        others = [actor.name for actor in record.actors]
        yield f"{len(actors)} actors named {expected.name!r}, among {others}"
        return
    actor = actors[0]
    for field in ("kind", "country", "via", "wikidata"):
        wanted, found = getattr(expected, field), getattr(actor, field)
        if wanted is not None and (found or "") != wanted:
            yield f"{expected.name}: {field} {found!r}, not {wanted!r}"
    missing = set(expected.roles) - {role.title for role in actor.roles}
    if missing:
        yield f"{expected.name}: no roles {sorted(missing)} among {[role.title for role in actor.roles]}"
    if expected.mentions is not None and not are_meant(actor, expected.mentions, record.article.text):
        yield f"{expected.name}: mentions {[span.text for span in actor.mentions]}, not {list(expected.mentions)}"


def are_meant(actor: Actor, mentions: tuple[str, ...], text: str) -> bool:
    """Whether the mentions of the actor are those of the example."""
    found = sorted(actor.mentions, key=lambda span: (span.start, -span.end))
    return len(found) == len(mentions) and all(map(is_meant, found, mentions, [text] * len(found)))


def chain_differences(what: str, expected: tuple[str, ...] | None, found: list[str]) -> Iterator[str]:
    """The names of the actors of all statements, where they are not the expected ones."""
    if expected is not None and [fold(name) for name in found] != [fold(name) for name in expected]:
        yield f"{what}: {found}, not {list(expected)}"


def in_order(record: Record) -> list[Statement]:
    """The statements in the order of the text, one that holds another before it."""
    return sorted(record.statements, key=lambda said: (extent(said).start, -extent(said).end))


def extent(said: Statement) -> Found:
    """From the first to the last character of a statement."""
    spans = [*said.content, *([said.cue.span] if said.cue else []), *([said.source.span] if said.source else [])]
    return Found(min(span.start for span in spans), max(span.end for span in spans))


def sources(record: Record, names: Mapping[str, str]) -> list[str]:
    """The name of each statement's source."""
    return [names[said.source.actor] if said.source and said.source.actor else "" for said in in_order(record)]


def addressees(record: Record, names: Mapping[str, str]) -> list[str]:
    """The name of each addressee."""
    return [names[told.actor] if told.actor else "" for said in in_order(record) for told in said.addressees]


def intruders(quoted: str, record: Record) -> Iterator[str]:
    """The actors that must not be there: by their name, or as a state or body that the characters are taken for."""
    for actor in record.actors:
        if "[" not in quoted and fold(actor.name) == fold(quoted):
            yield f"an actor {actor.name!r} ({actor.kind}), who should not be there"
        elif actor.kind in GOVERNING and any(is_meant(span, quoted, record.article.text) for span in actor.mentions):
            yield f"{quoted!r} is a mention of {actor.name} ({actor.kind})"


def spans_of(meant: Actor | Place) -> tuple[Span, ...]:
    """Where an actor or a place is mentioned."""
    return meant.mentions if isinstance(meant, Actor) else (meant.span,)


def strays(quoted: str, country: str, record: Record) -> Iterator[str]:
    """What is wrong with the country of the actors and places that the characters are a mention of."""
    text = record.article.text
    meant: tuple[Actor | Place, ...] = (*record.places, *record.actors)
    found = {(one.country or "", one.name) for one in meant if any(is_meant(s, quoted, text) for s in spans_of(one))}
    if not found:
        yield f"{quoted!r} is neither a mention nor a place"
    yield from (f"{quoted!r}: country {other!r} ({name}), not {country!r}" for other, name in found if other != country)
