"""Reads COIN: Indonesian paragraphs with coreference in WebAnno columns (train.tsv, dev.tsv).

A paragraph begins with `#Text=`; of its rows the columns are place ("6-36"), offsets in the document, word, labels. A
label is a mention of a kind (`PRONOUN[128]`, on each of its words) or a relation of two (`IDENT[125_128]`, on the first
word of the later one). Relations: IDENT the same one; APPOS a description beside it, with a comma; ALIAS another name
("alias", brackets); EXAPPOS a description that is not in apposition by form. A mention of kind LIST is a coordination.
Two rows of train.tsv have `NOUN` with two numbers, a slip: it is read as a relation that makes no chain.
The words stand apart by blanks, the clitic -nya too; the text given here is written as newspapers write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText, MentionKind, connect
from ujar.evaluate.entities import guess_spaces
from ujar.evaluate.files import numbered_lines
from ujar.evaluate.judged import Extent

__all__ = [
    "COIN_KINDS",
    "IDENTITY",
    "CoinParagraph",
    "CoinWord",
    "coin_text",
    "join_words",
    "read_coin",
    "read_paragraphs",
]

TEXT = "#Text="
COLUMNS = 4
# A hyphen is a row of its own, and so is a dash: letters of a prefix at most, and those that a doubled word repeats.
PREFIX = 4
LIKE = 3
LABEL = re.compile(r"([A-Z]+)\[(\d+)(?:_(\d+))?\]")
COIN_KINDS: dict[str, MentionKind] = {
    "PROPER": "name",
    "NOUN": "nominal",
    "PRONOUN": "pronoun",
    "LIST": "list",
    "VERB": "verb",
}
IDENTITY = frozenset({"IDENT"})


class CoinWord(NamedTuple):
    """A row: the word, the mentions it is part of (id and kind), and the relations written at it."""

    line: int
    word: str
    mentions: tuple[tuple[int, str], ...]
    relations: tuple[tuple[str, int, int], ...]


@dataclass
class CoinParagraph:
    """The rows of one paragraph; `line` is that of its `#Text=`."""

    line: int
    words: list[CoinWord] = field(default_factory=list)


def read_coin(path: Path, *, relations: frozenset[str] = IDENTITY, language: str = "id") -> list[ChainText]:
    """The paragraphs of a COIN file, with newspaper spacing; their ids are "coin-train-1" and so on, as they stand.

    `relations` are those that make a chain. Mentions of no relation are chains of one.

    Raises:
        GoldError: the file can't be read, a row or label is malformed, a mention has a gap, a relation leads nowhere.
    """
    paragraphs = enumerate(read_paragraphs(path), 1)
    return [coin_text(path, f"coin-{path.stem}-{n}", paragraph, relations, language) for n, paragraph in paragraphs]


def read_paragraphs(path: Path) -> list[CoinParagraph]:
    """The rows of each paragraph.

    Raises:
        GoldError: the file can't be read, or a row or label is malformed.
    """
    paragraphs: list[CoinParagraph] = []
    for number, line in numbered_lines(path):
        if line.startswith(TEXT):
            paragraphs.append(CoinParagraph(number))
        elif not paragraphs:
            raise GoldError(path, number, f"has words before the first {TEXT!r}")
        else:
            paragraphs[-1].words.append(parse_row(path, number, line))
    if not paragraphs:
        raise GoldError(path, 0, f"has no paragraph: no line begins with {TEXT!r}")
    return paragraphs


def parse_row(path: Path, number: int, line: str) -> CoinWord:
    """One row."""
    columns = line.split("\t")
    if len(columns) < COLUMNS or not columns[2]:
        raise GoldError(path, number, f"is no row of {COLUMNS} columns")
    mentions, relations = [], []
    for label in () if columns[3] == "_" else columns[3].split("|"):
        match = LABEL.fullmatch(label)
        if match is None:
            raise GoldError(path, number, f"{label!r} is no label")
        if match[3]:
            relations.append((match[1], int(match[2]), int(match[3])))
        elif match[1] not in COIN_KINDS:
            raise GoldError(path, number, f"{match[1]!r} is no kind of mention")
        else:
            mentions.append((int(match[2]), match[1]))
    return CoinWord(number, columns[2], tuple(mentions), tuple(relations))


def coin_text(
    path: Path, name: str, paragraph: CoinParagraph, relations: frozenset[str] = IDENTITY, language: str = "id"
) -> ChainText:
    """A paragraph with its chains.

    Raises:
        GoldError: a mention has a gap, or a relation leads to a mention that is not there.
    """
    text, words = join_words([row.word for row in paragraph.words], language)
    spans = {key: (words[first][0], words[last][1]) for key, first, last in find_mentions(path, paragraph)}
    kinds = {key: kind for row in paragraph.words for key, kind in row.mentions}
    links = [(spans[one], spans[other]) for one, other in find_links(path, paragraph, spans, relations)]
    chains = connect(sorted(set(spans.values())), links)
    return ChainText(
        id=name,
        text=text,
        chains=tuple(tuple(sorted(chain)) for chain in chains),
        kinds={spans[key]: kind_of(text, spans[key], COIN_KINDS[kind]) for key, kind in kinds.items()},
    )


def find_mentions(path: Path, paragraph: CoinParagraph) -> Iterator[tuple[int, int, int]]:
    """Id, first and last word of each mention."""
    places: dict[int, list[int]] = {}
    for place, row in enumerate(paragraph.words):
        for key, _ in row.mentions:
            places.setdefault(key, []).append(place)
    for key, run in places.items():
        if run[-1] - run[0] != len(run) - 1:
            raise GoldError(path, paragraph.words[run[0]].line, f"the mention {key} has a gap")
        yield key, run[0], run[-1]


def find_links(
    path: Path, paragraph: CoinParagraph, known: dict[int, Extent], wanted: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The mentions that each wanted relation joins."""
    for row in paragraph.words:
        for relation, one, other in row.relations:
            if not {one, other} <= known.keys():
                raise GoldError(path, row.line, f"{relation}[{one}_{other}] joins a mention that is not there")
            if relation in wanted:
                yield one, other


