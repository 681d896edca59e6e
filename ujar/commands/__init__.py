"""The commands: `ujar analyse`, `ujar read` and the rest. One file a command: parse, call the library, print.

Nothing heavy is imported here or at the top of a command's file, so that `ujar --help` is there at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from ujar.commands import evaluate
from ujar.commands.analyse import analyse
from ujar.commands.example import example
from ujar.commands.output import fail_to_write, open_output
from ujar.commands.problems import report
from ujar.commands.read import read
from ujar.commands.schema import schema
from ujar.errors import UjarError

__all__ = ["app", "main"]

INTERRUPTED = 130  # as a shell reports it: 128 + SIGINT

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (analyse, read, schema, example):
    app.command()(command)
app.add_typer(evaluate.app, name="evaluate")


@app.callback(invoke_without_command=True)
def ujar(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Read newswire, Indonesian first, and keep who said what to whom."""
    if version:
        import ujar as package

        with open_output() as stream:
            stream.write(f"{package.__version__}\n")
        raise typer.Exit


def run(arguments: Sequence[str] | None) -> None:
    """Run the command line; help that can't be written is told as any other output."""
    try:
        app(args=arguments, prog_name="ujar")
    except OSError as error:
        if error.filename is not None:
            raise
        try:
            fail_to_write(error)
        except typer.Exit as exit:
            sys.exit(exit.exit_code)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, on `sys.argv` unless `arguments` are given, and exit.

    An error that ujar raises on purpose is one line on standard error and status 1, wrong usage 2, Ctrl-C 130.
    """
    if sys.stdout is None:  # closed by `>&-`: writing must fail, not pass in silence
        sys.stdout = open(os.devnull)  # noqa: SIM115
    try:
        run(arguments)
    except UjarError as error:
        report(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
