"""Reads IndoCoref: Indonesian Wikipedia articles with coreference in SACR's braces, a file each.

`{M5:jenis="noun phrase person" ...}` marks a mention. A mention that goes back to an earlier one bears both marks
around the same words, in either order, the kind at one of the two: `{M8:jenis="" {M3:jenis="..." nya}}` is mention 8
and goes back to 3. Two marks more ("mereka" of 59 and 60) tell a group of several: such a mention belongs to none of
its members' chains, only to those of the same group. Annotators rarely linked a name that is written out again, so
that one person often has several chains, each begun by the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText, MentionKind, connect
from ujar.evaluate.files import read_text
from ujar.evaluate.judged import Extent

__all__ = ["INDOCOREF_KINDS", "read_indocoref"]

OPENING = re.compile(r'\{M(\d+):jenis="([^"]*)" ?')
NAME = re.compile(r"^(\d+)-.*?(_\d+)?(?:_\d{8}-\d{6})?$")
NOTES = re.compile(r"^#[A-Z-]+:", re.MULTILINE)
INDOCOREF_KINDS: dict[str, MentionKind] = {
    "named-entity": "name",
    "noun phrase": "nominal",
    "kata ganti orang tunggal": "pronoun",
    "kata ganti orang jamak": "pronoun",
    "kata ganti orang kepemilikan": "pronoun",
}


class Mark(NamedTuple):
    """A pair of braces: the mention's number, its kind as written, and where it stands."""

    number: int
    kind: str
    extent: Extent


def read_indocoref(path: Path) -> ChainText:
    """The article of a file; its id is "indocoref-42911" by the number that the file's name begins with.

    A second annotation of one article ("42911-Title_2_20190419-135531.txt") ends with "_2".

    Raises:
        GoldError: the file can't be read, a brace opens no mark or has no partner, or a kind is unknown.
    """
    text, marks = strip_marks(path, read_text(path))
    if not marks:
        raise GoldError(path, 0, "has no mark of a mention")
    by_extent: dict[Extent, list[Mark]] = {}
    for mark in marks:
        by_extent.setdefault(mark.extent, []).append(mark)
    return ChainText(
        id="indocoref-" + NAME.sub(r"\1\2", path.stem),
        text=text,
        chains=find_chains(by_extent),
        kinds={extent: kind_of(path, text, found) for extent, found in sorted(by_extent.items())},
    )


def strip_marks(path: Path, written: str) -> tuple[str, list[Mark]]:
    """The article without its marks and closing notes, and the marks in it, blanks at their edges left out."""
    notes = NOTES.search(written)
    written = written[: notes.start()] if notes else written
    text, marks, open_marks = "", [], []
    place = 0
    while place < len(written):
        line = written.count("\n", 0, place) + 1 if written[place] in "{}" else 0
        if written[place] == "{":
            match = OPENING.match(written, place)
            if match is None:
                raise GoldError(path, line, f"{written[place : place + 20]!r} opens no mark")
            open_marks.append((int(match[1]), match[2], len(text), line))
            place = match.end()
            continue
        if written[place] == "}":
            if not open_marks:
                raise GoldError(path, line, "a brace closes nothing")
            number, kind, start, _ = open_marks.pop()
            marks.append(Mark(number, kind, trim(text, start)))
        else:
            text += written[place]
        place += 1
    if open_marks:
        raise GoldError(path, open_marks[-1][-1], f"the mark M{open_marks[-1][0]} is not closed")
    return text.rstrip(), [mark for mark in marks if mark.extent[0] < mark.extent[1]]


def trim(text: str, start: int) -> Extent:
    """What follows `start`, without blanks at its edges."""
    inside = text[start:]
    first = start + len(inside) - len(inside.lstrip())
    return first, max(first, start + len(inside.rstrip()))


def find_chains(by_extent: dict[Extent, list[Mark]]) -> tuple[tuple[Extent, ...], ...]:
    """The chains: extents with a number in common, and groups of the same members."""
    links = [(extent, key) for extent, marks in by_extent.items() for key in chain_keys(marks)]
    components = connect(by_extent, links)
    chains = [tuple(sorted(node for node in nodes if node in by_extent)) for nodes in components]
    return tuple(chain for chain in sorted(chains) if chain)


def chain_keys(marks: Sequence[Mark]) -> Iterator[tuple[str, ...]]:
    """What the mention shares with others of its chain; the last given number is its own."""
    numbers = sorted({mark.number for mark in marks})
    if len(numbers) > 2:
        yield ("own", str(numbers[-1]))
        yield ("group", *map(str, numbers[:-1]))
    else:
        yield from (("own", str(number)) for number in numbers)


def kind_of(path: Path, text: str, marks: Sequence[Mark]) -> MentionKind:
    """The kind that one of a mention's marks gives; a pronoun that hangs on a word is a clitic: "ayah[nya]"."""
    written = next((mark.kind for mark in marks if mark.kind), "noun phrase")
    start = marks[0].extent[0]
    kind = next((kind for begins, kind in INDOCOREF_KINDS.items() if written.startswith(begins)), None)
    if kind is None:
        raise GoldError(path, text.count("\n", 0, start) + 1, f"{written!r} is no kind of mention")
    return "clitic" if kind == "pronoun" and start and text[start - 1].isalnum() else kind
