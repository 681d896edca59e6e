"""The list of statements as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from ujar.render.outline import Entry
from ujar.render.page import Page, safe
from ujar.render.phrases import label, links, marked, said, setting
from ujar.render.plain import one_line

__all__ = ["rows"]

DEEPEST = 3  # levels of nesting that move in


def rows(page: Page) -> Iterator[str]:
    """A list item for each statement, in the order of the text."""
    language = safe(page.record.article.language)
    for place, entry in enumerate(page.entries, 1):
        words = said(entry.statement)
        name = safe(entry.statement.id)
        notes = _notes(page, entry)
        yield (
            f'<li id="{page.row(place)}" class="k{entry.speaker.number} d{min(entry.depth, DEEPEST)}">'
            f'<a class="no" href="#{page.mark(place)}" aria-label="statement {name} in the text">{name}</a><div>'
            f'<p class="who" lang="{language}"><span class="line" lang="en">line {entry.line}</span>{_who(entry)}</p>'
            + (f'<p class="said" lang="{language}" dir="auto">{safe(words)}</p>' if words else "")
            + (f'<p class="notes">{" ".join(notes)}</p></div></li>' if notes else "</div></li>")
        )


def _who(entry: Entry) -> str:
    cue = entry.statement.cue
    said_so = f' <i class="cue">{safe(one_line(cue.span.text))}</i>' if cue else ""
    return f"{_source(entry)}{said_so}{_addressees(entry)}"


def _source(entry: Entry) -> str:
    named = label(entry)
    if not named.head:
        return f'<span class="unnamed">{safe(named.before)}</span>'
    return f"{safe(named.before)}<b>{safe(named.head)}</b>{safe(named.after)}{_meant(named.meant)}"


def _meant(name: str | None) -> str:
    return f' <span class="actor">= {safe(name)}</span>' if name else ""


def _addressees(entry: Entry) -> str:
    named = ", ".join(f'<span class="addressee">{safe(told.words)}</span>{_meant(told.meant)}' for told in entry.told)
    return f" → {named}" if named else ""


def _notes(page: Page, entry: Entry) -> list[str]:
    """What is not plain about it, when and where it was made, and what it is bound to."""
    notes = [f'<span class="tag">{safe(note)}</span>' for note in (*marked(entry.statement), *setting(entry))]
    for phrase, names in links(entry.statement):
        notes.append(f'<span class="tag">{phrase} {", ".join(_link(page, name) for name in names)}</span>')
    return notes


def _link(page: Page, name: str) -> str:
    return f'<a href="#{page.row(page.places[name])}">{safe(name)}</a>'
