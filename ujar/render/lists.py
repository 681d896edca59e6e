"""The lists of actors and times as HTML, each leading to where they stand in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ujar.record import Actor, Time
from ujar.render.cast import describe, order_actors, title_of
from ujar.render.page import Page, safe
from ujar.render.phrases import count_phrase, is_dated, time_value
from ujar.render.plain import one_line

__all__ = ["actor_list", "time_list"]


def actor_list(page: Page) -> Iterator[str]:
    """Who speaks, is told something or is named more than once; the others can be opened."""
    shown, others = order_actors(page.record.actors, page.record.statements, page.numbers)
    if not page.actors:
        return
    yield f'<h2 id="{page.anchor}-actors">Actors</h2>'
    yield from _items(page, shown)
    if others:
        yield f"<details><summary>{count_phrase(len(others), 'more actor')}, named once</summary>"
        yield from _items(page, others)
        yield "</details>"


def _items(page: Page, actors: Sequence[Actor]) -> Iterator[str]:
    known = {actor.id: actor for actor in page.record.actors}
    yield '<ul class="cast">'
    for actor in actors:
        told = " · ".join(describe(actor, known))
        look = f"k{page.numbers.get(actor.id, 0)}"
        links = _links(page, [(span.start, page.mention(actor.id, span.start)) for span in actor.mentions if span.text])
        yield (
            f'<li class="{look}" id="{page.actor(actor.id)}"><b lang="{safe(page.record.article.language)}">'
            f"{safe(title_of(actor))}</b> {safe(told)}{links}</li>"
        )
    yield "</ul>"


def time_list(page: Page) -> Iterator[str]:
    """The times whose value says anything, those of the same words and value together."""
    found: dict[tuple[str, str], list[Time]] = {}
    for time in page.record.times:
        if is_dated(time):
            found.setdefault((one_line(time.span.text).casefold(), time_value(time)), []).append(time)
    if not found:
        return
    yield f'<h2 id="{page.anchor}-times">Times</h2>'
    yield '<ul class="cast">'
    for (_, value), times in found.items():
        links = _links(page, [(time.span.start, page.time(time.id)) for time in times])
        yield f"<li><b>{safe(one_line(times[0].span.text))}</b> {safe(value)}{links}</li>"
    yield "</ul>"


def _links(page: Page, places: Iterable[tuple[int, str]]) -> str:
    """The lines of some places in the text, each a link to the first anchor there."""
    first: dict[int, str] = {}
    for start, anchor in places:
        first.setdefault(page.lines.at(start), anchor)
    named = " ".join(f'<a href="#{anchor}">{line}</a>' for line, anchor in first.items())
    return f' <span class="at">{"line" if len(first) == 1 else "lines"} {named}</span>' if first else ""
