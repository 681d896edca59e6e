"""Names put right by what is known of countries, bodies and titles, before anything is built on them.

The model reads "diplomat senior China Wang Yi" as one person "China Wang Yi", and a name that it knew as a person's in
one sentence as a place in the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ujar.analyse.draft import ORGANISATION, PERSON, PLACE, Draft, Entity, Stretch
from ujar.languages.names import Naming

__all__ = ["mend_names"]

ROLE_WORDS = 3  # a title may stand as far before a name: "diplomat senior" China Wang Yi


def mend_names(draft: Draft, naming: Naming) -> None:
    """Find the known words; cut countries and titles off the names of persons; give one name one kind in a story."""
    draft.known = naming.scan([token.text for token in draft.tokens])
    cut = [part for entity in draft.entities for part in cut_name(draft, entity)]
    known = [entity for entity in known_names(draft) if not is_inside(entity, cut)]
    kept = [entity for entity in cut if not any(entity.tokens.overlaps(other.tokens) for other in known)]
    draft.entities = sorted(kept + known, key=lambda entity: entity.tokens)
    agree_on_kinds(draft)


def cut_name(draft: Draft, entity: Entity) -> Iterator[Entity]:
    """The parts of a name that the model ran together, or the name as it is.

    "China Wang Yi" behind "diplomat senior" is a country and a person, and so is "RI Sugiono" behind "Menlu", which
    the model takes for a body; "India Lestari" behind a verb is one person.
    """
    first, last = entity.tokens
    bracket = next((place for place in range(first + 1, last) if draft.tokens[place].text == "("), None)
    if bracket is not None:
        yield from cut_name(draft, Entity(Stretch(first, bracket), entity.kind))
        yield from cut_name(draft, Entity(Stretch(bracket + 1, last), entity.kind)) if bracket + 1 < last else ()
        return
    begin = skip_titles(draft, entity)
    titled = begin > first or any(place in draft.known.titles for place in range(max(0, first - ROLE_WORDS), first))
    name = draft.known.countries.get(begin) or draft.known.organisations.get(begin)
    if titled and entity.kind in (PERSON, ORGANISATION) and name is not None and begin + name.length < last:
        kind = PLACE if begin in draft.known.countries else ORGANISATION
        yield Entity(Stretch(begin, begin + name.length), kind)
        yield Entity(Stretch(begin + name.length, last), PERSON)
    else:
        yield Entity(Stretch(begin, last), entity.kind)


def skip_titles(draft: Draft, entity: Entity) -> int:
    """The first word of a person's name behind the titles that it begins with: "Menlu Rano Lubis"."""
    first, last = entity.tokens
    while entity.kind == PERSON and first in draft.known.titles and first + draft.known.titles[first].length < last:
        first += draft.known.titles[first].length
    return first


def known_names(draft: Draft) -> Iterator[Entity]:
    """The countries and bodies of the word lists, wherever they stand."""
    for place, country in draft.known.countries.items():
        yield Entity(Stretch(place, place + country.length), PLACE)
    for place, body in draft.known.organisations.items():
        yield Entity(Stretch(place, place + body.length), ORGANISATION)


def is_inside(name: Entity, entities: Sequence[Entity]) -> bool:
    """Whether a longer name of a person or body holds it: "Partai Komunis China", "India Lestari"."""
    return any(
        entity.kind != PLACE and entity.tokens.holds(name.tokens) and entity.tokens != name.tokens
        for entity in entities
    )


def agree_on_kinds(draft: Draft) -> None:
    """A name is a person's wherever it stands once a longer one of that story holds it.

    "Putin" is a person even where the model takes it for a place, for "Vladimir Putin" was named.
    """
    persons = {
        word
        for entity in draft.entities
        if entity.kind == PERSON
        for word in draft.words_of(entity.tokens)
        if word[0].isupper()
    }
    votes = Counter((draft.text_of(entity.tokens), entity.kind) for entity in draft.entities)
    for entity in draft.entities:
        text = draft.text_of(entity.tokens)
        listed = entity.tokens.first in draft.known.countries or entity.tokens.first in draft.known.organisations
        if not listed and text in persons and votes[text, PERSON] >= votes[text, entity.kind]:
            entity.kind = PERSON
