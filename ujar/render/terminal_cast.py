"""The lists below the statements on a terminal: actors and times.

5×  Sekar Ayuwangi · person, IDN · Menteri Kelautan Indonesia
    and 7 more, in --format jsonl
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from ujar.record import Record
from ujar.render.cast import describe, order_actors, title_of
from ujar.render.outline import Entry, Lines, numbers_of
from ujar.render.phrases import is_dated, time_value
from ujar.render.plain import one_line
from ujar.render.terminal_rows import BOLD, DIM, Row, speaker_style

__all__ = ["actor_rows", "time_rows"]


def actor_rows(record: Record, entries: Sequence[Entry]) -> Iterator[Row]:
    """Those who speak, are told something or are mentioned twice, and the number of the others."""
    numbers = numbers_of(entries)
    actors = {actor.id: actor for actor in record.actors}
    shown, others = order_actors(record.actors, record.statements, numbers)
    for actor in shown:
        words = Text(title_of(actor), speaker_style(numbers.get(actor.id, 0)) + BOLD)
        words.append("".join(f" · {what}" for what in describe(actor, actors)), Style())
        yield Row(words, hanging=2, margin=f"{len(actor.mentions)}×")
    if others:
        yield Row(Text(f"and {len(others)} more, in --format jsonl", DIM))


def time_rows(record: Record) -> Iterator[Row]:
    """Each time whose value says anything, once, with the line where it stands first."""
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for time in record.times:
        if is_dated(time):
            words = one_line(time.span.text)
            found.setdefault((words.casefold(), time_value(time)), (words, time.span.start))
    lines = Lines(record.article.text)
    for (_, value), (words, start) in found.items():
        yield Row(Text(f"{words} = {value}"), hanging=2, margin=str(lines.at(start)))
