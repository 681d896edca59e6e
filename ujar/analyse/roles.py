"""Role scores to stretches: which words of a passage are the content, source, head and addressee of one cue.

Indices here are those of the passage; `statements.py` moves them to the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ujar.analyse.draft import Stretch

__all__ = [
    "View",
    "best_run",
    "content_runs",
    "drop_edge_marks",
    "drop_outer_marks",
    "log_odds",
    "snap_to_quotations",
    "source_head",
    "whole_names",
]

Floats = npt.NDArray[np.float64]

SWITCH_COST = 1.5  # log-odds that a change between inside and outside the content costs, against ragged pieces
SNAP_SHARE = 0.6  # share of a quotation that must be content before all of it becomes so
CLOSING_BRACKETS = {")": "(", "]": "["}
EDGE_MARKS = frozenset(".,;:!?-–—")
SMALLEST = 1e-6


class View(NamedTuple):
    """One passage in its own indices: words, blanks before them, the outer quotations, the names of persons."""

    words: list[str]
    spaces: list[bool]
    quotations: list[Stretch]
    persons: list[Stretch]


def log_odds(probabilities: npt.NDArray[np.float32]) -> Floats:
    """Log-odds of probabilities, kept finite."""
    clipped = np.clip(probabilities.astype(np.float64), SMALLEST, 1 - SMALLEST)
    return np.asarray(np.log(clipped / (1 - clipped)))


def best_run(scores: Sequence[float] | Floats) -> Stretch | None:
    """The contiguous run with the largest sum; None if no sum is positive."""
    best, total, start = 0.0, 0.0, 0
    found: Stretch | None = None
    for place, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, place
        total += float(score)
        if total > best:
            best, found = total, Stretch(start, place + 1)
    return found


def content_runs(scores: Floats) -> list[Stretch]:
    """The runs of the best labelling inside/outside (Viterbi), where each switch costs `SWITCH_COST`."""
    outside, inside = 0.0, -SWITCH_COST
    back: list[tuple[bool, bool]] = []  # whether the best way to outside, to inside, comes from inside
    for score in scores:
        out_from_in = inside - SWITCH_COST > outside
        in_from_in = inside >= outside - SWITCH_COST
        back.append((out_from_in, in_from_in))
        outside, inside = (
            inside - SWITCH_COST if out_from_in else outside,
            (inside if in_from_in else outside - SWITCH_COST) + float(score),
        )
    state = inside > outside
    labels = []
    for out_from_in, in_from_in in reversed(back):
        labels.append(state)
        state = in_from_in if state else out_from_in
    return list(true_runs(labels[::-1]))


def true_runs(flags: Sequence[bool]) -> Iterator[Stretch]:
    """The maximal runs of true flags."""
    start: int | None = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield Stretch(start, place)
            start = None


def drop_edge_marks(stretch: Stretch, words: Sequence[str]) -> Stretch:
    """Without punctuation at its edges; marks of quotation stay. May come out empty."""
    first, last = stretch
    while first < last and words[first] in EDGE_MARKS:
        first += 1
    while last > first and words[last - 1] in EDGE_MARKS:
        last -= 1
    return Stretch(first, last)


def drop_outer_marks(stretch: Stretch, words: Sequence[str]) -> Stretch | None:
    """A phrase without anything but words at its edges; None if nothing is left.

    A bracket stays that closes one inside: "Badan Pangan (BP)"; a lone one goes: "(22/2)." is nobody.
    """
    first, last = stretch
    while first < last and not has_word(words[first]):
        first += 1
    while last > first and not has_word(words[last - 1]):
        if words[last - 1] in CLOSING_BRACKETS and CLOSING_BRACKETS[words[last - 1]] in words[first : last - 1]:
            break
        last -= 1
    return Stretch(first, last) if first < last else None


def has_word(token: str) -> bool:
    """Whether the token has a letter."""
    return any(character.isalpha() for character in token)


def snap_to_quotations(stretch: Stretch, quotations: Sequence[Stretch], cue: Stretch) -> Stretch:
    """A piece that is most of a quotation becomes all of it, marks included; never over its own cue."""
    first, last = stretch
    for quotation in quotations:
        shared = min(last, quotation.last) - max(first, quotation.first)
        size = quotation.last - quotation.first
        if size > 2 and not quotation.overlaps(cue) and shared >= SNAP_SHARE * size:
            first, last = min(first, quotation.first), max(last, quotation.last)
    return Stretch(first, last)


def source_head(
    source: Stretch, roles: npt.NDArray[np.float32], head: int, whole: int, names: Sequence[Stretch]
) -> Stretch:
    """The head of a source: the words more likely head than not, widened to the person's name that they touch.

    Args:
        roles: (N, roles) probabilities; `head` and `whole` are the columns of the head and of the rest of the source.
        names: persons' names in the passage.
    """
    inside = roles[source.first : source.last].astype(np.float64)
    margin = inside[:, head] - inside[:, whole]
    run = best_run(margin)
    if run is None:
        return source
    found = Stretch(source.first + run.first, source.first + run.last)
    for name in names:
        # "Menteri Sari" with only "Sari" a name: the name is the head, but a long head is no slip and stays.
        if found.overlaps(name) and source.holds(name) and found.last - found.first <= name.last - name.first + 2:
            return name
    return found


def whole_names(head: Stretch, source: Stretch, view: View, joiners: frozenset[str]) -> Stretch:
    """The head with what belongs to the same name, or to names coordinated with it, inside the source.

    "Ali-Reza Lubis": a name that the tokeniser cut at a hyphen is one. "Rano Lubis dan Dewi Ratri": two persons who
    speak together are one stretch.
    """
    first, last = head
    # Only over hyphens and letters: "(Rano" and "“Rano" have a mark before the name, which is no part of it.
    while first > source.first and not view.spaces[first] and is_of_name(view.words[first - 1]):
        first -= 1
    for name in view.persons:
        if source.holds(name) and name.first > last and joins(view.words[last : name.first], joiners):
            last = name.last
    for name in reversed(view.persons):
        if source.holds(name) and name.last < first and joins(view.words[name.last : first], joiners):
            first = name.first
    return Stretch(first, last)


def joins(words: Sequence[str], joiners: frozenset[str]) -> bool:
    """Whether the words between two names only coordinate them.

    A comma alone does not: in "pengacara Rano, Dewi Ratri" the second name is the lawyer's, the first her client's.
    """
    lower = [word.lower() for word in words if word != ","]
    return bool(lower) and joiners.issuperset(lower)


def is_of_name(word: str) -> bool:
    """Whether a token may stand inside a name: letters, or a hyphen."""
    return word == "-" or has_word(word)
