"""Where a command writes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from ujar.commands.problems import fail

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["CLOSED_PIPE", "fail_to_write", "make_console", "open_output"]

CLOSED_PIPE = 141  # as a shell reports it: 128 + SIGPIPE


@contextmanager
def open_output(out: Path | None = None) -> Iterator[TextIO]:
    """A stream to standard output or, in UTF-8, to the file `out`; what can't be written is told in one line.

    The file is written beside its place and moved there at the end: an error or a killed run leaves the old one.
    """
    plain = out is None or _is_standard_output(out)
    try:
        with _standard_output() if out is None or plain else _new_file(out) as stream:
            yield stream
    except BrokenPipeError:  # the reader has seen enough: `ujar analyse ... | head`
        _let_go()
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as error:
        fail_to_write(error, "standard output" if plain else str(out))


def fail_to_write(error: OSError, where: str = "standard output") -> NoReturn:
    """Say why nothing can be written to `where`, and end with status 1."""
    _let_go()
    fail(f"{where}: {(error.strerror or str(error)).lower()}")


def make_console(stream: TextIO) -> Console:
    """A console on `stream`: with colour on a terminal, plain elsewhere."""
    from rich.console import Console

    class PlainConsole(Console):
        def on_broken_pipe(self) -> None:
            raise  # rich calls it for a BrokenPipeError, which `open_output` sees to

    return PlainConsole(file=stream, force_terminal=stream.isatty(), highlight=False)


def _is_standard_output(out: Path) -> bool:
    """Whether it is "-" or another name of standard output: "/dev/stdout", a pipe or a file that may be appended to."""
    try:
        return str(out) == "-" or os.path.samestat(out.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # not there yet; standard output is none of the system's
        return False


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


def _let_go() -> None:
    """Send to nowhere what is still to be written, or Python would complain of it once more at its end."""
    if sys.stdout is sys.__stdout__ and sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _new_file(out: Path) -> Iterator[TextIO]:
    if out.exists() and not out.is_file():  # a named pipe or a terminal can't be replaced
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    place = out.resolve()
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    with _tidy_when_ended():
        try:
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _tidy_when_ended() -> Iterator[None]:
    """Within it, SIGTERM and a terminal that is closed end the run as an error does, so that files are removed."""

    def end(number: int, _: object) -> NoReturn:
        sys.exit(128 + number)

    known = (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP"))  # no system but ours has SIGHUP
    ours = [number for number in known if number is not None and signal.getsignal(number) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():
        ours = []
    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
