"""Places: where, as against who."""

from __future__ import annotations

from tests.analyse.cast import NAMING, add_mention, find, make_story
from ujar.analyse.draft import PLACE, Draft, Entity, FoundTime
from ujar.analyse.places import find_places
from ujar.ontology.places import PlaceFact, Places

GAZETTEER = Places({"bitung": PlaceFact("IDN", 1.44, 125.19)})


def places_in(draft: Draft) -> list[tuple[str, str | None]]:
    """The places that are found, with their countries."""
    find_places(draft, NAMING, GAZETTEER)
    return [(place.name, place.country) for place in draft.places]


def test_city_is_a_place_without_a_country() -> None:
    """A missing code stays empty: nothing is made up for Wamena."""
    draft = make_story("Rano | tiba | di | Wamena", persons=("Rano",), places=("Wamena",))
    assert places_in(draft) == [("Wamena", None)]


def test_state_that_acts_is_no_place() -> None:
    """ "Peru menolak" tells no place; "di Peru" does, even where Peru acts elsewhere in the story."""
    draft = make_story("Peru | menolak | .", "Rano | tinggal | di | Peru | .", places=("Peru",))
    add_mention(draft, "Peru", kind="state", country="PER")
    add_mention(draft, "Peru", kind="state", country="PER", nth=1)
    assert places_in(draft) == [("Peru", "PER")]
    assert draft.places[0].tokens == find(draft, "Peru", 1)


def test_capital_that_is_no_mention_is_a_place() -> None:
    """ "warga Beijing": nobody acts, so it is where."""
    draft = make_story("warga | Beijing | pulang", places=("Beijing",))
    assert places_in(draft) == [("Beijing", "CHN")]


def test_names_of_people_and_bodies_are_no_places() -> None:
    """Only place names are, even behind "di"."""
    draft = make_story("di | Rano | dan | di | PBB", persons=("Rano",), bodies=("PBB",))
    assert places_in(draft) == []


def test_gazetteer_knows_the_country_of_a_city() -> None:
    """Also with a word before it that says what it is: "Kota Bitung"."""
    draft = make_story("di | Bitung | dan | di | Kota | Bitung", places=("Kota Bitung",))
    draft.entities.append(Entity(find(draft, "Bitung"), PLACE))
    assert places_in(draft) == [("Kota Bitung", "IDN"), ("Bitung", "IDN")]


def test_state_of_the_word_list_goes_before_the_gazetteer() -> None:
    """A city that bears a state's name does not move the state."""
    draft = make_story("di | Peru", places=("Peru",))
    find_places(draft, NAMING, Places({"peru": PlaceFact("USA", 41.33, -89.13)}))
    assert draft.places[0].country == "PER"


def test_word_that_is_no_name_is_no_place() -> None:
    """The model takes "kantor" or "Desember" for a place at times: small letters and times are none."""
    draft = make_story("di | kantor | pada | Desember", places=("kantor", "Desember"))
    draft.times = [FoundTime(find(draft, "Desember"), "DATE", "2024-12", "month")]
    assert places_in(draft) == []
