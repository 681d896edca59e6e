"""What is said about a story and a statement in words: the same on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ujar.record import Article, Statement, Time
from ujar.render.outline import Entry, speakers_of
from ujar.render.plain import one_line

__all__ = [
    "Label",
    "byline_phrases",
    "count_phrase",
    "count_statements",
    "facts",
    "is_dated",
    "label",
    "links",
    "marked",
    "said",
    "setting",
    "time_value",
]

MODIFIERS: dict[str | None, str] = {"START": "start of ", "MID": "middle of ", "END": "end of ", "APPROX": "about "}
PLAIN_UNITS = ("day", "month", "year", "hour", "minute")  # which a value shows by itself: "2023-02"

UNKNOWN_PARTS = (("XXXX-XX-XX", "day"), ("XXXX-WXX", "week"), ("XXXX", "year"))  # of a story without a date


@dataclass(frozen=True, slots=True)
class Label:
    """A source in words: `before`, `head` (the part to set off) and `after`; `meant` is whom they mean."""

    before: str
    head: str = ""
    after: str = ""
    meant: str | None = None


def label(entry: Entry) -> Label:
    """The source's own words; in brackets the speaker of a quotation without a source."""
    source = entry.statement.source
    if source is None or entry.source is None:
        return Label(f"({one_line(entry.speaker.name)})")
    before, found, after = entry.source.words.rpartition(one_line(source.head.text))
    return Label(before, found, after, entry.source.meant)


def setting(entry: Entry) -> list[str]:
    """When and where it was said, as far as the text tells: "Rabu (22/2) = 2023-02-22", "Palu"."""
    when = [f"{one_line(entry.time.span.text)} = {time_value(entry.time)}"] if entry.time else []
    return [*when, *([one_line(entry.place.name)] if entry.place else [])]


def time_value(time: Time) -> str:
    """A time's value, as TIMEX3 writes it, and what is not seen in it: "start of 2023-04", "2023-W08 (week)"."""
    if time.type in ("DATE", "TIME"):
        notes = [str(time.granularity)] if time.granularity not in PLAIN_UNITS else []
        notes += [f"{unit} unknown" for start, unit in UNKNOWN_PARTS if time.value.startswith(start)][:1]
    else:
        notes = [time.type.lower()]  # "setiap Senin", XXXX-WXX-1, is of every week: none of it is unknown
    notes += [f"doubtful: {one_line(time.doubt)}"] if time.doubt else []
    shown = f"{MODIFIERS.get(time.mod, '')}{one_line(time.value)}"
    return f"{shown} ({'; '.join(notes)})" if notes else shown


def is_dated(time: Time) -> bool:
    """Whether its value says anything: not "saat ini" (PRESENT_REF), nor "hari ini" of a story without a date."""
    return any(character.isdigit() for character in time.value)


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
    """ "3 statements from 2 known sources"; "3 statements" where the record knows no actors."""
    if not entries:
        return "no statements"
    counted = count_phrase(len(entries), "statement")
    speakers = speakers_of(entries)
    return f"{counted} from {count_phrase(len(speakers), 'known source')}" if speakers else counted


def count_phrase(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
