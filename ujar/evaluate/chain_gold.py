"""Reads gold chains of any form: COIN, IndoCoref, our stories and our statements with the entities of their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from ujar.errors import GoldError
from ujar.evaluate.annotated import AnnotatedSpan, extents
from ujar.evaluate.chains import ChainText, MentionKind
from ujar.evaluate.coin import read_coin
from ujar.evaluate.files import read_text
from ujar.evaluate.gold import first_reason, read_statements
from ujar.evaluate.indocoref import read_indocoref
from ujar.evaluate.judged import Extent, JudgedText

__all__ = ["read_chains", "source_chains"]

SUFFIXES = frozenset({".tsv", ".txt", ".json", ".jsonl"})


class GoldMention(AnnotatedSpan):
    """A mention of an actor."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    type: Literal["name", "nominal", "pronoun", "clitic", "first"] = "name"


class GoldActor(BaseModel):
    """An actor of a story; a mention without a place in the text is passed over."""

    name: str
    mentions: tuple[GoldMention | str, ...] = ()

    @property
    def placed(self) -> tuple[GoldMention, ...]:
        """The mentions that have a place."""
        return tuple(mention for mention in self.mentions if isinstance(mention, GoldMention))


class GoldActors(BaseModel):
    """The part of a story's file that tells its actors."""

    actors: tuple[GoldActor, ...] = ()


def read_chains(path: Path, *, language: str = "id") -> list[ChainText]:
    """The texts with chains of a file, or of a folder's files.

    By suffix: .tsv is COIN, .txt an article of IndoCoref, .json one of our stories (chains of actors, statements),
    .jsonl our sentences or paragraphs with statements (chains of their sources only).

    Raises:
        GoldError: a file is missing or not of its form, holds no text or an id twice, or its spans do not fit.
    """
    files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES) if path.is_dir() else [path]
    texts = [text for file in files for text in read_file(file, language)]
    if not texts:
        raise GoldError(path, 0, "holds no text with chains")
    twice = [name for name, count in Counter(text.id for text in texts).items() if count > 1]
    if twice:
        raise GoldError(path, 0, f"the id {twice[0]!r} is used twice")
    return texts


def read_file(path: Path, language: str) -> list[ChainText]:
    """The texts of one file."""
    if path.suffix == ".tsv":
        return read_coin(path, language=language)
    if path.suffix == ".txt":
        return [read_indocoref(path)]
    if path.suffix == ".json":
        return [read_story(path)]
    return [source_chains(text) for text in read_statements(path)]


def read_story(path: Path) -> ChainText:
    """A story with the chains of its actors; with those of its sources where its actors have no places."""
    (judged,) = read_statements(path)
    placed = [(actor.name, mentions) for actor in read_actors(path) if (mentions := actor.placed)]
    if not placed:
        return source_chains(judged)
    kinds: dict[Extent, MentionKind] = {}
    for name, mentions in placed:
        for mention in mentions:
            check_mention(path, judged.text, name, mention, kinds)
            kinds[mention.start, mention.end] = mention.type
    return ChainText(
        id=judged.id,
        text=judged.text,
        chains=tuple(tuple(sorted(extents(mentions))) for _, mentions in placed),
        kinds=kinds,
        names=tuple(name for name, _ in placed),
        statements=judged.statements,
    )


def read_actors(path: Path) -> tuple[GoldActor, ...]:
    """The actors of a story's file."""
    try:
        return GoldActors.model_validate_json(read_text(path)).actors
    except ValidationError as error:
        raise GoldError(path, 0, first_reason(error)) from None


def check_mention(path: Path, text: str, name: str, mention: GoldMention, known: Container[Extent]) -> None:
    """Hold a mention of an actor against the text and against those that are known."""
    start, end = mention.start, mention.end
    if text[start:end] != mention.text:
        raise GoldError(path, 0, f"{name}: {start}-{end} is not {mention.text[:40]!r} in the text")
    if (start, end) in known:
        raise GoldError(path, 0, f"{name}: {mention.text!r} at {start} is a mention twice")


def source_chains(text: JudgedText) -> ChainText:
    """The sources of a text's statements, one chain for each entity."""
    by_entity: dict[str, set[Extent]] = {}
    for statement in text.statements:
        if statement.source_entity is not None:
            by_entity.setdefault(statement.source_entity, set())
            if statement.source is not None:
                by_entity[statement.source_entity].add(statement.source)
    chains = tuple(tuple(sorted(extents)) for extents in by_entity.values())
    return ChainText(text.id, text.text, chains, {}, tuple(by_entity), text.statements, complete=False)
