"""A record or an article on a terminal, or as plain text.

    5  Sekar Ayuwangi  kata  → wartawan  s2 · direct
       "Kapal itu sudah siap."

The number at the left is the line of the text. Colour only repeats what the words say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from ujar.record import Article, Record
from ujar.render.outline import Entry, line_number, one_line, outline, said, speaker_names, visible
from ujar.render.phrases import count_phrase, facts, label, marked

__all__ = ["print_article", "print_record"]

COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
DIM = Style(dim=True)
NARROW = 60  # columns below which nested statements move in by two, not four
SHORTEST = 24  # columns that a line of words keeps, however deep it stands


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of output: `words`, moved in by `indent` columns and from the second line on by `hanging` more."""

    words: Text
    indent: int = 0
    hanging: int = 0
    number: int | None = None  # of a line of the text, for the margin


def print_record(record: Record, console: Console, *, origin: str | None = None) -> None:
    """Print the statements of `record` under a heading. `origin` is the file's name.

    Lines are wrapped to the console's width on a terminal, and not at all elsewhere.
    """
    entries = outline(record)
    _print_rows((*_heading(record.article, origin), Row(Text(_count(entries), DIM)), Row(Text())), console)
    step = 2 if console.width < NARROW else 4
    for entry in entries:
        _print_rows(_statement(record.article, entry, entry.depth * step), console, _margin(record.article))


def print_article(article: Article, console: Console, *, origin: str | None = None) -> None:
    """Print the heading of `article` and its text with line numbers; clutter stands in brackets."""
    _print_rows((*_heading(article, origin), *_byline(article), Row(Text())), console)
    start = 0
    for number, line in enumerate(article.text.split("\n"), 1):
        row = Row(_line(article, start, start + len(line)), number=number) if line else Row(Text())
        _print_rows((row,), console, _margin(article))
        start += len(line) + 1


def _heading(article: Article, origin: str | None) -> Iterator[Row]:
    yield Row(Text(one_line(article.title or origin or "(no title)"), Style(bold=True)))
    known = facts(article)
    if article.title and origin:
        known.append(one_line(origin))
    if known:
        yield Row(Text(" · ".join(known)))


def _byline(article: Article) -> Iterator[Row]:
    byline = article.byline
    for named, names in (
        ("by", byline.reporters),
        ("edited by", byline.editors),
        ("translated by", byline.translators),
    ):
        if names:
            yield Row(Text(f"{named} {', '.join(map(one_line, names))}"))


def _count(entries: list[Entry]) -> str:
    if not entries:
        return "no statements"
    sources = count_phrase(len(speaker_names(entries)), "source")
    return f"{count_phrase(len(entries), 'statement')} from {sources}; numbers at the left are lines of the text"


def _margin(article: Article) -> int:
    """The columns that line numbers take."""
    return max(3, len(str(article.text.count("\n") + 1)) + 1) + 2


def _statement(article: Article, entry: Entry, indent: int) -> Iterator[Row]:
    statement = entry.statement
    yield Row(_who(entry), indent, hanging=2, number=line_number(article.text, statement))
    words = Text(said(statement))
    if statement.refers_to:
        words.append(f"{' ' if words else ''}(see {', '.join(statement.refers_to)})", DIM)
    if words:
        yield Row(words, indent)
    yield Row(Text())


def _who(entry: Entry) -> Text:
    """Source, cue, addressees, the statement's id, and what is not plain about it."""
    statement = entry.statement
    who = _source(entry)
    if statement.cue:
        who.append("  ").append(one_line(statement.cue.span.text), Style(italic=True))
    if statement.addressees:
        named = ", ".join(one_line(addressee.span.text) for addressee in statement.addressees)
        who.append("  → ").append(named, Style(underline=True))
    notes = [statement.id, *marked(statement)]
    if statement.continues:
        notes.append(f"continues {statement.continues}")
    return who.append(f"  {' · '.join(notes)}", DIM)


def _source(entry: Entry) -> Text:
    named = label(entry)
    colour = COLOURS[(entry.speaker.number - 1) % len(COLOURS)] if entry.speaker.number else "dim"
    words = Text.assemble((named.words, colour))
    if named.head:
        at = named.words.rfind(named.head)
        words.stylize("bold", at, at + len(named.head))
    return words.append(f" = {named.actor}", Style.parse(colour)) if named.actor else words


def _line(article: Article, start: int, end: int) -> Text:
    """The characters `start` to `end`, one line, its clutter in brackets."""
    words = Text()
    at = start
    for region in article.clutter:
        if start <= region.start and region.end <= end:
            words.append(visible(article.text[at : region.start]))
            words.append(f"[{visible(article.text[region.start : region.end])}]", DIM)
            at = region.end
    return words.append(visible(article.text[at:end]))


def _print_rows(rows: Iterable[Row], console: Console, margin: int = 0) -> None:
    for row in rows:
        number = "" if row.number is None else str(row.number).rjust(margin - 2)
        lead = Text.assemble((number, DIM), " " * (margin + row.indent - len(number)))
        for line in _wrap(row, console, margin):
            console.print(lead + line if line else "", soft_wrap=True, highlight=False, markup=False, emoji=False)
            lead = Text(" " * (margin + row.indent + row.hanging))


def _wrap(row: Row, console: Console, margin: int) -> Iterable[Text]:
    if not console.is_terminal:
        return [row.words]
    lines = row.words.wrap(console, max(SHORTEST, console.width - margin - row.indent - row.hanging))
    for line in lines:
        line.rstrip()
    return lines
