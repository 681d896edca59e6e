"""The list of statements as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from ujar.record import Statement
from ujar.render.outline import Entry
from ujar.render.page import Page, safe
from ujar.render.phrases import label, links, marked, said
from ujar.render.plain import one_line

__all__ = ["rows"]

DEEPEST = 3  # levels of nesting that move in


def rows(page: Page) -> Iterator[str]:
    """A list item for each statement, in the order of the text."""
    language = safe(page.record.article.language)
    for place, entry in enumerate(page.entries, 1):
        words = said(entry.statement)
        name = safe(entry.statement.id)
        notes = _notes(page, entry.statement)
        yield (
            f'<li id="{page.row(place)}" class="k{entry.speaker.number} d{min(entry.depth, DEEPEST)}">'
            f'<a class="no" href="#{page.mark(place)}" aria-label="statement {name} in the text">{name}</a><div>'
            f'<p class="who" lang="{language}"><span class="line" lang="en">line {entry.line}</span>{_who(entry)}</p>'
            + (f'<p class="said" lang="{language}" dir="auto">{safe(words)}</p>' if words else "")
            + (f'<p class="notes">{" ".join(notes)}</p></div></li>' if notes else "</div></li>")
        )


def _who(entry: Entry) -> str:
    statement = entry.statement
    cue = f' <i class="cue">{safe(one_line(statement.cue.span.text))}</i>' if statement.cue else ""
    return f"{_source(entry)}{cue}{_addressees(statement)}"


def _source(entry: Entry) -> str:
    named = label(entry)
    if not named.head:
        return f'<span class="unnamed">{safe(named.before)}</span>'
    actor = f' <span class="actor">= {safe(named.actor)}</span>' if named.actor else ""
    return f"{safe(named.before)}<b>{safe(named.head)}</b>{safe(named.after)}{actor}"


def _addressees(statement: Statement) -> str:
    named = ", ".join(safe(one_line(addressee.span.text)) for addressee in statement.addressees)
    return f' → <span class="addressee">{named}</span>' if named else ""


def _notes(page: Page, statement: Statement) -> list[str]:
    """What is not plain about it, and what it is bound to."""
    notes = [f'<span class="tag">{safe(note)}</span>' for note in marked(statement)]
    for phrase, names in links(statement):
        notes.append(f'<span class="tag">{phrase} {", ".join(_link(page, name) for name in names)}</span>')
    return notes


def _link(page: Page, name: str) -> str:
    return f'<a href="#{page.row(page.places[name])}">{safe(name)}</a>'
