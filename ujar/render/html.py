"""Records to one HTML page that needs nothing else: no network, no script, its style sheet inside.

The story stands at the left with every statement, mention and time marked, the lists of them at the right; each leads
to the other. One colour for each actor that speaks; the part that words play is drawn as well, to be seen without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from ujar.record import Record
from ujar.render.lists import actor_list, time_list
from ujar.render.outline import Entry, outline, speakers_of
from ujar.render.page import Page, safe
from ujar.render.phrases import byline_phrases, count_phrase, count_statements, facts
from ujar.render.rows import rows
from ujar.render.story import story

__all__ = ["render_page"]

STYLE = Path(__file__).with_name("page.css")
FIRST_HUE, HUE_STEP = 255, 137.5  # degrees; the golden angle keeps neighbours far apart, however many there are
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
MOST_DIGITS = 6  # letters of an id that the list leaves room for
MOST_LIT = 400  # statements of a page that light up when pointed at; a rule each slows a browser down


def render_page(records: Sequence[Record], *, origins: Sequence[str] = ()) -> str:
    """The whole page; several records are several articles under an index of them.

    `origins`, in the order of `records`, name the stories that have no title.
    """
    named = zip_longest(records, origins[: len(records)])
    pages = [Page.of(number, record, outline(record), origin) for number, (record, origin) in enumerate(named, 1)]
    title = pages[0].title if len(pages) == 1 else count_phrase(len(pages), "story", "stories")
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{safe(title)}</title>",
            f"<style>\n{STYLE.read_text('utf-8')}{''.join(_rules(pages))}</style>",
            "</head>",
            "<body>",
            *(_index(title, pages) if len(pages) > 1 else ()),
            "<main>",
            *(line for page in pages for line in _article(page)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _rules(pages: Sequence[Page]) -> Iterator[str]:
    """A hue for each speaker; and for each statement, what lights up when it is pointed at or jumped to."""
    for number in sorted({speaker.number for page in pages for speaker in speakers_of(page.entries)}):
        yield f".k{number}{{--hue:{(FIRST_HUE + HUE_STEP * (number - 1)) % 360:g}}}\n"
    if sum(len(page.entries) for page in pages) <= MOST_LIT:
        yield from (_rule(page, place) for page in pages for place in page.places.values())
    if sum(len(page.actors) for page in pages) <= MOST_LIT:
        yield from (_actor_rule(page, name, place) for page in pages for name, place in page.actors.items())


def _rule(page: Page, place: int) -> str:
    row, mark = f"#{page.row(place)}", f"#{page.mark(place)}"
    lit = f"#{page.anchor}:has({row}:hover,{row}:target,{mark}:target)"
    return f"{lit} .m{place},{lit} {row}{{--lit:1}}\n"


def _actor_rule(page: Page, name: str, place: int) -> str:
    row = f"#{page.actor(name)}"
    return f"#{page.anchor}:has({row}:hover,{row}:target) .w{place}{{--lit:1}}\n"


def _index(title: str, pages: Sequence[Page]) -> Iterator[str]:
    yield '<nav class="index" aria-label="Stories">'
    yield f"<h2>{safe(title)}</h2>"
    yield "<ol>"
    for page in pages:
        language = safe(page.record.article.language)
        counted = safe(" · ".join((*facts(page.record.article)[:1], count_statements(page.entries))))
        yield f'<li><a href="#{page.anchor}" lang="{language}">{safe(page.title)}</a> <span>{counted}</span></li>'
    yield "</ol>"
    yield "</nav>"


def _article(page: Page) -> Iterator[str]:
    yield f'<article class="record" id="{page.anchor}">'
    yield f'<div class="story" lang="{safe(page.record.article.language)}">'
    yield from _heading(page)
    yield from story(page)
    yield "</div>"
    yield f'<section class="list" aria-label="Statements" tabindex="0" id="{page.anchor}-list">'
    yield f"<h2>{safe(count_statements(page.entries).capitalize())}</h2>"
    yield from _legend(page)
    yield f'<ol style="--digits:{_digits(page)}">'
    yield from rows(page)
    yield "</ol>"
    yield from actor_list(page)
    yield from time_list(page)
    yield "</section>"
    yield "</article>"


def _digits(page: Page) -> int:
    """Letters of the longest statement's id, so that every row of the list begins at the same place."""
    return min(MOST_DIGITS, max((len(name) for name in page.places), default=1))


def _heading(page: Page) -> Iterator[str]:
    """What is known of the story, and its title where that does not stand in the text."""
    article = page.record.article
    known = " · ".join((*facts(article), *byline_phrases(article)))
    lists = f'<a class="skip" href="#{page.anchor}-list">statements</a>'
    if page.actors:
        lists += f' <a class="skip" href="#{page.anchor}-actors">actors</a>'
    yield f'<p class="facts" lang="en">{safe(known)} {lists}</p>'
    if article.headline is None:
        yield f"<h1>{safe(page.title)}</h1>"


def _legend(page: Page) -> Iterator[str]:
    """The speakers, each leading to its place in the list of actors, and what the lines below the words mean."""
    yield '<ul class="legend">'
    first: dict[int, Entry] = {}
    for entry in page.entries:
        first.setdefault(entry.speaker.number, entry)
    for number, entry in sorted(first.items(), key=lambda found: (found[0] == 0, found[0])):
        actor = entry.speaker.actor
        anchor = page.actor(actor) if actor else page.row(page.places[entry.statement.id])
        yield f'<li class="k{number}"><a href="#{anchor}">{safe(entry.speaker.name)}</a></li>'
    yield "</ul>"
    yield (
        '<p class="parts" aria-hidden="true"><span class="source"><span class="head">source</span></span> '
        '<span class="cue">cue</span> <span class="addressee">addressee</span> <span class="content d0">content</span> '
        '<span class="content d0"><span class="content d1">content in content</span></span></p>'
    )
