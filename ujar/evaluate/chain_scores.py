"""The scores of coreference: MUC, B-cubed, CEAF-e, LEA, and the average of the first three that CoNLL ranks by.

Defined as in the reference scorer, version 8 (Pradhan et al. 2014, doi:10.3115/v1/P14-2006), LEA as in Moosavi and
Strube 2016 (doi:10.18653/v1/P16-1060): a mention that the other side lacks is left where it is, takes part in no
overlap, and so lowers recall or precision. Chains may hold any hashable mentions; within a side no mention comes twice.
Parts and wholes of all texts are added up before they are divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from ujar.evaluate.chains import mentions_of
from ujar.evaluate.rates import Percent, Rate, rounded

__all__ = [
    "METRICS",
    "ChainScores",
    "Share",
    "Tally",
    "b_cubed",
    "ceaf_e",
    "lea",
    "mention_tally",
    "muc",
    "score_chains",
]

Mentions = Sequence[Hashable]
Side = Sequence[Mentions]


class Share(NamedTuple):
    """A part of a whole; the parts are fractions of mentions or chains."""

    part: float
    whole: float

    def __or__(self, other: Share) -> Share:
        """Both added up."""
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def percent(self) -> Percent:
        """100 * part / whole, None of nothing."""
        return 100 * self.part / self.whole if self.whole else None


class Tally(NamedTuple):
    """What one measure adds up to: recall over the gold's side, precision over the found one's."""

    recall: Share
    precision: Share

    def __or__(self, other: Tally) -> Tally:
        """Both added up."""
        return Tally(self.recall | other.recall, self.precision | other.precision)

    @property
    def rate(self) -> Rate:
        """In percent; F1 is the harmonic mean, 0 where one side is 0, None where nothing is to be found or was."""
        precision, recall = self.precision.percent, self.recall.percent
        if precision is None and recall is None:
            return Rate(None, None, None)
        both = (precision or 0.0) + (recall or 0.0)
        return Rate(precision, recall, 2 * (precision or 0.0) * (recall or 0.0) / both if both else 0.0)


NOTHING = Tally(Share(0, 0), Share(0, 0))


@dataclass(frozen=True)
class ChainScores:
    """The measures over all texts, in percent."""

    mentions: Rate
    muc: Rate
    b_cubed: Rate
    ceaf_e: Rate
    lea: Rate

    @property
    def conll(self) -> Percent:
        """The mean F1 of MUC, B-cubed and CEAF-e, None if there is nothing to score."""
        f1 = [rate.f1 for rate in (self.muc, self.b_cubed, self.ceaf_e)]
        return None if all(value is None for value in f1) else sum(value or 0.0 for value in f1) / len(f1)

    def as_dict(self) -> dict[str, Percent]:
        """The figures by name, rounded to two places."""
        figures = {"conll": rounded(self.conll)}
        for name, rate in self.rates().items():
            figures |= {name: rounded(rate.f1)}
            figures |= {f"{name} precision": rounded(rate.precision), f"{name} recall": rounded(rate.recall)}
        return figures

    def rates(self) -> dict[str, Rate]:
        """Each measure by its name."""
        return dict(zip(METRICS, (self.mentions, self.muc, self.b_cubed, self.ceaf_e, self.lea), strict=True))


def score_chains(texts: Iterable[tuple[Side, Side]]) -> ChainScores:
    """The scores of pairs of gold and found chains, a pair for each text."""
    tallies = dict.fromkeys(METRICS, NOTHING)
    for gold, found in texts:
        for name, measure in METRICS.items():
            tallies[name] |= measure(gold, found)
    return ChainScores(*(tally.rate for tally in tallies.values()))


def both_ways(one_way: Callable[[Side, Side], Share], gold: Side, found: Side) -> Tally:
    """A measure whose precision is its recall with the sides changed."""
    return Tally(one_way(gold, found), one_way(found, gold))


def places(chains: Side) -> dict[Hashable, int]:
    """For each mention, the place of its chain."""
    return {mention: place for place, chain in enumerate(chains) for mention in chain}


def mention_tally(gold: Side, found: Side) -> Tally:
    """The mentions that both sides have."""
    ours, theirs = set(mentions_of(gold)), set(mentions_of(found))
    common = len(ours & theirs)
    return Tally(Share(common, len(ours)), Share(common, len(theirs)))


def muc(gold: Side, found: Side) -> Tally:
    """Links: how many of those that hold a chain together the other side has; singletons have none."""
    return both_ways(kept_links, gold, found)


def kept_links(chains: Side, others: Side) -> Share:
    """Links kept: size of a chain less the parts it falls into; a mention without partner is a part of its own."""
    place = places(others)
    parts = [len(common) + len(chain) - common.total() for chain in chains for common in [overlaps(chain, place)]]
    sizes = [len(chain) for chain in chains]
    return Share(sum(sizes) - sum(parts), sum(sizes) - len(sizes))


def b_cubed(gold: Side, found: Side) -> Tally:
    """Mentions: for each the share of its chain that its chain on the other side holds."""
    return both_ways(shared_mentions, gold, found)


def shared_mentions(chains: Side, others: Side) -> Share:
    """The sum over mentions of the share of their chain that they keep for company."""
    place = places(others)
    common = (sum(size**2 for size in overlaps(chain, place).values()) / len(chain) for chain in chains)
    return Share(sum(common), sum(map(len, chains)))


def overlaps(chain: Mentions, place: dict[Hashable, int]) -> Counter[int]:
    """How many mentions a chain has in common with each chain of the other side."""
    return Counter(place[mention] for mention in chain if mention in place)


def ceaf_e(gold: Side, found: Side) -> Tally:
    """Chains, one to one with the best likeness in sum: 2 * common / (size + size), the phi4 of Luo 2005."""
    place = places(found)
    likeness = np.zeros((len(gold), len(found)))
    for row, chain in enumerate(gold):
        for column, common in overlaps(chain, place).items():
            likeness[row, column] = 2 * common / (len(chain) + len(found[column]))
    best = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())
    return Tally(Share(best, len(gold)), Share(best, len(found)))


def lea(gold: Side, found: Side) -> Tally:
    """Chains weighed by their size: the share of all their links, near and far, that the other side has."""
    return both_ways(resolved_links, gold, found)


def resolved_links(chains: Side, others: Side) -> Share:
    """A singleton has one link, to itself, which only a singleton resolves."""
    place = places(others)
    resolved = 0.0
    for chain in chains:
        common = overlaps(chain, place)
        if len(chain) == 1:
            resolved += sum(len(others[other]) == 1 for other in common)
        else:
            resolved += len(chain) * sum(map(links, common.values())) / links(len(chain))
    return Share(resolved, sum(map(len, chains)))


def links(size: int) -> int:
    """The pairs among `size` mentions."""
    return size * (size - 1) // 2


METRICS: dict[str, Callable[[Side, Side], Tally]] = {
    "mentions": mention_tally,
    "MUC": muc,
    "B-cubed": b_cubed,
    "CEAF-e": ceaf_e,
    "LEA": lea,
}
