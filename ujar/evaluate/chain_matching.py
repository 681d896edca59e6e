"""Which found mention answers which gold one, and what the head of a mention is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import numpy as np

from ujar.evaluate.align import assign
from ujar.evaluate.chains import Chains, ChainText, MentionKind, mentions_of
from ujar.evaluate.judged import Extent

__all__ = ["Matching", "head_word", "match_mentions", "renamed"]

Matching = Literal["exact", "head"]
WORD = re.compile(r"\w+(?:[-’']\w+)*")


def words_of(text: str, extent: Extent) -> list[Extent]:
    """The words of a mention, by their places; the whole of one that has none."""
    start, _ = extent
    return [(start + m.start(), start + m.end()) for m in WORD.finditer(text[slice(*extent)])] or [extent]


def head_word(text: str, extent: Extent, kind: MentionKind | None = None) -> Extent:
    """The word that stands for a mention, guessed from its capitals.

    Of a name the last word of its first run of capitals: "juru bicara Palu Dewi [Ratri], 40 tahun". Of anything else
    the first word: "[pedagang] di Palu". Where the kind is not known, a mention with capitals behind its first word
    is taken for a name, which is wrong of "pedagang di Palu".
    """
    words = words_of(text, extent)
    if kind not in (None, "name"):
        return words[0]
    capital = [text[start].isupper() for start, _ in words]
    if True not in capital or (kind is None and True not in capital[1:]):
        return words[0]
    first = capital.index(True)
    last = first
    while last + 1 < len(words) and capital[last + 1] and text[words[last][1] : words[last + 1][0]] in (" ", ". "):
        last += 1
    return words[last]


def match_mentions(gold: ChainText, found: Sequence[Extent], matching: Matching) -> dict[Extent, Extent]:
    """The gold mention that each found one answers, one to one; equal extents go first.

    By "head", of what is left, a found mention may also answer a gold one if the one lies in the other and they begin
    with the same word: "pedagang" for "pedagang yang ditemui di Palu"; or if a part of a gold name ends as it does:
    "Dewi Ratri" for "Bupati Dewi Ratri". Not "Bupati Palu" for "Palu": that is another one. The most alike win.
    """
    ours = set(mentions_of(gold.chains))
    pairs = {mention: mention for mention in found if mention in ours}
    if matching == "exact":
        return pairs
    rest = sorted(ours - pairs.keys())
    others = sorted(set(found) - pairs.keys())
    if rest and others:
        weights = np.array([[likeness(gold, mention, other) for other in others] for mention in rest])
        pairs |= {others[column]: rest[row] for row, column in assign(weights)}
    return pairs


def likeness(gold: ChainText, mention: Extent, other: Extent) -> float:
    """The common share of the characters of a gold and a found mention that may answer each other, else 0."""
    common = min(mention[1], other[1]) - max(mention[0], other[0])
    if common < min(mention[1] - mention[0], other[1] - other[0]):
        return 0.0
    words, found = words_of(gold.text, mention), words_of(gold.text, other)
    part_of_name = words[-1] == found[-1] and len(found) < len(words) and gold.kinds.get(mention) in (None, "name")
    if words[0] != found[0] and not part_of_name:
        return 0.0
    return common / max(mention[1] - mention[0], other[1] - other[0])


def renamed(chains: Chains, pairs: dict[Extent, Extent]) -> Chains:
    """The found chains, each mention called by the gold one that it answers."""
    return tuple(tuple(pairs.get(mention, mention) for mention in chain) for chain in chains)
