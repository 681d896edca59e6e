"""Passages: the runs of sentences that the model reads at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ujar.analyse.draft import Draft, Passage, Stretch

__all__ = ["find_passages", "in_quotation"]


def find_passages(draft: Draft, longest: int = 300) -> None:
    """Fill `draft.passages` with runs of sentences of at most `longest` tokens; needs sentences and quotations.

    Sentences that one quotation binds stay together as far as `longest` allows. A longer sentence is cut into
    passages of `longest` tokens, each of which names that sentence. No passage crosses a paragraph.
    """
    for run in _runs(draft):
        for part in _fitting(draft, run, longest):
            tokens = Stretch(draft.sentences[part.first].tokens.first, draft.sentences[part.last - 1].tokens.last)
            for first in range(tokens.first, tokens.last, longest):
                draft.passages.append(Passage(Stretch(first, min(first + longest, tokens.last)), part))


def _runs(draft: Draft) -> Iterator[Stretch]:
    """Sentences whose ends no outer quotation crosses."""
    quotations = iter([quotation.tokens for quotation in draft.quotations if quotation.depth == 0])
    quotation = next(quotations, None)
    first = 0
    for index, sentence in enumerate(draft.sentences):
        end = sentence.tokens.last
        while quotation and quotation.last <= end:
            quotation = next(quotations, None)
        if quotation is None or quotation.first >= end:
            yield Stretch(first, index + 1)
            first = index + 1


def _fitting(draft: Draft, run: Stretch, longest: int) -> Iterator[Stretch]:
    first = run.first
    for index in range(run.first + 1, run.last):
        if draft.sentences[index].tokens.last - draft.sentences[first].tokens.first > longest:
            yield Stretch(first, index)
            first = index
    yield Stretch(first, run.last)


def in_quotation(draft: Draft, stretch: Stretch) -> list[bool]:
    """For each token of `stretch`: whether it stands in a quotation or is one of its marks."""
    inside = [False] * (stretch.last - stretch.first)
    until = bisect_left(draft.quotations, stretch.last, key=lambda quotation: quotation.tokens.first)
    for quotation in (draft.quotations[index] for index in range(until - 1, -1, -1)):
        if quotation.depth == 0:
            if quotation.tokens.last <= stretch.first:
                break
            first = max(quotation.tokens.first, stretch.first)
            last = min(quotation.tokens.last, stretch.last)
            inside[first - stretch.first : last - stretch.first] = [True] * (last - first)
    return inside
