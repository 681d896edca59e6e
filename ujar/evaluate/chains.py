"""Coreference chains of a text, gold or found: what the readers make and the scores compare."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from ujar.evaluate.judged import Extent, JudgedStatement

__all__ = ["Chain", "ChainText", "Chains", "MentionKind", "connect", "is_held_out", "mentions_of", "without_singletons"]

MentionKind = Literal["name", "nominal", "pronoun", "clitic", "first", "list", "verb"]
Chain = tuple[Extent, ...]
Chains = tuple[Chain, ...]
H = TypeVar("H", bound=Hashable)

HELD_OUT_PERCENT = 20


@dataclass(frozen=True)
class ChainText:
    """A text with its chains; extents are half-open code points of `text`, and no extent stands in two chains.

    `kinds` says what a mention is, where the gold tells. `names` names the chains, where the gold does, one for each.
    `complete`: every mention of every chain is marked; False where only sources of statements are.
    """

    id: str
    text: str
    chains: Chains
    kinds: Mapping[Extent, MentionKind] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    statements: tuple[JudgedStatement, ...] = ()
    complete: bool = True


def is_held_out(text_id: str) -> bool:
    """Whether a text ("coin-train-17", "indocoref-42911") measures and never trains: a fifth, fixed by its id.

    A second annotation of an article ("indocoref-42911_2") goes with the first. COIN's dev file as a whole is for
    measuring, whatever this says.
    """
    digest = hashlib.md5(text_id.partition("_")[0].encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 100 < HELD_OUT_PERCENT


def connect(nodes: Iterable[H], links: Iterable[tuple[H, H]]) -> list[list[H]]:
    """The connected components of the nodes, in the order of their first node; a link may name new nodes."""
    group: dict[H, list[H]] = {node: [node] for node in nodes}
    for pair in links:
        one, other = (group.setdefault(node, [node]) for node in pair)
        if one is not other:
            one.extend(other)
            group.update(dict.fromkeys(other, one))
    return list({id(members): members for members in group.values()}.values())


def mentions_of(chains: Iterable[Sequence[H]]) -> list[H]:
    """Every mention of the chains."""
    return [mention for chain in chains for mention in chain]


def without_singletons(chains: Chains) -> Chains:
    """The chains of two mentions and more."""
    return tuple(chain for chain in chains if len(chain) > 1)
