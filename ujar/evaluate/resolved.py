"""Whether the sources of statements are resolved to the right one: the guidelines' "resolved" and "end to end"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ujar.evaluate.align import Pair, assign, compare
from ujar.evaluate.chain_matching import match_mentions
from ujar.evaluate.chains import ChainText
from ujar.evaluate.counts import set_free_aside
from ujar.evaluate.gold import judged
from ujar.evaluate.judged import Extent, JudgedStatement
from ujar.evaluate.rates import Percent, percent, rounded
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words
from ujar.record import Record

__all__ = ["ResolvedSources", "inherit_entities", "map_actors", "score_sources"]

FOUND_AT = 0.3


@dataclass(frozen=True)
class ResolvedSources:
    """Counts of statements of the body, the free ones left out: of the gold, those found, those of the right source."""

    gold: int = 0
    aligned: int = 0
    right: int = 0

    def __or__(self, other: ResolvedSources) -> ResolvedSources:
        """Both added up."""
        return ResolvedSources(self.gold + other.gold, self.aligned + other.aligned, self.right + other.right)

    @property
    def accuracy(self) -> Percent:
        """Of the statements found, those of the right source."""
        return percent(self.right, self.aligned)

    @property
    def end_to_end(self) -> Percent:
        """Of all gold statements, those found with the right source."""
        return percent(self.right, self.gold)

    def as_dict(self) -> dict[str, Percent]:
        """The figures by name."""
        return {
            "statements": self.gold,
            "statements found": self.aligned,
            "resolved source": rounded(self.accuracy),
            "resolved source end to end": rounded(self.end_to_end),
        }


def score_sources(gold: ChainText, record: Record) -> ResolvedSources:
    """The sources of a record's statements beside the gold's.

    Statements are paired as for the statement scores and count as found from an overlap of 0.3. A source is right when
    its actor is the one that stands for the gold's entity, and when neither side names anybody. A statement without a
    source has that of the one it `continues`, on both sides.
    """
    words = load_words(record.article.language, ScoringWords)
    actors = map_actors(gold, record)
    ours = [s for s in inherit_entities(gold.statements) if s.unit == "body"]
    theirs = [s for s in inherit_entities(statements_by_actor(record)) if s.unit == "body"]
    compared = [[compare(gold.text, statement, words) for statement in side] for side in (ours, theirs)]
    official, _, pairs = set_free_aside(*compared)
    found = [pair for pair in pairs if pair.overlaps(FOUND_AT)]
    return ResolvedSources(len(official), len(found), sum(is_right(pair, actors) for pair in found))


def is_right(pair: Pair, actors: Mapping[str, str]) -> bool:
    """Whether a found statement's source is the gold's, `actors` being the gold names of the record's actors."""
    entity, actor = pair.gold.statement.source_entity, pair.predicted.statement.source_entity
    return actor is None if entity is None else actor is not None and actors.get(actor) == entity


def statements_by_actor(record: Record) -> list[JudgedStatement]:
    """The statements of a record, the source's entity being its actor's id: two actors may bear one name."""
    ids = [statement.source.actor if statement.source else None for statement in record.statements]
    found = judged(record).statements
    return [replace(statement, source_entity=actor) for statement, actor in zip(found, ids, strict=True)]


def inherit_entities(statements: Sequence[JudgedStatement]) -> list[JudgedStatement]:
    """The statements, those without a source under the entity of the one that they carry on."""
    by_id = {statement.id: statement for statement in statements}
    return [replace(statement, source_entity=entity_of(statement, by_id)) for statement in statements]


def entity_of(statement: JudgedStatement, by_id: Mapping[str, JudgedStatement]) -> str | None:
    """The entity of a statement, or of the one it carries on, however far back."""
    seen: set[str] = set()
    while statement.source_entity is None and statement.source is None and statement.continues not in (None, *seen):
        seen.add(statement.id)
        statement = by_id[statement.continues or ""]
    return statement.source_entity


def map_actors(gold: ChainText, record: Record) -> dict[str, str]:
    """The gold's name of each actor: one to one, with the most mentions and sources in common in sum."""
    ours = {name: {*chain} for name, chain in zip(gold.names, gold.chains, strict=True)}
    for statement in gold.statements:
        if statement.source_entity is not None and statement.source is not None:
            ours.setdefault(statement.source_entity, set()).add(statement.source)
    theirs = actor_extents(record)
    if not ours or not theirs:
        return {}
    names, actors = list(ours), list(theirs)
    whole = replace(gold, chains=tuple(tuple(ours[name]) for name in names))
    pairs = match_mentions(whole, sorted(set().union(*theirs.values())), "head")
    common = [[sum(pairs.get(m) in ours[name] for m in theirs[actor]) for actor in actors] for name in names]
    return {actors[column]: names[row] for row, column in assign(np.array(common, dtype=float))}


def actor_extents(record: Record) -> dict[str, set[Extent]]:
    """Where each actor of a record stands: its mentions, and the sources that are it."""
    found = {actor.id: {(span.start, span.end) for span in actor.mentions} for actor in record.actors}
    for statement in record.statements:
        if statement.source is not None and statement.source.actor is not None:
            found[statement.source.actor].add((statement.source.span.start, statement.source.span.end))
    return found
