"""Places: the names of places in a story, each with its country where that is known."""

from __future__ import annotations

from ujar.analyse.draft import PLACE, Draft, Entity, FoundPlace
from ujar.languages.names import Naming
from ujar.ontology.places import Places

__all__ = ["find_places"]


def find_places(draft: Draft, naming: Naming, gazetteer: Places) -> None:
    """Fill in `draft.places`: cities, regions and states that stand as places, not as those who act.

    "Beijing" in "tiba di Beijing" is a place, in "Beijing menolak" an actor; "kantor" is no name, nor is "Desember".
    """
    acting = {token for mention in draft.mentions if mention.type == "name" for token in range(*mention.head)}
    timed = {token for time in draft.times for token in range(*time.tokens)}
    for entity in draft.entities:
        first = entity.tokens.first
        located = first > 0 and draft.tokens[first - 1].text.lower() in naming.words.location_words
        written = draft.tokens[first].text[0].isupper() and first not in timed
        if entity.kind == PLACE and written and (located or first not in acting):
            name = draft.text_of(entity.tokens)
            draft.places.append(FoundPlace(entity.tokens, name, country_of(draft, entity, name, naming, gazetteer)))


def country_of(draft: Draft, entity: Entity, name: str, naming: Naming, gazetteer: Places) -> str | None:
    """The country of a place: by the list of countries, else by the gazetteer, less words such as "Pulau" before it."""
    listed = draft.known.countries.get(entity.tokens.first)
    if listed is not None:
        return listed.country
    words = name.split()
    bare = " ".join(words[1:]) if words[0].lower() in naming.titles.place_heads else ""
    fact = gazetteer.named(name) or (gazetteer.named(bare) if bare else None)
    return fact.country if fact else None
