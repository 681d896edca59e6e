"""Arguments and options that several commands take, each of one meaning everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from ujar.commands.problems import fail

__all__ = ["Language", "ModelFolder", "Out", "Paths", "PublishedOn", "check_language", "choose_format"]

F = TypeVar("F", bound=StrEnum)


def choose_format(formats: type[F], help: str) -> Any:  # as `typer.Option` itself
    """The option --format with the values of `formats`."""

    def parse(value: str) -> F:
        if value not in list(formats):
            raise typer.BadParameter(f"{value!r} is none of {', '.join(formats)}", param_hint="--format")
        return formats(value)

    return typer.Option(help=help, metavar="|".join(formats), parser=parse)


def check_language(language: str) -> str:
    """`language`, if ujar has word lists for it."""
    from ujar.languages.schema import WireWords, language_folder

    known = sorted(path.parent.name for path in language_folder("").glob(f"*/{WireWords.file}"))
    if language not in known:
        raise typer.BadParameter(f"{language!r} is none of {', '.join(known)}")
    return language


def check_date(published: str | None) -> str | None:
    """`published`, if it is a date that the record can hold."""
    from ujar.errors import RecordError
    from ujar.record import Published

    try:
        return None if published is None else Published(value=published, by="given").value
    except RecordError as error:
        raise typer.BadParameter(str(error)) from None


def check_folder(model: Path | None) -> Path | None:
    """`model`, if it is a folder."""
    if model is not None and not model.is_dir():
        fail(f"{model}: there is no such folder")
    return model


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
ModelFolder = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="A model in place of the shipped one.", callback=check_folder),
]
Out = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write to this file once all is done; without it, or for -, to standard output.",
    ),
]
