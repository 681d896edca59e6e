"""Reads gold trees in CoNLL-U, every word with its place in the sentence's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.errors import GoldError
from ujar.evaluate.files import Line, numbered_blocks
from ujar.evaluate.judged import Extent

__all__ = ["GoldTree", "read_trees"]

COLUMNS = 10


@dataclass(frozen=True)
class GoldTree:
    """One sentence. `heads` are 1-based, 0 = the root; `offsets` are code points of `text`.

    `spaces` tell of each word whether white space, or the start of the text, stands before it.
    """

    id: str
    text: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    offsets: tuple[Extent, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One line of a word or of a multiword token, whose words are `first` to `last`."""

    line: int
    first: int
    last: int
    columns: tuple[str, ...]

    @property
    def form(self) -> str:
        """As it is written."""
        return self.columns[1]

    @property
    def space_after(self) -> bool:
        """Whether white space follows."""
        return "SpaceAfter=No" not in self.columns[9].split("|")


def read_trees(path: Path) -> list[GoldTree]:
    """The sentences of a CoNLL-U file, empty nodes left out.

    Raises:
        GoldError: a line has not ten columns, a number is none, or a word does not stand in `# text`.
    """
    return [parse_block(path, block) for block in numbered_blocks(path)]


def parse_block(path: Path, block: Sequence[Line]) -> GoldTree:
    """One sentence."""
    comments = dict(parse_comment(line) for _, line in block if line.startswith("#"))
    rows = [parse_row(path, number, line) for number, line in block if not line.startswith("#")]
    rows = [row for row in rows if row.first]
    words = [row for row in rows if "-" not in row.columns[0]]
    if not words or [row.first for row in words] != list(range(1, len(words) + 1)):
        raise GoldError(path, block[0][0], "the words of the sentence are not numbered from 1")
    beyond = next((row for row in rows if row.last > len(words)), None)
    if beyond is not None:
        raise GoldError(path, beyond.line, f"{beyond.columns[0]!r} is no range in a sentence of {len(words)} words")
    tokens = surface_tokens(rows)
    text = comments.get("text") or "".join(row.form + " " * row.space_after for row in tokens).rstrip()
    offsets = list(place_words(path, text, tokens, words))
    firsts = {row.first for row in tokens}
    return GoldTree(
        id=comments.get("sent_id", str(block[0][0])),
        text=text,
        words=tuple(row.form for row in words),
        spaces=tuple(
            row.first in firsts and (start == 0 or text[start - 1].isspace())
            for row, (start, _) in zip(words, offsets, strict=True)
        ),
        offsets=tuple(offsets),
        tags=tuple(row.columns[3] for row in words),
        heads=tuple(parse_head(path, row, len(words)) for row in words),
        relations=tuple(row.columns[7] for row in words),
    )


def parse_comment(line: str) -> tuple[str, str]:
    """Key and value of "# key = value"."""
    key, _, value = line.lstrip("#").partition("=")
    return key.strip(), value.strip()


def parse_row(path: Path, number: int, line: str) -> Row:
    """One line; `first` is 0 for an empty node ("8.1"), which stands nowhere in the text."""
    columns = tuple(line.split("\t"))
    if len(columns) != COLUMNS:
        raise GoldError(path, number, f"has {len(columns)} columns, not {COLUMNS}")
    first, _, last = columns[0].partition("-")
    if "." in first:
        return Row(number, 0, 0, columns)
    if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first)):
        raise GoldError(path, number, f"{columns[0]!r} is no word number")
    return Row(number, int(first), int(last or first), columns)


def parse_head(path: Path, row: Row, size: int) -> int:
    """The head of a word."""
    written = row.columns[6]
    if not written.isdecimal() or int(written) > size:
        raise GoldError(path, row.line, f"{written!r} is no head in a sentence of {size} words")
    return int(written)


def surface_tokens(rows: Sequence[Row]) -> list[Row]:
    """What is written: the multiword tokens, and the words outside them."""
    tokens: list[Row] = []
    for row in rows:
        if not tokens or row.first > tokens[-1].last:
            tokens.append(row)
    return tokens


def place_words(path: Path, text: str, tokens: Sequence[Row], words: Sequence[Row]) -> Iterator[Extent]:
    """Where each word stands in the text."""
    at = 0
    for token in tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(token.form, at):
            raise GoldError(path, token.line, f"{token.form!r} does not stand in the text at {at}")
        lengths = cut_token(token.form, [word.form for word in words[token.first - 1 : token.last]])
        for length in lengths:
            yield at, at + length
            at += length


def cut_token(token: str, words: Sequence[str]) -> list[int]:
    """The lengths of the words in their token: their own from the end on, the first word takes what is left.

    "satu-satunya" is annotated as "satu" and "nya": 9 and 3.
    """
    lengths: list[int] = []
    rest = token
    for place in range(len(words) - 1, 0, -1):
        # Each word before it needs a character. A word that is not written so ("zum" = "zu" + "dem") gets its share.
        length = len(words[place]) if rest.endswith(words[place]) else len(rest) // (place + 1)
        length = max(0, min(length, len(rest) - place))
        lengths.insert(0, length)
        rest = rest[: len(rest) - length]
    return [len(rest), *lengths]
