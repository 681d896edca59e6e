"""What is said about a story and a statement in words: the same on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ujar.record import Article, Statement
from ujar.render.outline import Entry, one_line

__all__ = ["Label", "count_phrase", "facts", "label", "marked"]


@dataclass(frozen=True, slots=True)
class Label:
    """A source in words. `head` is the part to set off, empty where no source is written; `actor` is another name."""

    words: str
    head: str = ""
    actor: str | None = None


def label(entry: Entry) -> Label:
    """The source's own words; in brackets the speaker of a quotation without a source."""
    source = entry.statement.source
    if source is None:
        return Label(f"({entry.speaker.name})")
    head = one_line(source.head.text)
    actor = one_line(entry.actor) if entry.actor else None
    return Label(one_line(source.span.text), head, None if actor == head else actor)


def facts(article: Article) -> list[str]:
    """Where the story was sent from, through which agencies, and when; what is unknown is left out."""
    known = []
    if article.dateline:
        known.append(one_line(article.dateline.span.text).rstrip(" -–—:"))
    if article.agencies:
        known.append(" → ".join(map(one_line, article.agencies)))
    if article.published:
        known.append(f"published {article.published.value} ({article.published.by})")
    return known


def marked(statement: Statement) -> Iterator[str]:
    """What is not plain: a plain statement is indirect speech, asserted, in the body, as the text has it."""
    if statement.unit != "body":
        yield statement.unit
    if statement.form != "indirect":
        yield statement.form
    if statement.mode != "speech":
        yield statement.mode
    if statement.polarity != "asserted":
        yield statement.polarity
    yield from (f"mended: {what}" for what in statement.repaired)


def count_phrase(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
