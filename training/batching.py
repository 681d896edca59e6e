"""Examples to padded tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.examples import CueExample, Example
from training.labels import DISTANCES, IGNORED
from ujar.analyse.batches import Encoded, distance_buckets, stack
from ujar.analyse.reading import PassageWords


@dataclass
class LabelIndex:
    """The places of the labels that depend on the corpora."""

    tags: dict[str, int]
    relations: dict[str, int]
    names: dict[str, int]
    news_names: dict[str, int]


@dataclass
class Batch:
    """B examples, L pieces, N words, M cues; labels are `IGNORED` where a layer is missing."""

    pieces: Tensor
    mask: Tensor
    firsts: Tensor
    lasts: Tensor
    quoted: Tensor
    real: Tensor  # (B, N) words that are no padding
    treebank: Tensor
    blocks: Tensor  # (B, N) sentence of each word, -1 = padding
    tags: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    news_names: Tensor
    cue_tags: Tensor
    cue_rows: Tensor
    cue_words: Tensor
    distances: Tensor
    lengths: Tensor
    roles: Tensor
    heads_marked: Tensor  # (M,) whether the corpus marks the head of a source
    corpus: Tensor  # (B,)


def plan_batches(examples: Sequence[Example], most: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like length, at most `most` pieces each with padding, in random order."""
    order = sorted(examples, key=lambda example: len(example.pieces) + rng.random() * 6)
    batches: list[list[Example]] = []
    current: list[Example] = []
    for example in order:
        if current and len(example.pieces) * (len(current) + 1) > most:
            batches.append(current)
            current = []
        current.append(example)
    if current:
        batches.append(current)
    rng.shuffle(batches)
    return batches


def make_batch(examples: Sequence[Example], index: LabelIndex) -> Batch:
    """Pad `examples` to one size."""
    words = [PassageWords(e.words, e.spaces, e.quoted, [len(e.words)]) for e in examples]
    stacked = stack(words, [Encoded(e.pieces, e.firsts, e.lasts) for e in examples])
    size = stacked.firsts.shape[1]
    cues = [(row, cue) for row, example in enumerate(examples) for cue in example.cues]

    def padded(rows: Sequence[Sequence[int] | None]) -> Tensor:
        table = np.full((len(rows), size), IGNORED, np.int64)
        for row, values in enumerate(rows):
            if values is not None:
                table[row, : len(values)] = values
        return torch.from_numpy(table)

    lengths = [len(example.words) for example in examples]
    return Batch(
        *(torch.from_numpy(part) for part in stacked),
        real=torch.arange(size)[None] < torch.tensor(lengths)[:, None],
        treebank=torch.tensor([example.treebank for example in examples]),
        blocks=padded([example.blocks or [0] * len(example.words) for example in examples]),
        tags=padded([mapped(example.tags, index.tags) for example in examples]),
        heads=padded([example.heads for example in examples]),
        relations=padded([mapped(example.relations, index.relations) for example in examples]),
        names=padded([mapped(example.names, index.names) for example in examples]),
        news_names=padded([mapped(example.news_names, index.news_names) for example in examples]),
        cue_tags=padded([example.cue_tags for example in examples]),
        cue_rows=torch.tensor([row for row, _ in cues], dtype=torch.long),
        cue_words=torch.tensor([cue.word for _, cue in cues], dtype=torch.long),
        distances=torch.from_numpy(distances_of([cue for _, cue in cues], size)),
        lengths=torch.tensor([lengths[row] for row, _ in cues], dtype=torch.long),
        roles=padded([cue.roles for _, cue in cues]),
        heads_marked=torch.tensor([cue.heads for _, cue in cues], dtype=torch.bool),
        corpus=torch.tensor([example.corpus for example in examples]),
    )


def distances_of(cues: Sequence[CueExample], size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """(M, N) distance buckets."""
    return distance_buckets(size, np.array([cue.word for cue in cues], np.int64), DISTANCES)


def mapped(labels: list[str] | None, index: dict[str, int]) -> list[int] | None:
    """Labels to their places; a label that no training corpus has is ignored."""
    return None if labels is None else [index.get(label, IGNORED) for label in labels]


def join(first: Example, second: Example) -> Example:
    """Two sentences as one passage, as a quotation of two sentences gives them: each keeps its own tree.

    Their statements are left out: in a real passage the second sentence often belongs to the first one's cue.
    """
    size = len(first.words)
    shift = len(first.pieces) - 2
    return Example(
        f"{first.id}+{second.id}",
        first.words + second.words,
        first.spaces + second.spaces,
        first.quoted + second.quoted,
        first.treebank,
        blocks=[0] * size + [1] * len(second.words),
        tags=(first.tags or []) + (second.tags or []),
        heads=(first.heads or []) + [head and head + size for head in second.heads or []],
        relations=(first.relations or []) + (second.relations or []),
        pieces=first.pieces[:-1] + second.pieces[1:],
        firsts=first.firsts + [place + shift for place in second.firsts],
        lasts=first.lasts + [place + shift for place in second.lasts],
    )
