"""Scores of times against gold, after TempEval-3: spans strictly and by overlap, types and values of those that match.

UzZaman et al. (2013), SemEval-2013 Task 1: an attribute's F1 counts the pairs that overlap and agree in it, among all
that were found and all of the gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ujar.evaluate.rates import Percent, Rate, percent, rounded
from ujar.evaluate.timeml import GoldTime
from ujar.evaluate.timex import TimexText
from ujar.evaluate.timex_pairs import Mismatch, Pair, left_over, list_mismatches, match
from ujar.record import Time

__all__ = ["TimeScores", "TypeScores", "score_times"]


@dataclass(frozen=True)
class TypeScores:
    """The times of one type. Recall and the values are those of the gold times, precision that of the found ones."""

    gold: int
    predicted: int
    recall: Percent
    recall_strict: Percent
    precision: Percent
    precision_strict: Percent
    value: Percent

    def as_dict(self) -> dict[str, int | float | None]:
        """The figures by name."""
        return {name: rounded(figure) if isinstance(figure, float) else figure for name, figure in vars(self).items()}


@dataclass(frozen=True)
class TimeScores:
    """Everything, in percent; `type` and `value` are shares of the pairs that overlap."""

    texts: int
    gold: int
    predicted: int
    strict: Rate
    relaxed: Rate
    type_f1: Rate
    value_f1: Rate
    type: Percent
    value: Percent
    types: dict[str, TypeScores]
    mismatches: tuple[Mismatch, ...]

    def rates(self) -> dict[str, Rate]:
        """Everything that has a precision and a recall."""
        return {
            "span, strict": self.strict,
            "span, relaxed": self.relaxed,
            "relaxed span and type": self.type_f1,
            "relaxed span and value": self.value_f1,
        }

    def as_dict(self) -> dict[str, object]:
        """The figures by name, without the mismatches."""
        figures: dict[str, object] = {"texts": self.texts, "gold": self.gold, "predicted": self.predicted}
        for name, rate in self.rates().items():
            figures[name] = rounded(rate.f1)
            figures[f"{name} precision"] = rounded(rate.precision)
            figures[f"{name} recall"] = rounded(rate.recall)
        figures |= {"type accuracy": rounded(self.type), "value accuracy": rounded(self.value)}
        figures["types"] = {name: scores.as_dict() for name, scores in self.types.items()}
        return figures


def score_times(texts: Sequence[TimexText], found: Iterable[Sequence[Time]]) -> TimeScores:
    """Score the times found in each text, in the order of the texts. Those outside the judged stretches do not count.

    Raises:
        ValueError: there are more or fewer of them than texts.
    """
    pairs: list[Pair] = []
    missed: list[GoldTime] = []
    spurious: list[GoldTime] = []
    mismatches: list[Mismatch] = []
    for text, times in zip(texts, found, strict=True):
        here = [as_gold(time) for time in times if is_judged(time, text)]
        matched = match(text.times, here)
        lost = left_over(text.times, [pair.gold for pair in matched])
        extra = left_over(here, [pair.found for pair in matched])
        mismatches += list_mismatches(text.id, matched, lost, extra)
        pairs, missed, spurious = pairs + matched, missed + lost, spurious + extra
    return add_up(len(texts), pairs, missed, spurious, mismatches)


def add_up(
    texts: int, pairs: list[Pair], missed: list[GoldTime], spurious: list[GoldTime], mismatches: list[Mismatch]
) -> TimeScores:
    """The figures of all texts together."""
    gold = [*(pair.gold for pair in pairs), *missed]
    predicted = [*(pair.found for pair in pairs), *spurious]
    size = len(predicted), len(gold)
    types, values = sum(pair.same_type for pair in pairs), sum(pair.right_value for pair in pairs)
    kinds = sorted({time.type for time in (*gold, *predicted)})
    return TimeScores(
        texts=texts,
        gold=len(gold),
        predicted=len(predicted),
        strict=Rate.of(sum(pair.strict for pair in pairs), *size),
        relaxed=Rate.of(len(pairs), *size),
        type_f1=Rate.of(types, *size),
        value_f1=Rate.of(values, *size),
        type=percent(types, len(pairs)),
        value=percent(values, len(pairs)),
        types={kind: score_type(kind, gold, predicted, pairs) for kind in kinds},
        mismatches=tuple(mismatches),
    )


def score_type(kind: str, gold: list[GoldTime], predicted: list[GoldTime], pairs: list[Pair]) -> TypeScores:
    """The times of type `kind`; a date that was found as an hour is found all the same."""
    golds, founds = (sum(time.type == kind for time in times) for times in (gold, predicted))
    of_gold = [pair for pair in pairs if pair.gold.type == kind]
    of_found = [pair for pair in pairs if pair.found.type == kind]
    return TypeScores(
        gold=golds,
        predicted=founds,
        recall=percent(len(of_gold), golds),
        recall_strict=percent(sum(pair.strict for pair in of_gold), golds),
        precision=percent(len(of_found), founds),
        precision_strict=percent(sum(pair.strict for pair in of_found), founds),
        value=percent(sum(pair.right_value for pair in of_gold), len(of_gold)),
    )


def as_gold(time: Time) -> GoldTime:
    """A time of a record in the form of the gold's."""
    return GoldTime(time.span.start, time.span.end, time.span.text, time.type, time.value)


def is_judged(time: Time, text: TimexText) -> bool:
    """Whether the gold tells what is right there."""
    return any(region.start <= time.span.start and time.span.end <= region.end for region in text.judged)
