"""Arguments and options that several commands take, each of one meaning everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Language", "ModelFolder", "Paths", "PublishedOn", "check_language"]


def check_language(language: str) -> str:
    """`language`, if ujar has word lists for it."""
    from ujar.languages.schema import WireWords, language_folder

    known = sorted(path.parent.name for path in language_folder("").glob(f"*/{WireWords.file}"))
    if language not in known:
        raise typer.BadParameter(f"{language!r} is none of {', '.join(known)}")
    return language


def check_date(published: str | None) -> str | None:
    """`published`, if it is a date that the record can hold."""
    from pydantic import ValidationError

    from ujar.record import Published

    try:
        return published and Published(value=published, by="given").value
    except ValidationError:
        raise typer.BadParameter(f"{published!r} is no ISO 8601 date, such as 2024-05-14 or 2024-05") from None


Paths = Annotated[
    list[str],
    typer.Argument(metavar="STORY...", help="Text files, folders of .txt files, or - for standard input."),
]
Language = Annotated[
    str, typer.Option(metavar="CODE", help="Language of the stories (ISO 639-1).", callback=check_language)
]
PublishedOn = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When the stories appeared (ISO 8601). It outweighs what they say themselves.",
        callback=check_date,
    ),
]
ModelFolder = Annotated[Path | None, typer.Option(metavar="FOLDER", help="A model in place of the shipped one.")]
