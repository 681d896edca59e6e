"""Puts gold and found statements side by side, one to one, and says in what a pair agrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from ujar.evaluate.judged import Extent, JudgedStatement
from ujar.evaluate.words import ScoringWords

__all__ = ["Compared", "Pair", "align", "compare", "count_common_cues"]

WORD = re.compile(r"\w+")
# Less than a word of content, so that the cue only breaks ties.
SAME_CUE = 0.1
BOTH_UNCUED = 0.01


@dataclass(frozen=True)
class Compared:
    """A statement as places in the text: of words for content and addressees, of letters for cue, source and head."""

    statement: JudgedStatement
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    head: frozenset[int]
    addressees: frozenset[int]


@dataclass(frozen=True)
class Pair:
    """A gold statement and the found one that answers it."""

    gold: Compared
    predicted: Compared

    @property
    def same_cue(self) -> bool:
        """Whether the cues share a letter, or both statements have none."""
        return bool(self.gold.cue & self.predicted.cue) or not (self.gold.cue or self.predicted.cue)

    @property
    def same_content(self) -> bool:
        """Whether the words are the same. Backward attribution has no content to compare: "Demikian kata Rano"."""
        return not self.gold.content or self.gold.content == self.predicted.content

    @property
    def strict(self) -> bool:
        """Whether content, cue and head of the source are all the same."""
        return self.same_content and self.same_cue and self.gold.head == self.predicted.head

    def overlaps(self, share: float) -> bool:
        """Whether the common words are at least `share` of the gold's words and of the found ones."""
        if not self.gold.content:
            return True
        common = len(self.gold.content & self.predicted.content)
        return common >= share * len(self.gold.content) and common >= share * len(self.predicted.content)


def compare(text: str, statement: JudgedStatement, words: ScoringWords) -> Compared:
    """The places of a statement's parts in `text`."""
    return Compared(
        statement=statement,
        content=word_places(text, statement.content, words.openers),
        cue=letter_places(text, statement.cue),
        source=letter_places(text, statement.source),
        head=letter_places(text, statement.source_head or statement.source),
        addressees=word_places(text, statement.addressees, words.prepositions),
    )


def word_places(text: str, pieces: Iterable[Extent], passed_over: frozenset[str]) -> frozenset[int]:
    """Where the words of the pieces begin, less a first one that is passed over."""
    found = [
        (start + match.start(), match.group().lower())
        for start, end in sorted(pieces)
        for match in WORD.finditer(text[start:end])
    ]
    if len(found) > 1 and found[0][1] in passed_over:
        del found[0]
    return frozenset(place for place, _ in found)


def letter_places(text: str, extent: Extent | None) -> frozenset[int]:
    """Where its letters and digits stand; the first character of an extent that has none (the cue ":")."""
    if extent is None:
        return frozenset()
    return frozenset(place for place in range(*extent) if text[place].isalnum()) or frozenset(extent[:1])


def align(gold: Sequence[Compared], predicted: Sequence[Compared]) -> list[Pair]:
    """One-to-one pairs with the greatest common content; the cue breaks ties. Whoever has no partner is left out."""
    if not gold or not predicted:
        return []
    weights = np.array([[common_weight(Pair(ours, theirs)) for theirs in predicted] for ours in gold])
    return [Pair(gold[row], predicted[column]) for row, column in assign(weights)]


def common_weight(pair: Pair) -> float:
    """How much the two have in common: words of content, and a bonus for the cue."""
    common = len(pair.gold.content & pair.predicted.content)
    if pair.gold.content and not common:
        return 0.0
    if pair.gold.cue & pair.predicted.cue:
        return common + SAME_CUE
    return common + (BOTH_UNCUED if pair.same_cue else 0.0)


def count_common_cues(gold: Sequence[Compared], predicted: Sequence[Compared]) -> int:
    """How many gold cues have a found cue of their own that shares a letter with them."""
    if not gold or not predicted:
        return 0
    return len(assign(np.array([[float(len(ours.cue & theirs.cue)) for theirs in predicted] for ours in gold])))


def assign(weights: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Rows and columns of the heaviest one-to-one assignment, those of no weight left out."""
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if weights[row, column] > 0]
