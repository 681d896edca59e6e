"""A record or an article on a terminal, or as plain text.

    5  Ia = Sekar Ayuwangi  kata  → wartawan  s2 · direct · Rabu (22/2) = 2023-02-22 · Palu
       "Kapal itu sudah siap."

The number at the left is the line of the text. Lists of actors and times follow. Colour repeats what the words say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from ujar.record import Article, Record, Region
from ujar.render.outline import Entry, outline
from ujar.render.phrases import (
    byline_phrases,
    count_phrase,
    count_statements,
    facts,
    label,
    links,
    marked,
    said,
    setting,
)
from ujar.render.plain import one_line, visible
from ujar.render.terminal_cast import actor_rows, time_rows
from ujar.render.terminal_rows import BOLD, DIM, Row, print_rows, speaker_style

__all__ = ["render_article", "render_record"]

NARROW = 70  # columns below which nested statements move in by two, not four
DEEPEST = 6  # levels that still move in


def render_record(record: Record, console: Console, *, origin: str | None = None) -> None:
    """Print the statements of `record` under a heading; `origin` (a path) names a story without a title.

    Lines are wrapped to the console's width on a terminal, and not at all elsewhere.
    """
    entries = outline(record)
    counted = count_statements(entries)
    if entries:
        counted += "; numbers at the left are lines of the text"
    print_rows((*_heading(record.article, origin), Row(Text(counted, DIM))), console)
    margin = _margin(record.article)
    step = 2 if console.width < NARROW else 4
    for entry in entries:
        print_rows(_statement_rows(entry, min(entry.depth, DEEPEST) * step), console, margin)
    for named, rows in (
        ("Actors, and how often each is mentioned", list(actor_rows(record, entries))),
        ("Times, by the line where each stands first", list(time_rows(record))),
    ):
        if rows:
            print_rows((Row(Text()), Row(Text(named, DIM))), console)
            print_rows(rows, console, margin)


def render_article(article: Article, console: Console, *, origin: str | None = None) -> None:
    """Print the heading of `article`, its byline, and its text with line numbers; clutter is dim, in brackets."""
    print_rows((*_heading(article, origin), *(Row(Text(phrase)) for phrase in byline_phrases(article))), console)
    if article.clutter:
        counted = count_phrase(len(article.clutter), "stretch", "stretches")
        print_rows((Row(Text(f"{counted} of clutter, in [brackets], not analysed", DIM)),), console)
    print_rows((Row(Text()), *_text_rows(article)), console, _margin(article))


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
    yield Row(_who(entry), indent, hanging=2, margin=str(entry.line))
    if entry.statement.content:
        yield Row(Text(said(entry.statement)), indent)


def _who(entry: Entry) -> Text:
    """Source, cue and addressees; then the id, what is not plain, when and where it was said, and its bonds."""
    statement = entry.statement
    who = _source(entry)
    if statement.cue:
        who.append("  ").append(one_line(statement.cue.span.text), Style(italic=True))
    for place, told in enumerate(entry.told):
        who.append(", " if place else "  → ").append(told.words, Style(underline=True))
        who.append(f" = {told.meant}" if told.meant else "")
    bound = (f"{phrase} {', '.join(map(one_line, ids))}" for phrase, ids in links(statement))
    return who.append(f"  {' · '.join((one_line(statement.id), *marked(statement), *setting(entry), *bound))}", DIM)


def _source(entry: Entry) -> Text:
    named = label(entry)
    colour = speaker_style(entry.speaker.number)
    if not named.head:
        return Text(named.before, colour or DIM)
    words = Text.assemble((named.before, colour), (named.head, colour + BOLD), (named.after, colour))
    return words.append(f" = {named.meant}", colour) if named.meant else words


def _text_rows(article: Article) -> Iterator[Row]:
    """The lines of the text; those that are empty have no number."""
    regions = deque(sorted(article.clutter, key=lambda region: region.start))
    start = 0
    for number, line in enumerate(article.text.split("\n"), 1):
        end = start + len(line)
        words = Text.assemble(*_line_parts(article.text, regions, start, end))
        yield Row(words, margin=str(number)) if line.strip() else Row(Text())
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
