"""The ranker of antecedents: a small network over the features of `antecedents.py`, run with numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol
from zipfile import BadZipFile

import numpy as np

from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate
from ujar.analyse.reading import Floats
from ujar.errors import ModelError

__all__ = ["RANKER_FILE", "Chooser", "Evidence", "Ranker", "Undecided", "load_ranker"]

RANKER_FILE = "coreference.npz"


class Chooser(Protocol):
    """What chooses among candidates: the ranker, or in training a teacher who knows the chains."""

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate], evidence: Evidence) -> int | None:
        """Which of the candidates is meant, None for none of them."""
        ...


class Evidence(NamedTuple):
    """What is known of C candidates: features (C, F), the state (H) of the anaphor's head, those (C, H) of theirs."""

    features: Floats
    own: Floats
    theirs: Floats


class Undecided:
    """Chooses nobody: names and plain rules alone."""

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate], evidence: Evidence) -> int | None:
        """None of them."""
        return None


@dataclass(frozen=True)
class Ranker:
    """The weights: H states to P traits of anaphor and candidate; F features and 3 P traits to K inner numbers to one.

    `none` (S) is the score of "none of them" for each sort of anaphor, `none_of` (P) what the anaphor's traits add.
    """

    own: Floats
    theirs: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    none: Floats
    none_of: Floats

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate], evidence: Evidence) -> int | None:
        """Which of the candidates is meant, None for none of them."""
        if not candidates:
            return None
        own = np.tanh(evidence.own @ self.own)
        theirs = np.tanh(evidence.theirs @ self.theirs)
        inputs = np.concatenate([evidence.features, np.broadcast_to(own, theirs.shape), theirs, own * theirs], axis=1)
        scores = np.maximum(inputs @ self.inner + self.inner_bias, 0) @ self.outer
        best = int(scores.argmax())
        if anaphor.certain:
            return best
        none = self.none[SORTS.index(anaphor.sort)] + own @ self.none_of
        return best if scores[best] > none else None


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
    weighed = ranker.inner.shape[0] - 3 * ranker.own.shape[1]
    if weighed != len(FEATURES) or len(ranker.none) != len(SORTS):
        raise ModelError(path, f"weighs {weighed} features, not {len(FEATURES)}")
    return ranker
