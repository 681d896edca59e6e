"""`mentions.toml`: the small words around names and nouns of people that decide what is a mention and of whom."""

from __future__ import annotations

from typing import ClassVar

from ujar.languages.schema import Words

__all__ = ["MentionWords"]


class MentionWords(Words):
    """See the notes in the TOML file; all in lower case."""

    file: ClassVar[str] = "mentions.toml"
    location_words: frozenset[str]
    place_words: frozenset[str]
    inside_titles: frozenset[str]
    title_stops: frozenset[str]
    role_openers: frozenset[str]
    honoured: frozenset[str]
    side_nouns: frozenset[str]
    joining: frozenset[str]
    same_bodies: dict[str, tuple[str, ...]]
