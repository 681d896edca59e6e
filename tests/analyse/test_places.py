"""Places: where, as against who."""

from __future__ import annotations

from tests.analyse.cast import NAMING, add_mention, make_story
from ujar.analyse.places import find_places


def test_city_is_a_place_without_a_country() -> None:
    """A missing code stays empty: nothing is made up for Wamena."""
    draft = make_story("Rano | tiba | di | Wamena", persons=("Rano",), places=("Wamena",))
    find_places(draft, NAMING)
    assert [(place.name, place.country) for place in draft.places] == [("Wamena", None)]


def test_state_that_acts_is_no_place() -> None:
    """ "Peru menolak" tells no place; "di Peru" does, even where Peru acts elsewhere in the story."""
    draft = make_story("Peru | menolak | .", "Rano | tinggal | di | Peru | .", places=("Peru",))
    add_mention(draft, "Peru", kind="state", country="PER")
    add_mention(draft, "Peru", kind="state", country="PER", nth=1)
    find_places(draft, NAMING)
    assert [(place.tokens.first, place.country) for place in draft.places] == [(6, "PER")]


def test_capital_that_is_no_mention_is_a_place() -> None:
    """ "warga Beijing": nobody acts, so it is where."""
    draft = make_story("warga | Beijing | pulang", places=("Beijing",))
    find_places(draft, NAMING)
    assert [(place.name, place.country) for place in draft.places] == [("Beijing", "CHN")]


def test_names_of_people_and_bodies_are_no_places() -> None:
    """Only place names are, even behind "di"."""
    draft = make_story("di | Rano | dan | di | PBB", persons=("Rano",), bodies=("PBB",))
    find_places(draft, NAMING)
    assert draft.places == []
