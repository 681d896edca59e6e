"""`ujar example`: a story to try ujar on."""

from __future__ import annotations

from ujar.commands.output import open_output

__all__ = ["example"]


def example() -> None:
    """Print the path of the story that ships with ujar.

    Example: ujar analyse "$(ujar example)"
    """
    from ujar.examples import example_path

    with open_output() as stream:
        stream.write(f"{example_path()}\n")
