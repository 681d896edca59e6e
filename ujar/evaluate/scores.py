"""The figures of statements: rates in percent, their table form, and their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ujar.evaluate.counts import GOLD, MATCHES, PREDICTED, RIGHT, Count, Counts
from ujar.evaluate.rates import Percent, Rate, percent, rounded, shown

__all__ = ["Figure", "GroupScores", "StatementScores", "make_scores", "resample"]

Figure = Percent | dict[str, Percent] | tuple[float, float]


@dataclass(frozen=True)
class GroupScores:
    """A part of the statements. Recall is over its gold statements, precision over the found ones of that group."""

    gold: int
    predicted: int
    recall_80: Percent
    precision_80: Percent
    recall_strict: Percent
    precision_strict: Percent
    source_head: Percent


@dataclass(frozen=True)
class StatementScores:
    """Figures in percent. `matches`: by overlap of 0.3 and 0.8 of the words, exact content, strict statement."""

    texts: int
    gold: int
    predicted: int
    matches: dict[str, Rate]
    cue: Rate
    content_tokens: Rate
    source_tokens: Rate
    addressee_tokens: Rate
    source_exact: Percent
    source_head: Percent
    addressee: Rate
    addressee_exact: Rate
    mode: Percent
    form: Percent
    polarity: Percent
    nested: Rate
    groups: dict[str, GroupScores]
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Figure]:
        """The figures by name, flat, rounded to two places; groups and intervals below names of their own."""
        figures: dict[str, Figure] = {"texts": self.texts, "gold": self.gold, "predicted": self.predicted}
        for name, rate in self.rates().items():
            figures[name] = rounded(rate.f1)
            figures[f"{name} precision"] = rounded(rate.precision)
            figures[f"{name} recall"] = rounded(rate.recall)
        figures |= {name: rounded(share) for name, share in self.shares().items()}
        for name, group in self.groups.items():
            figures[f"group {name}"] = {key: rounded(value) for key, value in vars(group).items()}
        for name, (low, high) in self.intervals.items():
            figures[f"{name} interval"] = (round(low, 2), round(high, 2))
        return figures

    def rates(self) -> dict[str, Rate]:
        """Every figure that has a precision and a recall; the name stands for its F1."""
        return {
            **self.matches,
            "nested 0.8": self.nested,
            "cue": self.cue,
            "content tokens": self.content_tokens,
            "source tokens": self.source_tokens,
            "addressee tokens": self.addressee_tokens,
            "addressee": self.addressee,
            "addressee exact": self.addressee_exact,
        }

    def shares(self) -> dict[str, Percent]:
        """Every figure that is a share of the pairs that overlap by 0.3."""
        return {
            "source exact": self.source_exact,
            "source head": self.source_head,
            "mode": self.mode,
            "form": self.form,
            "polarity": self.polarity,
        }

    def line(self) -> str:
        """The main figures in one line."""
        rates, shares = self.rates(), self.shares()
        figures = {name: shown(rate.f1) for name, rate in rates.items()} | {n: shown(s) for n, s in shares.items()}
        return (
            f"F1 .3/.8/strict {figures['0.3']}/{figures['0.8']}/{figures['strict']}  exact {figures['exact']}  "
            f"P,R .8 {shown(rates['0.8'].precision)},{shown(rates['0.8'].recall)}  cue {figures['cue']}  "
            f"source exact/head {figures['source exact']}/{figures['source head']}  addressee {figures['addressee']}  "
            f"mode {figures['mode']}  nested {figures['nested 0.8']}  ({self.gold} gold, {self.predicted} found)"
        )


def make_scores(texts: int, counts: Counts) -> StatementScores:
    """The figures of all texts from their summed counts."""

    def rate(figure: str) -> Rate:
        return Rate.of(*(counts[Count(figure, side)] for side in (RIGHT, PREDICTED, GOLD)))

    def share(figure: str) -> Percent:
        return percent(counts[Count(figure, RIGHT)], counts[Count("pair", RIGHT)])

    gold, predicted = counts[Count("all", GOLD)], counts[Count("all", PREDICTED)]
    return StatementScores(
        texts=texts,
        gold=gold,
        predicted=predicted,
        matches={name: Rate.of(counts[Count(name, RIGHT)], predicted, gold) for name in MATCHES},
        cue=rate("cue"),
        content_tokens=rate("content tokens"),
        source_tokens=rate("source tokens"),
        addressee_tokens=rate("addressee tokens"),
        source_exact=share("source exact"),
        source_head=share("source head"),
        addressee=rate("addressee"),
        addressee_exact=rate("addressee exact"),
        mode=share("mode"),
        form=share("form"),
        polarity=share("polarity"),
        nested=rate("nested"),
        groups={name: make_group(name, counts) for name in sorted({count.group for count in counts} - {""})},
    )


def make_group(name: str, counts: Counts) -> GroupScores:
    """The figures of one group."""
    gold, predicted = counts[Count("all", GOLD, name)], counts[Count("all", PREDICTED, name)]
    return GroupScores(
        gold=gold,
        predicted=predicted,
        recall_80=percent(counts[Count("0.8", GOLD, name)], gold),
        precision_80=percent(counts[Count("0.8", PREDICTED, name)], predicted),
        recall_strict=percent(counts[Count("strict", GOLD, name)], gold),
        precision_strict=percent(counts[Count("strict", PREDICTED, name)], predicted),
        source_head=percent(counts[Count("source head", GOLD, name)], counts[Count("pair", GOLD, name)]),
    )


def resample(counts: Sequence[Counts], rounds: int, seed: int) -> dict[str, tuple[float, float]]:
    """95 % intervals of the F1 of each match over texts drawn with replacement `rounds` times."""
    sizes = np.array([count[Count("all", GOLD)] + count[Count("all", PREDICTED)] for count in counts])
    hits = np.array([[count[Count(name, RIGHT)] for name in MATCHES] for count in counts])
    draws = np.random.default_rng(seed).integers(0, len(counts), (rounds, len(counts)))
    f1 = 200 * hits[draws].sum(1) / np.maximum(sizes[draws].sum(1), 1)[:, None]
    low, high = np.percentile(f1, [2.5, 97.5], axis=0)
    return {name: (float(low[place]), float(high[place])) for place, name in enumerate(MATCHES)}
