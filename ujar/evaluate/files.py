"""Reads gold files line by line, so that every error can name its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ujar.errors import GoldError

__all__ = ["numbered_blocks", "numbered_lines", "read_text"]

Line = tuple[int, str]


def read_text(path: Path) -> str:
    """The characters of a UTF-8 file, its line ends untouched, so that offsets hold.

    Raises:
        GoldError: the file can't be read, or is no UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(path, 0, error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise GoldError(path, 0, f"is no UTF-8: {error.reason} at byte {error.start}") from None


def numbered_lines(path: Path) -> Iterator[Line]:
    """The lines that are not blank, from 1. A word or a JSON string may hold U+2028, so only "\\n" ends a line."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield number, line.rstrip("\r")


def numbered_blocks(path: Path) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    block: list[Line] = []
    for number, line in numbered_lines(path):
        if block and block[-1][0] < number - 1:
            yield block
            block = []
        block.append((number, line))
    if block:
        yield block
