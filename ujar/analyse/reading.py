"""What passes between the stages, the model and whatever computes its scores.

    PassageWords          a passage as the model takes it
    Reader                what turns words into scores; the ONNX one ships, training has one of its own
    Reading, CueReading   what the model sees in a passage
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from ujar.analyse.pieces import Pieces

__all__ = [
    "CueReading",
    "Floats",
    "Indices",
    "Labels",
    "PassageWords",
    "Reader",
    "Reading",
    "RoleInput",
    "TrunkInput",
    "TrunkScores",
]

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Labels:
    """`labels.json`: the labels of each head, in the order of its scores."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    news_names: tuple[str, ...]
    cues: tuple[str, ...]
    roles: tuple[str, ...]
    distances: tuple[int, ...]


class PassageWords(NamedTuple):
    """A passage as the model sees it; `sentences` are the lengths of its sentences in words."""

    words: Sequence[str]
    spaces: Sequence[bool]
    quoted: Sequence[bool]
    sentences: Sequence[int]


class TrunkInput(NamedTuple):
    """Piece ids (B, L), mask (B, L), first and last piece of each word (B, N), quotation flags (B, N)."""

    pieces: Indices
    mask: Floats
    firsts: Indices
    lasts: Indices
    quoted: Indices


class TrunkScores(NamedTuple):
    """Scores of tags, names by two conventions, arcs (B, N, N + 1), relation states of heads (B, N + 1, R) and
    dependents (B, N, R), cues, and the word states that the role head reads (B, N, H)."""

    tags: Floats
    names: Floats
    news_names: Floats
    arcs: Floats
    relation_heads: Floats
    relation_dependents: Floats
    cues: Floats
    states: Floats


class RoleInput(NamedTuple):
    """Cue states (M, H), words (M, N, H), distance buckets (M, N), lengths (M)."""

    cues: Floats
    words: Floats
    distances: Indices
    lengths: Indices


class Reader(Protocol):
    """What turns words into scores."""

    labels: Labels
    pieces: Pieces

    def run_trunk(self, batch: TrunkInput) -> TrunkScores:
        """Score one batch of passages."""
        ...

    def run_relations(self, heads: Floats, dependents: Floats) -> Floats:
        """Scores (K, relations) of K words, from the relation states (K, R) of their heads and of themselves."""
        ...

    def run_roles(self, batch: RoleInput) -> Floats:
        """Role scores (M, N, roles) for M cues."""
        ...


@dataclass(frozen=True)
class CueReading:
    """A cue: words `first` to `last` of the passage, mode, weight, and role probabilities (N, roles) of the words."""

    first: int
    last: int
    mode: str
    weight: float
    roles: Floats


@dataclass(frozen=True)
class Reading:
    """What the model sees in a passage. `heads` are word indices of the passage, -1 = root of its sentence.

    `states` (N, H) are the word states that its heads read, from which the ranker of antecedents learns what a word is.
    `names` count states and cities as places throughout (NERGrit); `news_names` follow idner-news-2k, which leaves many
    of them out, and serve to measure.
    """

    tags: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]
    news_names: list[str]
    cues: list[CueReading]
    states: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))
