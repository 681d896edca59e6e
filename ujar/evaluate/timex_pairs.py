"""Puts gold and found times side by side, one to one, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from ujar.evaluate.timeml import GoldTime
from ujar.evaluate.timex_values import same_value

__all__ = ["Mismatch", "Pair", "left_over", "list_mismatches", "match"]

Wrong = Literal["missed", "spurious", "span", "type", "value"]


class Pair(NamedTuple):
    """A gold time and the found one that shares characters with it."""

    gold: GoldTime
    found: GoldTime

    @property
    def strict(self) -> bool:
        """Whether their characters are the same."""
        return (self.gold.start, self.gold.end) == (self.found.start, self.found.end)

    @property
    def same_type(self) -> bool:
        """Whether both are dates, hours, lengths or sets."""
        return self.gold.type == self.found.type

    @property
    def right_value(self) -> bool:
        """Whether the values mean the same."""
        return same_value(self.gold.value, self.found.value)


class Mismatch(NamedTuple):
    """What is wrong, and where: the text's name and the two times, None where there is no such time."""

    text: str
    wrong: Wrong
    gold: GoldTime | None
    found: GoldTime | None


def match(gold: Sequence[GoldTime], found: Sequence[GoldTime]) -> list[Pair]:
    """One to one, those with the same characters first, then those that share the most."""
    pairs = [Pair(one, other) for one in gold for other in found if overlap(one, other) > 0]
    pairs.sort(key=lambda pair: (not pair.strict, -overlap(*pair), pair))
    taken: list[Pair] = []
    for pair in pairs:
        if all(pair.gold is not other.gold and pair.found is not other.found for other in taken):
            taken.append(pair)
    return sorted(taken)


def overlap(one: GoldTime, other: GoldTime) -> int:
    """Shared code points, below 0 where there are none."""
    return min(one.end, other.end) - max(one.start, other.start)


def left_over(times: Iterable[GoldTime], taken: Sequence[GoldTime]) -> list[GoldTime]:
    """Those of `times` that are not among the `taken`; two alike are two."""
    return [time for time in times if all(time is not other for other in taken)]


def list_mismatches(text: str, pairs: list[Pair], lost: list[GoldTime], extra: list[GoldTime]) -> list[Mismatch]:
    """What is wrong in one text, in its order."""
    wrong = [
        *(Mismatch(text, "missed", gold, None) for gold in lost),
        *(Mismatch(text, "spurious", None, found) for found in extra),
        *(Mismatch(text, kind, *pair) for pair in pairs for kind in faults(pair)),
    ]
    return sorted(wrong, key=lambda mismatch: (mismatch.gold or mismatch.found or (0,))[0])


def faults(pair: Pair) -> list[Wrong]:
    """In what the two of a pair differ."""
    checks: dict[Wrong, bool] = {"span": pair.strict, "type": pair.same_type, "value": pair.right_value}
    return [wrong for wrong, right in checks.items() if not right]
