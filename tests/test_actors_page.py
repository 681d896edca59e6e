"""docs/actors.md: its values are those of the record, and its times those that ujar finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from ujar.analyse import Analyser
from ujar.ontology.officeholders import COLUMNS
from ujar.record import ActorKind, Article, Published

PAGE = (Path(__file__).parent.parent / "docs/actors.md").read_text("utf-8")
SECTIONS = dict(section.split("\n", 1) for section in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:])


def table(title: str) -> list[list[str]]:
    """The cells of the rows of a section's table, less its header."""
    rows = re.findall(r"^\|(.*)\|$", SECTIONS[title], flags=re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in rows[2:]]


def test_page_explains_every_kind() -> None:
    """The first column holds the kinds of actors that the record allows, in their order."""
    assert [row[0] for row in table("Kinds")] == list(get_args(ActorKind))


def test_page_explains_every_column() -> None:
    """The columns of a user's table are those that are read."""
    assert tuple(row[0] for row in table("Your own office holders")) == COLUMNS


@pytest.mark.parametrize(("words", "type", "value", "granularity", "mod"), table("Times"))
def test_times_of_the_page_are_found(
    analyser: Analyser, words: str, type: str, value: str, granularity: str, mod: str
) -> None:
    """Each expression of the table, in a story of 14 May 2024, has the values that stand beside it."""
    text = f"Rapat itu berlangsung {words}."
    (time,) = analyser.analyse(Article.of(text, published=Published(value="2024-05-14", by="given"))).times
    assert (time.span.text, time.type, time.value) == (words, type, value)
    assert (time.granularity, time.mod or "") == (granularity, mod)
