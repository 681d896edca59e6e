"""A record or an article on a terminal, or as plain text.

    5  Sekar Ayuwangi  kata  → wartawan                                   s2 · direct
       "Kapal itu sudah siap."

The number at the left is the line of the text. Colour only repeats what the words say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from ujar.record import Article, Record, Statement
from ujar.render.outline import Entry, line_number, one_line, outline, said, speaker_names, visible

__all__ = ["print_article", "print_record"]

COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red", "bright_cyan", "bright_magenta", "bright_green")
DIM = Style(dim=True)
NARROW = 50  # columns below which nested statements move in by two, not four
SHORTEST = 24  # columns that a line of words keeps, however deep it stands


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of output: `words`, set in by `indent` columns, `number` in the margin."""

    words: Text
    indent: int = 0
    number: int | None = None
    hanging: int = 0


def print_record(record: Record, console: Console, *, origin: str | None = None) -> None:
    """Print the statements of `record`, under a heading; `origin` is named where the story has no title.

    Lines are wrapped to the console's width on a terminal, and not at all elsewhere.
    """
    entries = outline(record)
    _print_rows(_heading(record.article, origin), console, margin=0)
    _print_rows([Row(Text(_count(entries), DIM)), Row(Text())], console, margin=0)
    step = 2 if console.width < NARROW else 4
    margin = len(str(record.article.text.count("\n") + 1)) + 4
    for entry in entries:
        _print_rows(_statement_rows(record.article, entry, entry.depth * step), console, margin)


def print_article(article: Article, console: Console, *, origin: str | None = None) -> None:
    """Print the heading of `article` and its text with line numbers; clutter stands in brackets."""
    _print_rows([*_heading(article, origin), *_known(article), Row(Text())], console, margin=0)
    lines = article.text.split("\n")
    margin = len(str(len(lines))) + 4
    start = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            _print_rows([_text_row(article, line, start, number), Row(Text())], console, margin)
        start += len(line) + 1


def _heading(article: Article, origin: str | None) -> Iterator[Row]:
    title = article.title or origin or "(untitled)"
    yield Row(Text(one_line(title), Style(bold=True)))
    if article.title and origin:
        yield Row(Text(one_line(origin), DIM))
    facts = []
    if article.dateline:
        facts.append(one_line(article.dateline.span.text).rstrip(" -–—"))
    if article.agencies:
        facts.append(" → ".join(article.agencies))
    if article.published:
        facts.append(f"published {article.published.value} ({article.published.by})")
    if facts:
        yield Row(Text(" · ".join(facts)))


def _known(article: Article) -> Iterator[Row]:
    """The byline."""
    for label, names in (
        ("reporters", article.byline.reporters),
        ("editors", article.byline.editors),
        ("translators", article.byline.translators),
    ):
        if names:
            yield Row(Text(f"{label}: {', '.join(map(one_line, names))}"))


def _count(entries: list[Entry]) -> str:
    statements, speakers = len(entries), len(speaker_names(entries))
    if not statements:
        return "no statements"
    return f"{_many(statements, 'statement')}, {_many(speakers, 'source')}; line numbers of the text at the left"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _statement_rows(article: Article, entry: Entry, indent: int) -> Iterator[Row]:
    statement = entry.statement
    yield Row(_who(entry), indent, line_number(article.text, statement), hanging=2)
    words = Text(said(statement))
    if statement.refers_to:
        words.append(f"{' ' if words else ''}↑ {', '.join(statement.refers_to)}", DIM)
    if words:
        yield Row(words, indent)
    yield Row(Text())


def _who(entry: Entry) -> Text:
    """Source, cue, addressees, and what is not plain about the statement."""
    statement = entry.statement
    who = _source(entry)
    if statement.cue:
        who.append("  ").append(one_line(statement.cue.span.text), Style(italic=True))
    if statement.addressees:
        named = ", ".join(one_line(addressee.span.text) for addressee in statement.addressees)
        who.append("  → ").append(named, Style(underline=True))
    return who.append(f"  {' · '.join((statement.id, *_marked(statement)))}", DIM)


def _source(entry: Entry) -> Text:
    """The source's words, the head of them set off, and the actor where its name is another."""
    source = entry.statement.source
    colour = COLOURS[(entry.speaker.number - 1) % len(COLOURS)]
    if source is None:
        if entry.speaker.number:
            return Text.assemble("(", (entry.speaker.name, colour), ")")
        return Text(f"({entry.speaker.name})", DIM)
    words, head = one_line(source.span.text), one_line(source.head.text)
    shown = Text(words, colour)
    shown.stylize("bold", words.rfind(head), words.rfind(head) + len(head))
    if entry.actor and entry.actor != head:
        shown.append(f" = {one_line(entry.actor)}", Style(color=colour))
    return shown


def _marked(statement: Statement) -> Iterator[str]:
    """What is not plain about it: a plain statement is speech, asserted, indirect, in the body, under its own cue."""
    if statement.unit != "body":
        yield statement.unit
    if statement.form != "indirect":
        yield statement.form
    if statement.mode != "speech":
        yield statement.mode
    if statement.polarity != "asserted":
        yield statement.polarity
    if statement.continues:
        yield f"continues {statement.continues}"
    yield from (f"mended: {what}" for what in statement.repaired)


def _text_row(article: Article, line: str, start: int, number: int) -> Row:
    words = Text()
    at = start
    for region in article.clutter:
        if start <= region.start and region.end <= start + len(line):
            words.append(visible(article.text[at : region.start]))
            words.append(f"[{visible(article.text[region.start : region.end])}]", DIM)
            at = region.end
    words.append(visible(article.text[at : start + len(line)]))
    return Row(words, number=number)


def _print_rows(rows: Iterable[Row], console: Console, margin: int) -> None:
    for row in rows:
        number = "" if row.number is None else str(row.number)
        lead = Text(number.rjust(max(0, margin - 2)) + "  " if margin else "", DIM)
        for line in _wrap(row, console, margin):
            words = lead + Text(" " * row.indent) + line if line.plain else line
            console.print(words, soft_wrap=True, highlight=False, markup=False, emoji=False)
            lead = Text(" " * (margin + row.hanging))


def _wrap(row: Row, console: Console, margin: int) -> Iterable[Text]:
    if not console.is_terminal:
        return [row.words]
    width = max(SHORTEST, console.width - margin - row.indent - row.hanging)
    lines = row.words.wrap(console, width)
    for line in lines:
        line.rstrip()
    return lines