def kind_of(text: str, extent: Extent, kind: MentionKind) -> MentionKind:
    """The kind of a mention; a pronoun that hangs on a word is a clitic: "kata[nya]"."""
    return "clitic" if kind == "pronoun" and extent[0] and text[extent[0] - 1].isalnum() else kind


def join_words(words: Sequence[str], language: str = "id") -> tuple[str, list[Extent]]:
    """The words as newspapers write them, and where each stands: "anak - anak nya ( dua )" as "anak-anaknya (dua)"."""
    text, extents = "", []
    for place, (word, space) in enumerate(zip(words, guess_spaces(words, language), strict=True)):
        if space and place and not ties(words, place):
            text += " "
        extents.append((len(text), len(text) + len(word)))
        text += word
    return text, extents


def ties(words: Sequence[str], place: int) -> bool:
    """Whether a hyphen, and no dash, holds the word to the one before."""
    hyphen = place if words[place] == "-" else place - 1
    if words[hyphen] != "-" or not 0 < hyphen < len(words) - 1:
        return False
    left, right = words[hyphen - 1].lower(), words[hyphen + 1].lower()
    if not (left[-1].isalnum() and right[0].isalnum()):
        return False  # '"Sari" - nama kapal itu - berlayar'
    short = len(left) <= PREFIX or left.isdigit()  # "se - Kalimantan", "90 - an"; not "di Palu Barat - dekat pasar -"
    names = words[hyphen - 1][0].isupper() and words[hyphen + 1][0].isupper()  # "Palu - Donggala"
    return short or names or left[:LIKE] == right[:LIKE] or left[-LIKE:] == right[-LIKE:]  # "bersiap - siap"
