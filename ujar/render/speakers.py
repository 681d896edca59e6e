"""Who speaks: the actor of a statement's source, or of the statement that it carries on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ujar.record import Article, Record, Source, Statement
from ujar.render.cast import whom

__all__ = ["UNKNOWN", "Speaker", "find_speakers", "is_clitic"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """`number` counts from 1 in the order given; 0 is every source whose `actor` (an id) is not known."""

    number: int
    name: str
    actor: str | None = None


UNKNOWN = Speaker(0, "source not known")


def find_speakers(record: Record, statements: Iterable[Statement]) -> dict[str, Speaker]:
    """The speaker of each statement by its id, numbered in the order of `statements`.

    A statement that carries on another one has that one's speaker.
    """
    actors = {actor.id: actor for actor in record.actors}
    origins = _origins(record.statements)
    known: dict[str, Speaker] = {}
    speakers: dict[str, Speaker] = {}
    for statement in statements:
        source = origins[statement.id].source
        if source is None or source.actor is None:
            speakers[statement.id] = UNKNOWN
        else:
            speaker = Speaker(len(known) + 1, whom(actors[source.actor], actors), source.actor)
            speakers[statement.id] = known.setdefault(source.actor, speaker)
    return speakers


def is_clitic(article: Article, source: Source) -> bool:
    """Whether the source is an ending on another word: "nya" in "ujarnya"."""
    start = source.span.start
    return start > 0 and article.text[start - 1].isalpha() and source.span.text[:1].isalpha()


def _origins(statements: Iterable[Statement]) -> dict[str, Statement]:
    """For each id the statement that it carries on, back to the first that has a source of its own."""
    by_id = {statement.id: statement for statement in statements}
    origins: dict[str, Statement] = {}
    for statement in by_id.values():
        passed = list(_back(statement, by_id, origins))
        end = origins.get(passed[-1].id, passed[-1])
        origins.update((link.id, end) for link in passed)
    return origins


def _back(statement: Statement, by_id: dict[str, Statement], origins: dict[str, Statement]) -> Iterator[Statement]:
    """The links from `statement` back; a ring ("s1" carries on "s2" carries on "s1") is gone round once."""
    seen = {statement.id}
    yield statement
    while statement.source is None and statement.continues and statement.id not in origins:
        statement = by_id[statement.continues]
        if statement.id in seen:
            return
        seen.add(statement.id)
        yield statement
