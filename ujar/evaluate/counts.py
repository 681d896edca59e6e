"""Counts what there is to count in one text: the statements of both sides, and what their pairs agree in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ujar.evaluate.align import Compared, Pair, align, count_common_cues
from ujar.evaluate.judged import JudgedStatement

__all__ = ["GOLD", "MATCHES", "PREDICTED", "RIGHT", "Count", "Counts", "count_text"]

# The two overlaps at which a statement counts as found.
THRESHOLDS = {"0.3": 0.3, "0.8": 0.8}
MATCHES = (*THRESHOLDS, "exact", "strict")
GOLD, PREDICTED, RIGHT = "gold", "predicted", "right"


class Count(NamedTuple):
    """What is counted: a figure, one side of it, and the group of statements ("" = all)."""

    figure: str
    side: str
    group: str = ""


Counts = Counter[Count]


def count_text(gold: Sequence[Compared], predicted: Sequence[Compared]) -> Counts:
    """Everything to be counted in one text."""
    counts: Counts = Counter()
    for unit in ("body", "headline"):
        ours = [statement for statement in gold if statement.statement.unit == unit]
        theirs = [statement for statement in predicted if statement.statement.unit == unit]
        if unit == "body":
            count_unit(counts, ours, theirs)
        else:
            count_groups(counts, ours, theirs, align(ours, theirs))
    return counts


def count_unit(counts: Counts, gold: Sequence[Compared], predicted: Sequence[Compared]) -> None:
    """Count the statements of the body."""
    ours, theirs, pairs = set_free_aside(gold, predicted)
    for side, statements in ((GOLD, ours), (PREDICTED, theirs)):
        for statement in statements:
            counts.update(sizes_of(statement, side))
    counts[Count("cue", RIGHT)] += count_common_cues(ours, theirs)
    for pair in pairs:
        counts.update(hits_of(pair))
    count_groups(counts, ours, theirs, pairs)


def set_free_aside(
    gold: Sequence[Compared], predicted: Sequence[Compared]
) -> tuple[list[Compared], list[Compared], list[Pair]]:
    """The official statements of both sides and their pairs; who only answers a free gold statement is left out."""
    free = [statement for statement in gold if statement.statement.form == "free"]
    ours = [statement for statement in gold if statement.statement.form != "free"]
    theirs = [statement for statement in predicted if statement.statement.form != "free"]
    pairs = align(ours, theirs)
    spare = [statement for statement in theirs if all(pair.predicted is not statement for pair in pairs)]
    excused = [pair.predicted for pair in align(free, spare) if pair.overlaps(THRESHOLDS["0.3"])]
    return ours, [s for s in theirs if all(s is not other for other in excused)], pairs


def sizes_of(statement: Compared, side: str) -> Counts:
    """What one statement adds to the totals of its side."""
    return Counter(
        {
            Count("all", side): 1,
            Count("cue", side): int(bool(statement.cue)),
            Count("content tokens", side): len(statement.content),
            Count("source tokens", side): len(statement.source),
            Count("addressee tokens", side): len(statement.addressees),
            Count("addressee", side): int(bool(statement.addressees)),
            Count("addressee exact", side): int(bool(statement.addressees)),
            Count("nested", side): int(statement.statement.parent is not None),
        }
    )


def hits_of(pair: Pair) -> Counts:
    """What one pair adds to the hits."""
    gold, predicted = pair.gold, pair.predicted
    ours, theirs = gold.statement, predicted.statement
    figures = {name: int(hit) for name, hit in matches_of(pair)} | {
        "content tokens": len(gold.content & predicted.content),
        "source tokens": len(gold.source & predicted.source),
        "addressee tokens": len(gold.addressees & predicted.addressees),
        "addressee": int(bool(gold.addressees & predicted.addressees)),
        "addressee exact": int(bool(gold.addressees) and gold.addressees == predicted.addressees),
        "nested": int(pair.overlaps(0.8) and ours.parent is not None and theirs.parent is not None),
    }
    if pair.overlaps(THRESHOLDS["0.3"]):
        figures |= {
            "pair": 1,
            "source exact": int(gold.source == predicted.source),
            "source head": int(gold.head == predicted.head),
            "mode": int(ours.mode == theirs.mode),
            "form": int(ours.form == theirs.form),
            "polarity": int(ours.polarity == theirs.polarity),
        }
    return Counter({Count(name, RIGHT): value for name, value in figures.items()})


def matches_of(pair: Pair) -> Iterator[tuple[str, bool]]:
    """The ways in which a found statement can count as right."""
    for name, share in THRESHOLDS.items():
        yield name, pair.overlaps(share)
    yield "exact", pair.same_content
    yield "strict", pair.strict


def count_groups(
    counts: Counts, gold: Sequence[Compared], predicted: Sequence[Compared], pairs: Sequence[Pair]
) -> None:
    """Count the same by form, mode and the like: each side by its own groups."""
    for side, statements in ((GOLD, gold), (PREDICTED, predicted)):
        for statement in statements:
            counts.update(Count("all", side, group) for group in groups_of(statement.statement))
    for pair in pairs:
        hits = [name for name, hit in matches_of(pair) if hit]
        if pair.overlaps(THRESHOLDS["0.3"]):
            hits += ["pair"] + ["source head"] * (pair.gold.head == pair.predicted.head)
        for side, statement in ((GOLD, pair.gold), (PREDICTED, pair.predicted)):
            counts.update(Count(hit, side, group) for group in groups_of(statement.statement) for hit in hits)


def groups_of(statement: JudgedStatement) -> tuple[str, ...]:
    """The groups a statement counts in; one of a headline in no other."""
    if statement.unit == "headline":
        return ("headline",)
    depth = "top" if statement.parent is None else "nested"
    uncued = ("floating",) if statement.cue is None else ()
    return (statement.form, statement.mode, depth, *uncued)
