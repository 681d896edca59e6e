"""The text of a story as HTML, a paragraph a line, with its statements marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ujar.record import Actor, Article, Time
from ujar.render.cast import is_said_by, whom
from ujar.render.marks import Close, Mark, Open, Piece, by_line, find_frame, find_marks, find_names, walk
from ujar.render.page import Page, safe
from ujar.render.phrases import time_value

__all__ = ["story"]

DEEPEST = 3  # levels of nesting that look different


@dataclass(slots=True)
class Writing:
    """What is written of a page so far: statements without a number yet, anchors used, tags that are open."""

    page: Page
    unnumbered: set[str]
    anchors: set[str] = field(default_factory=set)
    tags: list[str] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    times: dict[str, Time] = field(default_factory=dict)


def story(page: Page) -> Iterator[str]:
    """The paragraphs, every character of the text in them."""
    record = page.record
    marks = find_marks(page.entries)
    marks += find_names(record.actors, record.times, page.numbers, marks)
    writing = Writing(page, set(page.places))
    writing.actors = {actor.id: actor for actor in record.actors}
    writing.times = {time.id: time for time in record.times}
    for start, end, inside in by_line([*find_frame(record.article), *marks], record.article.text):
        if record.article.text[start:end].strip():
            tag, look = _paragraph(record.article, start, end)
            yield f'<{tag}{look} dir="auto">{"".join(_words(writing, inside, start, end))}</{tag}>'


def _paragraph(article: Article, start: int, end: int) -> tuple[str, str]:
    headline, dateline = article.headline, article.dateline
    if headline and start <= headline.start < headline.end <= end:
        return "h1", ""
    outside = end <= article.body.start or start >= article.body.end
    # A dateline may stand before the body, on the line where the story begins.
    if outside and not (dateline and dateline.span.start < end and dateline.span.end > start):
        return "p", ' class="frame"'
    return "p", ""


def _words(writing: Writing, marks: Sequence[Mark], start: int, end: int) -> Iterator[str]:
    """One line. The numbers of all statements that begin at a place stand before the marks that begin there."""
    opening: list[Mark] = []
    for step in walk(marks, start, end):
        match step:
            case Open(mark):
                opening.append(mark)
            case Close():
                yield f"</{writing.tags.pop()}>"
            case Piece(first, last):
                yield from (number for mark in opening for number in _numbers(writing, mark))
                yield from (_open(writing, mark) for mark in opening)
                opening = []
                yield safe(writing.page.record.article.text[first:last])


def _numbers(writing: Writing, mark: Mark) -> Iterator[str]:
    """Links to the list. The number is drawn by the style sheet, so that copied text stays the text."""
    page = writing.page
    tag = "span" if "a" in writing.tags else "a"  # a link holds no link
    for name in (name for name in mark.statements if name in writing.unnumbered):
        place = page.places[name]
        link = f' href="#{page.row(place)}" aria-label="statement {safe(name)}"' if tag == "a" else ""
        yield f'<{tag} class="no k{mark.speaker}" id="{page.mark(place)}"{link} data-no="{safe(name)}"></{tag}>'
    writing.unnumbered.difference_update(mark.statements)


def _open(writing: Writing, mark: Mark) -> str:
    """The tag of a mark; a mention is a link to its actor, but a mention inside another one."""
    tag, known = "span", ""
    if mark.part == "mention":
        known = _tell(whom(writing.actors[mark.named], writing.actors), writing.page.record.article.text, mark)
        known += _anchor(writing, writing.page.mention(mark.named, mark.start))
        if "a" not in writing.tags:
            tag, known = "a", f' href="#{writing.page.actor(mark.named)}"{known}'
    elif mark.part == "time":
        known = f' title="{safe(time_value(writing.times[mark.named]))}"'
        known += _anchor(writing, writing.page.time(mark.named))
    writing.tags.append(tag)
    return f'<{tag} class="{_look(writing.page, mark)}"{known}>'


def _tell(meant: str, text: str, mark: Mark) -> str:
    """Whom a mention means, unless its own words say it."""
    return "" if is_said_by(text[mark.start : mark.end], meant) else f' title="{safe(meant)}"'


def _anchor(writing: Writing, name: str) -> str:
    """An id, for the first piece of what was cut."""
    if name in writing.anchors:
        return ""
    writing.anchors.add(name)
    return f' id="{name}"'


def _look(page: Page, mark: Mark) -> str:
    if mark.part == "mention":
        return f"w w{page.actors[mark.named]}" + (f" k{mark.speaker}" if mark.speaker else "")
    names: list[str] = [mark.part]
    if mark.statements:
        names += [f"k{mark.speaker}", f"d{min(mark.depth, DEEPEST)}"]
        names += [f"m{page.places[name]}" for name in mark.statements]
    return " ".join(names)
