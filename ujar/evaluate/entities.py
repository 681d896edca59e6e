"""Gold names in column files, and their scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.errors import GoldError

__all__ = ["EntityScores", "entity_spans", "guess_spaces", "read_entities", "score_entities"]

CLOSING = re.compile(r"[.,:;!?)\]}%…”’]+")
OPENING = "([{“‘"
CLITICS = frozenset({"nya", "lah", "kah", "-nya", "-lah"})


@dataclass(frozen=True)
class EntityScores:
    """Exact spans with their kinds, in percent; `by_kind` holds the F1 of each kind."""

    precision: float
    recall: float
    f1: float
    by_kind: dict[str, float]


def read_entities(path: Path) -> list[tuple[list[str], list[str]]]:
    """Words and BIO labels of each sentence: first and last column of the lines, sentences apart by an empty line."""
    sentences: list[tuple[list[str], list[str]]] = []
    words: list[str] = []
    labels: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        columns = line.split()
        if len(columns) == 1:
            raise GoldError(path, number, "has a word without a label")
        if columns:
            words.append(columns[0])
            labels.append(columns[-1])
        elif words:
            sentences.append((words, labels))
            words, labels = [], []
    return sentences


def guess_spaces(words: Sequence[str]) -> list[bool]:
    """Whether a blank stood before each word: the column files do not say."""
    spaces: list[bool] = []
    quoted = False
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        space = place == 0 or not (CLOSING.fullmatch(word) or before in OPENING or word in CLITICS)
        if place and before == "":
            space = True
        if word == '"':
            space = not quoted
            quoted = not quoted
        elif before == '"' and quoted:
            space = False
        spaces.append(space)
    return spaces


def entity_spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, last, kind) of the names in BIO labels; an I without its B opens a name."""
    found = set()
    start: int | None = None
    kind = ""
    for place, label in enumerate([*labels, "O"]):
        prefix, _, this = label.partition("-")
        if start is not None and (prefix != "I" or this != kind):
            found.add((start, place, kind))
            start = None
        if prefix in ("B", "I") and start is None:
            start, kind = place, this
    return found


def score_entities(gold: Sequence[Sequence[str]], predicted: Sequence[Sequence[str]]) -> EntityScores:
    """Exact match of spans and kinds over all sentences."""
    ours = {(i, *span) for i, labels in enumerate(predicted) for span in entity_spans(labels)}
    theirs = {(i, *span) for i, labels in enumerate(gold) for span in entity_spans(labels)}
    kinds = {
        kind: harmonic({span for span in theirs if span[3] == kind}, {span for span in ours if span[3] == kind})
        for kind in sorted({span[3] for span in theirs})
    }
    right = len(ours & theirs)
    return EntityScores(
        100 * right / max(len(ours), 1), 100 * right / max(len(theirs), 1), harmonic(theirs, ours), kinds
    )


def harmonic(gold: set[tuple[int, int, int, str]], predicted: set[tuple[int, int, int, str]]) -> float:
    """F1 in percent."""
    return 200 * len(gold & predicted) / max(len(gold) + len(predicted), 1)
