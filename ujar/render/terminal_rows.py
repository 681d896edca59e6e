"""Paragraphs of terminal output: moved in, numbered in the margin, wrapped to the terminal's width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

__all__ = ["BOLD", "DIM", "Row", "print_rows", "speaker_style"]

COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
DIM = Style(dim=True)
BOLD = Style(bold=True)
SHORTEST = 24  # columns that a line of words keeps, however deep it stands
WIDEST = 100  # columns of a line of words that the eye still finds its way back on


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of output: `words`, moved in by `indent` columns and from the second line on by `hanging` more."""

    words: Text
    indent: int = 0
    hanging: int = 0
    margin: str = ""  # what stands at the left: a line's number, "3×"


def speaker_style(number: int) -> Style:
    """The colour of speaker `number`; 0, who is nobody in particular, has none."""
    return Style(color=COLOURS[(number - 1) % len(COLOURS)]) if number else Style()


def print_rows(rows: Iterable[Row], console: Console, margin: int = 0) -> None:
    """Print `rows`, their words behind a margin of that many columns; whole lines elsewhere than on a terminal."""
    for row in rows:
        lead = Text.assemble((row.margin.rjust(margin - 2), DIM), " " * row.indent)
        lead.pad_right(margin + row.indent - len(lead))
        for line in _wrap(row, console, margin):
            console.print(lead + line if line else "", soft_wrap=True, highlight=False, markup=False, emoji=False)
            lead = Text(" " * (margin + row.indent + row.hanging))


def _wrap(row: Row, console: Console, margin: int) -> Iterable[Text]:
    if not console.is_terminal:
        return [row.words]
    room = min(console.width - 1, WIDEST) - margin - row.indent - row.hanging
    lines = row.words.wrap(console, max(SHORTEST, room))
    for line in lines:
        line.rstrip()
    return lines
