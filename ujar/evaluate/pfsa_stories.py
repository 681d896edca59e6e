"""Reads the stories of PFSA-ID: a word and its BILOU label on each line, sentences apart by an empty one.

White space and paragraphs are lost, and sentences are cut inside quotations; the text is rebuilt from the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ujar.errors import GoldError
from ujar.evaluate.entities import guess_spaces
from ujar.evaluate.files import numbered_blocks
from ujar.evaluate.judged import Extent

__all__ = ["Labelled", "PfsaStory", "read_stories"]

LABEL = re.compile(r"O|[BILU]-[A-Z]+")
# "JAKARTA, KOMPAS — Harga ...": the dash within the first words, after a name in capitals.
DATELINE_DASH, DATELINE_WORDS = "—", 9
MARKS = frozenset('“”"')
STOPS = frozenset(".?!")
JOINERS = frozenset("-/")


@dataclass(frozen=True)
class Row:
    """A token of the file: its line, the sentence it stands in, and its label."""

    line: int
    sentence: int
    word: str
    label: str


@dataclass(frozen=True)
class Labelled:
    """A labelled run of words, [first, last), in the sentence where it ends."""

    first: int
    last: int
    kind: str
    sentence: int


@dataclass(frozen=True)
class PfsaStory:
    """A story of the corpus: its text, the extents of its words in it, and its labelled runs in their order."""

    id: str
    text: str
    words: tuple[Extent, ...]
    runs: tuple[Labelled, ...]

    def extent(self, run: Labelled) -> Extent:
        """Where a run stands in the text."""
        return self.words[run.first][0], self.words[run.last - 1][1]


def read_stories(path: Path, language: str = "id") -> list[PfsaStory]:
    """The stories of a PFSA-ID file with their labels, the text rebuilt from the tokens.

    A story begins with its dateline, or else with the next sentence that holds an ISSUE, of which each has one.

    Raises:
        GoldError: the file can't be read, or its labels are no BILOU.
    """
    sentences = [
        [parse_row(path, number, place, line) for number, line in block]
        for place, block in enumerate(numbered_blocks(path))
    ]
    stories = list(split_stories(sentences))
    width = len(str(len(stories)))
    return [make_story(path, f"{number:0{width}}", rows, language) for number, rows in enumerate(stories, 1)]


def parse_row(path: Path, number: int, sentence: int, line: str) -> Row:
    """The word and the label of a line."""
    columns = line.split()
    if len(columns) != 2:
        raise GoldError(path, number, f"has {len(columns)} columns, not a word and its label")
    if not LABEL.fullmatch(columns[1]):
        raise GoldError(path, number, f"{columns[1]!r} is no BILOU label")
    return Row(number, sentence, *columns)


def split_stories(sentences: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of each story."""
    story: list[Row] = []
    has_issue = False
    for sentence in sentences:
        issue = any(row.label in ("B-ISSUE", "U-ISSUE") for row in sentence)
        # No story begins amid a quotation: the corpus cuts sentences inside them.
        inside = sentence[0].label[:2] in ("I-", "L-")
        if story and not inside and (opens_story(sentence) or (issue and has_issue)):
            yield story
            story, has_issue = [], False
        story.extend(sentence)
        has_issue = has_issue or issue
    if story:
        yield story


def opens_story(sentence: Sequence[Row]) -> bool:
    """Whether it begins with a dateline."""
    start = sentence[:DATELINE_WORDS]
    return any(row.word == DATELINE_DASH and before.word.isupper() for before, row in pairwise(start))


def make_story(path: Path, name: str, rows: Sequence[Row], language: str) -> PfsaStory:
    """The story of the rows."""
    text, words = "", []
    for row, gap in zip(rows, find_gaps([row.word for row in rows], language), strict=True):
        text += gap
        words.append((len(text), len(text) + len(row.word)))
        text += row.word
    return PfsaStory(name, text, tuple(words), tuple(find_runs(path, rows)))


def find_gaps(words: Sequence[str], language: str) -> list[str]:
    """The white space before each word; no label is looked at."""
    openers = opening_marks(words)
    sided = [word if word not in MARKS else "“" if place in openers else "”" for place, word in enumerate(words)]
    gaps = [" " if space else "" for space in guess_spaces(sided, language)]
    for place in range(1, len(words)):
        if JOINERS & {words[place - 1], words[place]}:
            gaps[place] = ""  # Kompas writes dashes as "—", so "Covid - 19" was "Covid-19"
        elif place in openers and (words[place - 1] in STOPS or words[place - 1] in MARKS):
            gaps[place] = "\n"  # a quotation behind a full stop opens a paragraph in Kompas
    gaps[0] = ""
    return gaps


def opening_marks(words: Sequence[str]) -> set[int]:
    """Places of the marks that open a quotation: by turns, for the corpus mostly writes "”" on both sides.

    The turns start anew where a mark's side is plain: at "“", and at the closing one of 'penuh, ” katanya'.
    """
    openers: set[int] = set()
    opened = False
    for place, word in enumerate(words):
        if word in MARKS:
            closes = words[max(place - 1, 0)] == "," and "".join(words[place + 1 : place + 2])[:1].islower()
            opened = word == "“" or not (opened or closes)
            openers.update([place] * opened)
    return openers


def find_runs(path: Path, rows: Sequence[Row]) -> Iterator[Labelled]:
    """The labelled runs of a story."""
    first: int | None = None
    for place, row in enumerate(rows):
        position, _, kind = row.label.partition("-")
        if (position in "IL") != (first is not None) or (first is not None and kind != rows[first].label[2:]):
            raise GoldError(
                path, row.line, f"{row.label!r} can't follow {rows[place - 1].label if place else 'nothing'!r}"
            )
        if position == "B":
            first = place
        if position in "LU":
            yield Labelled(place if first is None else first, place + 1, kind, row.sentence)
            first = None
    if first is not None:
        raise GoldError(path, rows[-1].line, f"the {rows[first].label[2:]} of line {rows[first].line} has no end")
