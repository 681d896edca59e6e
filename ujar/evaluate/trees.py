"""Gold trees in CoNLL-U, and the scores of words, sentences and trees as CoNLL-18 defines them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.errors import GoldError

__all__ = ["GoldTree", "TreeScores", "read_trees", "score_spans", "score_trees"]

COLUMNS = 10


@dataclass(frozen=True)
class GoldTree:
    """One sentence. `heads` are 1-based, 0 = the root; `offsets` are code points of `text`."""

    id: str
    text: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    offsets: tuple[tuple[int, int], ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True)
class TreeScores:
    """Percent of the words, punctuation included: UPOS, unlabelled, labelled, and labelled with subtypes cut off."""

    upos: float
    uas: float
    las: float
    las_universal: float

    def as_dict(self) -> dict[str, float]:
        """The figures by name."""
        return {"upos": self.upos, "uas": self.uas, "las": self.las, "las_universal": self.las_universal}


def read_trees(path: Path) -> list[GoldTree]:
    """The sentences of a CoNLL-U file; multiword ranges and empty nodes are passed over.

    Raises:
        GoldError: a line has not ten columns, or a number is none.
    """
    return [parse_block(path, number, block) for number, block in blocks(path)]


def blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The line number and the lines of each sentence."""
    lines: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def parse_block(path: Path, number: int, lines: list[str]) -> GoldTree:
    """One sentence."""
    comments = {
        key.strip("# "): value.strip()
        for key, equals, value in (line.partition("=") for line in lines if line[0] == "#")
    }
    rows = []
    for place, line in enumerate(lines):
        if line[0] != "#":
            columns = line.split("\t")
            if len(columns) != COLUMNS:
                raise GoldError(path, number + place, f"has {len(columns)} columns, not {COLUMNS}")
            rows.append(columns)
    words = [row for row in rows if row[0].isdigit()]
    text = comments.get("text", " ".join(row[1] for row in words))
    offsets = find_offsets(text, [row[1] for row in words])
    return GoldTree(
        id=comments.get("sent_id", str(number)),
        text=text,
        words=tuple(row[1] for row in words),
        spaces=tuple(start == 0 or text[start - 1].isspace() for start, _ in offsets),
        offsets=tuple(offsets),
        tags=tuple(row[3] for row in words),
        heads=tuple(int(row[6]) for row in words),
        relations=tuple(row[7] for row in words),
    )


def find_offsets(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, one after the other.

    A word that is not there as written ("satu-satunya" is annotated as "satu" + "nya") takes the next place.
    """
    offsets, at = [], 0
    for word in words:
        start = text.find(word, at)
        if start < 0:
            start = min(at, max(0, len(text) - len(word)))
        at = start + len(word)
        offsets.append((start, min(at, len(text))))
    return offsets


def score_trees(
    gold: Sequence[GoldTree], predicted: Sequence[tuple[Sequence[str], Sequence[int], Sequence[str]]]
) -> TreeScores:
    """Scores on gold words; `predicted` holds tags, heads and relations of each sentence."""
    total = tags = heads = labels = universal = 0
    for tree, (their_tags, their_heads, their_relations) in zip(gold, predicted, strict=True):
        for place, head in enumerate(tree.heads):
            total += 1
            tags += tree.tags[place] == their_tags[place]
            if head == their_heads[place]:
                heads += 1
                labels += tree.relations[place] == their_relations[place]
                universal += tree.relations[place].split(":")[0] == their_relations[place].split(":")[0]
    return TreeScores(*(100 * count / max(total, 1) for count in (tags, heads, labels, universal)))


def score_spans(gold: Sequence[tuple[int, int]], predicted: Sequence[tuple[int, int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of spans (words or sentences), in percent."""
    right = len(set(gold) & set(predicted))
    precision = 100 * right / max(len(predicted), 1)
    recall = 100 * right / max(len(gold), 1)
    return precision, recall, 200 * right / max(len(gold) + len(predicted), 1)
