"""Places: the names of places in a story, each with its country where that is known."""

from __future__ import annotations

from ujar.analyse.draft import ORGANISATION, PLACE, Draft, FoundPlace, Stretch, Token
from ujar.analyse.phrases import LONGEST
from ujar.languages.names import Naming
from ujar.languages.schema import load_words
from ujar.languages.settings import SettingWords
from ujar.ontology.places import Places

__all__ = ["find_places"]


def find_places(draft: Draft, naming: Naming, gazetteer: Places) -> None:
    """Fill in `draft.places`: cities, regions and states that stand as places, not as those who act.

    "Beijing" in "tiba di Beijing" is a place, in "Beijing menolak" an actor; "kantor" is no name, nor is "Desember".
    """
    words = load_words(draft.article.language, SettingWords)
    acting = {token for mention in draft.mentions if mention.type == "name" for token in range(*mention.head)}
    other = {token for time in draft.times for token in range(*time.tokens)}
    other.update(token for body in draft.entities if body.kind == ORGANISATION for token in range(*body.tokens))
    for name in names_of_places(draft, naming, gazetteer, words):
        if not other.isdisjoint(range(*name)) or not is_named(draft, name, words):
            continue
        country = country_of(draft, name, naming, gazetteer, words)
        known = country is not None or draft.tokens[name.first].text.lower() in words.landforms
        if is_located(draft, name, naming) or (known and name.first not in acting):
            draft.places.append(FoundPlace(name, draft.text_of(name), country))


def names_of_places(draft: Draft, naming: Naming, gazetteer: Places, words: SettingWords) -> list[Stretch]:
    """What the model takes for names of places, and known ones behind "di" that it missed, in the order of the text."""
    found = [whole_name(draft, entity.tokens, words) for entity in draft.entities if entity.kind == PLACE]
    taken = {token for entity in draft.entities for token in range(*entity.tokens)}
    for first in range(1, len(draft.tokens)):
        if first not in taken and draft.tokens[first - 1].text.lower() in naming.words.location_words:
            found += missed_name(draft, first, taken, gazetteer)
    return sorted(found)


def whole_name(draft: Draft, name: Stretch, words: SettingWords) -> Stretch:
    """The name with the "Laut" of "Laut China Selatan", where the model left it out."""
    before = draft.tokens[name.first - 1].text if name.first else ""
    return Stretch(name.first - 1, name.last) if before[:1].isupper() and before.lower() in words.landforms else name


def missed_name(draft: Draft, first: int, taken: set[int], gazetteer: Places) -> list[Stretch]:
    """The longest known name that begins at `first`, if any."""
    last, end = first, min(first + LONGEST, len(draft.tokens))
    while last < end and last not in taken and is_proper(draft.tokens[last]):
        last += 1
    stretches = (Stretch(first, end) for end in range(last, first, -1))
    return [name for name in stretches if gazetteer.named(draft.text_of(name))][:1]


def is_proper(token: Token) -> bool:
    """Whether it is a word of a name."""
    return token.tag == "PROPN" and token.text[0].isupper()


def is_named(draft: Draft, name: Stretch, words: SettingWords) -> bool:
    """Whether it is a place's name by itself: not "Hotel Anggrek", nor the words of "Bank Jawa Barat"."""
    first = name.first
    written = draft.tokens[first].text
    before = draft.tokens[first - 1].text.lower() if first else ""
    return written[0].isupper() and written.lower() not in words.buildings and before not in words.body_heads


def is_located(draft: Draft, name: Stretch, naming: Naming) -> bool:
    """Whether "di" stands before it, or a place of which it tells more: "di New York, Amerika Serikat"."""
    first = name.first
    before = [token.text.lower() for token in draft.tokens[max(0, first - 2) : first]]
    if before and before[-1] in naming.words.location_words:
        return True
    last = draft.places[-1].tokens.last if draft.places else -1
    return before[-1:] == [","] and last == first - 1 and is_inside(draft, name)


def is_inside(draft: Draft, name: Stretch) -> bool:
    """Whether the tree has it tell more of the word before it: not the next one of "Paris, Roma, dan Wina"."""
    inside = range(*name)
    top = next((draft.tokens[place] for place in inside if draft.tokens[place].head not in inside), None)
    return top is not None and top.relation.partition(":")[0] in ("appos", "nmod", "flat")


def country_of(draft: Draft, name: Stretch, naming: Naming, gazetteer: Places, words: SettingWords) -> str | None:
    """The country of a place: by the list of countries, else by the gazetteer, less words such as "Pulau" before it.

    "Teluk Meksiko" is not in Mexico: a name of waters counts as a whole or not at all.
    """
    listed = draft.known.countries.get(name.first)
    if listed is not None:
        return listed.country
    text = draft.text_of(name)
    head, _, bare = text.partition(" ")
    fact = gazetteer.named(text)
    if fact is None and bare and head.lower() in naming.titles.place_heads and head.lower() not in words.waters:
        fact = gazetteer.named(bare)
    return fact.country if fact else None
