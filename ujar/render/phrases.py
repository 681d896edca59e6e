"""What is said about a story and a statement in words: the same on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ujar.record import Article, Statement
from ujar.render.outline import Entry, speakers_of
from ujar.render.plain import one_line

__all__ = ["Label", "byline_phrases", "count_phrase", "count_statements", "facts", "label", "links", "marked", "said"]


@dataclass(frozen=True, slots=True)
class Label:
    """A source in words: `before`, `head` (the part to set off) and `after`; `actor` is another name of it."""

    before: str
    head: str = ""
    after: str = ""
    actor: str | None = None


def label(entry: Entry) -> Label:
    """The source's own words; in brackets the speaker of a quotation without a source."""
    source = entry.statement.source
    if source is None or entry.words is None:
        return Label(f"({one_line(entry.speaker.name)})")
    head = one_line(source.head.text)
    before, found, after = entry.words.rpartition(head)
    known = entry.actor is None or entry.actor.casefold() in entry.words.casefold()
    return Label(before, found, after, None if known else entry.actor)


def said(statement: Statement) -> str:
    """The content as one line, its pieces joined with an ellipsis."""
    return " … ".join(one_line(piece.text) for piece in statement.content)


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


def byline_phrases(article: Article) -> list[str]:
    """ "by ...", "edited by ...", "translated by ...", as far as they are known."""
    byline = article.byline
    known = (("by", byline.reporters), ("edited by", byline.editors), ("translated by", byline.translators))
    return [f"{named} {', '.join(map(one_line, names))}" for named, names in known if names]


def marked(statement: Statement) -> list[str]:
    """What is not plain: a plain statement is indirect speech, asserted, in the body, as the text has it."""
    plain = (("body", statement.unit), ("indirect", statement.form), ("speech", statement.mode))
    notes = [found for usual, found in (*plain, ("asserted", statement.polarity)) if found != usual]
    return [*notes, *(f"mended: {one_line(what)}" for what in statement.repaired)]


def links(statement: Statement) -> list[tuple[str, Sequence[str]]]:
    """What binds it to other statements, in words, and their ids."""
    bound: list[tuple[str, Sequence[str]]] = []
    if statement.continues:
        bound.append(("carries on", (statement.continues,)))
    if statement.refers_to:
        bound.append(("points back to", statement.refers_to))
    return bound


def count_statements(entries: Sequence[Entry]) -> str:
    """ "3 statements from 2 named sources"; "3 statements" where the record knows no actors.

    By their words alone "Sari Utami" and "Sari" would be two.
    """
    if not entries:
        return "no statements"
    counted = count_phrase(len(entries), "statement")
    if all(entry.actor is None for entry in entries):
        return counted
    return f"{counted} from {count_phrase(len(speakers_of(entries)), 'named source')}"


def count_phrase(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
