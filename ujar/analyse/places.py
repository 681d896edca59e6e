"""Places: the names of places in a story, each with its country where that is known."""

from __future__ import annotations

from ujar.analyse.draft import PLACE, Draft, FoundPlace
from ujar.languages.names import Naming

__all__ = ["find_places"]


def find_places(draft: Draft, naming: Naming) -> None:
    """Fill in `draft.places`: cities, regions and states that stand as places, not as those who act."""
    acting = {token for mention in draft.mentions if mention.type == "name" for token in range(*mention.head)}
    for entity in draft.entities:
        first = entity.tokens.first
        listed = draft.known.countries.get(first)
        located = first > 0 and draft.tokens[first - 1].text.lower() in naming.words.location_words
        if entity.kind == PLACE and (located or first not in acting):
            country = listed.country if listed else None
            draft.places.append(FoundPlace(entity.tokens, draft.text_of(entity.tokens), country))
