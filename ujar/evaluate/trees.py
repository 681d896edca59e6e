"""Scores words, sentences and trees against gold, as the CoNLL 2018 shared task defines it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate

from ujar.errors import RecordError
from ujar.evaluate.conllu import GoldTree, read_trees
from ujar.evaluate.judged import Extent
from ujar.evaluate.rates import Rate

__all__ = ["GoldTree", "TreeScores", "WordScores", "read_trees", "score_trees", "score_words"]

ParsedTree = tuple[Sequence[str], Sequence[int], Sequence[str]]


@dataclass(frozen=True)
class TreeScores:
    """Percent of the gold words, punctuation included: UPOS, unlabelled, labelled, labelled with subtypes cut off."""

    upos: float
    uas: float
    las: float
    las_universal: float

    def as_dict(self) -> dict[str, float]:
        """The figures by name."""
        return asdict(self)


@dataclass(frozen=True)
class WordScores:
    """How many words and how many sentences begin and end where the gold's do."""

    words: Rate
    sentences: Rate


def score_trees(gold: Sequence[GoldTree], predicted: Sequence[ParsedTree]) -> TreeScores:
    """Scores on gold words; `predicted` holds tags, heads (1-based, 0 = root) and relations of each sentence."""
    total = tags = heads = labels = universal = 0
    for tree, (their_tags, their_heads, their_relations) in zip(gold, predicted, strict=True):
        words = zip(tree.heads, their_heads, tree.relations, their_relations, strict=True)
        total += len(tree.words)
        tags += sum(ours == theirs for ours, theirs in zip(tree.tags, their_tags, strict=True))
        for head, their_head, relation, their_relation in words:
            if head == their_head:
                heads += 1
                labels += relation == their_relation
                universal += relation.partition(":")[0] == their_relation.partition(":")[0]
    return TreeScores(*(100 * count / max(total, 1) for count in (tags, heads, labels, universal)))


def score_words(
    gold: Sequence[GoldTree], text: str, words: Sequence[Extent], sentences: Sequence[Extent]
) -> WordScores:
    """Score the words and sentences found in `text`, which holds the sentences of `gold` one after the other.

    The extents are code points of `text`; white space may differ from the gold's.

    Raises:
        RecordError: `text` has other characters than the sentences of the gold.
    """
    whole = " ".join(tree.text for tree in gold)
    if "".join(whole.split()) != "".join(text.split()):
        raise RecordError("the text that was cut into words is not the gold's")
    starts = list(accumulate((len(tree.text) + 1 for tree in gold), initial=0))
    gold_words = [(start + a, start + b) for tree, start in zip(gold, starts, strict=False) for a, b in tree.offsets]
    gold_sentences = [(start, start + len(tree.text)) for tree, start in zip(gold, starts, strict=False)]
    return WordScores(
        score_extents(squeeze(whole, gold_words), squeeze(text, words)),
        score_extents(squeeze(whole, gold_sentences), squeeze(text, sentences)),
    )


def squeeze(text: str, extents: Iterable[Extent]) -> set[Extent]:
    """The extents in characters that are no white space; empty ones left out."""
    before = list(accumulate((not character.isspace() for character in text), initial=0))
    return {(before[start], before[end]) for start, end in extents if before[start] < before[end]}


def score_extents(gold: set[Extent], predicted: set[Extent]) -> Rate:
    """Exact match."""
    return Rate.of(len(gold & predicted), len(predicted), len(gold))
