"""One record on a page: the names of its anchors, and text made safe for HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ujar.record import Record
from ujar.render.outline import Entry
from ujar.render.plain import one_line, visible

__all__ = ["Page", "safe"]


@dataclass(frozen=True, slots=True)
class Page:
    """A record, its statements in order, and the place of each by its id, counted from 1.

    `number` keeps its anchors apart from those of the other records.
    """

    number: int
    record: Record
    entries: list[Entry]
    places: dict[str, int]
    title: str

    @classmethod
    def of(cls, number: int, record: Record, entries: list[Entry], origin: str | None = None) -> Page:
        """The page of `record`, its title on one line."""
        places = {entry.statement.id: place for place, entry in enumerate(entries, 1)}
        return cls(number, record, entries, places, one_line(record.article.title or origin or "Untitled"))

    @property
    def anchor(self) -> str:
        """Where the record begins."""
        return f"r{self.number}"

    def row(self, place: int) -> str:
        """Where statement `place` stands in the list."""
        return f"{self.anchor}-{place}"

    def mark(self, place: int) -> str:
        """Where statement `place` begins in the text."""
        return f"{self.anchor}-{place}-t"


def safe(text: str) -> str:
    """`text` as HTML text or an attribute's value."""
    return escape(visible(text))
