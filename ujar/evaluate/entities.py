"""Gold names in column files, and their scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.analyse.read_model import name_spans
from ujar.errors import GoldError
from ujar.evaluate.files import numbered_blocks
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words

__all__ = ["EntityScores", "entity_spans", "guess_spaces", "read_entities", "score_entities"]

CLOSING = frozenset(".,:;!?)]}%…”’")
OPENING = frozenset("([{“‘")
STRAIGHT = ('"', "'")

EntitySpan = tuple[int, int, str]


@dataclass(frozen=True)
class EntityScores:
    """Exact spans with their kinds, in percent, 0 where there are none; `by_kind` holds the F1 of each kind."""

    precision: float
    recall: float
    f1: float
    by_kind: dict[str, float]


def read_entities(path: Path) -> list[tuple[list[str], list[str]]]:
    """Words and BIO labels of each sentence: first and last column of the lines, sentences apart by an empty line.

    Raises:
        GoldError: the file can't be read, a word has no label, or a label is no BIO.
    """
    sentences = []
    for block in numbered_blocks(path):
        rows = [(number, line.split()) for number, line in block]
        for number, columns in rows:
            if len(columns) == 1:
                raise GoldError(path, number, "has a word without a label")
            if columns[-1] != "O" and columns[-1][:2] not in ("B-", "I-"):
                raise GoldError(path, number, f"{columns[-1]!r} is no BIO label")
        sentences.append(([columns[0] for _, columns in rows], [columns[-1] for _, columns in rows]))
    return sentences


def guess_spaces(words: Sequence[str], language: str = "id") -> list[bool]:
    """Whether a blank (or the start) stood before each word: the column files do not say."""
    attached = load_words(language, ScoringWords).attached
    openers, closers = straight_marks(words)
    spaces = []
    for place, word in enumerate(words):
        after_opener = place > 0 and (words[place - 1] in OPENING or place - 1 in openers)
        clings = place in closers or set(word) <= CLOSING or word.removeprefix("-") in attached
        spaces.append(place == 0 or not (after_opener or clings))
    return spaces


def straight_marks(words: Sequence[str]) -> tuple[set[int], set[int]]:
    """Places of the straight marks that open a quotation, and of those that close one: by turns.

    A single mark that has no partner is an apostrophe: "Jum ' at".
    """
    openers: set[int] = set()
    closers: set[int] = set()
    for mark in STRAIGHT:
        places = [place for place, word in enumerate(words) if word == mark]
        if mark == "'" and len(places) % 2:
            continue
        openers.update(places[::2])
        closers.update(places[1::2])
    return openers, closers


def entity_spans(labels: Sequence[str]) -> set[EntitySpan]:
    """(first, last, kind) of the names in BIO labels, half-open; an I without its B opens a name."""
    return set(name_spans(labels))


def score_entities(gold: Sequence[Sequence[str]], predicted: Sequence[Sequence[str]]) -> EntityScores:
    """Exact match of spans and kinds over all sentences, given as BIO labels.

    Raises:
        ValueError: the two have not the same number of sentences.
    """
    ours: set[tuple[int, EntitySpan]] = set()
    theirs: set[tuple[int, EntitySpan]] = set()
    for number, (gold_labels, labels) in enumerate(zip(gold, predicted, strict=True)):
        ours |= {(number, span) for span in entity_spans(gold_labels)}
        theirs |= {(number, span) for span in entity_spans(labels)}
    right = len(ours & theirs)
    kinds = sorted({kind for _, (_, _, kind) in ours})
    return EntityScores(
        precision=100 * right / max(len(theirs), 1),
        recall=100 * right / max(len(ours), 1),
        f1=f1(ours, theirs),
        by_kind={
            kind: f1(*({span for span in side if span[1][2] == kind} for side in (ours, theirs))) for kind in kinds
        },
    )


def f1(gold: set[tuple[int, EntitySpan]], predicted: set[tuple[int, EntitySpan]]) -> float:
    """F1 in percent, 0 where there is nothing."""
    return 200 * len(gold & predicted) / max(len(gold) + len(predicted), 1)
