"""`ujar read`: stories to articles."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ujar.commands.arguments import Language, Out, Paths, PublishedOn, choose_format
from ujar.commands.output import make_console, open_output
from ujar.commands.stories import Stories, keep_apart

__all__ = ["read"]


class Format(StrEnum):
    """How the articles are written."""

    TEXT = "text"
    JSONL = "jsonl"


def read(
    paths: Paths,
    format: Annotated[Format, choose_format(Format, "For a reader; an article a line.")] = Format.TEXT,
    out: Out = None,
    language: Language = "id",
    published: PublishedOn = None,
) -> None:
    """Read stories without analysing them: headline, dateline, agencies, byline, body.

    Example: ujar read story.txt
    """
    keep_apart(paths, out)
    stories = Stories(paths, language=language, published=published)
    with open_output(out) as stream:
        if format is Format.JSONL:
            stream.writelines(article.model_dump_json() + "\n" for article, _ in stories)
        else:
            from ujar.render.terminal import render_article

            console = make_console(stream)
            for article, appearance in stories:
                render_article(article, console, origin=appearance.origin)
        if not stories.read:  # as `ujar analyse`: the file of an earlier run stays
            raise typer.Exit(1)
    stories.end()
