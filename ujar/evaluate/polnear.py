"""Reads attributions in rows, the form in which PolNeAR and PARC go round as CoNLL files.

PolNeAR itself is brat standoff (`ujar.evaluate.brat`). The rows have, tab by tab: document, sentence, the token's
number in the document and in the sentence, its offsets ("883,892"), word, lemma, part of speech, dependency label and
head; then a label for each attribution of the document, blank or tab between them: "_", or B or I, the role, and
the attribution's name ("B-CUE-AT-12", "I-CONTENT-NE-3"). A document without any has a "0" or "_" there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ujar.errors import GoldError
from ujar.evaluate.derived import form_of, nest
from ujar.evaluate.files import numbered_lines
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText

__all__ = ["ATTRIBUTIONS", "read_polnear"]

DOCUMENT, SENTENCE, OFFSETS, WORD, ATTRIBUTIONS = 0, 1, 4, 5, 10
LABEL = re.compile(r"(?P<place>[BI])-(?P<role>SOURCE|CUE|CONTENT)-(?P<name>\S+)")
NONE = frozenset("_0")


@dataclass(frozen=True)
class Token:
    """A row: its line, where it stands, its word, and its (place, role, attribution)."""

    line: int
    document: str
    sentence: str
    offsets: Extent
    word: str
    labels: tuple[tuple[str, str, str], ...]


def read_polnear(path: Path) -> list[JudgedText]:
    """The documents of a file of rows. The text is rebuilt: words as wide apart as their offsets say.

    White space between two sentences of more than one character is taken for line ends, any other for blanks.

    Raises:
        GoldError: the file can't be read, a row lacks columns, or an offset or a label is none.
    """
    tokens = [parse(path, number, line) for number, line in numbered_lines(path)]
    return [make_text(path, name, list(rows)) for name, rows in groupby(tokens, key=lambda token: token.document)]


def parse(path: Path, number: int, line: str) -> Token:
    """The token of a row."""
    columns = line.split("\t")
    if len(columns) <= ATTRIBUTIONS:
        raise GoldError(path, number, f"has {len(columns)} columns, fewer than {ATTRIBUTIONS + 1}")
    offsets = re.fullmatch(r"(\d+),(\d+)", columns[OFFSETS])
    if offsets is None or int(offsets[1]) >= int(offsets[2]):
        raise GoldError(path, number, f"{columns[OFFSETS]!r} is no pair of offsets")
    labels = []
    for written in " ".join(columns[ATTRIBUTIONS:]).split():
        label = LABEL.fullmatch(written)
        if label:
            labels.append((label["place"], label["role"].lower(), label["name"]))
        elif written not in NONE:
            raise GoldError(path, number, f"{written!r} is no label of an attribution")
    place = int(offsets[1]), int(offsets[2])
    return Token(number, columns[DOCUMENT], columns[SENTENCE], place, columns[WORD], tuple(labels))


def make_text(path: Path, name: str, tokens: Sequence[Token]) -> JudgedText:
    """The text of a document with its statements."""
    text, words = "", list[Extent]()
    for before, token in zip([None, *tokens], tokens, strict=False):
        text += gap_between(path, before, token) if before else ""
        words.append((len(text), len(text) + len(token.word)))
        text += token.word
    names = dict.fromkeys(label[2] for token in tokens for label in token.labels)
    return JudgedText(name, text, nest([make_statement(text, tokens, words, each) for each in names]))


def gap_between(path: Path, before: Token, token: Token) -> str:
    """The white space between two words. A word may be longer than its offsets: "-LRB-" for a bracket."""
    width = token.offsets[0] - before.offsets[1]
    if width < 0:
        raise GoldError(path, token.line, f"the offsets of {token.word!r} begin before those of the word before it end")
    return ("\n" if width > 1 and before.sentence != token.sentence else " ") * width


def make_statement(text: str, tokens: Sequence[Token], words: Sequence[Extent], name: str) -> JudgedStatement:
    """One attribution; of a cue or source in pieces the longest is taken."""
    cue, source = (list(find_pieces(tokens, words, role, name)) for role in ("cue", "source"))
    content = tuple(find_pieces(tokens, words, "content", name))
    return JudgedStatement(
        id=name,
        content=content,
        cue=max(cue, key=length, default=None),
        source=max(source, key=length, default=None),
        source_head=None,
        addressees=(),
        form=form_of(text, content),
        mode="speech",
        polarity="asserted",
    )


def length(piece: Extent) -> int:
    """How long a piece is."""
    return piece[1] - piece[0]


def find_pieces(tokens: Sequence[Token], words: Sequence[Extent], role: str, name: str) -> Iterator[Extent]:
    """The pieces of a role: each goes on from its B over the I that follow without a gap."""
    start = end = -1
    for token, word in zip(tokens, words, strict=True):
        place = next((label[0] for label in token.labels if label[1:] == (role, name)), None)
        if start >= 0 and place != "I":
            yield start, end
            start = -1
        if place is not None:
            start, end = word[0] if start < 0 else start, word[1]
    if start >= 0:
        yield start, end
