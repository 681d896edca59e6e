"""`mentions.toml`: the small words around names and nouns of people that decide what is a mention and of whom."""

from __future__ import annotations

from typing import ClassVar

from ujar.languages.schema import Words
from ujar.languages.titles import Office

__all__ = ["MentionWords"]


class MentionWords(Words):
    """See the notes in the TOML file; all in lower case."""

    file: ClassVar[str] = "mentions.toml"
    location_words: frozenset[str]
    indefinite: frozenset[str]
    locating: frozenset[str]
    place_words: frozenset[str]
    phrase_stops: frozenset[str]
    company_endings: frozenset[str]
    fixed_hosts: frozenset[str]
    legal_forms: frozenset[str]
    no_names: frozenset[str]
    thing_nouns: frozenset[str]
    given_names: frozenset[str]
    owned: frozenset[str]
    generic: frozenset[str]
    inside_titles: frozenset[str]
    title_stops: frozenset[str]
    role_openers: frozenset[str]
    continuing: frozenset[str]
    honoured: frozenset[str]
    name_openers: frozenset[str]
    title_nouns: frozenset[str]
    near_holders: frozenset[str]
    same_offices: dict[str, tuple[Office, ...]]
    group_offices: dict[str, tuple[Office, ...]]
    governing_nouns: frozenset[str]
    governing_verbs: frozenset[str]
    governing_prepositions: frozenset[str]
    predicates: frozenset[str]
    member_nouns: frozenset[str]
    group_joint: str
    side_nouns: frozenset[str]
    joining: frozenset[str]
    same_bodies: dict[str, tuple[str, ...]]
