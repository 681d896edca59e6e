"""`ujar analyse`: stories to records."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from ujar.commands.arguments import Language, ModelFolder, Paths, PublishedOn
from ujar.commands.output import make_console, open_output
from ujar.commands.stories import Stories, make_each

if TYPE_CHECKING:
    from ujar.analyse import Analyser

__all__ = ["analyse"]


class Format(StrEnum):
    """How the records are written."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"
    CONLLU = "conllu"


def analyse(
    paths: Paths,
    format: Annotated[
        Format, typer.Option(help="For a reader; a record a line; one page; words with trees.")
    ] = Format.TEXT,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file, once all is done, in place of standard output."),
    ] = None,
    language: Language = "id",
    published: PublishedOn = None,
    model: ModelFolder = None,
) -> None:
    """Analyse stories: who said what to whom.

    A story that can't be read is named on standard error; the others are still analysed, and the exit status is 1.

    Example: ujar analyse stories/ --format jsonl --out records.jsonl
    """
    from ujar.analyse import load_analyser

    keep_apart(paths, out)
    stories = Stories(paths, language=language, published=published)
    analyser = load_analyser(model)
    with open_output(out) as stream:
        WRITERS[format](stories, analyser, stream)
        if not stories.read:  # the file of an earlier run is worth more than an empty one
            raise typer.Exit(1)
    stories.end()


def keep_apart(paths: list[str], out: Path | None) -> None:
    """Refuse to write over a story."""
    if out and out.resolve() in (Path(path).resolve() for path in paths if path != "-"):
        raise typer.BadParameter(f"{out} is one of the stories", param_hint="--out")


def write_text(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """Each record for a person to read."""
    from ujar.render.terminal import render_record

    console = make_console(stream)
    for record, origin in make_each(stories, analyser.analyse_many):
        render_record(record, console, origin=origin)


def write_jsonl(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """Each record on a line of its own."""
    for record, _ in make_each(stories, analyser.analyse_many):
        stream.write(record.model_dump_json() + "\n")


def write_html(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """All records on one page."""
    from ujar.render.html import render_page

    made = list(make_each(stories, analyser.analyse_many))
    if made:
        stream.write(render_page([record for record, _ in made], origins=[origin for _, origin in made]))


def write_conllu(stories: Stories, analyser: Analyser, stream: TextIO) -> None:
    """The words of each story with their tags and trees."""
    from ujar.render.conllu import render_conllu

    for draft, _ in make_each(stories, analyser.parse_many):
        render_conllu(draft, stream.write)


WRITERS: dict[Format, Callable[[Stories, Analyser, TextIO], None]] = {
    Format.TEXT: write_text,
    Format.JSONL: write_jsonl,
    Format.HTML: write_html,
    Format.CONLLU: write_conllu,
}
