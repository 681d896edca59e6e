"""Words of a story as a terminal and a page can show them: no character of theirs steers either."""

from __future__ import annotations

import re

__all__ = ["one_line", "visible"]

SIGN = "\ufffd"
JOINERS = "\u200c\u200d"  # part of the spelling of Persian and Hindi words
UNSEEN = "\u00ad\u200b\ufeff"  # soft hyphen, zero-width space, byte-order mark: no reader misses them
PLAIN = re.compile(r"[ -~\n]*")


def visible(text: str) -> str:
    """`text` with a sign in place of every control character, lone surrogate and bidi override; lines stay lines."""
    return text if PLAIN.fullmatch(text) else "".join(map(_seen, text))


def one_line(text: str) -> str:
    """`text` on one line, blanks as single spaces, made visible."""
    return visible(" ".join(text.split()))


def _seen(character: str) -> str:
    if character == "\n" or character in JOINERS or character.isprintable():
        return character
    if character in UNSEEN:
        return ""
    return " " if character == "\t" or (character.isspace() and character > "\x9f") else SIGN
