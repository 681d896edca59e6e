"""Places: where, as against who."""

from __future__ import annotations

from tests.analyse.cast import NAMING, add_mention, find, make_story
from ujar.analyse.draft import PLACE, Draft, Entity, FoundTime, Stretch
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
    assert places_in(draft) == [("Bitung", "IDN"), ("Kota Bitung", "IDN")]


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


def test_names_of_bodies_buildings_and_common_nouns_are_no_places() -> None:
    """ "Bank Jawa Barat" is a body, "Hotel Anggrek" no place on a map; an unknown word is one behind "di" only."""
    draft = make_story(
        "Bank | Jawa | Barat | tutup | .",
        "Rapat | di | Hotel | Anggrek | .",
        places=("Jawa Barat", "Hotel Anggrek", "Rapat"),
    )
    assert places_in(draft) == []


def test_country_behind_a_city_is_a_place_too() -> None:
    """ "di Lima, Peru": two places, though Peru is known as one who acts; in "Lima, Peru menolak" it acts."""
    parse = "di ADP case 2 | Lima PROPN obl 0 | , PUNCT punct 4 | Peru PROPN {} 2"
    for relation, expected in (("appos", [("Lima", "PER"), ("Peru", "PER")]), ("nsubj", [("Lima", "PER")])):
        draft = make_story(parse.format(relation), places=("Lima", "Peru"))
        add_mention(draft, "Peru", kind="state", country="PER")
        assert places_in(draft) == expected


def test_sea_is_named_in_full_and_has_no_country_by_a_word_of_its_name() -> None:
    """ "Laut China Selatan" is not in China, whatever the model leaves out of the name."""
    assert places_in(make_story("di | Laut | China | Selatan", places=("China Selatan",))) == [
        ("Laut China Selatan", None)
    ]


def test_known_place_behind_di_is_found_without_the_model() -> None:
    """ "di Bitung" where the model saw no name; "di Sanubari" is none that is known."""
    assert places_in(make_story("di ADP case 2 | Bitung PROPN obl 0")) == [("Bitung", "IDN")]
    assert places_in(make_story("di ADP case 2 | Sanubari PROPN obl 0")) == []


def test_many_places_among_many_times_are_all_found() -> None:
    """Each place looks at the words of its own name, not at all times and names of the story."""
    count = 6000
    draft = make_story(" | ".join(["di | Wamena | pada | Mei"] * count), places=("Wamena",))
    draft.times = [FoundTime(Stretch(at, at + 1), "DATE", "2024-05", "month") for at in range(3, 4 * count, 4)]
    find_places(draft, NAMING, GAZETTEER)
    assert len(draft.places) == count


def test_capitals_without_end_are_no_name_of_a_place() -> None:
    """ "di" before a line in capitals: names of a few words are looked up, not every stretch of the line."""
    draft = make_story("di ADP case 2 | Bitung PROPN obl 0 | " + " | ".join(["Raya PROPN flat 2"] * 4000))
    assert places_in(draft) == [("Bitung", "IDN")]
