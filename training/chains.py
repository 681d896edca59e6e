"""Reads the stories of `training/annotation/chains`: invented newswire in which every mention is marked.

A story begins at a line `=== <id>`. `[[1|Menteri [[2|Peru]] Rosa Quispe]]` is a mention of chain 1 with one of chain 2
inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText
from ujar.evaluate.files import read_text
from ujar.evaluate.judged import Extent

__all__ = ["CHAINS", "read_marked"]

CHAINS = Path(__file__).parent / "annotation/chains"
TITLE = re.compile(r"^=== (\S+)\s*$", re.MULTILINE)
MARK = re.compile(r"\[\[([^|\[\]]+)\||\]\]")


def read_marked(path: Path) -> Iterator[ChainText]:
    """The stories of a file, in their order.

    Raises:
        GoldError: the file can't be read or holds no story, or its brackets do not pair.
    """
    parts = TITLE.split(read_text(path))
    if len(parts) < 3:
        raise GoldError(path, 0, "holds no story: no line begins with '==='")
    for name, story in zip(parts[1::2], parts[2::2], strict=True):
        yield strip_marks(path, name, story.strip())


def strip_marks(path: Path, name: str, written: str) -> ChainText:
    """One story, its marks taken out."""
    text, place = "", 0
    chains: dict[str, list[Extent]] = {}
    opened: list[tuple[str, int]] = []
    for mark in MARK.finditer(written):
        text += written[place : mark.start()]
        place = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        elif opened:
            chain, start = opened.pop()
            chains.setdefault(chain, []).append((start, len(text)))
        else:
            raise GoldError(path, 0, f"{name}: a bracket closes nothing near {text[-30:]!r}")
    if opened:
        whole = text + written[place:]
        raise GoldError(path, 0, f"{name}: the mention at {whole[opened[-1][1] :][:30]!r} is not closed")
    return ChainText(name, text + written[place:], tuple(tuple(sorted(set(chain))) for chain in chains.values()))
