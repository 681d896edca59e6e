"""Records to one HTML page that needs nothing else: no network, no script, its style sheet inside.

The story stands at the left with every statement marked, the list of statements at the right; each leads to the
other. One colour a speaker; the part that words play is drawn as well, so that it is seen without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ujar.record import Article, Record, Statement
from ujar.render.marks import Close, Mark, Open, Piece, find_frame, find_marks, walk
from ujar.render.outline import Entry, one_line, outline, said, speaker_names, visible
from ujar.render.phrases import count_phrase, facts, label, marked

__all__ = ["html_page"]

STYLE = Path(__file__).with_name("page.css")
FIRST_HUE, HUE_STEP = 255, 137.5  # degrees; the golden angle keeps neighbours far apart, however many there are
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Page:
    """One record on the page: `number` keeps its anchors apart from those of the others."""

    number: int
    record: Record
    entries: list[Entry]
    origin: str | None

    @property
    def places(self) -> dict[str, int]:
        """Statement id -> number of its entry, from 1."""
        return {entry.statement.id: place for place, entry in enumerate(self.entries, 1)}


def html_page(records: Iterable[Record], *, origins: Sequence[str] = ()) -> str:
    """The whole page. `origins` name the stories that have no title, in the order of `records`."""
    pages = [
        Page(number, record, outline(record), origins[number - 1] if number <= len(origins) else None)
        for number, record in enumerate(records, 1)
    ]
    title = _title(pages[0]) if len(pages) == 1 else count_phrase(len(pages), "story", "stories")
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{_safe(title)}</title>",
            f"<style>\n{STYLE.read_text('utf-8')}{_rules(pages)}</style>",
            "</head>",
            "<body>",
            *(line for page in pages for line in _record(page)),
            "</body>",
            "</html>",
            "",
        )
    )


def _title(page: Page) -> str:
    return page.record.article.title or page.origin or "ujar"


def _rules(pages: Sequence[Page]) -> str:
    """A hue for each speaker; and for each statement, what lights up when it is pointed at or jumped to."""
    speakers = {speaker.number for page in pages for speaker in speaker_names(page.entries)}
    hues = (f".k{number}{{--hue:{(FIRST_HUE + HUE_STEP * (number - 1)) % 360:g}}}\n" for number in sorted(speakers))
    return "".join((*hues, *(_rule(page.number, place) for page in pages for place in page.places.values())))


def _rule(page: int, place: int) -> str:
    row, mark = f"#r{page}-{place}", f"#r{page}-{place}-t"
    lit = f"#r{page}:has({row}:hover,{row}:target,{mark}:target)"
    return f"{lit} .m{place},{lit} {row}{{--lit:1}}\n"


def _record(page: Page) -> Iterator[str]:
    yield f'<main class="record" id="r{page.number}">'
    yield f'<div class="story" lang="{_safe(page.record.article.language)}">'
    yield from _heading(page)
    yield from _story(page)
    yield "</div>"
    yield '<section class="list" aria-label="Statements">'
    yield f"<h2>{_safe(_count(page.entries))}</h2>"
    yield from _legend(page.entries)
    yield "<ol>"
    yield from (_row(page, place, entry) for place, entry in enumerate(page.entries, 1))
    yield "</ol>"
    yield "</section>"
    yield "</main>"


def _count(entries: list[Entry]) -> str:
    statements = count_phrase(len(entries), "statement")
    return f"{statements} from {count_phrase(len(speaker_names(entries)), 'source')}" if entries else "No statements"


def _heading(page: Page) -> Iterator[str]:
    known = facts(page.record.article)
    if known:
        yield f'<p class="facts" lang="en">{_safe(" · ".join(known))}</p>'
    if page.record.article.headline is None:
        yield f"<h1>{_safe(_title(page))}</h1>"


def _story(page: Page) -> Iterator[str]:
    """The text, a paragraph a line, every character of it."""
    article = page.record.article
    marks = [*find_frame(article), *find_marks(page.entries)]
    unnumbered = set(page.places)
    start = 0
    for line in article.text.split("\n"):
        if line:
            tag, look = _paragraph(article, start, start + len(line))
            words = "".join(_words(page, marks, start, start + len(line), unnumbered))
            yield f'<{tag}{look} dir="auto">{words}</{tag}>'
        start += len(line) + 1


def _paragraph(article: Article, start: int, end: int) -> tuple[str, str]:
    headline = article.headline
    if headline and start <= headline.start and headline.end <= end:
        return "h1", ""
    dateline = article.dateline
    outside = end <= article.body.start or start >= article.body.end
    if outside and not (dateline and dateline.span.start < end and dateline.span.end > start):
        return "p", ' class="frame"'
    return "p", ""


def _words(page: Page, marks: Sequence[Mark], start: int, end: int, unnumbered: set[str]) -> Iterator[str]:
    for step in walk(marks, start, end):
        match step:
            case Piece(first, last):
                yield _safe(page.record.article.text[first:last])
            case Close():
                yield "</span>"
            case Open(mark):
                yield from (_anchor(page, name, mark) for name in mark.statements if name in unnumbered)
                unnumbered.difference_update(mark.statements)
                yield f'<span class="{_look(page, mark)}">'


def _anchor(page: Page, name: str, mark: Mark) -> str:
    """A link to the list. Its number is drawn by the style sheet, so that copied text stays the text."""
    place = page.places[name]
    return (
        f'<a class="no k{mark.speaker}" id="r{page.number}-{place}-t" href="#r{page.number}-{place}" '
        f'data-no="{place}" aria-label="statement {place}"></a>'
    )


def _look(page: Page, mark: Mark) -> str:
    statements = (f"m{page.places[name]}" for name in mark.statements)
    return " ".join((mark.part, f"k{mark.speaker}", f"d{max(0, min(mark.depth, 3))}", *statements))


def _legend(entries: list[Entry]) -> Iterator[str]:
    yield '<ul class="legend">'
    yield from (f'<li class="k{speaker.number}">{_safe(speaker.name)}</li>' for speaker in speaker_names(entries))
    if any(entry.speaker.number == 0 for entry in entries):
        yield '<li class="k0">no source named</li>'
    yield "</ul>"
    yield (
        '<p class="parts"><span class="source"><span class="head">source</span></span> <span class="cue">cue</span> '
        '<span class="addressee">addressee</span> <span class="content d0">content</span></p>'
    )


def _row(page: Page, place: int, entry: Entry) -> str:
    statement = entry.statement
    language = _safe(page.record.article.language)
    tags = "".join(f'<span class="tag">{_safe(tag)}</span>' for tag in marked(statement))
    links = [_link(page, "see", other) for other in statement.refers_to]
    if statement.continues:
        links.append(_link(page, "continues", statement.continues))
    return (
        f'<li id="r{page.number}-{place}" class="k{entry.speaker.number} d{min(entry.depth, 3)}">'
        f'<a class="no" href="#r{page.number}-{place}-t" aria-label="statement {place} in the text">{place}</a>'
        f'<div><p class="who" lang="{language}">{_who(entry)} <span lang="en">{tags}</span></p>'
        f'<p class="said" lang="{language}" dir="auto">{" ".join((_safe(said(statement)), *links))}</p></div></li>'
    )


def _link(page: Page, word: str, statement: str) -> str:
    place = page.places[statement]
    return f'<a class="ref" lang="en" href="#r{page.number}-{place}">{word} {place}</a>'


def _who(entry: Entry) -> str:
    statement = entry.statement
    cue = f' <i class="cue">{_safe(one_line(statement.cue.span.text))}</i>' if statement.cue else ""
    return f"{_source(entry)}{cue}{_addressees(statement)}"


def _source(entry: Entry) -> str:
    named = label(entry)
    if not named.head:
        return f'<span class="unnamed">{_safe(named.words)}</span>'
    before, _, after = named.words.rpartition(named.head)
    actor = f' <span class="actor">= {_safe(named.actor)}</span>' if named.actor else ""
    return f"{_safe(before)}<b>{_safe(named.head)}</b>{_safe(after)}{actor}"


def _addressees(statement: Statement) -> str:
    named = ", ".join(_safe(one_line(addressee.span.text)) for addressee in statement.addressees)
    return f' → <span class="addressee">{named}</span>' if named else ""


def _safe(text: str) -> str:
    return escape(visible(text))
