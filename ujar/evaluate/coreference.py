"""Scores coreference: chains of mentions, pronouns, and whom the sources of statements are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from ujar.analyse.analyser import load_analyser
from ujar.errors import GoldError, RecordError
from ujar.evaluate.anaphors import PronounWords, count_anaphors
from ujar.evaluate.chain_baselines import SYSTEMS, System
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chain_matching import Matching, match_mentions, renamed
from ujar.evaluate.chain_scores import ChainScores, Share, score_chains
from ujar.evaluate.chains import Chains, ChainText, is_held_out, mentions_of, without_singletons
from ujar.evaluate.evaluation import article_of
from ujar.evaluate.files import numbered_lines
from ujar.evaluate.gold import first_reason
from ujar.evaluate.judged import JudgedText
from ujar.evaluate.rates import Percent, rounded
from ujar.evaluate.resolved import ResolvedSources, score_sources
from ujar.languages.schema import load_words
from ujar.record import Record

__all__ = ["CoreferenceScores", "SystemScores", "chains_of", "evaluate_coreference", "score_coreference"]


class Scoring(NamedTuple):
    """What is scored and how; `pronouns` in small letters."""

    matching: Matching
    singletons: bool
    common: bool
    pronouns: Collection[str]


@dataclass(frozen=True)
class SystemScores:
    """One way to make chains: its scores, and the pronouns and clitics that it leads to the right one."""

    chains: ChainScores
    anaphors: Share


@dataclass(frozen=True)
class CoreferenceScores:
    """The record's chains ("ujar") beside baselines; `sources` is None where the gold has no statements.

    "heads": the record's mentions, one chain for each head word. "heads, no pronouns": the same with chains of one for
    pronouns and clitics. "gold heads" are both over the gold's mentions. There is none where only sources are marked.
    """

    texts: int
    gold: int
    predicted: int
    systems: dict[str, SystemScores]
    sources: ResolvedSources | None

    def as_dict(self) -> dict[str, Percent | dict[str, Percent]]:
        """The figures by name, rounded to two places; those of each system below its name."""
        figures: dict[str, Percent | dict[str, Percent]] = {
            "texts": self.texts,
            "gold": self.gold,
            "predicted": self.predicted,
        }
        for name, system in self.systems.items():
            figures[name] = system.chains.as_dict() | {"anaphors": rounded(system.anaphors.percent)}
        return figures | (self.sources.as_dict() if self.sources else {})


def evaluate_coreference(
    gold: Path,
    predicted: Path | None = None,
    *,
    matching: Matching = "head",
    singletons: bool = True,
    common: bool = False,
    held_out: bool = False,
    language: str = "id",
    model: Path | None = None,
) -> CoreferenceScores:
    """Score the actors' mentions against the chains of the file or folder `gold`, and the sources against its entities.

    `predicted` is a JSONL file of records; without it the texts are analysed with `model`, or the shipped one.
    `matching`, `singletons`, `common`: see `score_coreference`. `held_out` keeps the fifth of the texts
    that trains nothing.

    Raises:
        GoldError: a file can't be read, none of its texts is held out, or a text of the gold has no record.
        ModelError: there is no usable model.
    """
    texts = [text for text in read_chains(gold, language=language) if not held_out or is_held_out(text.id)]
    if not texts:
        raise GoldError(gold, 0, "has no text that is held out")
    if predicted is None:
        articles = [article_of(JudgedText(text.id, text.text, ()), language) for text in texts]
        records = list(load_analyser(model).analyse_many(articles))
    else:
        records = records_for(texts, predicted)
    return score_coreference(texts, records, matching=matching, singletons=singletons, common=common, language=language)


def records_for(texts: Sequence[ChainText], path: Path) -> list[Record]:
    """The record of each text among those of a JSONL file."""
    by_text = {record.article.text: record for record in read_records(path)}
    missing = next((text.id for text in texts if text.text not in by_text), None)
    if missing is not None:
        raise GoldError(path, 0, f"has no record of the text {missing!r}")
    return [by_text[text.text] for text in texts]


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file."""
    for number, line in numbered_lines(path):
        try:
            yield Record.model_validate_json(line)
        except (ValidationError, RecordError) as error:
            raise GoldError(path, number, f"is no record: {first_reason(error)}") from None


def score_coreference(
    gold: Sequence[ChainText],
    records: Sequence[Record],
    *,
    matching: Matching = "head",
    singletons: bool = True,
    common: bool = False,
    language: str = "id",
) -> CoreferenceScores:
    """Score each record against the gold text in its place.

    `matching` says when a mention answers the gold's: "exact" by equal extents, "head" by `match_mentions`. Without
    `singletons` chains of one mention are left out on both sides. `common` leaves out mentions that only one side has:
    COIN marks songs and days too, which are no actors, and what is asked is whether the rest is put together. Texts of
    which sources alone are marked have a part in the scores of sources only.

    Raises:
        RecordError: a record is about another text than the gold's.
    """
    for text, record in zip(gold, records, strict=True):
        if text.text != record.article.text:
            raise RecordError(f"{text.id}: the record is about another text than the gold's")
    whole = [(text, chains_of(record)) for text, record in zip(gold, records, strict=True) if text.complete]
    stated = [(text, record) for text, record in zip(gold, records, strict=True) if text.statements]
    scoring = Scoring(matching, singletons, common, load_words(language, PronounWords).pronouns)
    systems = {name: score_system(whole, system, scoring) for name, system in SYSTEMS.items()} if whole else {}
    return CoreferenceScores(
        texts=len(gold),
        gold=sum(len(mentions_of(text.chains)) for text in gold),
        predicted=sum(len(mentions_of(chains_of(record))) for record in records),
        systems=systems,
        sources=sum_up([score_sources(text, record) for text, record in stated]) if stated else None,
    )


def sum_up(sources: Sequence[ResolvedSources]) -> ResolvedSources:
    """The counts of all texts."""
    total = ResolvedSources()
    for counts in sources:
        total |= counts
    return total


def score_system(texts: Sequence[tuple[ChainText, Chains]], system: System, scoring: Scoring) -> SystemScores:
    """The scores of the chains that a system makes of those found in each text."""
    sides, anaphors = [], Share(0, 0)
    for text, found in texts:
        chains = system(text, found, scoring.pronouns)
        chains = renamed(chains, match_mentions(text, mentions_of(chains), scoring.matching))
        anaphors |= count_anaphors(text, chains, scoring.pronouns)
        sides.append(wanted(text.chains, chains, scoring))
    return SystemScores(score_chains(sides), anaphors)


def wanted(gold: Chains, found: Chains, scoring: Scoring) -> tuple[Chains, Chains]:
    """The part of both sides that is scored."""
    if scoring.common:
        both = set(mentions_of(gold)) & set(mentions_of(found))
        gold, found = (tuple(tuple(m for m in chain if m in both) for chain in side) for side in (gold, found))
        gold, found = tuple(filter(None, gold)), tuple(filter(None, found))
    return (gold, found) if scoring.singletons else (without_singletons(gold), without_singletons(found))


def chains_of(record: Record) -> Chains:
    """The mentions of each actor of a record that has any; no mention is of two, or there were no record."""
    chains = (tuple(sorted((span.start, span.end) for span in actor.mentions)) for actor in record.actors)
    return tuple(chain for chain in chains if chain)
