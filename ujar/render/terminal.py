"""A record or an article on a terminal, or as plain text.

    5  Sekar Ayuwangi  kata  → wartawan  s2 · direct
       "Kapal itu sudah siap."

The number at the left is the line of the text. Colour only repeats what the words say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from ujar.record import Article, Record, Region
from ujar.render.outline import Entry, outline
from ujar.render.phrases import byline_phrases, count_phrase, count_statements, facts, label, links, marked, said
from ujar.render.plain import one_line, visible

__all__ = ["render_article", "render_record"]

COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
DIM = Style(dim=True)
BOLD = Style(bold=True)
NARROW = 70  # columns below which nested statements move in by two, not four
DEEPEST = 6  # levels that still move in
SHORTEST = 24  # columns that a line of words keeps, however deep it stands
WIDEST = 100  # columns of a line of words that the eye still finds its way back on


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of output: `words`, moved in by `indent` columns and from the second line on by `hanging` more."""

    words: Text
    indent: int = 0
    hanging: int = 0
    number: int | None = None  # of a line of the text, for the margin


def render_record(record: Record, console: Console, *, origin: str | None = None) -> None:
    """Print the statements of `record` under a heading; `origin` (a path) names a story without a title.

    Lines are wrapped to the console's width on a terminal, and not at all elsewhere.
    """
    entries = outline(record)
    counted = count_statements(entries)
    if entries:
        counted += "; numbers at the left are lines of the text"
    _print_rows((*_heading(record.article, origin), Row(Text(counted, DIM))), console)
    margin = _margin(record.article)
    step = 2 if console.width < NARROW else 4
    for entry in entries:
        _print_rows(_statement_rows(entry, min(entry.depth, DEEPEST) * step), console, margin)


def render_article(article: Article, console: Console, *, origin: str | None = None) -> None:
    """Print the heading of `article`, its byline, and its text with line numbers; clutter is dim, in brackets."""
    _print_rows((*_heading(article, origin), *(Row(Text(phrase)) for phrase in byline_phrases(article))), console)
    if article.clutter:
        counted = count_phrase(len(article.clutter), "stretch", "stretches")
        _print_rows((Row(Text(f"{counted} of clutter, in [brackets], not analysed", DIM)),), console)
    _print_rows((Row(Text()), *_text_rows(article)), console, _margin(article))


def _heading(article: Article, origin: str | None) -> Iterator[Row]:
    yield Row(Text(one_line(article.title or origin or "(no title)"), BOLD))
    known = facts(article)
    if known:
        yield Row(Text(" · ".join(known)))


def _margin(article: Article) -> int:
    """The columns that line numbers take."""
    return max(3, len(str(article.text.count("\n") + 1)) + 1) + 2


def _statement_rows(entry: Entry, indent: int) -> Iterator[Row]:
    yield Row(Text())
    yield Row(_who(entry), indent, hanging=2, number=entry.line)
    if entry.statement.content:
        yield Row(Text(said(entry.statement)), indent)


def _who(entry: Entry) -> Text:
    """Source, cue, addressees, the statement's id, and what is not plain about it."""
    statement = entry.statement
    who = _source(entry)
    if statement.cue:
        who.append("  ").append(one_line(statement.cue.span.text), Style(italic=True))
    if statement.addressees:
        named = ", ".join(one_line(addressee.span.text) for addressee in statement.addressees)
        who.append("  → ").append(named, Style(underline=True))
    bound = (f"{phrase} {', '.join(map(one_line, ids))}" for phrase, ids in links(statement))
    return who.append(f"  {' · '.join((one_line(statement.id), *marked(statement), *bound))}", DIM)


def _source(entry: Entry) -> Text:
    named = label(entry)
    colour = Style(color=COLOURS[(entry.speaker.number - 1) % len(COLOURS)]) if entry.speaker.number else Style()
    if not named.head:
        return Text(named.before, colour or DIM)
    words = Text.assemble((named.before, colour), (named.head, colour + BOLD), (named.after, colour))
    return words.append(f" = {named.actor}", colour) if named.actor else words


def _text_rows(article: Article) -> Iterator[Row]:
    """The lines of the text; those that are empty have no number."""
    regions = deque(sorted(article.clutter, key=lambda region: region.start))
    start = 0
    for number, line in enumerate(article.text.split("\n"), 1):
        end = start + len(line)
        words = Text.assemble(*_line_parts(article.text, regions, start, end))
        yield Row(words, number=number) if line.strip() else Row(Text())
        start = end + 1


def _line_parts(text: str, regions: deque[Region], start: int, end: int) -> Iterator[tuple[str, Style]]:
    """The line `start`-`end`, what is clutter in brackets; drops from `regions` those that end in it."""
    at = start
    while regions and regions[0].start < end:
        first, last = max(at, regions[0].start), min(end, regions[0].end)
        if first < last:
            yield visible(text[at:first]), Style()
            yield f"[{visible(text[first:last])}]", DIM
            at = last
        if regions[0].end > end:  # Goes on in the next line.
            break
        regions.popleft()
    yield visible(text[at:end]), Style()


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
    room = min(console.width - 1, WIDEST) - margin - row.indent - row.hanging
    lines = row.words.wrap(console, max(SHORTEST, room))
    for line in lines:
        line.rstrip()
    return lines
