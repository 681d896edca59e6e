"""The lines of a text that hold something, with their offsets. Blank lines are not kept, but known of."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Line", "split_lines"]

_FILLED = re.compile(r"[^\n]+")


class Line(NamedTuple):
    """Code points `start` to `end` of the text, half-open; `set_off`: a blank line or the end of the text follows."""

    start: int
    end: int
    text: str
    set_off: bool

    def bare(self) -> str:
        """The line without the blanks around it."""
        return self.text.strip()


def split_lines(text: str) -> list[Line]:
    """Every line of `text` that is not blank, in order."""
    lines = []
    for match in _FILLED.finditer(text):
        if not match[0].isspace():
            following = text[match.end() + 1 : match.end() + 2]
            lines.append(Line(match.start(), match.end(), match[0], following in ("", "\n")))
    return lines
