"""Figures as tables, and the choice between those and JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from ujar.evaluate.rates import Percent

__all__ = ["Format", "figures", "make_table"]


class Format(StrEnum):
    """How the scores are printed."""

    TABLE = "table"
    JSON = "json"


def figures(*percents: Percent) -> list[str]:
    """The figures with one place each."""
    from ujar.evaluate.rates import shown

    return [shown(percent) for percent in percents]


def make_table(columns: list[str], rows: list[list[str]]) -> Table:
    """A table whose first column holds names, the others figures."""
    from rich.table import Table

    table = Table()
    table.add_column(columns[0], no_wrap=True)
    for column in columns[1:]:
        table.add_column(column, justify="right")
    for row in rows:
        table.add_row(*row)
    return table
