"""`ujar analyse`: stories to records."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from ujar.commands.arguments import Language, ModelFolder, Out, Paths, PublishedOn, choose_format
from ujar.commands.output import make_console, open_output
from ujar.commands.stories import Stories, keep_apart, make_each

if TYPE_CHECKING:
    from ujar.analyse import Analyser

__all__ = ["analyse"]

OfficeHolders = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A CSV of office holders that outweighs the shipped table: office, of, person, wikidata, start, end.",
    ),
]


class Format(StrEnum):
    """How the records are written."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"
    CONLLU = "conllu"


def analyse(
    paths: Paths,
    format: Annotated[
        Format, choose_format(Format, "For a reader; a record a line; one page; words with trees.")
    ] = Format.TEXT,
    out: Out = None,
    language: Language = "id",
    published: PublishedOn = None,
    model: ModelFolder = None,
    office_holders: OfficeHolders = None,
) -> None:
    """Analyse stories: who said what to whom, who is meant, when and where.

    A story that can't be read is named on standard error; the others are still analysed, and the exit status is 1.

    Example: ujar analyse stories/ --format jsonl --out records.jsonl
    """
    from ujar.analyse import load_analyser

    keep_apart(paths, out)
    stories = Stories(paths, language=language, published=published)
    analyser = load_analyser(model, office_holders=office_holders)
    with open_output(out) as stream:
        WRITERS[format](stories, analyser, stream)
        if not stories.read:  # the file of an earlier run is worth more than an empty one
            raise typer.Exit(1)
    stories.end()


def write_text(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """Each record for a person to read."""
    from ujar.render.terminal import render_record

    console = make_console(stream)
    for record, seen in make_each(stories, analyser.analyse_many):
        render_record(record, console, origin=seen.origin)


def write_jsonl(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """Each record on a line of its own, with where its text was seen."""
    for record, seen in make_each(stories, analyser.analyse_many):
        stream.write(record.model_copy(update={"appearances": (seen,)}).model_dump_json() + "\n")


def write_html(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """All records on one page."""
    from ujar.render.html import render_page

    made = list(make_each(stories, analyser.analyse_many))
    if made:
        stream.write(render_page([record for record, _ in made], origins=[seen.origin for _, seen in made]))


def write_conllu(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """The words of each story with their tags and trees."""
    from ujar.render.conllu import render_conllu

    for draft, seen in make_each(stories, analyser.parse_many):
        render_conllu(draft, stream.write, source=seen.origin)


WRITERS: dict[Format, Callable[[Stories, Analyser, TextIO], None]] = {
    Format.TEXT: write_text,
    Format.JSONL: write_jsonl,
    Format.HTML: write_html,
    Format.CONLLU: write_conllu,
}
