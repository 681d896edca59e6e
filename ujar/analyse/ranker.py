"""The ranker of antecedents: a small network over the features of `antecedents.py`, run with numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import numpy as np

from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate
from ujar.analyse.reading import Floats
from ujar.errors import ModelError

__all__ = ["RANKER_FILE", "Chooser", "Ranker", "Undecided", "load_ranker"]

RANKER_FILE = "coreference.npz"


class Chooser(Protocol):
    """What chooses among candidates: the ranker, or in training a teacher who knows the chains."""

    def choose(
        self, anaphor: Anaphor, candidates: Sequence[Candidate], features: Sequence[Sequence[float]]
    ) -> int | None:
        """Which of the candidates is meant, None for none of them."""
        ...


class Undecided:
    """Chooses nobody: names and plain rules alone."""

    def choose(
        self, anaphor: Anaphor, candidates: Sequence[Candidate], features: Sequence[Sequence[float]]
    ) -> int | None:
        """None of them."""
        return None


@dataclass(frozen=True)
class Ranker:
    """Weights (F, H), (H), (H) of the network, and for each sort of anaphor (S) the score of "none of them"."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    none: Floats

    def choose(
        self, anaphor: Anaphor, candidates: Sequence[Candidate], features: Sequence[Sequence[float]]
    ) -> int | None:
        """Which of the candidates is meant, None for none of them."""
        if not features:
            return None
        scores = np.maximum(np.asarray(features, np.float32) @ self.inner + self.inner_bias, 0) @ self.outer
        best = int(scores.argmax())
        return best if scores[best] > self.none[SORTS.index(anaphor.sort)] else None


def load_ranker(folder: Path) -> Ranker:
    """The ranker of a model folder.

    Raises:
        ModelError: the file is missing or damaged, or is of a version with other features.
    """
    path = folder / RANKER_FILE
    try:
        with np.load(path, allow_pickle=False) as stored:
            ranker = Ranker(*(np.asarray(stored[name], np.float32) for name in Ranker.__dataclass_fields__))
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(path, f"can't be read: {error}") from None
    if ranker.inner.shape[0] != len(FEATURES) or len(ranker.none) != len(SORTS):
        raise ModelError(path, f"weighs {ranker.inner.shape[0]} features, not {len(FEATURES)}")
    return ranker
