"""The text of a story as HTML, a paragraph a line, with its statements marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ujar.record import Article
from ujar.render.marks import Close, Mark, Open, Piece, by_line, find_frame, find_marks, walk
from ujar.render.page import Page, safe

__all__ = ["story"]

DEEPEST = 3  # levels of nesting that look different


def story(page: Page) -> Iterator[str]:
    """The paragraphs, every character of the text in them."""
    article = page.record.article
    marks = [*find_frame(article), *find_marks(page.entries)]
    unnumbered = set(page.places)
    for start, end, inside in by_line(marks, article.text):
        if not article.text[start:end].strip():
            continue
        tag, look = _paragraph(article, start, end)
        yield f'<{tag}{look} dir="auto">{"".join(_words(page, inside, start, end, unnumbered))}</{tag}>'


def _paragraph(article: Article, start: int, end: int) -> tuple[str, str]:
    headline, dateline = article.headline, article.dateline
    if headline and start <= headline.start < headline.end <= end:
        return "h1", ""
    outside = end <= article.body.start or start >= article.body.end
    # A dateline may stand before the body, on the line where the story begins.
    if outside and not (dateline and dateline.span.start < end and dateline.span.end > start):
        return "p", ' class="frame"'
    return "p", ""


def _words(page: Page, marks: Sequence[Mark], start: int, end: int, unnumbered: set[str]) -> Iterator[str]:
    """One line; takes from `unnumbered` the statements that begin in it."""
    for step in walk(marks, start, end):
        match step:
            case Piece(first, last):
                yield safe(page.record.article.text[first:last])
            case Close():
                yield "</span>"
            case Open(mark):
                yield from (_number(page, mark, name) for name in mark.statements if name in unnumbered)
                unnumbered.difference_update(mark.statements)
                yield f'<span class="{_look(page, mark)}">'


def _number(page: Page, mark: Mark, name: str) -> str:
    """A link to the list. Its number is drawn by the style sheet, so that copied text stays the text."""
    place = page.places[name]
    return (
        f'<a class="no k{mark.speaker}" id="{page.mark(place)}" href="#{page.row(place)}" '
        f'data-no="{safe(name)}" aria-label="statement {safe(name)}"></a>'
    )


def _look(page: Page, mark: Mark) -> str:
    names: list[str] = [mark.part]
    if mark.statements:
        names += [f"k{mark.speaker}", f"d{min(mark.depth, DEEPEST)}"]
        names += [f"m{page.places[name]}" for name in mark.statements]
    return " ".join(names)
