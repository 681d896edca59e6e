"""Runs a reader over passages: batches, one pass of the trunk, the role head once for each cue, and decoding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ujar.analyse.batches import Encoded, distance_buckets, encode, stack
from ujar.analyse.ranker import Chooser, Undecided
from ujar.analyse.reading import (
    CueReading,
    Floats,
    Indices,
    PassageWords,
    Reader,
    Reading,
    RoleInput,
    TrunkScores,
)
from ujar.analyse.trees import decode_tree

__all__ = ["Model", "decode_heads", "softmax"]

CUE_THRESHOLD = 0.07  # what is surer is read; `statements.py` decides which of them count
MOST_VIEWED = 6000  # words, over all cues whose roles are scored at once


class Model:
    """A reader with batching and decoding, and what chooses whom a pronoun means."""

    def __init__(self, reader: Reader, digest: str = "", chooser: Chooser | None = None) -> None:
        self.reader = reader
        self.digest = digest
        self.chooser: Chooser = chooser or Undecided()
        self._root = reader.labels.relations.index("root")

    def read(self, passages: Sequence[PassageWords]) -> list[Reading]:
        """The readings of `passages`, in their order.

        Each is read alone: int8 scales a whole batch by its largest value, so that a sentence beside another one would
        be read otherwise ("Dia disebut-sebut akan pindah" was found or not, by its neighbours), and one core gains
        next to nothing from batches.
        """
        return [self._read_batch([passage], [encode(passage, self.reader.pieces)])[0] for passage in passages]

    def _read_batch(self, passages: list[PassageWords], encoded: list[Encoded]) -> list[Reading]:
        scores = self.reader.run_trunk(stack(passages, encoded))
        cues = self._read_cues(passages, scores)
        labels = self.reader.labels
        trees = [
            decode_heads(scores.arcs[i, : len(passage.words), : len(passage.words) + 1], passage.sentences)
            for i, passage in enumerate(passages)
        ]
        readings = []
        for i, (heads, relations) in enumerate(zip(trees, self._label(scores, trees), strict=True)):
            size = len(heads)
            readings.append(
                Reading(
                    tags=[labels.tags[k] for k in scores.tags[i, :size].argmax(1)],
                    heads=[int(head) - 1 for head in heads],
                    relations=[labels.relations[k] for k in relations],
                    names=[labels.names[k] for k in scores.names[i, :size].argmax(1)],
                    news_names=[labels.news_names[k] for k in scores.news_names[i, :size].argmax(1)],
                    cues=cues[i],
                    states=scores.states[i, :size],
                )
            )
        return readings

    def _label(self, scores: TrunkScores, trees: Sequence[Indices]) -> list[Indices]:
        """The relations of all words of the batch to their heads; "root" exactly where the head is the root."""
        heads = np.concatenate([scores.relation_heads[i, tree] for i, tree in enumerate(trees)])
        dependents = np.concatenate([scores.relation_dependents[i, : len(tree)] for i, tree in enumerate(trees)])
        found = self.reader.run_relations(heads, dependents)
        found[:, self._root] = -np.inf
        labels = np.where(np.concatenate(trees) == 0, self._root, found.argmax(1))
        return np.split(labels, np.cumsum([len(tree) for tree in trees])[:-1])

    def _read_cues(self, passages: list[PassageWords], scores: TrunkScores) -> list[list[CueReading]]:
        cues: list[list[CueReading]] = [[] for _ in passages]
        found = list(self._find_cues(passages, scores.cues))
        if not found:
            return cues
        for chunk in chunks(found, scores.states.shape[1]):
            self._read_roles(chunk, passages, scores, cues)
        return cues

    def _read_roles(
        self, found: Sequence[FoundCue], passages: list[PassageWords], scores: TrunkScores, cues: list[list[CueReading]]
    ) -> None:
        """Score the roles around some cues, and add each to the cues of its passage."""
        size = scores.states.shape[1]
        rows = np.array([cue.passage for cue in found])
        lengths = np.array([len(passages[cue.passage].words) for cue in found], np.int64)
        places = np.array([cue.first for cue in found])
        batch = RoleInput(
            scores.states[rows, places],
            scores.states[rows],
            distance_buckets(size, places, self.reader.labels.distances),
            lengths,
        )
        for cue, roles, length in zip(found, softmax(self.reader.run_roles(batch)), lengths, strict=True):
            cues[cue.passage].append(CueReading(cue.first, cue.last, cue.mode, cue.weight, roles[:length]))

    def _find_cues(self, passages: list[PassageWords], scores: Floats) -> Iterator[FoundCue]:
        """Every word whose weights of the four modes sum to more than the threshold, with the rest of its cue."""
        labels = self.reader.labels.cues
        modes = slice(1, len(labels) - 1)
        inside = len(labels) - 1
        weights = softmax(scores)
        best = weights.argmax(2)
        sums = weights[:, :, modes].sum(2)
        for row, word in np.argwhere(sums > CUE_THRESHOLD):
            size = len(passages[row].words)
            if word >= size:
                continue
            last = word + 1
            while last < size and best[row, last] == inside:
                last += 1
            mode = labels[1 + int(weights[row, word, modes].argmax())]
            yield FoundCue(int(row), int(word), int(last), mode, float(sums[row, word]))


def chunks(cues: Sequence[FoundCue], size: int) -> Iterator[Sequence[FoundCue]]:
    """Cues in their order, so few at once that their views of `size` words each stay within `MOST_VIEWED`.

    A paragraph of nothing but cue clauses would else ask for a gigabyte.
    """
    step = max(1, MOST_VIEWED // size)
    for start in range(0, len(cues), step):
        yield cues[start : start + step]


class FoundCue(NamedTuple):
    """A cue in passage `passage` of the batch."""

    passage: int
    first: int
    last: int
    mode: str
    weight: float


def decode_heads(arcs: Floats, sentences: Sequence[int]) -> Indices:
    """Heads within a passage (1-based, 0 = root): a tree for each sentence; no arc crosses the end of a sentence."""
    if len(sentences) == 1:
        return decode_tree(arcs)
    parts, start = [], 0
    for size in sentences:
        columns = [0, *range(start + 1, start + size + 1)]
        heads = decode_tree(arcs[start : start + size][:, columns])
        parts.append(np.where(heads > 0, heads + start, 0))
        start += size
    return np.concatenate(parts)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


