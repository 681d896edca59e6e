"""One record on a page: the names of its anchors, and text made safe for HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ujar.record import Record
from ujar.render.outline import Entry, Lines, numbers_of
from ujar.render.plain import one_line, visible

__all__ = ["Page", "safe"]


@dataclass(frozen=True, slots=True)
class Page:
    """A record, its statements in order, and the places of statements, actors and times by their ids, counted from 1.

    `number` keeps its anchors apart from those of the other records; `numbers` are those of the actors that speak.
    """

    number: int
    record: Record
    entries: list[Entry]
    places: dict[str, int]
    title: str
    actors: dict[str, int]
    times: dict[str, int]
    numbers: dict[str, int]
    lines: Lines

    @classmethod
    def of(cls, number: int, record: Record, entries: list[Entry], origin: str | None = None) -> Page:
        """The page of `record`, its title on one line."""
        places = {entry.statement.id: place for place, entry in enumerate(entries, 1)}
        title = one_line(record.article.title or origin or "Untitled")
        actors = {actor.id: place for place, actor in enumerate(record.actors, 1)}
        times = {time.id: place for place, time in enumerate(record.times, 1)}
        return cls(
            number, record, entries, places, title, actors, times, numbers_of(entries), Lines(record.article.text)
        )

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

    def actor(self, name: str) -> str:
        """Where the actor of that id stands in the list."""
        return f"{self.anchor}-a{self.actors[name]}"

    def mention(self, name: str, start: int) -> str:
        """Where the actor's mention that begins with character `start` stands in the text."""
        return f"{self.actor(name)}-{start}"

    def time(self, name: str) -> str:
        """Where the time of that id stands in the text."""
        return f"{self.anchor}-t{self.times[name]}"


def safe(text: str) -> str:
    """`text` as HTML text or an attribute's value."""
    return escape(visible(text))
