"""The forms of `times.toml` as regular expressions over a story of which every word is one character.

The character stands for all that the word may be: a number up to 12 is an amount, a day, a month and an hour. A form
is then a short expression over a short string, and a story is searched for all of them in a millisecond or two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count

__all__ = ["BREAK", "Classes", "WordCodes", "compile_form"]

Classes = frozenset[str]
BREAK = "\n"  # between sentences; "*" does not match it
FIRST_CODE = 0xE000  # private use: no character of it means anything in an expression
BRACKETS = {"[": "(?:", "]": ")?", "{": "(?:", "}": ")", "|": "|", "*": ".", "~": f"{BREAK}?"}
REPEATED = ("COUNT", "ISLAMIC")  # "dua puluh lima" is one amount, "Rabiul Awal" one month


class WordCodes:
    """A character for every set of slots and literals that a word may belong to."""

    def __init__(self, classes: Collection[Classes]) -> None:
        self._codes = {each: chr(FIRST_CODE + place) for place, each in enumerate(sorted(set(classes), key=sorted))}

    def code(self, classes: Classes) -> str:
        """The character of those classes."""
        return self._codes[classes]

    def all_of(self, name: str) -> str:
        """The expression of one word that may be `name`, a slot or "=" and a literal."""
        codes = "".join(code for classes, code in self._codes.items() if name in classes)
        return f"[{codes}]" if codes else "(?!)"


def compile_form(text: str, parts: Mapping[str, str], codes: WordCodes) -> re.Pattern[str]:
    """The expression of a form; see `ujar.languages.times`. Group "tokens" is the expression of time itself.

    Every slot is a group named after it with a number: MONTH_3.
    """
    number = count()
    before, _, rest = text.rpartition(" < ")
    main, _, behind = rest.partition(" > ")
    written = f"(?P<tokens>{_expression(main, parts, codes, number)})"
    if before.startswith("! "):
        written = f"(?<!{_expression(before[2:], parts, codes, number)})" + written
    elif before:
        written = f"(?:{_expression(before, parts, codes, number)})" + written
    if behind.startswith("! "):
        written += f"(?!{_expression(behind[2:], parts, codes, number)})"
    elif behind:
        written += f"(?={_expression(behind, parts, codes, number)})"
    return re.compile(written)


def _expression(text: str, parts: Mapping[str, str], codes: WordCodes, number: Iterator[int]) -> str:
    return "".join(_piece(piece, parts, codes, number) for piece in text.split())


def _piece(piece: str, parts: Mapping[str, str], codes: WordCodes, number: Iterator[int]) -> str:
    if piece in BRACKETS:
        return BRACKETS[piece]
    if piece.startswith("@"):
        return f"(?:{_expression(parts[piece[1:]], parts, codes, number)})"
    if piece.isupper():
        return f"(?P<{piece}_{next(number)}>{codes.all_of(piece)}{'+' if piece in REPEATED else ''})"
    return codes.all_of("=" + piece)
