"""Several who are named together."""

from __future__ import annotations

from tests.analyse.cast import NAMING, add_actor, add_mention, make_story
from ujar.analyse.draft import Draft
from ujar.analyse.groups import members_of_group, recent, split_group


def talks(group: str) -> Draft:
    """Two presidents with their states, then a diplomat, then the group, which is the last mention.

    Actors: 0 Rano of Peru, 1 Peru, 2 Sari of Chile, 3 Chile, 4 Budi.
    """
    draft = make_story(
        "Presiden | Peru | Rano | menjamu | Presiden | Chile | Sari | dan | diplomat | Budi | .",
        f"{' | '.join(group.split())} | pulang | .",
    )
    add_mention(draft, "Presiden Peru Rano", "Rano", country="PER")
    add_mention(draft, "Peru", kind="state", country="PER")
    add_mention(draft, "Presiden Chile Sari", "Sari", country="CHL")
    add_mention(draft, "Chile", kind="state", country="CHL")
    add_mention(draft, "diplomat Budi", "Budi")
    add_actor(draft, 0, roles=["Presiden Peru"])
    add_actor(draft, 1)
    add_actor(draft, 2, roles=["Presiden Chile"])
    add_actor(draft, 3)
    add_actor(draft, 4, roles=["diplomat"])
    add_mention(draft, group, group.split()[-1], type="nominal", kind="group", plural=True)
    return draft


def members(draft: Draft) -> list[int]:
    """The actors that the last mention means."""
    seen = [(place, actor) for actor, found in enumerate(draft.actors) for place in found.mentions]
    return members_of_group(draft, seen, len(draft.mentions) - 1, NAMING)


def test_two_of_an_office_are_its_holders() -> None:
    """ "kedua presiden" are the presidents, though a diplomat was named last."""
    assert members(talks("kedua presiden")) == [0, 2]


def test_two_states_are_the_states() -> None:
    """ "kedua negara" are Peru and Chile, no people."""
    assert members(talks("kedua negara")) == [1, 3]


def test_two_leaders_are_those_in_office() -> None:
    """ "kedua pemimpin" are heads of state where there are two, and no diplomat."""
    assert members(talks("kedua pemimpin")) == [0, 2]


def test_two_persons_are_those_named_last() -> None:
    """ "kedua diplomat" where one is called so: whoever is a person, the two named last."""
    assert members(talks("kedua tokoh")) == [2, 4]


def test_group_of_more_than_there_are_is_nobody() -> None:
    """ "ketiga presiden" in a story of two is left open."""
    assert members(talks("ketiga presiden")) == []
    assert members(talks("ketiga tokoh")) == [0, 2, 4]


def test_noun_without_a_count_means_no_known_group() -> None:
    """ "para presiden" may be anybody's."""
    assert members(talks("para presiden")) == []


def test_group_that_stood_together_is_meant_again() -> None:
    """ "Rano dan Sari" side by side are "kedua tokoh" later, though Budi was named after them."""
    draft = talks("kedua tokoh")
    draft.mentions.insert(5, draft.mentions[4])
    add_actor(draft, 5, members=[0, 2])
    assert members(draft) == [0, 2]


def test_recent_names_each_once_the_last_first() -> None:
    """An actor counts by its last mention."""
    assert list(recent([(0, 4), (1, 5), (2, 4), (3, 6)])) == [6, 4, 5]


def test_group_is_split_into_its_outermost_mentions() -> None:
    """ "Menlu Peru dan Menlu Chile" are two ministers, the states in them no parts; "Menlu Peru" is no group."""
    draft = make_story("Menlu | Peru | dan | Menlu | Chile | pulang")
    whole = add_mention(draft, "Menlu Peru dan Menlu Chile", type="nominal", plural=True)
    one = add_mention(draft, "Menlu Peru", "Menlu", type="nominal")
    add_mention(draft, "Peru", kind="state")
    other = add_mention(draft, "Menlu Chile", "Menlu", type="nominal")
    add_mention(draft, "Chile", kind="state")
    assert split_group(draft, whole) == [one, other]
    assert split_group(draft, one) == []
