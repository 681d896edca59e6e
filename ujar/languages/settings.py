"""The words that tell when and where something was said, and what is no place."""

from __future__ import annotations

from typing import ClassVar

from ujar.languages.schema import Words

__all__ = ["SettingWords"]


class SettingWords(Words):
    """`settings.toml`: see the notes there; all in small letters."""

    file: ClassVar[str] = "settings.toml"
    at: frozenset[str]
    on: frozenset[str]
    bounds: frozenset[str]
    through: frozenset[str]
    occasions: frozenset[str]
    audience: frozenset[str]
    acts: frozenset[str]
    reaching: frozenset[str]
    while_words: frozenset[str]
    same_occasion: tuple[str, ...]
    residents: frozenset[str]
    body_heads: frozenset[str]
    buildings: frozenset[str]
    landforms: frozenset[str]
    waters: frozenset[str]
    sites: frozenset[str]
