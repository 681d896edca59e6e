"""Where a command writes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ujar.commands.problems import fail

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["make_console", "open_output"]


@contextmanager
def open_output(out: Path | None = None) -> Iterator[TextIO]:
    """A stream to standard output or, in UTF-8, to the file `out`; what can't be written is told in one line.

    The file is written beside its place and moved there at the end: an error or a killed run leaves the old one.
    """
    try:
        with _standard_output() if out is None else _new_file(out) as stream:
            yield stream
    except BrokenPipeError:  # the reader has seen enough: `ujar analyse ... | head`
        raise
    except OSError as error:
        fail(f"{out or 'standard output'}: {(error.strerror or str(error)).lower()}")


def make_console(stream: TextIO) -> Console:
    """A console on `stream`: with colour on a terminal, plain elsewhere."""
    from rich.console import Console

    return Console(file=stream, force_terminal=stream.isatty(), highlight=False)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    # A pipe gets UTF-8 whatever the locale; a terminal that can't show a letter shows "?" in its place.
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    yield sys.stdout
    sys.stdout.flush()


@contextmanager
def _new_file(out: Path) -> Iterator[TextIO]:
    place = out.resolve()
    if place.exists() and not place.is_file():  # "/dev/stdout" or a named pipe can't be replaced
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
