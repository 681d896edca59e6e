"""A small stand-in for the pretrained trunk, and examples by hand."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np
import numpy.typing as npt
import torch

from training.batching import LabelIndex
from training.examples import CueExample, Example
from training.labels import ROLES
from training.network import Network, Widths
from training.pretrained import Pretrained

HIDDEN, INNER, POSITIONS = 32, 64, 48
INDEX = LabelIndex(
    tags={"NOUN": 0, "PUNCT": 1, "VERB": 2},
    relations={"nsubj": 0, "punct": 1, "root": 2, "xcomp": 3},
    names={"B-PER": 0, "O": 1},
    news_names={"B-ORG": 0, "B-PER": 1, "O": 2},
)


@dataclass(frozen=True)
class TinySizes:
    """What the network asks of the sizes."""

    hidden: int = HIDDEN
    heads: int = 2
    inner: int = INNER
    epsilon: float = 1e-12


class TinyTrunk:
    """Small random weights under the names of the real ones, the same on each call."""

    sizes = TinySizes()

    def numbers(self, name: str, *shape: int) -> npt.NDArray[np.float32]:
        """Weights drawn from the tensor's name."""
        drawn = np.random.default_rng(zlib.crc32(name.encode())).normal(0, 0.1, shape)
        return drawn.astype(np.float32)

    def vector(self, name: str) -> npt.NDArray[np.float32]:
        """A flat tensor."""
        rows = {"emb.pos": POSITIONS, "emb.type": 2}.get(name, 1)
        return self.numbers(name, rows * (INNER if name.endswith(".fi.b") else HIDDEN))

    def matrix(self, name: str, columns: int) -> npt.NDArray[np.float32]:
        """A matrix of (rows, columns)."""
        return self.numbers(name, INNER if name.endswith(".fi.w") else HIDDEN, columns)


def network(layers: int) -> Network:
    """A network of that many layers, ready to read; tests share it and must not train it."""
    return make_network(layers).eval()  # each time: the exporter leaves its parts in the mode it likes


@cache
def make_network(layers: int) -> Network:
    """The network with random weights."""
    torch.set_num_threads(1)
    torch.manual_seed(7)
    widths = Widths(len(INDEX.tags), len(INDEX.relations), len(INDEX.names), len(INDEX.news_names))
    made = Network(cast(Pretrained, TinyTrunk()), widths, layers)
    for table in (made.cue.quoted, made.cue.corpus, made.syntax.treebank, made.role.corpus):
        torch.nn.init.normal_(table.weight, std=0.1)  # they start at nothing, which would hide a mixed-up column
    return made


def sentence(name: str, words: list[str], **layers: object) -> Example:
    """An example whose first word has two pieces, each other word one."""
    size = len(words)
    return Example(
        name,
        words,
        [True] * size,
        [False] * size,
        pieces=[0, *range(10, 11 + size), 2],
        firsts=[1, *range(3, size + 2)],
        lasts=[2, *range(3, size + 2)],
        **layers,  # type: ignore[arg-type]
    )


def roles(*names: str) -> list[int]:
    """Role labels by their names."""
    return [ROLES.index(name) for name in names]


def parsed() -> Example:
    """ "Kapal berlayar." with a tree."""
    return sentence(
        "a",
        ["Kapal", "berlayar", "."],
        tags=["NOUN", "VERB", "PUNCT"],
        heads=[2, 0, 2],
        relations=["nsubj", "root", "punct"],
        blocks=[0, 0, 0],
    )


def said() -> Example:
    """ "Rano berkata ombak reda" with a cue."""
    cue = CueExample(1, roles("head", "none", "content", "content"))
    return sentence("b", ["Rano", "berkata", "ombak", "reda"], cue_tags=[0, 1, 0, 0], cues=[cue])


def named() -> Example:
    """ "Rano tiba" with names."""
    return sentence("c", ["Rano", "tiba"], names=["B-PER", "O"])
