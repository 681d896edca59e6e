"""What went wrong, in one line on standard error."""

from __future__ import annotations

from typing import NoReturn

import typer

__all__ = ["fail", "report"]


def report(reason: str) -> None:
    """Say it and go on."""
    typer.echo(f"ujar: {' '.join(reason.split())}", err=True)


def fail(reason: str) -> NoReturn:
    """Say it and end with status 1."""
    report(reason)
    raise typer.Exit(1)
