"""The words of running text, which name no place by themselves: those of a language's own lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from ujar.languages.schema import language_folder

# Lists of names, and sentences, which hold names.
NOT_WORDS = frozenset(
    {"countries.toml", "organisations.toml", "examples.toml", "examples_actors.toml", "examples_times.toml"}
)


def ordinary_words(language: str) -> frozenset[str]:
    """The words in small letters that the language's lists hold."""
    files = sorted(path for path in language_folder(language).glob("*.toml") if path.name not in NOT_WORDS)
    texts = (text for path in files for text in texts_in(tomllib.loads(path.read_text("utf-8"))))
    return frozenset(text for text in texts if text.isalpha() and text.islower())


def texts_in(part: object) -> Iterator[str]:
    """Every text in a TOML table, keys among them."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from part
        yield from (text for value in part.values() for text in texts_in(value))
    elif isinstance(part, list):
        yield from (text for value in part for text in texts_in(value))
