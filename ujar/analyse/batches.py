"""Passages to padded batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ujar.analyse.pieces import BOS, EOS, MOST_PIECES, PAD, Pieces
from ujar.analyse.reading import Indices, PassageWords, TrunkInput

__all__ = ["LONGEST", "Encoded", "distance_buckets", "encode", "stack"]

LONGEST = 510  # pieces of a passage, its two ends included; the trunk knows 512 positions


class Encoded(NamedTuple):
    """A passage in pieces, with the first and last piece of each word."""

    pieces: list[int]
    firsts: list[int]
    lasts: list[int]


def encode(passage: PassageWords, pieces: Pieces) -> Encoded:
    """Words to pieces. If they are too many, every word keeps its first few: no word goes unread.

    Raises:
        ValueError: the passage has more words than the trunk has places.
    """
    cut = [pieces.of_word(word, space) for word, space in zip(passage.words, passage.spaces, strict=True)]
    most = MOST_PIECES
    while sum(min(len(ids), most) for ids in cut) > LONGEST - 2:
        most //= 2
        if not most:
            raise ValueError(f"a passage of {len(cut)} words is too long for the model")
    ids, firsts, lasts = [BOS], [], []
    for word in cut:
        firsts.append(len(ids))
        ids.extend(word[:most])
        lasts.append(len(ids) - 1)
    return Encoded([*ids, EOS], firsts, lasts)


def stack(passages: Sequence[PassageWords], encoded: Sequence[Encoded]) -> TrunkInput:
    """Pad the passages of one batch to one size."""
    rows = len(passages)
    length = max(len(one.pieces) for one in encoded)
    size = max(len(one.firsts) for one in encoded)
    pieces = np.full((rows, length), PAD, np.int64)
    mask = np.zeros((rows, length), np.float32)
    firsts, lasts, quoted = (np.zeros((rows, size), np.int64) for _ in range(3))
    for row, (passage, one) in enumerate(zip(passages, encoded, strict=True)):
        pieces[row, : len(one.pieces)] = one.pieces
        mask[row, : len(one.pieces)] = 1
        firsts[row, : len(one.firsts)] = one.firsts
        lasts[row, : len(one.lasts)] = one.lasts
        quoted[row, : len(passage.quoted)] = passage.quoted
    return TrunkInput(pieces, mask, firsts, lasts, quoted)


def distance_buckets(size: int, cues: npt.NDArray[np.int64], edges: Sequence[int]) -> Indices:
    """(M, N) buckets of each word's signed distance from each cue: 0 is the cue's own first word."""
    distance = np.arange(size)[None] - cues[:, None]
    bucket = np.searchsorted(np.asarray(edges), np.abs(distance), side="right") - 1
    return np.asarray(np.where(distance < 0, bucket + len(edges), bucket), np.int64)
